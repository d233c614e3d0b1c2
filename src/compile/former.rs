//! `former`: names that an article, an entity or an event had, whose addresses still lead to it.

use std::collections::BTreeMap;

use crate::compile::file_names::is_device;
use crate::compile::findings::Findings;
use crate::compile::slug::check_slug;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;

/// Letters that a file's name holds on every system, less an ending.
const LONGEST: usize = 240;

/// Reads the former names of something.
pub(crate) fn read<'a>(table: &mut TomlTable<'a>) -> Vec<SourceText<'a>> {
    let findings = table.findings();
    let former = table.strings("former");
    for one in &former {
        check_slug(&one.text, &one.words(), findings, |_| false);
        let fault = if one.text.len() > LONGEST {
            Some("no name was as long as this")
        } else {
            is_device(&one.text)
                .then_some("this is the name of a device on Windows, and was never a file's")
        };
        if let Some(message) = fault {
            let report = findings.error("bad-slug", &one.words(), message);
            report.help("leave it out");
        }
    }
    former
}

/// Their words alone.
pub(crate) fn slugs(former: &[SourceText<'_>]) -> Vec<String> {
    former.iter().map(|one| one.text.to_string()).collect()
}

/// A former name may be nobody's now, and one's alone. `all` are names with the former ones; returns which name each of
/// these became. `what` they are called: "article".
pub(crate) fn check<'s>(
    all: &[(&'s str, &[SourceText<'_>])],
    what: &str,
    findings: &Findings,
) -> BTreeMap<String, &'s str> {
    let present: BTreeMap<_, _> = all.iter().map(|(slug, _)| (*slug, ())).collect();
    let mut became = BTreeMap::new();
    for (slug, former) in all {
        for one in *former {
            let other = became.insert(one.text.to_string(), *slug);
            let taken = present.contains_key(&*one.text);
            if taken || other.is_some() {
                let message = match other {
                    Some(other) if !taken => {
                        format!("`{}` is a former name of `{other}` already", one.text)
                    }
                    _ => format!("`{}` is the name of an {what} now", one.text),
                };
                findings
                    .error("duplicate-id", &one.words(), message)
                    .help("leave it out: an address leads to one place");
            }
        }
    }
    became
}
