//! A run of the compiler that looks for words which somebody selected in a page.

use crate::compile::content_files::ContentFiles;
use crate::compile::files::Files;
use crate::compile::finding::Finding;
use crate::compile::findings::Findings;
use crate::compile::read;
use crate::compile::selected::{NotFound, Selected, Words};
use crate::compile::symbol_table::Wanted;
use crate::model::editing::Selection;
use crate::model::site::Site;

/// What the run came to.
pub struct Looked {
    /// As far as the content can be read.
    pub site: Option<Site>,
    pub findings: Vec<Finding>,
    pub words: Result<Words, NotFound>,
}

/// Compiles a folder and looks for selected words on the way.
pub fn look(files: &Files, selection: &Selection) -> Looked {
    let findings = Findings::default();
    let selected = Selected::new(selection);
    let site = {
        let content = ContentFiles::sort(files, &findings);
        read(&content, files, &findings, Wanted::Selected(&selected)).map(|compiled| compiled.site)
    };
    Looked {
        site,
        findings: findings.settled().findings,
        words: selected.into_answer(),
    }
}
