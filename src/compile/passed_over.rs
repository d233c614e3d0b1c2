//! What stands in a content folder and is not read: said, so that nobody misses it in the site without knowing why.

use crate::compile::files::{Files, PassedOver};
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;

/// Says what was passed over.
pub(crate) fn report(files: &Files, findings: &Findings) {
    for (path, what) in &files.passed_over {
        let (code, message, help) = match what {
            PassedOver::OutsideLink => (
                "outside-link",
                format!("`{path}` is a link that leads out of the content folder"),
                "put a copy of what it leads to in its place",
            ),
            PassedOver::FolderLink => (
                "folder-link",
                format!("`{path}` is a link to a folder"),
                "put a folder with copies of its files in its place",
            ),
            PassedOver::SpecialFile => (
                "special-file",
                format!("`{path}` is neither a file nor a folder"),
                "move it out of the content folder",
            ),
        };
        let report = findings.error(code, &SourceSpan::whole(path), message);
        report.help(help);
    }
}
