//! `[allow]`: which findings may stand, and why.

use crate::compile::allowance::Allowance;
use crate::compile::codes::{CODES, allowable, lasting};
use crate::compile::suggestion;
use crate::compile::toml_table::TomlTable;

/// Reads `[allow]`. `file` is the file that it holds for.
pub(crate) fn read(table: &mut TomlTable<'_>, file: Option<&str>) {
    let findings = table.findings();
    let Some(allow) = table.table("allow") else {
        return;
    };
    for (code, value) in allow.into_entries() {
        let key = value.key.clone();
        let gone = value.left_out();
        let Some(reason) = value.string() else {
            continue;
        };
        if reason.text.trim().is_empty() {
            findings
                .error("bad-allowance", &reason.span, "this says no reason")
                .help("write why it may stand: `\"…\"`");
        }
        if allowable().any(|one| one == code) {
            findings.allow(Allowance {
                file: file.map(str::to_owned),
                code,
                at: (key.file.to_owned(), key.range),
                gone,
            });
        } else if CODES.contains(&&*code) {
            let why = lasting(&code).unwrap_or_default();
            let message = format!("`{code}` cannot be allowed: {why}");
            let report = findings.error("bad-allowance", &key, message);
            report
                .changes(gone)
                .help("leave it out, and mend what the finding names");
        } else {
            let message = format!("no finding is called `{code}`");
            let help = match suggestion::nearest(&code, allowable()) {
                Some(meant) => format!("write `{meant}`"),
                None => "leave it out".to_owned(),
            };
            let report = findings.error("bad-allowance", &key, message);
            report.changes(gone).help(help);
        }
    }
}
