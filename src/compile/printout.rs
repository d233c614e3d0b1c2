//! Findings as a command lists them: errors first, then warnings in groups, at most some hundreds; the rest is counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::codes::UNLINKED_NAME;
use crate::compile::files::Files;
use crate::compile::finding::{self, Finding, Severity};

/// How much is listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Printout {
    pub errors_only: bool,
    /// Every finding in full.
    pub all: bool,
}

/// Errors shown in full; nobody mends more in one go.
const ERRORS: usize = 200;

/// Warnings of one code that are shown in full; more are told in a line.
const WARNINGS: usize = 3;

/// Places named in such a line.
const PLACES: usize = 12;

impl Printout {
    /// The findings for people.
    pub fn text(self, findings: &[Finding], files: &Files) -> String {
        let (errors, warnings): (Vec<_>, Vec<_>) = findings
            .iter()
            .cloned()
            .partition(|finding| finding.severity == Severity::Error);
        let shown = if self.all {
            errors.len()
        } else {
            ERRORS.min(errors.len())
        };
        let mut out = finding::text(&errors[..shown], files);
        if shown < errors.len() {
            let mut more: BTreeMap<_, usize> = BTreeMap::new();
            for finding in &errors[shown..] {
                *more.entry(finding.code).or_default() += 1;
            }
            let more: Vec<_> = more
                .into_iter()
                .map(|(code, count)| format!("{code} {count}"))
                .collect();
            let left = errors.len() - shown;
            out += &format!(
                "error: {left} more: {}\n  = help: mend those above first, or list all with --all\n\n",
                more.join(", ")
            );
        }
        if self.errors_only {
            return out;
        }
        if self.all {
            return out + &finding::text(&warnings, files);
        }
        let mut groups: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
        for finding in warnings {
            groups.entry(finding.code).or_default().push(finding);
        }
        for (code, group) in groups {
            out += &if group.len() > WARNINGS {
                grouped(code, &group, files)
            } else {
                finding::text(&group, files)
            };
        }
        out
    }
}

/// Many warnings of one code in a line.
fn grouped(code: &str, group: &[Finding], files: &Files) -> String {
    if code == UNLINKED_NAME {
        return by_name(code, group);
    }
    let paths: BTreeSet<_> = group.iter().map(|finding| &*finding.file).collect();
    let are_in = |folder: &str| paths.iter().all(|path| path.starts_with(folder));
    let is_one_each = paths.len() == group.len();
    let what = match () {
        () if is_one_each && are_in("entities/") => "entities",
        () if is_one_each && are_in("articles/") => "articles",
        () if are_in("sources.toml") => "sources",
        () if are_in("events.toml") => "events",
        () if is_one_each => "files",
        () => "places",
    };
    let mut places: Vec<String> = Vec::new();
    let mut told = 0;
    // Those of one line are told as one place.
    for finding in group.iter().take(4 * PLACES) {
        let place = finding::place(finding, files);
        if !places.contains(&place) {
            if places.len() == PLACES {
                break;
            }
            places.push(place);
        }
        told += 1;
    }
    if told < group.len() {
        places.push(format!("{} more", group.len() - told));
    }
    format!(
        "warning[{code}]: {} {what}: {}\n  = help: of the first: {}; list all with --all\n\n",
        group.len(),
        places.join(", "),
        group[0].help
    )
}

/// The same, where what they are about tells more than where it stands.
fn by_name(code: &str, group: &[Finding]) -> String {
    let names = group.iter().filter_map(|one| one.message.split('`').nth(1));
    let mut names: Vec<_> = names.take(PLACES).map(str::to_owned).collect();
    if names.len() < group.len() {
        names.push(format!("{} more", group.len() - names.len()));
    }
    format!(
        "warning[{code}]: {} names that no entity has: {}\n  = help: of the first: {}; list all with --all\n\n",
        group.len(),
        names.join(", "),
        group[0].help
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::findings::Findings;
    use crate::compile::source_span::SourceSpan;

    fn found(errors: usize, warnings: usize) -> Vec<Finding> {
        let findings = Findings::default();
        for number in 0..warnings {
            let path = format!("entities/e{number:03}.toml");
            let span = SourceSpan::whole(&path);
            findings
                .warning(
                    "missing-summary",
                    &span,
                    format!("`e{number:03}` has no summary"),
                )
                .help("add `summary`");
        }
        for number in 0..errors {
            let path = format!("entities/x{number:03}.toml");
            let span = SourceSpan::whole(&path);
            findings
                .error("bad-language", &span, format!("`x{number}` is no language"))
                .help("write `en`");
        }
        findings.into_sorted()
    }

    #[test]
    fn errors_come_first_and_many_warnings_are_one_line() {
        let text = Printout::default().text(&found(1, 37), &Files::default());
        assert!(text.starts_with("error[bad-language]"), "{text}");
        assert_eq!(text.matches("warning[").count(), 1, "{text}");
        let line = "warning[missing-summary]: 37 entities: entities/e000.toml, ";
        assert!(text.contains(line), "{text}");
        assert!(text.contains(", 25 more\n"), "{text}");
    }

    #[test]
    fn a_few_warnings_are_shown_in_full() {
        let text = Printout::default().text(&found(0, 3), &Files::default());
        assert_eq!(text.matches("warning[").count(), 3, "{text}");
    }

    #[test]
    fn some_hundreds_are_listed_and_the_rest_counted() {
        let findings = found(500, 37);
        let text = Printout::default().text(&findings, &Files::default());
        assert_eq!(text.matches("error[").count(), 200);
        assert!(text.contains("error: 300 more: bad-language 300"), "{text}");
        let all = Printout {
            all: true,
            errors_only: false,
        };
        let text = all.text(&findings, &Files::default());
        assert_eq!(text.matches("error[").count(), 500);
        assert_eq!(text.matches("warning[").count(), 37);
        let errors = Printout {
            errors_only: true,
            all: false,
        };
        let text = errors.text(&findings, &Files::default());
        assert!(!text.contains("warning"), "{text}");
    }
}
