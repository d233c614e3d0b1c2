//! Entries of BibTeX as they stand, with what they refer to put in.

use std::collections::BTreeMap;
use std::ops::Range;

use biblatex::{Bibliography, Entry, Field, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

use crate::import::faults::{Fault, Places};
use crate::import::months::month;

/// Braces within braces that an entry may have; the reader of commands calls itself for each.
const DEEPEST: usize = 40;

/// Bytes to which a value may grow where it is put together from others.
const LONGEST: usize = 20_000;

/// What to do about an entry that cannot be read.
pub(super) const CURE: &str = "mend the entry, and import the file again";

/// The file in parts; where one of its entries cannot be read, the others.
pub(super) fn raw<'t>(
    text: &'t str,
    places: &Places<'_>,
    faults: &mut Vec<Fault>,
) -> RawBibliography<'t> {
    if let Ok(raw) = RawBibliography::parse(text) {
        return raw;
    }
    let mut all = RawBibliography {
        preamble: String::new(),
        entries: Vec::new(),
        abbreviations: Vec::new(),
    };
    for part in parts(text).filter(|part| !is_remark(&text[part.clone()])) {
        match RawBibliography::parse(&text[part.clone()]) {
            Ok(raw) => {
                let entries = raw.entries.into_iter();
                all.entries
                    .extend(entries.map(|entry| moved(entry, part.start)));
                all.abbreviations.extend(raw.abbreviations);
            }
            Err(error) => {
                let at = part.start + error.span.start.min(part.len());
                let message = format!("an entry cannot be read: {}", error.kind);
                faults.push(places.fault(at, message, CURE));
            }
        }
    }
    all
}

/// What holds no work, in whatever way it is written.
fn is_remark(part: &str) -> bool {
    let name = part.trim_start().trim_start_matches('@').to_lowercase();
    name.starts_with("comment") || name.starts_with("preamble")
}

/// Where each entry begins and ends: at an `@` that begins a line.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('@') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<_> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect();
    parts.into_iter()
}

fn moved(mut entry: Spanned<RawEntry<'_>>, by: usize) -> Spanned<RawEntry<'_>> {
    entry.span = entry.span.start + by..entry.span.end + by;
    for field in &mut entry.v.fields {
        for chunk in &mut field.value.v {
            chunk.span = chunk.span.start + by..chunk.span.end + by;
        }
    }
    entry
}

/// What `@string` names, put together: each may use those before it.
pub(super) fn strings(abbreviations: &[Pair<'_>]) -> BTreeMap<String, String> {
    let mut strings = BTreeMap::new();
    for pair in abbreviations {
        let value = expanded(&pair.value.v, &strings).unwrap_or_default();
        strings.insert(pair.key.v.to_lowercase(), value);
    }
    strings
}

/// A value with what it names put in; nothing if that would grow too long, or is not known.
fn expanded(field: &Field<'_>, strings: &BTreeMap<String, String>) -> Result<String, String> {
    let mut out = String::new();
    for chunk in field {
        match chunk.v {
            RawChunk::Normal(words) => out += words,
            RawChunk::Abbreviation(name) => match strings.get(&name.to_lowercase()) {
                Some(words) => out += words,
                // Names of months stay.
                None if month(name).is_some() => out += name,
                None => return Err(format!("no `@string` is called `{name}`")),
            },
        }
        if out.len() > LONGEST {
            return Err(format!("a value is longer than {LONGEST} bytes"));
        }
    }
    Ok(out)
}

/// Another entry from which this one has what it does not say itself.
pub(super) fn parent(entry: &RawEntry<'_>) -> Option<String> {
    let field = |name: &str| {
        entry
            .fields
            .iter()
            .find(|field| field.key.v.eq_ignore_ascii_case(name))
    };
    let field = field("crossref").or_else(|| field("xdata"))?;
    expanded(&field.value.v, &BTreeMap::new()).ok()
}

/// Fields that only refer, which nothing is taken from, or which may be as long as a book.
const SKIPPED: [&str; 10] = [
    "crossref",
    "xdata",
    "xref",
    "ids",
    "abstract",
    "file",
    "keywords",
    "note",
    "annote",
    "annotation",
];

/// An entry with its LaTeX read; else where it cannot be, and why.
pub(super) fn resolved(
    entry: &Spanned<RawEntry<'_>>,
    strings: &BTreeMap<String, String>,
) -> Result<Entry, (usize, String)> {
    let mut values = Vec::new();
    for field in &entry.v.fields {
        let name = field.key.v.to_ascii_lowercase();
        let at = field
            .value
            .v
            .first()
            .map_or(entry.span.start, |chunk| chunk.span.start);
        if SKIPPED.contains(&&*name) {
            continue;
        }
        let value = expanded(&field.value.v, strings).map_err(|why| (at, why))?;
        if depth(&value) > DEEPEST {
            return Err((
                at,
                format!("`{name}` has more than {DEEPEST} braces within each other"),
            ));
        }
        values.push((name, at, paired(unset(value))));
    }
    let fields = values.iter().map(|(name, at, value)| {
        let chunk = Spanned::new(RawChunk::Normal(value), *at..*at);
        Pair::new(
            Spanned::new(&**name, *at..*at),
            Spanned::new(vec![chunk], *at..*at),
        )
    });
    let raw = RawEntry {
        key: Spanned::new("entry", entry.span.clone()),
        kind: entry.v.kind.clone(),
        fields: fields.collect(),
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![Spanned::new(raw, entry.span.clone())],
        abbreviations: Vec::new(),
    };
    let read =
        Bibliography::from_raw(raw).map_err(|error| (error.span.start, error.kind.to_string()))?;
    let mut read = read.into_vec();
    let mut read = read
        .pop()
        .ok_or((entry.span.start, "it is empty".to_owned()))?;
    read.key = entry.v.key.v.to_owned();
    Ok(read)
}

/// Braces and dollars do not always pair up in what people type; commands are read by calls within calls.
fn depth(value: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in value.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// A value without the commands that only set words: sources have no italics.
fn unset(value: String) -> String {
    const COMMANDS: [&str; 14] = [
        "emph",
        "textit",
        "textbf",
        "textsc",
        "texttt",
        "textrm",
        "textsf",
        "textsl",
        "textup",
        "text",
        "mathrm",
        "uppercase",
        "mbox",
        "nobreakdash",
    ];
    if !value.contains('\\') {
        return value;
    }
    let mut value = value;
    for command in COMMANDS {
        value = value.replace(&format!("\\{command}{{"), "{");
    }
    for switch in ["\\em ", "\\it ", "\\bf ", "\\sc ", "\\tt ", "\\rm "] {
        value = value.replace(switch, "");
    }
    value
}

/// A lone `$` is a currency, not the beginning of a formula.
fn paired(value: String) -> String {
    let dollars = value.matches('$').count() - value.matches("\\$").count();
    if dollars % 2 == 1 {
        value.replace("\\$", "$").replace('$', "\\$")
    } else {
        value
    }
}
