//! TOML tables, read key by key: what is missing, mistyped or unknown becomes a finding at its source span.

use std::borrow::Cow;
use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::suggestion;
use crate::compile::toml_value::{TomlSource, TomlValue};
use crate::compile::when;
use crate::model::when::When;

/// A table whose keys are taken one by one; those left at the end are unknown.
pub(crate) struct TomlTable<'a> {
    /// Its header, or the whole of an inline table.
    pub(crate) span: SourceSpan<'a>,
    source: TomlSource<'a>,
    entries: BTreeMap<String, TomlValue<'a>>,
    known: Vec<&'static str>,
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
        self.known.push(key);
        self.entries.remove(key)
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

    /// A string that may be absent, but holds words where it is there.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<SourceText<'a>> {
        if self.holds(key) {
            self.required(key)
        } else {
            self.take(key)?.string()
        }
    }

    /// Says that a key is missing, unless it may have been lost in a syntax error.
    pub(crate) fn missing(&self, key: &str) {
        if self.is_complete() {
            self.findings()
                .error("missing-key", &self.span, format!("`{key}` is missing"))
                .help(format!("add `{key} = {}`", example(key)));
        }
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
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let written = self.string(key)?;
        let words = choices.iter().map(|(word, _)| *word);
        let found = choices
            .iter()
            .find(|(word, _)| *word == written.text)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let meant = suggestion::nearest(&written.text, words.clone())
                .map_or_else(|| suggestion::list(words), |word| format!("`{word}`"));
            let (code, of) = match key {
                "kind" => ("unknown-kind", "kind of entity".to_owned()),
                _ => ("unknown-value", format!("value of `{key}`")),
            };
            let message = format!("`{}` is no {of}", written.text);
            self.findings()
                .error(code, &written.words(), message)
                .help(format!("write {meant}"));
        }
        found
    }

    /// A date in EDTF.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<When> {
        let value = self.take(key)?;
        if let DeValue::Datetime(date) = &value.value {
            let help = format!("write it in quotes: `\"{date}\"`");
            self.findings()
                .error(
                    "wrong-type",
                    &value.span,
                    format!("`{key}` must be a string"),
                )
                .help(help);
            return None;
        }
        let written = value.string()?;
        match when::parse(&written.text) {
            Ok(when) => Some(when),
            Err(fault) => {
                self.findings()
                    .error("bad-date", &written.words(), fault.message)
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

    /// Says which keys nobody asked for.
    pub(crate) fn finish(self) {
        if !self.is_complete() {
            // After a syntax error keys may have come to stand in a wrong table.
            return;
        }
        for (key, value) in &self.entries {
            let help = match suggestion::nearest(key, self.known.iter().copied()) {
                Some(known) => format!("write `{known}`"),
                None => format!(
                    "known here: {}",
                    suggestion::list(self.known.iter().copied())
                ),
            };
            self.findings()
                .error(
                    "unknown-key",
                    &value.key,
                    format!("there is no key `{key}` here"),
                )
                .help(help);
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
        "names" => "[{ text = \"…\" }]",
        "date" => "\"2026-01-31\"",
        "format" => "1",
        "lat" => "43.24",
        "lon" => "76.92",
        _ => "\"…\"",
    }
}
