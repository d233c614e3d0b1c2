//! What a text says of itself in YAML before its first line: the properties of a note.

use saphyr::{LoadableYamlNode, Scalar, Yaml};

use crate::import::document::{Document, Inline};
use crate::import::imported::LeftOut;
use crate::import::target::Target;
use crate::import::value;

/// Properties by their names in small letters, each with its values.
#[derive(Debug, Default)]
pub(super) struct Front {
    properties: Vec<(String, Vec<String>)>,
}

/// What is taken, here or by the entity that a note is.
const TAKEN: [&str; 44] = [
    "title",
    "author",
    "authors",
    "byline",
    "date",
    "published",
    "updated",
    "modified",
    "lastmod",
    "pubdate",
    "publisher",
    "lang",
    "language",
    "description",
    "summary",
    "abstract",
    "section",
    "category",
    "tags",
    "keywords",
    "draft",
    "private",
    "publish",
    "url",
    "canonical",
    "canonical_url",
    "aliases",
    "alias",
    "name",
    "kind",
    "type",
    "categories",
    "coordinates",
    "location",
    "lat",
    "latitude",
    "lon",
    "lng",
    "long",
    "longitude",
    "wikidata",
    "gnd",
    "orcid",
    "viaf",
];

/// Bytes of properties; more are a text that was meant otherwise.
const LONGEST: usize = 100_000;

impl Front {
    /// Where the properties end, and where the text begins.
    pub(super) fn split(text: &str) -> (&str, usize) {
        let Some(rest) = text.strip_prefix("---\n") else {
            return ("", 0);
        };
        let mut at = 4;
        for line in rest.split_inclusive('\n') {
            if matches!(line.trim_end(), "---" | "...") {
                return (&text[4..at], at + line.len());
            }
            at += line.len();
        }
        ("", 0)
    }

    /// Reads properties; what is no YAML is told, and where.
    pub(super) fn read(name: &str, yaml: &str, target: &mut Target<'_>) -> Self {
        let mut front = Self::default();
        if yaml.trim().is_empty() {
            return front;
        }
        // What stands in each other, and what refers to itself, has no end that a parser knows.
        let is_tame = yaml.len() <= LONGEST
            && yaml
                .lines()
                .all(|line| line.matches(['[', '{', '-', '&', '*']).count() < 200);
        let documents = if is_tame {
            Yaml::load_from_str(yaml).ok()
        } else {
            None
        };
        let Some(Yaml::Mapping(entries)) = documents.as_ref().and_then(|all| all.first()) else {
            target.leave_out(LeftOut {
                file: name.to_owned(),
                place: "line 1".to_owned(),
                what: "properties that are no YAML".to_owned(),
                cure: "write what they say into the article's front matter".to_owned(),
            });
            return front;
        };
        for (key, value) in entries {
            let Some(key) = words(key) else { continue };
            let values = match value {
                Yaml::Sequence(items) => items.iter().filter_map(one).collect(),
                other => one(other).into_iter().collect(),
            };
            front.properties.push((key.to_lowercase(), values));
        }
        front
    }

    /// All values of the first of some properties that has any.
    pub(super) fn values(&self, keys: &[&str]) -> &[String] {
        let found = keys.iter().find_map(|key| {
            let mut all = self.properties.iter();
            all.find(|(name, values)| name == key && !values.is_empty())
        });
        found.map_or(&[], |(_, values)| values)
    }

    pub(super) fn value(&self, keys: &[&str]) -> Option<&str> {
        let first = self.values(keys).first()?;
        Some(first.as_str()).filter(|value| !value.trim().is_empty())
    }

    /// Tags without their sign, whether they stand in a list or a line.
    pub(super) fn tags(&self) -> Vec<String> {
        let values = self.values(&["tags", "keywords"]).iter();
        let tags = values.flat_map(|value| value.split(','));
        let tags = tags.map(|tag| unlinked(tag).trim().trim_start_matches('#').to_owned());
        tags.filter(|tag| !tag.is_empty()).collect()
    }

    /// Whether its author does not publish it yet.
    pub(super) fn is_kept_back(&self) -> bool {
        self.says("draft", ["true", "yes"]) || self.says("publish", ["false", "no"])
    }

    /// Whether it is nobody else's business.
    pub(super) fn is_private(&self) -> bool {
        self.says("private", ["true", "yes"])
    }

    fn says(&self, key: &str, words: [&str; 2]) -> bool {
        let value = self.value(&[key]).unwrap_or_default().to_lowercase();
        words.contains(&&*value)
    }

    /// What an article takes of it.
    pub(super) fn document(&self) -> Document {
        let words = |keys: &[&str]| self.value(keys).map(|value| unlinked(value).to_owned());
        let date = |keys: &[&str]| self.value(keys).and_then(value::date);
        let title = words(&["title"]);
        Document {
            title: title
                .map(|title| vec![Inline::Words(title)])
                .unwrap_or_default(),
            byline: self
                .values(&["author", "authors", "byline"])
                .iter()
                .map(|one| unlinked(one).to_owned())
                .collect(),
            date: date(&["date", "published", "pubdate"]),
            updated: date(&["updated", "modified", "lastmod"]),
            language: words(&["lang", "language"]),
            publisher: words(&["publisher"]),
            url: words(&["url", "canonical", "canonical_url"]),
            description: words(&["description", "summary", "abstract"]),
            section: words(&["section", "category"]),
            tags: self.tags(),
            draft: self.is_kept_back() || self.is_private(),
            ..Document::default()
        }
    }

    /// Tells which properties have no place.
    pub(super) fn tell(&self, name: &str, target: &mut Target<'_>) {
        let left = self
            .properties
            .iter()
            .filter(|(key, values)| !TAKEN.contains(&&**key) && !values.is_empty());
        let left: Vec<_> = left.map(|(key, _)| format!("`{key}`")).collect();
        if !left.is_empty() {
            target.leave_out(LeftOut {
                file: name.to_owned(),
                place: "line 1".to_owned(),
                what: format!("properties that have no place here: {}", left.join(", ")),
                cure: String::new(),
            });
        }
    }
}

/// `[[People|the people]]` as `People`.
pub(super) fn unlinked(words: &str) -> &str {
    let words = words.trim();
    let inner = words
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"));
    inner.map_or(words, |inner| {
        inner.split(['|', '#']).next().unwrap_or(inner).trim()
    })
}

fn one(value: &Yaml<'_>) -> Option<String> {
    match value {
        Yaml::Mapping(entries) => {
            let mut entries = entries.iter();
            words(entries.find(|(key, _)| key.as_str() == Some("name"))?.1)
        }
        // `[[Maria Berg]]` without quotes is a list in a list.
        Yaml::Sequence(items) => match items.first() {
            Some(Yaml::Sequence(inner)) => words(inner.first()?),
            Some(inner) => words(inner),
            None => None,
        },
        other => words(other),
    }
}

fn words(value: &Yaml<'_>) -> Option<String> {
    match value {
        Yaml::Value(Scalar::String(text)) => Some(text.trim().to_owned()),
        Yaml::Value(Scalar::Integer(number)) => Some(number.to_string()),
        Yaml::Value(Scalar::FloatingPoint(number)) => Some(number.to_string()),
        Yaml::Value(Scalar::Boolean(flag)) => Some(flag.to_string()),
        _ => None,
    }
}
