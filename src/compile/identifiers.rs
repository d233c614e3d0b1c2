//! Numbers by which entities are known elsewhere: what they look like, and where they lead.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::compile::change::Change;
use crate::compile::fields::SCHEME;
use crate::compile::findings::Findings;
use crate::compile::rules;
use crate::compile::slug::check_slug;
use crate::compile::source_text::SourceText;
use crate::compile::suggestion;
use crate::compile::toml_table::TomlTable;
use crate::model::site::Identifier;

mod check;
mod countries;

/// What stands in an address pattern for the number.
const PLACE: &str = "{id}";

/// What of a number may stand in a path as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b':');

/// A scheme of identifiers that every site knows.
struct Common {
    key: &'static str,
    name: &'static str,
    url: &'static str,
    /// Tells the number in the form that its address has, if it is one.
    read: fn(&str) -> Option<String>,
    /// What one looks like.
    example: &'static str,
    /// What else must hold.
    checked: &'static str,
}

const COMMON: &[Common] = &[
    Common {
        key: "wikidata",
        name: "Wikidata",
        url: "https://www.wikidata.org/wiki/{id}",
        read: check::wikidata,
        example: "Q42",
        checked: "",
    },
    Common {
        key: "gnd",
        name: "GND",
        url: "https://d-nb.info/gnd/{id}",
        read: check::gnd,
        example: "118540238",
        checked: ", its last digit checks the others",
    },
    Common {
        key: "viaf",
        name: "VIAF",
        url: "https://viaf.org/viaf/{id}",
        read: check::number,
        example: "24602065",
        checked: "",
    },
    Common {
        key: "isni",
        name: "ISNI",
        url: "https://isni.org/isni/{id}",
        read: check::isni,
        example: "0000 0001 2146 6852",
        checked: ", its last digit checks the others",
    },
    Common {
        key: "orcid",
        name: "ORCID",
        url: "https://orcid.org/{id}",
        read: check::orcid,
        example: "0000-0002-1825-0097",
        checked: ", its last digit checks the others",
    },
    Common {
        key: "geonames",
        name: "GeoNames",
        url: "https://www.geonames.org/{id}",
        read: check::number,
        example: "1526384",
        checked: "",
    },
    Common {
        key: "osm",
        name: "OpenStreetMap",
        url: "https://www.openstreetmap.org/{id}",
        read: check::openstreetmap,
        example: "relation/214665",
        checked: "",
    },
    Common {
        key: "ror",
        name: "ROR",
        url: "https://ror.org/{id}",
        read: check::ror,
        example: "05dxps055",
        checked: ", its last two digits check the others",
    },
    Common {
        key: "loc",
        name: "Library of Congress",
        url: "https://id.loc.gov/authorities/{id}",
        read: check::library_of_congress,
        example: "n79021164",
        checked: "",
    },
    Common {
        key: "iso",
        name: "ISO 3166",
        url: "https://www.iso.org/obp/ui/#iso:code:3166:{id}",
        read: check::iso,
        example: "KZ",
        checked: ", with the code of a country that there is",
    },
];

/// The schemes that every site knows: their keys, and what readers know them as.
pub(crate) fn common() -> impl Iterator<Item = (&'static str, &'static str)> {
    COMMON.iter().map(|scheme| (scheme.key, scheme.name))
}

/// All schemes of a site.
#[derive(Default)]
pub(crate) struct Schemes {
    own: Vec<Scheme>,
}

/// A scheme that a site names.
struct Scheme {
    key: String,
    name: String,
    url: String,
}

