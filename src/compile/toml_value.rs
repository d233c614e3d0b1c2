//! TOML values, read by type: what is of another type becomes a finding at its source span.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::compile::change::Change;
use crate::compile::characters;
use crate::compile::escapes::Escapes;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::{Quotes, SourceText};

/// A key's value, not yet of any type.
pub(crate) struct TomlValue<'a> {
    pub(crate) key: SourceSpan<'a>,
    pub(crate) span: SourceSpan<'a>,
    pub(crate) source: TomlSource<'a>,
    pub(crate) value: DeValue<'a>,
}

/// The TOML that a value stands in.
#[derive(Clone, Copy)]
pub(crate) struct TomlSource<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    /// Where in the file the TOML begins.
    pub(crate) shift: usize,
    /// False where it has syntax errors: then what seems to be missing or mistyped may only have been torn apart.
    pub(crate) complete: bool,
    pub(crate) findings: &'a Findings,
}

impl<'a> TomlSource<'a> {
    pub(crate) fn span_of(&self, span: Range<usize>) -> SourceSpan<'a> {
        SourceSpan::new(self.file, self.shift + span.start..self.shift + span.end)
    }
}

impl<'a> TomlValue<'a> {
    pub(crate) fn string(self) -> Option<SourceText<'a>> {
        match self.value {
            DeValue::String(text) => {
                let string = &self.source.text[self.span.range.clone()];
                let (start, escapes) = Escapes::of(&text, string).unzip();
                let start = start.map(|start| self.span.range.start + start);
                let quotes = if string.starts_with('\'') {
                    Quotes::Literal
                } else {
                    Quotes::Basic
                };
                let written = SourceText {
                    text,
                    span: self.span,
                    start,
                    escapes: escapes.unwrap_or_default(),
                    quotes,
                    cuts: Vec::new(),
                };
                characters::check(&written, self.source.findings);
                Some(written)
            }
            _ => {
                self.refuse("a string");
                None
            }
        }
    }

    pub(crate) fn strings(self) -> Vec<SourceText<'a>> {
        match self.value {
            DeValue::Array(_) => self
                .items()
                .into_iter()
                .filter_map(|item| item.string())
                .collect(),
            DeValue::String(_) => self.string().into_iter().collect(),
            _ => {
                self.refuse("a string or a list of strings");
                Vec::new()
            }
        }
    }

    pub(crate) fn number(self) -> Option<f64> {
        let number = match &self.value {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.refuse("a number");
        }
        number
    }

    /// The values of a list; they share its key.
    pub(crate) fn items(self) -> Vec<TomlValue<'a>> {
        let DeValue::Array(items) = self.value else {
            return Vec::new();
        };
        let item = |item: Spanned<DeValue<'a>>| {
            let span = self.source.span_of(item.span());
            TomlValue {
                key: self.key.clone(),
                span,
                source: self.source,
                value: item.into_inner(),
            }
        };
        items.into_iter().map(item).collect()
    }

    /// The change that takes the key and its value away, if they stand together.
    pub(crate) fn left_out(&self) -> Option<Change> {
        let text = self.source.text;
        let (start, end) = (self.key.range.start, self.span.range.end);
        if start > end || text[..start].ends_with('[') {
            return None;
        }
        let before = text[..start].trim_end_matches([' ', '\t']);
        let after = text[end..].trim_start_matches([' ', '\t']);
        let range = if before.is_empty() || before.ends_with('\n') {
            let line = text[end..].find('\n');
            before.len()..line.map_or(text.len(), |length| end + length + 1)
        } else if let Some(before) = before.strip_suffix(',') {
            before.len()..end
        } else if let Some(after) = after.strip_prefix(',') {
            start..text.len() - after.trim_start().len()
        } else {
            start..end
        };
        Some(Change::replace(self.key.file, range, ""))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.value, DeValue::Array(_))
    }

    pub(crate) fn is_table(&self) -> bool {
        matches!(self.value, DeValue::Table(_))
    }

    /// Whether it is a list of nothing.
    pub(crate) fn is_empty_list(&self) -> bool {
        matches!(&self.value, DeValue::Array(items) if items.is_empty())
    }

    /// Whether it holds no words: an empty string, or a list of none but such.
    pub(crate) fn is_blank(&self) -> bool {
        is_blank(&self.value)
    }

    /// Says that the value is of a wrong type, unless a syntax error may have made it so.
    pub(crate) fn refuse(&self, wanted: &str) {
        if !self.source.complete {
            return;
        }
        let found = match self.value {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(_) => "a date without quotes",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let report =
            self.source
                .findings
                .error("wrong-type", &self.span, format!("this is {found}"));
        match self.as_wanted(wanted) {
            Some(value) => report
                .change(Change::replace(
                    self.span.file,
                    self.span.range.clone(),
                    &*value,
                ))
                .help(format!("write {wanted}: `{value}`")),
            None => report.help(format!("write {wanted}{}", example(self.key()))),
        }
    }

    fn key(&self) -> &str {
        &self.source.text[self.key.range.clone()]
    }

    /// The same value as the type that is wanted, where that is plain.
    fn as_wanted(&self, wanted: &str) -> Option<String> {
        let raw = &self.source.text[self.span.range.clone()];
        match (&self.value, wanted) {
            (DeValue::Integer(number), "a number") => {
                let number = u64::from_str_radix(number.as_str(), number.radix());
                number.ok().map(|number| number.to_string())
            }
            (DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_), wanted)
                if wanted.starts_with("a string") =>
            {
                Some(format!("\"{raw}\""))
            }
            (DeValue::Array(items), "a string") => match &**items {
                [one] if matches!(one.get_ref(), DeValue::String(_)) => {
                    let span = self.source.span_of(one.span());
                    Some(self.source.text[span.range].to_owned())
                }
                _ => None,
            },
            (DeValue::String(text), "a number") => {
                text.parse::<f64>().ok().map(|number| number.to_string())
            }
            (DeValue::String(text), "`true` or `false`") => match &*text.to_lowercase() {
                "true" | "yes" | "on" => Some("true".to_owned()),
                "false" | "no" | "off" => Some("false".to_owned()),
                _ => None,
            },
            (DeValue::String(_), "a table") if self.key() == "names" => {
                Some(format!("{{ text = {raw} }}"))
            }
            _ => None,
        }
    }
}

/// What a table of that name looks like.
fn example(key: &str) -> &'static str {
    match key {
        "place" => ", such as `{ lat = 43.24, lon = 76.92 }`",
        "facts" => ": `[[facts]]` on a line of its own, `text` and `source` below it",
        "relations" => {
            ": `[[relations]]` on a line of its own, `predicate`, `object` and `source` below it"
        }
        "corrections" => ": `[[corrections]]` on a line of its own, `date` and `text` below it",
        "events" => ": `[[events]]` on a line of its own, `date`, `text` and `source` below it",
        "aliases" => ": `[aliases]` on a line of its own, and lists of names by entity below it",
        _ => "",
    }
}

fn is_blank(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.is_empty(),
        DeValue::Array(items) => items.iter().all(|item| is_blank(item.get_ref())),
        _ => false,
    }
}
