//! Which program wrote a page.

use crate::import::html::tree::Tree;

/// Programs whose pages have their own ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    GoogleDocs,
    Word,
    LibreOffice,
    /// A site, or any other program.
    Web,
}

impl Origin {
    pub(super) fn of(tree: &Tree) -> Self {
        for node in tree.within(Tree::ROOT) {
            let attr = |key| tree.attr(node, key).unwrap_or_default();
            match tree.name(node) {
                "meta" if attr("name").eq_ignore_ascii_case("generator") => {
                    let generator = attr("content");
                    if generator.contains("Microsoft Word") {
                        return Self::Word;
                    }
                    if generator.contains("LibreOffice") || generator.contains("OpenOffice") {
                        return Self::LibreOffice;
                    }
                }
                "meta"
                    if attr("content").contains("Microsoft Word")
                        || attr("content") == "Word.Document" =>
                {
                    return Self::Word;
                }
                "html" if attr("xmlns:w").contains("office:word") => return Self::Word,
                "" => {}
                _ if attr("id").starts_with("docs-internal-guid") => return Self::GoogleDocs,
                "ul" | "ol" if attr("class").contains("lst-kix_") => return Self::GoogleDocs,
                "body" if attr("class").contains("doc-content") => return Self::GoogleDocs,
                _ if attr("class").starts_with("Mso") || attr("style").contains("mso-list:") => {
                    return Self::Word;
                }
                _ => {}
            }
        }
        Self::Web
    }
}
