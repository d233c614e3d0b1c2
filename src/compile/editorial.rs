//! What a publisher adds to an article in its front matter: standfirst, authors, tags, corrections.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::compile::fields::{AUTHOR, CORRECTION};
use crate::compile::findings::Findings;
use crate::compile::inline::{self, Scope};
use crate::compile::naming::Naming;
use crate::compile::raw_marks::check_words;
use crate::compile::rules;
use crate::compile::slug::slug_of;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;
use crate::compile::toml_value::TomlValue;
use crate::model::id::Id;
use crate::model::site::{Author, Correction, Entity, Topic};
use crate::model::text::Text;
use crate::model::when::When;

/// The words below the headline: inline Markdown with links to entities. Whom they name goes to `named`.
pub(crate) fn standfirst<'a>(
    table: &mut TomlTable<'a>,
    scope: Scope<'_, 'a>,
    named: &mut Vec<Naming<'a>>,
) -> Option<Text<Id<Entity>>> {
    let prose = inline::prose(&table.optional("standfirst")?, scope);
    named.extend(prose.named);
    Some(prose.text)
}

/// Who wrote it: a name, or a list of names and of `{ name, url }`. What is read goes to `written` too.
pub(crate) fn byline<'a>(
    table: &mut TomlTable<'a>,
    written: &mut Vec<SourceText<'a>>,
) -> Vec<Author> {
    let Some(value) = table.take("byline") else {
        return Vec::new();
    };
    if value.is_table() {
        return author(value, written).into_iter().collect();
    }
    if !value.is_list() {
        return plain(value, written);
    }
    let items = value.items().into_iter();
    items
        .flat_map(|item| {
            if item.is_table() {
                author(item, written).into_iter().collect()
            } else {
                plain(item, written)
            }
        })
        .collect()
}

/// An author by a name alone.
fn plain<'a>(value: TomlValue<'a>, written: &mut Vec<SourceText<'a>>) -> Vec<Author> {
    let (complete, findings) = (value.source.complete, value.source.findings);
    let names = value.strings().into_iter();
    names
        .map(|name| {
            if complete {
                check_words(&name, findings);
            }
            if name.text.trim().is_empty() {
                let report = findings.error("missing-key", &name.span, "this name is empty");
                report.help("write who wrote it, or leave it out");
            }
            written.push(name.clone());
            Author {
                name: name.text.into_owned(),
                url: None,
            }
        })
        .collect()
}

/// `{ name, url }`.
fn author<'a>(value: TomlValue<'a>, written: &mut Vec<SourceText<'a>>) -> Option<Author> {
    let mut table = value.table()?;
    let name = table.required_words("name");
    let url = rules::url(&mut table, "url");
    table.finish(&AUTHOR);
    written.extend(name.clone());
    Some(Author {
        name: name?.text.into_owned(),
        url,
    })
}

/// The part of the site that it belongs to.
pub(crate) fn section<'a>(
    table: &mut TomlTable<'a>,
    written: &mut Vec<SourceText<'a>>,
) -> Option<Topic> {
    let section = table.optional_words("section")?;
    written.push(section.clone());
    topic(&section, table.findings())
}

/// A section or a tag, whose page has an address made of its words.
fn topic(written: &SourceText<'_>, findings: &Findings) -> Option<Topic> {
    let name = written.text.trim();
    let slug = address(name);
    if slug.is_empty() {
        let message = format!("`{name}` holds nothing that an address can be made of");
        let report = findings.error("bad-slug", &written.words(), message);
        report.help("write it with a letter or a digit");
        return None;
    }
    Some(Topic {
        name: name.to_owned(),
        slug,
    })
}

/// What a topic is called in addresses: its words, and where others may come to the same (`C++` and `C#`, 历史 and 理事), or
/// where they are too long for a file's name, a part of their digest too. Accents tell no two topics apart.
fn address(name: &str) -> String {
    const LONGEST: usize = 60;
    let slug = slug_of(name);
    let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = plain.to_lowercase();
    let words: Vec<_> = words
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    if slug.is_empty() || slug.len() <= LONGEST && words.join("-") == slug {
        return slug;
    }
    let digest = Sha256::digest(name.nfc().collect::<String>().to_lowercase());
    let short = slug[..slug.len().min(LONGEST)].trim_end_matches('-');
    format!("{short}-{:02x}{:02x}", digest[0], digest[1])
}

/// What it is about, each once.
pub(crate) fn tags<'a>(table: &mut TomlTable<'a>, written: &mut Vec<SourceText<'a>>) -> Vec<Topic> {
    let mut tags = Vec::<Topic>::new();
    for tag in table.all_words("tags") {
        written.push(tag.clone());
        let words = tag.text.trim();
        if words.is_empty() {
            let findings = table.findings();
            let report = findings.error("missing-key", &tag.span, "this tag is empty");
            report.help("write what the article is about, or leave it out");
        } else if let Some(topic) = topic(&tag, table.findings())
            && !tags.iter().any(|one| one.slug == topic.slug)
        {
            tags.push(topic);
        }
    }
    tags
}

/// When something was done to an article, which was published on a `date`.
pub(crate) fn later(
    table: &mut TomlTable<'_>,
    key: &'static str,
    date: Option<&When>,
) -> Option<When> {
    let (when, written) = table.date_and_words(key)?;
    if date.is_some_and(|date| when.latest < date.earliest) {
        let message = format!("`{}` is before the article’s own `date`", written.text);
        let report = table
            .findings()
            .warning("bad-date", &written.words(), message);
        report.help("write the later day here, or the earlier one in `date`");
    }
    Some(when)
}

/// `[[corrections]]`, each with `date` and `text`, in the order in which they are told.
pub(crate) fn corrections<'a>(
    table: &mut TomlTable<'a>,
    published: Option<&When>,
    scope: Scope<'_, 'a>,
    named: &mut Vec<Naming<'a>>,
) -> Vec<Correction<Id<Entity>>> {
    let tables = table.tables("corrections").into_iter();
    let read = tables.filter_map(|mut table| {
        if !table.holds("date") {
            table.missing("date");
        }
        let date = later(&mut table, "date", published);
        let text = table.required("text");
        table.finish(&CORRECTION);
        let prose = inline::prose(&text?, scope);
        named.extend(prose.named);
        Some(Correction {
            date: date?,
            text: prose.text,
        })
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn topics_of_other_words_have_other_addresses() {
        assert_eq!(address("Mud by night"), "mud-by-night");
        assert_eq!((&*address("Café"), &*address("CAFÉ")), ("cafe", "cafe"));
        for (one, other) in [
            ("C++", "C#"),
            ("C++", "C"),
            ("历史", "理事"),
            ("a&b", "a b"),
        ] {
            assert_ne!(address(one), address(other), "{one} and {other}");
        }
        let long = |last: &str| address(&["mud ".repeat(100), last.to_owned()].concat());
        assert!(
            long("a").len() < 80 && long("a") != long("b"),
            "{}",
            long("a")
        );
    }
}
