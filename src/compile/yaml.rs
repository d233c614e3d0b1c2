//! YAML front matter, as most other programs read it: recognised, and told as it is written here.

use std::ops::Range;

use saphyr::{LoadableYamlNode, Scalar, Yaml};

use crate::compile::change::Change;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::escaped;
use crate::compile::suggestion;

/// Front matter between two lines of `---`.
pub(crate) struct FrontMatter {
    /// With both lines.
    whole: Range<usize>,
    inner: Range<usize>,
}

/// The YAML that a text begins with.
pub(crate) fn front_matter(text: &str, first: usize) -> Option<FrontMatter> {
    let mut at = first;
    let mut begins = None;
    for line in text[first..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        match (begins, line.trim_end()) {
            (None, "---") => begins = Some(at),
            (None, _) => return None,
            (Some(begins), "---" | "...") => {
                return Some(FrontMatter {
                    whole: first..start + line.trim_end().len(),
                    inner: begins..start,
                });
            }
            (Some(_), _) => {}
        }
    }
    None
}

/// Keys as other programs call them, and as they are called here.
const KEYS: &[(&str, &str)] = &[
    ("title", "title"),
    ("author", "byline"),
    ("authors", "byline"),
    ("byline", "byline"),
    ("date", "date"),
    ("published", "date"),
    ("updated", "updated"),
    ("modified", "updated"),
    ("lastmod", "updated"),
    ("pubdate", "date"),
    ("publisher", "publisher"),
    ("lang", "language"),
    ("language", "language"),
    ("locale", "language"),
    ("description", "description"),
    ("summary", "description"),
    ("abstract", "description"),
    ("standfirst", "standfirst"),
    ("subtitle", "standfirst"),
    ("dek", "standfirst"),
    ("deck", "standfirst"),
    ("section", "section"),
    ("category", "section"),
    ("categories", "section"),
    ("tags", "tags"),
    ("keywords", "tags"),
    ("draft", "draft"),
    ("url", "url"),
    ("canonical", "url"),
    ("canonical_url", "url"),
];

impl FrontMatter {
    /// Says that this is YAML, and gives the lines to write in its place.
    pub(crate) fn report(&self, file: &str, text: &str, findings: &Findings) {
        let first = text[self.whole.clone()].lines().next().unwrap_or_default();
        let span = SourceSpan::new(file, self.whole.start..self.whole.start + first.len());
        let message = "this front matter is YAML; here it is TOML between two lines of `+++`";
        let report = findings.error("malformed-front-matter", &span, message);
        let Some((lines, left)) = translated(&text[self.inner.clone()]) else {
            let help = "write `+++` in the place of both `---`, and `key = \"value\"` between them";
            return report.help(help);
        };
        let front = ["+++\n", &lines, "+++"].concat();
        let left = if left.is_empty() {
            String::new()
        } else {
            let left = suggestion::list(left.iter().map(String::as_str)).replace(" or ", " and ");
            format!(" (nothing here reads {left})")
        };
        let change = Change::replace(file, self.whole.clone(), &*front);
        report
            .change(change)
            .help(format!("write this in its place{left}:\n{front}"));
    }
}

/// Lines of TOML, and the keys that have no place here.
fn translated(yaml: &str) -> Option<(String, Vec<String>)> {
    let documents = Yaml::load_from_str(yaml).ok()?;
    let Some(Yaml::Mapping(entries)) = documents.first() else {
        return None;
    };
    let mut lines = String::new();
    let mut written = Vec::new();
    let mut left = Vec::new();
    for (key, value) in entries {
        let key = words(key)?;
        let lower = key.to_lowercase();
        let known = KEYS.iter().find(|(theirs, _)| *theirs == lower);
        match known.zip(value_of(value)) {
            Some(((_, ours), mut value)) if !written.contains(ours) => {
                if matches!(*ours, "date" | "updated") {
                    value.truncate(1);
                    value.iter_mut().for_each(cut_time);
                }
                let quoted = |value: &String| format!("\"{}\"", escaped(value));
                let list: Vec<_> = value.iter().map(quoted).collect();
                let value = match (&*list, *ours) {
                    // What is not clearly finished is not published.
                    (_, "draft") => {
                        let said = value.first().map(|said| said.to_lowercase());
                        let is_no = |said: &str| ["false", "no", "off", "n", "0"].contains(&said);
                        (!said.as_deref().is_some_and(is_no)).to_string()
                    }
                    ([_], "tags") => {
                        let tags = value[0].split(',').map(|tag| tag.trim().to_owned());
                        let tags: Vec<_> = tags.map(|tag| quoted(&tag)).collect();
                        format!("[{}]", tags.join(", "))
                    }
                    ([one], _) => one.clone(),
                    (all, "byline" | "tags") => format!("[{}]", all.join(", ")),
                    (all, _) => {
                        // One of them has a place.
                        left.push(key);
                        all.first()?.clone()
                    }
                };
                lines += &format!("{ours} = {value}\n");
                written.push(*ours);
            }
            _ => left.push(key),
        }
    }
    if !written.contains(&"title") {
        lines.insert_str(0, "title = \"…\"\n");
    }
    Some((lines, left))
}

/// `2026-03-01T10:00:00+01:00` as the day.
fn cut_time(date: &mut String) {
    let is_day = |day: &str| {
        day.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    if date.get(..10).is_some_and(is_day) {
        date.truncate(10);
    }
}

/// A value as words, or a list of them; people may have a name.
fn value_of(value: &Yaml<'_>) -> Option<Vec<String>> {
    let one = |value: &Yaml<'_>| match value {
        Yaml::Mapping(entries) => entries
            .iter()
            .find(|(key, _)| key.as_str() == Some("name"))
            .and_then(|(_, name)| words(name)),
        other => words(other),
    };
    let all: Vec<_> = match value {
        Yaml::Sequence(items) => items.iter().map(one).collect::<Option<_>>()?,
        other => vec![one(other)?],
    };
    (!all.is_empty()).then_some(all)
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
