//! Findings: what is wrong with a content file, where, and what to type instead.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title};
use serde::Serialize;

use crate::compile::change::Change;
use crate::compile::explanation;
use crate::compile::files::Files;
use crate::compile::lines::{Lines, Texts};

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

/// Bytes of a line from which only the part around the faulty words is shown.
const LONG: usize = 2000;

/// Bytes of such a line that are shown on both sides.
const AROUND: usize = 160;

/// Findings for people: each with its source span, the faulty words underlined, and what to type.
pub fn text(findings: &[Finding], files: &Files) -> String {
    let renderer = Renderer::plain();
    let texts = texts(findings, files);
    let lines = texts.lines();
    let mut out = String::new();
    for finding in findings {
        let path = path(&finding.file, files);
        let title = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = title.primary_title(&finding.message).id(finding.code);
        let group = match lines.get(&*finding.file) {
            Some(lines) if !finding.is_about_file() && !lines.text.is_empty() => {
                underlined(group, finding, &path, lines)
            }
            _ => group.element(Origin::path(&path)),
        };
        let group = group.element(Level::HELP.message(&finding.help));
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// Shows the lines that a finding is about.
fn underlined<'g>(
    group: Title<'g>,
    finding: &Finding,
    path: &'g str,
    lines: &Lines<'g>,
) -> Group<'g> {
    let text = lines.text;
    let span =
        text.floor_char_boundary(finding.span.start)..text.ceil_char_boundary(finding.span.end);
    let (shown, number) = lines.around(&span);
    let words = |from: usize| AnnotationKind::Primary.span(span.start - from..span.end - from);
    if shown.len() <= LONG {
        let snippet = Snippet::source(&text[shown.clone()]).line_start(number);
        return group.element(snippet.path(path).annotation(words(shown.start)));
    }
    let start = text
        .floor_char_boundary(span.start.saturating_sub(AROUND))
        .max(shown.start);
    let end = text.ceil_char_boundary(span.end + AROUND).min(shown.end);
    let (line, column) = lines.line_and_column(span.start);
    let snippet = Snippet::source(&text[start..end]).line_start(number);
    group
        .element(Origin::path(path).line(line).char_column(column))
        .element(snippet.annotation(words(start)))
}

/// The files that findings are about, or that their changes are made in.
fn texts<'f>(findings: &'f [Finding], files: &'f Files) -> Texts<'f> {
    let about = findings.iter().map(|finding| &*finding.file);
    let changes = findings.iter().flat_map(|finding| &finding.changes);
    let changed = changes.filter_map(|change| match change {
        Change::Replace { file, .. } => Some(&**file),
        Change::Append { .. } | Change::Rename { .. } => None,
    });
    Texts::of(about.chain(changed), files)
}

/// Findings for editors: a JSON list of records. Lines and columns count from 1, columns in characters;
/// the end column is the one after the last.
///
/// # Panics
/// Never: the records are plain strings and numbers.
pub fn json(findings: &[Finding], files: &Files) -> String {
    let texts = texts(findings, files);
    let lines = texts.lines();
    let records = findings.iter();
    let records: Vec<_> = records
        .map(|finding| record(finding, files, &lines))
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

fn record<'a>(
    finding: &'a Finding,
    files: &Files,
    lines: &BTreeMap<&str, Lines<'_>>,
) -> Record<'a> {
    let place = |byte: usize| place_in(&finding.file, byte, lines);
    let (line, column) = place(finding.span.start);
    let (end_line, end_column) = place(finding.span.end);
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
            .map(|one| change_record(one, files, lines))
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

fn change_record<'a>(
    change: &'a Change,
    files: &Files,
    lines: &BTreeMap<&str, Lines<'_>>,
) -> ChangeRecord<'a> {
    match change {
        Change::Replace {
            file,
            start,
            end,
            text,
        } => {
            let (line, column) = place_in(file, *start, lines);
            let (end_line, end_column) = place_in(file, *end, lines);
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

/// Line and column of a byte of a file.
fn place_in(file: &str, byte: usize, lines: &BTreeMap<&str, Lines<'_>>) -> (usize, usize) {
    let lines = lines.get(file);
    lines.map_or((1, 1), |lines| lines.line_and_column(byte))
}

/// Line and column of a byte, both from 1, columns in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    Lines::of(text).line_and_column(byte)
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
    fn of_a_long_line_the_part_around_the_words_is_shown() {
        let line = "a ".repeat(5000) + "** b" + &" c".repeat(5000);
        let article = format!("+++\ntitle = \"T\"\n+++\n{line}\n");
        let start = article.find("**").expect("it is there");
        let findings = Findings::default();
        let span = SourceSpan::new("articles/t.md", start..start + 2);
        findings
            .error("stray-mark", &span, "stray")
            .help("write it");
        let files = Files::from_texts([("articles/t.md", article)]);
        let shown = text(&findings.into_sorted(), &files);
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(
            lines[..2],
            ["error[stray-mark]: stray", " --> articles/t.md:4:10001"]
        );
        assert!(shown.len() < 1200 && shown.contains("a ** b c"), "{shown}");
        assert!(shown.contains("4 | "), "{shown}");
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
