//! Findings: what is wrong with a content file, where, and what to type instead.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::compile::change::Change;
use crate::compile::explanation;
use crate::compile::files::Files;

/// One thing the compiler has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// Stable name for editors and tests: `unknown-entity`.
    pub code: &'static str,
    /// Path below the content folder; empty for the folder itself.
    pub file: String,
    /// Bytes of the file to underline; empty at 0 when the file as a whole is meant.
    pub span: Range<usize>,
    /// What is wrong: lower case, names in backticks, no full stop.
    pub message: String,
    /// What to type instead.
    pub help: String,
    /// The same as changes that an editor can make; empty where only the author knows the words.
    pub changes: Vec<Change>,
}

/// Whether a site can be built in spite of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

impl Finding {
    /// The finding is about the file as a whole, not about words in it.
    pub fn is_about_file(&self) -> bool {
        self.span == (0..0)
    }
}

/// After this finding a part of the content is unknown.
pub(crate) fn hides_content(finding: &Finding) -> bool {
    matches!(
        finding.code,
        "malformed-front-matter" | "malformed-toml" | "not-utf8"
    )
}

/// Errors first, then by file and span; each said once.
pub fn sort(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| {
        (
            finding.severity,
            finding.file.clone(),
            finding.span.start,
            finding.span.end,
            finding.code,
            finding.message.clone(),
            finding.help.clone(),
        )
    };
    findings.sort_by_cached_key(key);
    findings.dedup();
}

/// Findings for people: each with its source span, the faulty words underlined, and what to type.
pub fn text(findings: &[Finding], files: &Files) -> String {
    let renderer = Renderer::plain();
    let mut out = String::new();
    for finding in findings {
        let path = path(&finding.file, files);
        let title = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = title.primary_title(&finding.message).id(finding.code);
        let source = source(&finding.file, files);
        let group = if finding.is_about_file() || source.is_empty() {
            group.element(Origin::path(&path))
        } else {
            let words = AnnotationKind::Primary.span(
                source.floor_char_boundary(finding.span.start)
                    ..source.ceil_char_boundary(finding.span.end),
            );
            group.element(Snippet::source(&*source).path(&path).annotation(words))
        };
        let group = group.element(Level::HELP.message(&finding.help));
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// Findings for editors: a JSON list of records. Lines and columns count from 1, columns in characters;
/// the end column is the one after the last.
///
/// # Panics
/// Never: the records are plain strings and numbers.
pub fn json(findings: &[Finding], files: &Files) -> String {
    let records: Vec<_> = findings
        .iter()
        .map(|finding| record(finding, files))
        .collect();
    serde_json::to_string_pretty(&records).expect("strings and numbers have a JSON form")
}

#[derive(Serialize)]
struct Record<'a> {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    severity: Severity,
    code: &'static str,
    message: &'a str,
    help: &'a str,
    /// What the code means, in a line.
    meaning: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeRecord<'a>>,
}

/// A change as editors read it.
#[derive(Serialize)]
#[serde(rename_all = "lowercase", tag = "change")]
enum ChangeRecord<'a> {
    Replace {
        file: String,
        line: usize,
        column: usize,
        end_line: usize,
        end_column: usize,
        text: &'a str,
    },
    Append {
        file: String,
        text: &'a str,
    },
    Rename {
        file: String,
        to: String,
    },
}

fn record<'a>(finding: &'a Finding, files: &Files) -> Record<'a> {
    let source = source(&finding.file, files);
    let (line, column) = line_and_column(&source, finding.span.start);
    let (end_line, end_column) = line_and_column(&source, finding.span.end);
    Record {
        file: path(&finding.file, files),
        line,
        column,
        end_line,
        end_column,
        severity: finding.severity,
        code: finding.code,
        message: &finding.message,
        help: &finding.help,
        meaning: explanation::of(finding.code).map_or("", |one| one.meaning),
        changes: finding
            .changes
            .iter()
            .map(|one| change_record(one, files))
            .collect(),
    }
}

