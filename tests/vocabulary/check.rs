//! Whether JSON-LD keeps to schema.org's published vocabulary: `schema.org.txt`, beside this file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// Types with what they are subclasses of, properties with domain and range.
pub(crate) struct Vocabulary {
    types: BTreeMap<&'static str, Vec<&'static str>>,
    properties: BTreeMap<&'static str, (Vec<&'static str>, Vec<&'static str>)>,
}

impl Vocabulary {
    pub(crate) fn published() -> Self {
        let mut vocabulary = Self {
            types: BTreeMap::new(),
            properties: BTreeMap::new(),
        };
        let list = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
        for line in include_str!("schema.org.txt").lines() {
            if let Some(line) = line.strip_prefix("type ") {
                let (name, above) = line.split_once(" < ").unwrap_or((line, ""));
                vocabulary.types.insert(name, list(above));
            } else if let Some(line) = line.strip_prefix("property ") {
                let (name, rest) = line.split_once(" : ").unwrap();
                let (domain, range) = rest.split_once(" > ").unwrap();
                let both = (list(domain), list(range));
                vocabulary.properties.insert(name, both);
            } else {
                assert!(line.is_empty() || line.starts_with('#'), "{line}");
            }
        }
        vocabulary
    }

    /// A type and all it is a subclass of.
    fn lineage(&self, name: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            let (name, above) = self
                .types
                .get_key_value(name)
                .unwrap_or_else(|| panic!("schema.org knows no type {name}"));
            found.insert(*name);
            open.extend(above);
        }
        found
    }

    /// A node with all nodes in it: its type is known, and has these properties with such values.
    pub(crate) fn check(&self, node: &Map<String, Value>) {
        let name = node["@type"].as_str().expect("one type a node");
        let lineage = self.lineage(name);
        for (property, value) in node.iter().filter(|(key, _)| !key.starts_with('@')) {
            let (domain, range) = self
                .properties
                .get(property.as_str())
                .unwrap_or_else(|| panic!("schema.org knows no property {property}"));
            assert!(
                domain.iter().any(|class| lineage.contains(class)),
                "{name} has no {property}; {domain:?} have"
            );
            let values = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            assert!(!values.is_empty(), "{property} of {name} says nothing");
            for value in values {
                assert!(
                    self.fits(value, range),
                    "{property} of {name} is one of {range:?}, not {value}"
                );
            }
        }
        for key in node.keys().filter(|key| key.starts_with('@')) {
            assert!(
                ["@context", "@type", "@id"].contains(&key.as_str()),
                "{key}"
            );
        }
    }

    /// Whether one of these classes holds the value.
    fn fits(&self, value: &Value, range: &[&str]) -> bool {
        let holds = |name: &str| self.lineage(name).iter().any(|class| range.contains(class));
        match value {
            Value::String(text) => {
                range.contains(&"Text")
                    || range.contains(&"URL") && is_address(text)
                    || range.contains(&"Date") && is_date(text)
            }
            Value::Number(_) => holds("Float"),
            Value::Object(tagged) if tagged.contains_key("@value") => {
                let is_text = |key: &str| tagged.get(key).is_some_and(Value::is_string);
                let keys = is_text("@value") && is_text("@language") && tagged.len() == 2;
                keys && range.contains(&"Text")
            }
            Value::Object(reference) if reference.len() == 1 => {
                reference.contains_key("@id") && range.contains(&"URL")
            }
            Value::Object(node) => {
                self.check(node);
                holds(node["@type"].as_str().unwrap())
            }
            Value::Null | Value::Bool(_) | Value::Array(_) => false,
        }
    }
}

/// An absolute address: only a node's `@id` may be relative.
fn is_address(text: &str) -> bool {
    let starts = ["https://", "http://"];
    starts.iter().any(|start| text.starts_with(start)) && !text.contains(char::is_whitespace)
}

/// A calendar date of ISO 8601-1: year, year and month, or day.
pub(crate) fn is_date(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let digits = text
        .bytes()
        .all(|byte| byte == b'-' || byte.is_ascii_digit());
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    let month = |month: Option<u32>| month.is_some_and(|month| (1..=12).contains(&month));
    let day = |day: Option<u32>| day.is_some_and(|day| (1..=31).contains(&day));
    digits
        && match *parts.as_slice() {
            [Some(_)] => lengths == [4],
            [Some(_), m] => lengths == [4, 2] && month(m),
            [Some(_), m, d] => lengths == [4, 2, 2] && month(m) && day(d),
            _ => false,
        }
}
