//! What articles came to, kept for the next compilation: a server compiles a site after each save, and of a thousand
//! articles one has changed.

use std::collections::BTreeMap;

use crate::compile::article::Compiled;
use crate::compile::article_links::ArticleLink;
use crate::compile::content_files::TextFile;
use crate::compile::files::{Files, LOCK};
use crate::compile::findings::Reported;
use crate::compile::symbol_table::SymbolTable;

/// Articles of the last compilation, with what was found in them. An article looks at its own text and at what is there beside
/// the articles: where any of that has changed, none is kept.
#[derive(Default)]
pub struct KeptArticles {
    /// The files of the last compilation; of the articles their names alone.
    beside: Files,
    /// By file.
    articles: BTreeMap<String, KeptArticle>,
}

struct KeptArticle {
    text: String,
    /// Absent where its blocks could not be counted.
    compiled: Option<Compiled<'static>>,
    reported: Reported,
    links: Vec<ArticleLink>,
}

/// Nothing that stands in the lock changes what an article says.
fn is_beside(path: &str) -> bool {
    !path.starts_with("articles/") && path != LOCK
}

impl KeptArticles {
    /// Forgets all articles if files beside them are others than those of the last compilation.
    pub(super) fn forget_unless_alike(&mut self, files: &Files) {
        let bytes = |path: &str, bytes: &Vec<u8>| {
            let bytes = is_beside(path).then(|| bytes.clone());
            (path.to_owned(), bytes.unwrap_or_default())
        };
        let texts = files.files.iter();
        let beside = Files {
            files: texts.map(|(path, text)| bytes(path, text)).collect(),
            others: files.others.clone(),
            folder: files.folder.clone(),
            passed_over: files.passed_over.clone(),
        };
        if self.beside != beside {
            self.articles.clear();
            self.beside = beside;
        }
    }

    /// What an article came to, if its file holds the text of then; what was found in it is reported again.
    pub(super) fn article<'a>(
        &self,
        file: TextFile<'a>,
        symbols: &SymbolTable<'_>,
    ) -> Option<Option<Compiled<'a>>> {
        let kept = self.articles.get(file.path)?;
        if file.text != Some(&kept.text) {
            return None;
        }
        symbols.findings.again(file.path, &kept.reported);
        symbols.article_links.again(&kept.links);
        Some(kept.compiled.as_ref().map(|one| one.in_file(file.path)))
    }

    /// Keeps the articles that were compiled just now, and no others.
    pub(super) fn keep<'s, 'a: 's>(
        &mut self,
        articles: impl Iterator<Item = (&'s TextFile<'a>, &'s Option<Compiled<'a>>)>,
        symbols: &SymbolTable<'_>,
    ) {
        let mut before = std::mem::take(&mut self.articles);
        let mut reported = symbols.findings.by_file();
        let mut links = symbols.article_links.by_file();
        for (file, compiled) in articles {
            let Some(text) = file.text else { continue };
            let same = before.remove(file.path).filter(|kept| kept.text == text);
            let kept = same.unwrap_or_else(|| KeptArticle {
                text: text.to_owned(),
                compiled: compiled.as_ref().map(|one| one.in_file("")),
                reported: reported.remove(file.path).unwrap_or_default(),
                links: links.remove(file.path).unwrap_or_default(),
            });
            self.articles.insert(file.path.to_owned(), kept);
        }
    }
}
