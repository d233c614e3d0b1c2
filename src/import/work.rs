//! A work as bibliographies name it, and as `sources.toml` says it.

use crate::compile::rules::is_url;
use crate::compile::work_numbers::{is_doi, is_isbn};
use crate::import::date::{Dated, date};
use crate::import::language_names;
use crate::import::toml_text::line;
use crate::import::value;
use crate::import::work_author::{self, WorkAuthor};

/// A work as a file of another program has it: words, not yet checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Work {
    /// What the file calls it; may be empty.
    pub(crate) key: String,
    /// A kind of `sources.toml`.
    pub(crate) kind: &'static str,
    /// Names as they are read, in their order.
    pub(crate) author: Vec<WorkAuthor>,
    pub(crate) publisher: String,
    pub(crate) title: String,
    pub(crate) url: String,
    pub(crate) archived: String,
    pub(crate) doi: String,
    pub(crate) isbn: String,
    pub(crate) pages: String,
    pub(crate) held_by: String,
    pub(crate) call_number: String,
    pub(crate) date: String,
    pub(crate) read_on: String,
    pub(crate) language: String,
    /// `page` or `copy`.
    pub(crate) read: String,
    pub(crate) reliability: String,
    /// The line of the file in which it begins, from 1.
    pub(crate) line: usize,
    /// What it has beside, that no source of ours says: names of fields.
    pub(crate) beside: Vec<String>,
}

/// A value of a work that cannot be taken, and why.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) what: String,
    pub(crate) cure: String,
}

impl Work {
    /// Tidies all values; what no source may have is taken away, and told.
    pub(crate) fn settle(&mut self) -> Vec<Refused> {
        let mut refused = Vec::new();
        let texts = [
            &mut self.publisher,
            &mut self.title,
            &mut self.url,
            &mut self.archived,
            &mut self.doi,
            &mut self.isbn,
            &mut self.pages,
            &mut self.held_by,
            &mut self.call_number,
            &mut self.date,
            &mut self.read_on,
            &mut self.language,
            &mut self.read,
            &mut self.reliability,
        ];
        let names = self.author.iter_mut().map(|author| &mut author.name);
        for text in texts.into_iter().chain(names) {
            *text = tidy(text);
        }
        let words = [
            &mut self.publisher,
            &mut self.title,
            &mut self.pages,
            &mut self.held_by,
            &mut self.call_number,
        ];
        let names = self.author.iter_mut().map(|author| &mut author.name);
        for text in words.into_iter().chain(names) {
            *text = value::plain(text);
        }
        self.author.retain(|author| !author.name.is_empty());
        self.pages = self.pages.replace("--", "-").replace('–', "-");
        self.settle_doi(&mut refused);
        self.settle_isbn(&mut refused);
        self.settle_addresses(&mut refused);
        self.settle_dates(&mut refused);
        self.settle_language(&mut refused);
        self.settle_choices(&mut refused);
        refused
    }

    fn settle_doi(&mut self, refused: &mut Vec<Refused>) {
        if self.doi.is_empty()
            && let Some(doi) = doi_of(&self.url)
        {
            self.doi = doi;
            self.url.clear();
        }
        let doi = doi_of(&self.doi).unwrap_or_else(|| self.doi.clone());
        if !doi.is_empty() && !is_doi(&doi) {
            refuse(refused, "DOI", &doi, "write it like `10.1000/182`");
            self.doi.clear();
            return;
        }
        // The DOI makes this address.
        if !doi.is_empty() && doi_of(&self.url).as_deref() == Some(&*doi) {
            self.url.clear();
        }
        self.doi = doi;
    }

