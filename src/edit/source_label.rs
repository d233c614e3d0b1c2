//! What a fact rests on, as people read it.

use toml_edit::{InlineTable, Value};

use crate::model::site::{Article, Site, Source};
use crate::model::text::plain;

/// A source that is given as TOML, in words; what is none stays as it is written.
pub(super) fn source_label(site: &Site, toml: &str) -> String {
    let value = toml.parse::<Value>().ok();
    let label = value.and_then(|value| label(site, &value));
    label.unwrap_or_else(|| toml.to_owned())
}

fn label(site: &Site, value: &Value) -> Option<String> {
    match value {
        Value::String(key) => match key.value().split_once('#') {
            Some((slug, place)) => Some(format!("{}, {}", article(site, slug)?, block(place))),
            None => work(site, key.value()),
        },
        Value::InlineTable(part) => part_label(site, part),
        Value::Array(all) => {
            let all: Option<Vec<_>> = all.iter().map(|one| label(site, one)).collect();
            Some(all?.join("; "))
        }
        _ => None,
    }
}

/// Words of an article, or a part of a work.
fn part_label(site: &Site, part: &InlineTable) -> Option<String> {
    let string = |key: &str| part.get(key).and_then(Value::as_str);
    if let (Some(slug), Some(quote)) = (string("article"), string("quote")) {
        return Some(format!("{}: “{quote}”", article(site, slug)?));
    }
    let work = work(site, string("id")?)?;
    let at = string("pages").or(string("at"));
    Some(at.map_or_else(|| work.clone(), |at| format!("{work}, {at}")))
}

/// An article by its title, unless it is the only one.
fn article(site: &Site, slug: &str) -> Option<String> {
    let all: Vec<&Article> = site.articles.iter().map(|(_, one)| one).collect();
    let found = all.iter().find(|one| one.slug == slug)?;
    let title = found.blocks.first().map(|title| plain(&title.text));
    Some(match title {
        Some(title) if all.len() > 1 => title,
        _ => "The article".to_owned(),
    })
}

fn block(place: &str) -> String {
    match place.strip_prefix('p').map(str::parse::<u32>) {
        Some(Ok(1)) => "its title".to_owned(),
        Some(Ok(number)) => format!("paragraph {number}"),
        _ => format!("#{place}"),
    }
}

fn work(site: &Site, slug: &str) -> Option<String> {
    let mut works = site.sources.iter().map(|(_, one)| one);
    let Source {
        author,
        publisher,
        title,
        ..
    } = works.find(|one| one.slug == slug)?;
    let authors = author.join(", ");
    let parts = [Some(&*authors), publisher.as_deref(), title.as_deref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let parts: Vec<_> = parts.collect();
    Some(match &*parts {
        [] => slug.to_owned(),
        parts => parts.join(": "),
    })
}
