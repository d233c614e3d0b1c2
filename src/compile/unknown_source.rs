//! A source that `sources.toml` does not hold: the one that was meant, or its entry to paste.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Included, Unbounded};

use crate::compile::change::Change;
use crate::compile::findings::Report;
use crate::compile::slug::slug_of;
use crate::compile::source_text::{SourceText, escaped};
use crate::compile::suggestion;

/// The keys of all sources, and what tells which was meant.
#[derive(Default)]
pub(crate) struct KnownSources {
    /// By the name in each, without its date.
    keys: BTreeMap<String, BTreeSet<String>>,
    /// By addresses without what makes no difference.
    addresses: BTreeMap<String, String>,
}

impl KnownSources {
    pub(crate) fn add(&mut self, key: &str, url: Option<&str>) {
        let of_name = self.keys.entry(name(key).to_owned()).or_default();
        of_name.insert(key.to_owned());
        if let Some(url) = url {
            let address = self.addresses.entry(bare(url).to_owned());
            address.or_insert_with(|| key.to_owned());
        }
    }

    fn is_taken(&self, key: &str) -> bool {
        let of_name = self.keys.get(name(key));
        of_name.is_some_and(|keys| keys.contains(key))
    }

    /// Says what to type in the place of a key or address that is none.
    pub(crate) fn help(&self, report: Report<'_>, written: &SourceText<'_>) {
        let whole = 0..written.text.len();
        if let Some(key) = self.addresses.get(bare(&written.text)) {
            return report.write(written, whole, key);
        }
        if let Some(entry) = Entry::at(&written.text) {
            let key = self.free(&entry.key);
            let lines = entry.lines(&key);
            let help =
                format!("write `{key}` here, and this at the end of `sources.toml`:\n{lines}");
            let change = Change::Append {
                file: "sources.toml".to_owned(),
                text: [&lines, "\n"].concat(),
            };
            return report
                .change(written.change(whole, &key))
                .change(change)
                .help(help);
        }
        if let Some(meant) = self.nearest(&written.text) {
            return report.write(written, whole, meant);
        }
        let key = slug_of(&written.text);
        if key != written.text || key.is_empty() {
            return report.help("write a key of `sources.toml`, or a block: `ARTICLE#p2`");
        }
        let entry = Entry {
            key: key.clone(),
            publisher: "…".to_owned(),
            title: "…".to_owned(),
            url: "https://example.org/".to_owned(),
            date: None,
        };
        let lines = entry.lines(&key);
        let change = Change::Append {
            file: "sources.toml".to_owned(),
            text: [&lines, "\n"].concat(),
        };
        let help = format!(
            "name another source, or write this at the end of `sources.toml`, with its own words:\n{lines}"
        );
        report.change(change).help(help);
    }

    /// The key, or the first of its kind that no other source has.
    fn free(&self, key: &str) -> String {
        let numbered = (2..).map(|number| format!("{key}-{number}"));
        let mut keys = [key.to_owned()].into_iter().chain(numbered);
        keys.find(|key| !self.is_taken(key)).unwrap_or_default()
    }

    /// The key that was meant. That it has the same date makes no two sources alike: their names must be near too.
    fn nearest(&self, written: &str) -> Option<&str> {
        let own = name(written);
        let names = self.keys.keys().map(String::as_str);
        let near = match own {
            "" => "",
            own => suggestion::nearest(own, names.filter(|name| !name.is_empty()))?,
        };
        let all = self.keys.get(near)?;
        let before = all.range::<str, _>((Unbounded, Excluded(written)));
        let before = before.rev().take(COMPARED);
        let after = all.range::<str, _>((Included(written), Unbounded));
        let after = after.take(COMPARED);
        let of_name = before.chain(after).map(String::as_str);
        let slips = |key: &&str| strsim::osa_distance(written, key);
        let limit = |key: &&str| !near.is_empty() || slips(key) <= written.len().div_ceil(3);
        of_name.filter(limit).min_by_key(slips)
    }
}

/// Keys of one name, before and behind what was written in their order, that are compared with it.
const COMPARED: usize = 200;