    fn settle_isbn(&mut self, refused: &mut Vec<Refused>) {
        let plain = |isbn: &str| {
            isbn.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        };
        let all: Vec<_> = self
            .isbn
            .split(|c: char| matches!(c, ',' | ';' | '/') || c.is_whitespace())
            .map(|isbn| {
                isbn.trim_start_matches("ISBN")
                    .trim_matches([':', '(', ')'])
                    .replace('–', "-")
            })
            .filter(|isbn| plain(isbn).len() >= 9)
            .collect();
        let mut good = all.iter().filter(|isbn| is_isbn(isbn));
        let whole = self.isbn.replace('–', "-");
        let chosen = good
            .clone()
            .find(|isbn| plain(isbn).len() == 13)
            .or_else(|| good.next());
        let chosen = chosen.cloned().or_else(|| is_isbn(&whole).then_some(whole));
        // The number of a journal is not a book's.
        let digits = self.isbn.split_whitespace().next().unwrap_or_default();
        let is_issn = plain(digits).len() == 8;
        if chosen.is_none() && !self.isbn.is_empty() && !is_issn {
            refuse(refused, "ISBN", &self.isbn, "compare it with the book");
        }
        self.isbn = chosen.unwrap_or_default();
    }

    fn settle_addresses(&mut self, refused: &mut Vec<Refused>) {
        for url in [&mut self.url, &mut self.archived] {
            if url.starts_with("www.") {
                *url = format!("https://{url}");
            }
            if !url.is_empty() && !is_url(url) {
                refuse(
                    refused,
                    "web address",
                    url,
                    "write the whole address: `https://…`",
                );
                url.clear();
            }
        }
    }

    fn settle_dates(&mut self, refused: &mut Vec<Refused>) {
        for (name, written) in [
            ("date", &mut self.date),
            ("day of reading", &mut self.read_on),
        ] {
            if written.is_empty() {
                continue;
            }
            *written = match date(written, None) {
                Dated::Date(edtf) => edtf,
                Dated::Ambiguous(one, other) => {
                    let cure = format!("write `{one}` or `{other}`");
                    refuse(refused, &format!("certain {name}"), written, &cure);
                    String::new()
                }
                Dated::Unknown => {
                    let cure = "write it as EDTF: `2025-07-23`, `2025-07`, `2016~` (about)";
                    refuse(refused, name, written, cure);
                    String::new()
                }
            };
        }
    }

    fn settle_language(&mut self, refused: &mut Vec<Refused>) {
        let first = self.language.split([',', ';', '/']).next();
        let written = first.unwrap_or_default().trim().replace('_', "-");
        if written.is_empty() {
            return;
        }
        self.language = language_names::tag(&written).unwrap_or_else(|| {
            refuse(
                refused,
                "language",
                &written,
                "write a tag: `en`, `kk`, `zh-Hans`",
            );
            String::new()
        });
    }

    fn settle_choices(&mut self, refused: &mut Vec<Refused>) {
        const RELIABILITIES: [&str; 4] = ["strong", "good", "official", "low"];
        let choices = [
            ("reading", &mut self.read, &["page", "copy"][..]),
            ("reliability", &mut self.reliability, &RELIABILITIES[..]),
        ];
        for (name, written, choices) in choices {
            *written = written.to_lowercase();
            if !written.is_empty() && !choices.contains(&&**written) {
                let cure = format!("write one of {}", choices.join(", "));
                refuse(refused, name, written, &cure);
                written.clear();
            }
        }
    }

    /// Why no reader could find it; nothing if one can.
    pub(crate) fn unfindable(&self) -> Option<&'static str> {
        let is_publication = matches!(self.kind, "web" | "article" | "book" | "report");
        if self.title.is_empty()
            && (is_publication || (self.author.is_empty() && self.held_by.is_empty()))
        {
            return Some("it has no title");
        }
        let places = [
            &self.url,
            &self.archived,
            &self.doi,
            &self.isbn,
            &self.held_by,
        ];
        let is_dated = !self.date.is_empty();
        let is_printed = !self.publisher.is_empty() && !self.title.is_empty() && is_dated;
        let is_told =
            matches!(self.kind, "interview" | "letter") && !self.author.is_empty() && is_dated;
        if places.iter().all(|place| place.is_empty()) && !is_printed && !is_told {
            return Some(
                "nobody could find it: it has no address, DOI or ISBN, nor a publisher with a date",
            );
        }
        None
    }

    /// What an entry of the bibliography is called, where its file gives it no name: `smith-2019-rivers`.
    pub(crate) fn call(&self) -> String {
        let author = self
            .author
            .first()
            .map_or(&self.publisher, |author| &author.name);
        let author = author.rsplit(' ').next().unwrap_or_default();
        let year: String = self.date.chars().take_while(char::is_ascii_digit).collect();
        let long = |word: &&str| word.chars().count() > 3;
        let word = self
            .title
            .split_whitespace()
            .find(long)
            .unwrap_or(&self.title);
        let parts = [author, &*year, word];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Its table in `sources.toml`, under this key.
    pub(crate) fn toml(&self, key: &str) -> String {
        let mut toml = format!("[{key}]\n");
        if self.kind != "web" {
            toml += &line("kind", self.kind);
        }
        toml += &work_author::line(&self.author);
        for (key, value) in [
            ("publisher", &self.publisher),
            ("title", &self.title),
            ("url", &self.url),
            ("archived", &self.archived),
            ("doi", &self.doi),
            ("isbn", &self.isbn),
            ("pages", &self.pages),
            ("held_by", &self.held_by),
            ("call_number", &self.call_number),
            ("date", &self.date),
            ("read_on", &self.read_on),
            ("read", &self.read),
            ("reliability", &self.reliability),
            ("language", &self.language),
        ] {
            if !value.is_empty() {
                toml += &line(key, value);
            }
        }
        toml
    }
}

