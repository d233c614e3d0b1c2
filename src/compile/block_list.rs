//! The blocks of all articles with their numbers, for authors who cite them.

use crate::compile::content_files::ContentFiles;
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::read;
use crate::compile::symbol_table::Wanted;

/// A block by its number.
#[derive(Debug, PartialEq, Eq)]
pub struct ListedBlock {
    /// Counted from 1: `#pN`.
    pub number: u32,
    pub anchor: Option<String>,
    /// How it begins.
    pub beginning: String,
}

/// The blocks of each article that can be read, by its slug, whatever else is wrong with the content.
pub fn blocks(files: &Files) -> Vec<(String, Vec<ListedBlock>)> {
    let findings = Findings::default();
    let content = ContentFiles::sort(files, &findings);
    let Some(compiled) = read(&content, files, &findings, Wanted::Site) else {
        return Vec::new();
    };
    let articles = compiled.symbols.articles.iter();
    let listed = articles.filter_map(|(slug, (_, index))| {
        let index = index.as_ref()?;
        let blocks = index.numbered().map(|(number, block)| ListedBlock {
            number,
            anchor: index.anchor_of(number).map(str::to_owned),
            beginning: block.beginning().to_owned(),
        });
        Some((slug.clone(), blocks.collect()))
    });
    listed.collect()
}
