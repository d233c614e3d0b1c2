//! Content read in spite of its errors, for tools that help to write it.

use crate::compile::content_files::ContentFiles;
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::read;
use crate::compile::symbol_table::Wanted;
use crate::model::site::Site;

/// The site as far as it can be read, whatever is wrong with it. Nothing comes back without a `site.toml` that can be read.
pub fn site(files: &Files) -> Option<Site> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    Some(read(&content, files, &findings, Wanted::Site)?.site)
}
