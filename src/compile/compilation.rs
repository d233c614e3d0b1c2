//! A site with what its authors wrote about it: more than pages need, for what compares it with the lock and mends it.

use crate::compile::content_files::ContentFiles;
use crate::compile::lock::{self, Blocks, Lock};
use crate::compile::statement::Statement;
use crate::compile::symbol_table::SymbolTable;
use crate::model::site::Site;

/// What a run understood.
pub(crate) struct Compilation<'a> {
    pub(crate) site: Site,
    pub(crate) symbols: SymbolTable<'a>,
    pub(crate) statements: Vec<Statement<'a>>,
}

impl<'a> Compilation<'a> {
    /// The blocks of the articles that could be read.
    pub(crate) fn blocks(&self) -> Blocks<'_> {
        let articles = self.symbols.articles.values();
        articles
            .filter_map(|(id, blocks)| Some((*id, blocks.as_deref()?)))
            .collect()
    }

    /// Compares the citations with those of the lock. Nothing comes back where its file cannot be read whole.
    pub(crate) fn lock(&self, content: &ContentFiles<'a>) -> Option<Lock> {
        let (blocks, findings) = (self.blocks(), self.symbols.findings);
        let current = lock::current(&self.statements, &blocks);
        let Some(file) = content.lock else {
            return Some(Lock::confirmed(&current));
        };
        let lock = Lock::read(file, findings)?;
        Some(lock.brought_up(&current, |cited, line| {
            lock::report_changed(cited, line, &blocks, findings);
        }))
    }
}