impl Schemes {
    /// Reads `[identifiers]` of `site.toml`: by its key the name of a scheme, and its address with `{id}` for the number.
    /// The names go to `written`.
    pub(crate) fn own<'a>(table: &mut TomlTable<'a>, written: &mut Vec<SourceText<'a>>) -> Self {
        let findings = table.findings();
        let mut own = Vec::new();
        let schemes = table.table("identifiers").map(TomlTable::into_entries);
        for (key, value) in schemes.into_iter().flatten() {
            let span = value.key.clone();
            let gone = value.left_out();
            if COMMON.iter().any(|scheme| scheme.key == key) {
                let message = format!("every site knows the identifiers `{key}`");
                let report = findings.error("duplicate-id", &span, message);
                report.changes(gone).help("leave it out");
                continue;
            }
            check_slug(&key, &span, findings, |_| false);
            let Some(mut table) = value.table() else {
                continue;
            };
            let name = table.required_words("name");
            let url = table.required("url");
            table.finish(&SCHEME);
            written.extend(name.clone());
            if let Some(url) = &url {
                check_pattern(url, findings);
            }
            if let Some((name, url)) = name.zip(url) {
                own.push(Scheme {
                    key,
                    name: name.text.into_owned(),
                    url: url.text.into_owned(),
                });
            }
        }
        Self { own }
    }

    /// Reads the identifiers of an entity.
    pub(crate) fn read(&self, table: TomlTable<'_>) -> Vec<Identifier> {
        let findings = table.findings();
        let entries = table.into_entries();
        let read = entries.filter_map(|(key, value)| {
            let (span, gone) = (value.key.clone(), value.left_out());
            if let Some(scheme) = COMMON.iter().find(|scheme| scheme.key == key) {
                return scheme.identifier(&value.string()?, findings);
            }
            if let Some(scheme) = self.own.iter().find(|scheme| scheme.key == key) {
                let value = value.string()?.text.into_owned();
                return Some(Identifier {
                    name: scheme.name.clone(),
                    url: Some(address(&scheme.url, &value)),
                    value,
                    of_whole: false,
                });
            }
            let message = format!("no identifiers are called `{key}`");
            let report = findings.error("bad-identifier", &span, message);
            let known = COMMON.iter().map(|scheme| scheme.key);
            let known = known.chain(self.own.iter().map(|scheme| &*scheme.key));
            match suggestion::nearest(&key, known.clone()) {
                Some(meant) => report
                    .change(Change::replace(span.file, span.range.clone(), meant))
                    .help(format!("write `{meant}`")),
                None => report.changes(gone).help(format!(
                    "leave it out, or say in `site.toml` where it leads: `[identifiers.{key}]`, below it `name` and `url`; known are {}",
                    suggestion::list(known).replace(" or ", " and ")
                )),
            }
            None
        });
        read.collect()
    }
}

/// A number of a scheme that every site knows, if it is one; of an address the number in it.
pub(crate) fn tidied(scheme: &str, value: &str) -> Option<String> {
    let scheme = COMMON.iter().find(|one| one.key == scheme)?;
    let value = value.trim();
    let number = (scheme.read)(value).map(|_| value.to_owned());
    number.or_else(|| scheme.meant(value))
}

impl Common {
    fn identifier(&self, written: &SourceText<'_>, findings: &Findings) -> Option<Identifier> {
        let value = written.text.trim();
        let Some(id) = (self.read)(value) else {
            let message = format!("`{}` is no number of {}", written.text, self.name);
            let report = findings.error("bad-identifier", &written.words(), message);
            match self.meant(value) {
                Some(meant) => report.write(written, 0..written.text.len(), &meant),
                None => report.help(format!(
                    "write it as `{}` is written{}; look it up where it is from",
                    self.example, self.checked
                )),
            }
            return None;
        };
        Some(Identifier {
            name: self.name.to_owned(),
            value: value.to_owned(),
            of_whole: self.key == "iso" && id != value,
            url: Some(address(self.url, &id)),
        })
    }

    /// The number in an address, in words around it or in letters of another case: the first part that is one, or the
    /// first two together.
    fn meant(&self, value: &str) -> Option<String> {
        let parts = value.split(|c: char| c.is_whitespace() || "/#?&=:,;()".contains(c));
        let parts = parts.filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts
            .map(|part| {
                ENDINGS
                    .iter()
                    .find_map(|ending| part.strip_suffix(ending))
                    .unwrap_or(part)
            })
            .collect();
        let pairs = parts.windows(2).map(|pair| pair.join("/"));
        let mut alone = parts.iter().map(|part| (*part).to_owned());
        let is_one = |number: &String| (self.read)(number).is_some();
        let is_word = parts.len() == 1;
        let cases = [value.to_uppercase(), value.to_lowercase()];
        let cases = cases.into_iter().filter(|_| is_word);
        pairs
            .into_iter()
            .find(is_one)
            .or_else(|| alone.find(is_one))
            .or_else(|| cases.into_iter().find(is_one))
    }
}

/// Of files that addresses name.
const ENDINGS: [&str; 5] = [".html", ".htm", ".json", ".rdf", ".xml"];

fn address(pattern: &str, value: &str) -> String {
    pattern.replace(PLACE, &utf8_percent_encode(value, ENCODED).to_string())
}

/// An address with one place for the number.
fn check_pattern(url: &SourceText<'_>, findings: &Findings) {
    if url.text.contains(PLACE) {
        let whole = SourceText {
            text: url.text.replace(PLACE, "1").into(),
            start: None,
            ..url.clone()
        };
        return rules::check_url(&whole, findings);
    }
    let message = format!("`{}` has no place for the number", url.text);
    let report = findings.error("bad-url", &url.words(), message);
    let end = url.text.len();
    let help = format!("write `{}{PLACE}`", url.text);
    report.change(url.change(end..end, PLACE)).help(help);
}