fn refuse(refused: &mut Vec<Refused>, name: &str, value: &str, cure: &str) {
    let short: String = value.chars().take(80).collect();
    refused.push(Refused {
        what: format!("`{short}` is no {name}"),
        cure: format!("{cure}, in `sources.toml`"),
    });
}

/// The DOI in an address of a resolver, or behind `doi:`.
fn doi_of(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or(lower.strip_prefix("http://"))
        .unwrap_or(&lower);
    let heads = ["doi.org/", "dx.doi.org/", "www.doi.org/", "doi:"];
    let rest = heads.iter().find_map(|head| rest.strip_prefix(head))?;
    let doi = text[text.len() - rest.len()..].trim();
    let doi = percent_encoding::percent_decode_str(doi)
        .decode_utf8()
        .ok()?;
    is_doi(&doi).then(|| doi.into_owned())
}

/// One line without control characters or spaces at its ends; what only marks a place is nothing.
pub(crate) fn tidy(text: &str) -> String {
    let visible = text.chars().filter(|c| {
        !matches!(
            c,
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{FFFE}' | '\u{FFFF}'
        )
    });
    let plain: String = visible
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<_> = plain.split(' ').filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    if matches!(words.trim(), "…" | "..." | "-" | "–" | "?") {
        return String::new();
    }
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(mut work: Work) -> (Work, Vec<String>) {
        let refused = work.settle();
        (work, refused.into_iter().map(|one| one.what).collect())
    }

    #[test]
    fn values_are_taken_as_the_format_has_them_or_told() {
        let (work, refused) = settled(Work {
            kind: "book",
            title: " On\n  rivers ".to_owned(),
            url: "https://doi.org/10.1000/182".to_owned(),
            isbn: "978-0-306-40615-7 (hbk) 0306406152".to_owned(),
            pages: "12--14".to_owned(),
            date: "May 2019".to_owned(),
            language: "ngerman".to_owned(),
            ..Work::default()
        });
        assert_eq!(refused, Vec::<String>::new());
        assert_eq!(
            work.toml("rivers"),
            "[rivers]\nkind = \"book\"\ntitle = \"On rivers\"\ndoi = \"10.1000/182\"\nisbn = \"978-0-306-40615-7\"\n\
             pages = \"12-14\"\ndate = \"2019-05\"\nlanguage = \"de\"\n"
        );
        let (work, refused) = settled(Work {
            kind: "book",
            title: "…".to_owned(),
            doi: "10.1".to_owned(),
            isbn: "978-0-306-40615-8".to_owned(),
            url: "file:///C:/x.pdf".to_owned(),
            date: "n.d.".to_owned(),
            language: "Klingon in Latin letters".to_owned(),
            ..Work::default()
        });
        assert_eq!(work.toml("x"), "[x]\nkind = \"book\"\n");
        assert_eq!(
            refused,
            [
                "`10.1` is no DOI",
                "`978-0-306-40615-8` is no ISBN",
                "`file:///C:/x.pdf` is no web address",
                "`n.d.` is no date",
                "`Klingon in Latin letters` is no language"
            ]
        );
        assert_eq!(work.unfindable(), Some("it has no title"));
    }
}