/// Proposes no name that a file has already: whoever followed it would lose that file.
pub(crate) fn keep_names_taken(findings: &mut [Finding], files: &Files) {
    let is_taken = |change: &Change| match change {
        Change::Rename { to, .. } => files.files.contains_key(to) || files.others.contains_key(to),
        _ => false,
    };
    for finding in findings {
        if finding.changes.iter().any(is_taken) {
            finding.changes.clear();
            finding
                .help
                .push_str("; a file has that name already: move that one first");
        }
    }
}

fn change_record<'a>(change: &'a Change, files: &Files) -> ChangeRecord<'a> {
    match change {
        Change::Replace {
            file,
            start,
            end,
            text,
        } => {
            let source = source(file, files);
            let (line, column) = line_and_column(&source, *start);
            let (end_line, end_column) = line_and_column(&source, *end);
            ChangeRecord::Replace {
                file: path(file, files),
                line,
                column,
                end_line,
                end_column,
                text,
            }
        }
        Change::Append { file, text } => ChangeRecord::Append {
            file: path(file, files),
            text,
        },
        Change::Rename { file, to } => ChangeRecord::Rename {
            file: path(file, files),
            to: path(to, files),
        },
    }
}

/// Line and column of a byte, both from 1, columns in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

fn source<'f>(file: &str, files: &'f Files) -> Cow<'f, str> {
    let bytes = files.files.get(file);
    bytes.map_or(Cow::Borrowed(""), |bytes| String::from_utf8_lossy(bytes))
}

/// Where a finding is: its file, and the line where words are meant.
pub(crate) fn place(finding: &Finding, files: &Files) -> String {
    let path = path(&finding.file, files);
    if finding.is_about_file() {
        return path;
    }
    let (line, _) = line_and_column(&source(&finding.file, files), finding.span.start);
    format!("{path}:{line}")
}

/// The file as the author can open it from where the compiler runs.
fn path(file: &str, files: &Files) -> String {
    match (files.folder.trim_end_matches('/'), file) {
        ("", file) => file.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, file) => format!("{folder}/{file}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::findings::Findings;
    use crate::compile::source_span::SourceSpan;

    fn example() -> (Vec<Finding>, Files) {
        let findings = Findings::default();
        let span = SourceSpan::new("entities/xi.toml", 26..36);
        // Reported twice, listed once.
        for _ in 0..2 {
            findings
                .error("unknown-entity", &span, "no entity is called `习近平x`")
                .help("write `xi`");
        }
        findings
            .warning(
                "missing-summary",
                &SourceSpan::whole("entities/xi.toml"),
                "no summary",
            )
            .help("add `summary`");
        let mut files = Files::from_texts([(
            "entities/xi.toml",
            "kind = \"person\"\nx = \"é [[习近平x]]\"\n",
        )]);
        files.folder = "content".to_owned();
        (findings.into_sorted(), files)
    }

    #[test]
    fn text_underlines_the_words_and_says_what_to_type() {
        let (findings, files) = example();
        let expected = "\
error[unknown-entity]: no entity is called `习近平x`
 --> content/entities/xi.toml:2:10
  |
2 | x = \"é [[习近平x]]\"
  |          ^^^^^^^
  |
  = help: write `xi`

warning[missing-summary]: no summary
--> content/entities/xi.toml
 = help: add `summary`

";
        assert_eq!(text(&findings, &files), expected);
    }

    #[test]
    fn json_counts_columns_in_characters() {
        let (findings, files) = example();
        let records: serde_json::Value =
            serde_json::from_str(&json(&findings, &files)).expect("JSON");
        let expected = serde_json::json!({
            "file": "content/entities/xi.toml",
            "line": 2, "column": 10, "end_line": 2, "end_column": 14,
            "severity": "error",
            "code": "unknown-entity",
            "message": "no entity is called `习近平x`",
            "help": "write `xi`",
            "meaning": "No entity has this name.",
        });
        assert_eq!(records[0], expected);
        assert_eq!(records[1]["line"], 1);
    }
}
