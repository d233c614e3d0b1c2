//! TOML tables, read key by key: what is missing, mistyped or unknown becomes a finding at its source span.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::compile::change::Change;
use crate::compile::fields::Fields;
use crate::compile::findings::Findings;
use crate::compile::raw_marks::check_words;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::suggestion;
use crate::compile::toml_value::{TomlSource, TomlValue};
use crate::compile::unknown_key::{self, Cure};
use crate::compile::when;
use crate::model::when::When;

/// A table whose keys are taken one by one; those left at the end are unknown.
pub(crate) struct TomlTable<'a> {
    /// Its header, or the whole of an inline table.
    pub(crate) span: SourceSpan<'a>,
    source: TomlSource<'a>,
    entries: BTreeMap<String, TomlValue<'a>>,
    /// Those that were asked for.
    known: Vec<&'static str>,
    /// Those of the known ones that are there.
    given: Vec<&'static str>,
}

impl<'a> TomlTable<'a> {
    pub(crate) fn new(source: TomlSource<'a>, span: SourceSpan<'a>, table: DeTable<'a>) -> Self {
        let entry = |(key, value): (Spanned<Cow<'a, str>>, Spanned<DeValue<'a>>)| {
            let (key_span, span) = (source.span_of(key.span()), source.span_of(value.span()));
            (
                key.into_inner().into_owned(),
                TomlValue {
                    key: key_span,
                    span,
                    source,
                    value: value.into_inner(),
                },
            )
        };
        Self {
            span,
            source,
            entries: table.into_iter().map(entry).collect(),
            known: Vec::new(),
            given: Vec::new(),
        }
    }

    /// The table of a file that cannot be read: nothing in it is known, nor that anything is missing.
    pub(crate) fn unreadable(file: &'a str, findings: &'a Findings) -> Self {
        let source = TomlSource {
            file,
            text: "",
            shift: 0,
            complete: false,
            findings,
        };
        Self::new(source, SourceSpan::whole(file), DeTable::new())
    }