/// What of a key is no date or number at its end.
fn name(key: &str) -> &str {
    key.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
}

/// An entry of `sources.toml` that is not there yet.
struct Entry {
    key: String,
    publisher: String,
    title: String,
    url: String,
    date: Option<String>,
}

impl Entry {
    /// What an address tells of the work there.
    fn at(url: &str) -> Option<Self> {
        let rest = url
            .strip_prefix("https://")
            .or(url.strip_prefix("http://"))?;
        let is_bad = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c);
        if rest.contains(is_bad) || !rest.starts_with(char::is_alphanumeric) {
            return None;
        }
        let place = rest.split(['?', '#']).next().unwrap_or(rest);
        let (host, path) = place.split_once('/').unwrap_or((place, ""));
        let host = host.strip_prefix("www.").unwrap_or(host);
        let name = host.split('.').next().unwrap_or(host);
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
        let date = date(&parts);
        let last = parts.last().copied().unwrap_or_default();
        let last = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
        let last = last.replace(['-', '_', '+'], " ").replace("%20", " ");
        let words = slug_of(&last);
        let words: Vec<_> = words.split('-').take(3).collect();
        let key = match &date {
            Some(date) => format!("{name}-{date}"),
            None => format!("{name}-{}", words.join("-")),
        };
        let mut letters = last.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        Some(Self {
            key: slug_of(&key),
            publisher: host.to_owned(),
            title: if last.trim().is_empty() {
                host.to_owned()
            } else {
                first.chain(letters).collect()
            },
            url: url.to_owned(),
            date,
        })
    }

    fn lines(&self, key: &str) -> String {
        let quoted = |name: &str, words: &str| format!("\n{name} = \"{}\"", escaped(words));
        let mut lines = format!("[{key}]");
        lines += &quoted("publisher", &self.publisher);
        lines += &quoted("title", &self.title);
        lines += &quoted("url", &self.url);
        if let Some(date) = &self.date {
            lines += &quoted("date", date);
        }
        lines
    }
}

/// A day in the parts of an address: `2026/01/15`.
fn date(parts: &[&str]) -> Option<String> {
    let number = |part: &str, length: usize, most: u32| {
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            && part
                .parse()
                .is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    let mut days = parts.windows(3).filter(|part| {
        number(part[0], 4, 2100) && number(part[1], 2, 12) && number(part[2], 2, 28)
    });
    days.next().map(|day| day.join("-"))
}

/// An address without what makes no difference.
fn bare(url: &str) -> &str {
    let rest = url
        .strip_prefix("https://")
        .or(url.strip_prefix("http://"))
        .unwrap_or(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_alone_makes_no_sources_alike() {
        let keys = [
            "hrw-2026-01-15",
            "hrw-2025-03-01",
            "gazette",
            "bbc-2024-01-01",
        ];
        let mut known = KnownSources::default();
        keys.iter().for_each(|key| known.add(key, None));
        for (written, meant) in [
            ("amnesty-2026-01-15", None),
            ("ap-2026-01-15", None),
            ("cnn-2026-01-15", None),
            ("hrw-2026-01-51", Some("hrw-2026-01-15")),
            ("hrw", Some("hrw-2025-03-01")),
            ("gazete", Some("gazette")),
            ("2026-01-15", None),
        ] {
            assert_eq!(known.nearest(written), meant, "{written}");
        }
    }

    #[test]
    fn an_address_tells_its_entry() {
        let entry = Entry::at("https://www.hrw.org/news/2026/01/15/no-way-out.html?x=1");
        let entry = entry.expect("an address");
        assert_eq!(
            entry.lines(&entry.key),
            "[hrw-2026-01-15]\npublisher = \"hrw.org\"\ntitle = \"No way out\"\n\
             url = \"https://www.hrw.org/news/2026/01/15/no-way-out.html?x=1\"\ndate = \"2026-01-15\""
        );
        let entry = Entry::at("https://e.example").expect("an address");
        assert_eq!((&*entry.key, &*entry.title), ("e", "e.example"));
    }
}