    /// Where what is wrong with its values is said.
    pub(crate) fn findings(&self) -> &'a Findings {
        self.source.findings
    }

    /// False where the file has syntax errors: then a missing key may only have been lost.
    pub(crate) fn is_complete(&self) -> bool {
        self.source.complete
    }

    /// Whether the key is there, of whatever type.
    pub(crate) fn holds(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the key is missing, or a list of nothing.
    pub(crate) fn is_empty_list(&self, key: &str) -> bool {
        self.entries.get(key).is_none_or(TomlValue::is_empty_list)
    }

    pub(crate) fn take(&mut self, key: &'static str) -> Option<TomlValue<'a>> {
        let value = self.entries.remove(key);
        self.known.push(key);
        if value.is_some() {
            self.given.push(key);
        }
        value
    }

    /// A string that may be absent.
    pub(crate) fn string(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        self.take(key)?.string()
    }

    /// A string that must be there and hold words.
    pub(crate) fn required(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        let Some(value) = self.take(key) else {
            self.missing(key);
            return None;
        };
        let written = value.string()?;
        if written.text.trim().is_empty() {
            self.findings()
                .error("missing-key", &written.span, format!("`{key}` is empty"))
                .help(format!("write what `{key}` is"));
        }
        Some(written)
    }

    /// A string of plain words, in which Markdown is not read.
    pub(crate) fn words(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        let written = self.string(key)?;
        self.check_words(&written);
        Some(written)
    }

    /// Plain words that must be there.
    pub(crate) fn required_words(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        let written = self.required(key)?;
        self.check_words(&written);
        Some(written)
    }

    /// After a syntax error a value may hold what follows it.
    fn check_words(&self, written: &SourceText<'a>) {
        if self.is_complete() {
            check_words(written, self.findings());
        }
    }

    /// Plain words or a list of them.
    pub(crate) fn all_words(&mut self, key: &'static str) -> Vec<SourceText<'a>> {
        let all = self.strings(key);
        for written in &all {
            self.check_words(written);
        }
        all
    }

    /// A string that may be absent, but holds words where it is there.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        if self.holds(key) {
            self.required(key)
        } else {
            self.take(key)?.string()
        }
    }

    /// Plain words that may be absent.
    pub(crate) fn optional_words(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        let written = self.optional(key)?;
        self.check_words(&written);
        Some(written)
    }

    /// Says that a key is missing, unless it may have been lost in a syntax error.
    pub(crate) fn missing(&self, key: &str) {
        if self.is_complete() {
            let line = format!("{key} = {}", example(key));
            self.findings()
                .error("missing-key", &self.span, format!("`{key}` is missing"))
                .change(self.added(&line))
                .help(format!("add `{line}`"));
        }
    }

    /// The change that adds a key to the table.
    pub(crate) fn added(&self, line: &str) -> Change {
        let TomlSource {
            file, text, shift, ..
        } = self.source;
        let range = &self.span.range;
        let (at, text) = if range.is_empty() {
            (shift, format!("{line}\n"))
        } else if text[range.clone()].starts_with('{') {
            (range.start + 1, format!(" {line},"))
        } else {
            let end = text[range.end..].find('\n');
            let end = end.map_or(text.len(), |length| range.end + length);
            (end, format!("\n{line}"))
        };
        Change::replace(file, at..at, text)
    }

    /// One string or a list of them.
    pub(crate) fn strings(&mut self, key: &'static str) -> Vec<SourceText<'a>> {
        self.take(key)
            .map(|value| value.strings())
            .unwrap_or_default()
    }

    /// `true` or `false`, else what it is by default.
    pub(crate) fn flag(&mut self, key: &'static str, default: bool) -> bool {
        let Some(value) = self.take(key) else {
            return default;
        };
        match value.value {
            DeValue::Boolean(flag) => flag,
            _ => {
                value.refuse("`true` or `false`");
                default
            }
        }
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let of = format!("value of `{key}`");
        self.choice_of(key, choices, ("unknown-value", &of), "")
    }

    /// The same; what is none of them is told by a code, as none of what they are, with what else to do.
    pub(crate) fn choice_of<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
        (code, of): (&'static str, &str),
        otherwise: &str,
    ) -> Option<T> {
        let written = self.string(key)?;
        let words = choices.iter().map(|(word, _)| *word);
        let found = choices
            .iter()
            .find(|(word, _)| *word == written.text)
            .map(|(_, choice)| *choice);
        if found.is_none() && self.is_complete() {
            let near = suggestion::nearest(&written.text, words.clone());
            let meant = near.map_or_else(
                || suggestion::list(words.clone()),
                |word| format!("`{word}`"),
            );
            let change = near.or(words.clone().next());
            let change = change.map(|word| written.change(0..written.text.len(), word));
            let message = format!("`{}` is no {of}", written.text);
            self.findings()
                .error(code, &written.words(), message)
                .changes(change)
                .help(match near {
                    None => format!("write {meant}{otherwise}"),
                    Some(_) => format!("write {meant}"),
                });
        }
        found
    }

    /// A date in EDTF.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<When> {
        self.date_and_words(key).map(|(when, _)| when)
    }

    /// A date, and where it stands.
    pub(crate) fn date_and_words(&mut self, key: &'static str) -> Option<(When, SourceText<'a>)> {
        let value = self.take(key)?;
        if let DeValue::Datetime(date) = &value.value {
            let quoted = format!("\"{date}\"");
            let help = format!("write it in quotes: `{quoted}`");
            let span = &value.span;
            let change = Change::replace(span.file, span.range.clone(), quoted);
            self.findings()
                .error(
                    "wrong-type",
                    &value.span,
                    format!("`{key}` must be a string"),
                )
                .change(change)
                .help(help);
            return None;
        }
        let written = value.string()?;
        match when::parse(&written.text) {
            Ok(when) => Some((when, written)),
            Err(fault) => {
                // One date in backticks is what was meant.
                let parts: Vec<_> = fault.help.split('`').collect();
                let meant = match &*parts {
                    ["write ", date, ""] => Some(written.change(0..written.text.len(), date)),
                    _ => None,
                };
                self.findings()
                    .error("bad-date", &written.words(), fault.message)
                    .changes(meant)
                    .help(fault.help);
                None
            }
        }
    }

    /// A table below this one.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<TomlTable<'a>> {
        self.take(key)?.table()
    }

    /// A list of tables, as `[[key]]` makes it.
    pub(crate) fn tables(&mut self, key: &'static str) -> Vec<TomlTable<'a>> {
        self.take(key)
            .map(|value| value.tables())
            .unwrap_or_default()
    }

    /// All values with their keys, for a table whose keys are the author's own.
    pub(crate) fn into_entries(self) -> impl Iterator<Item = (String, TomlValue<'a>)> {
        self.entries.into_iter()
    }

    /// Says which keys are none of this table's.
    pub(crate) fn finish(self, of: &Fields) {
        debug_assert_eq!(
            self.known.iter().copied().collect::<BTreeSet<_>>(),
            of.keys().collect(),
            "what is read of \"{}\" are other keys",
            of.title
        );
        if !self.is_complete() {
            // After a syntax error keys may have come to stand in a wrong table.
            return;
        }
        let known: Vec<_> = of.keys().collect();
        for (key, value) in &self.entries {
            let message = format!("there is no key `{key}` here");
            let report = self.findings().error("unknown-key", &value.key, message);
            match unknown_key::cure(key, &known, &self.given) {
                Cure::Rename(meant) => report
                    .change(Change::replace(
                        value.key.file,
                        value.key.range.clone(),
                        meant,
                    ))
                    .help(format!("write `{meant}`")),
                Cure::Given(meant) => report
                    .changes(value.left_out())
                    .help(format!("leave it out; `{meant}` is here already")),
                Cure::LeaveOut => {
                    let known = suggestion::list(known.iter().copied());
                    let report = report.changes(value.left_out());
                    report.help(format!("leave `{key}` out; known here: {known}"));
                }
            }
        }
    }
}

impl<'a> TomlValue<'a> {
    pub(crate) fn table(self) -> Option<TomlTable<'a>> {
        match self.value {
            DeValue::Table(table) => Some(TomlTable::new(self.source, self.span, table)),
            _ => {
                self.refuse("a table");
                None
            }
        }
    }

    pub(crate) fn tables(self) -> Vec<TomlTable<'a>> {
        match self.value {
            DeValue::Array(_) => {
                let items = self.items().into_iter();
                items.filter_map(TomlValue::table).collect()
            }
            _ => {
                self.refuse("a list of tables");
                Vec::new()
            }
        }
    }
}

/// A value of a key, as it can be typed.
fn example(key: &str) -> &'static str {
    match key {
        "kind" => "\"person\"",
        "like" => "\"organisation\"",
        "names" => "[{ text = \"…\" }]",
        "date" => "\"2026-01-31\"",
        "format" => "1",
        "lat" => "43.24",
        "lon" => "76.92",
        _ => "\"…\"",
    }
}
