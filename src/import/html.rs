//! Web pages: of a CMS, or saved by a word processor, or what one puts on the clipboard.

mod css;
mod depth;
mod flow;
mod footnotes;
mod inline;
mod lists;
mod origin;
mod page;
mod reason;
mod table;
mod tree;
mod unread;

use crate::import::article_file;
use crate::import::document::{Document, Inline, is_empty, plain};
use crate::import::error::ImportError;
use crate::import::html::flow::Reader;
use crate::import::html::origin::Origin;
use crate::import::html::tree::Tree;
use crate::import::imported::Input;
use crate::import::pictures::Pictures;
use crate::import::target::Target;
use crate::import::text;

/// Bytes of a page with the pictures within it.
const LARGEST: usize = 30 << 20;

/// Makes an article of a page.
///
/// # Errors
/// If it is too large or nested too deep, in an unknown encoding, or without text.
pub(crate) fn read(
    input: &Input,
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    let name = &input.name;
    if input.bytes.len() > LARGEST {
        let message = format!("the page has more than {} MB", LARGEST >> 20);
        let help = "save it as \"complete\", with its pictures in files of their own";
        return Err(ImportError::new(name, message, help));
    }
    let text = text::decoded_as(name, &input.bytes, charset(&input.bytes).as_deref())?;
    let page = fragment(&text);
    let tree = Tree::parse(name, &page)?;
    text::ensure_short(name, &tree.words(Tree::ROOT))?;
    let document = document(&tree, name, pictures, target);
    article_file::write(document, name, target).map(drop)
}

/// The words of a piece of HTML within another text, a paragraph each.
pub(crate) fn words(name: &str, html: &str) -> Vec<String> {
    let Ok(tree) = Tree::parse(name, html) else {
        return Vec::new();
    };
    let words = tree.words(Tree::ROOT);
    let parts = words
        .split("\n\n")
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.filter(|part| !part.is_empty()).collect()
}

/// The addresses of pictures beside a page.
pub(crate) fn beside(input: &Input) -> Vec<String> {
    let Ok(text) = text::decoded_as(&input.name, &input.bytes, charset(&input.bytes).as_deref())
    else {
        return Vec::new();
    };
    let Ok(tree) = Tree::parse(&input.name, &text) else {
        return Vec::new();
    };
    let pictures = tree
        .within(Tree::ROOT)
        .filter(|node| tree.name(*node) == "img");
    let addresses = pictures.filter_map(|node| tree.attr(node, "src"));
    addresses
        .filter_map(|address| crate::import::pictures::below("", address))
        .collect()
}

fn document(
    tree: &Tree,
    name: &str,
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) -> Document {
    let origin = Origin::of(tree);
    let mut document = page::says(tree);
    let root = page::root(tree, origin);
    let mut reader = Reader::new(
        tree,
        origin,
        name,
        document.language.as_deref(),
        pictures,
        target,
    );
    let blocks = reader.article(root);
    let (title, footnotes) = (reader.take_title(), reader.take_footnotes());
    let named = std::mem::take(&mut document.title);
    document.title = page::title(tree, root, title, named, &blocks);
    let title_said = plain(&document.title);
    for node in page::outside(tree, root) {
        if tree
            .words(node)
            .split_whitespace()
            .ne(title_said.split_whitespace())
        {
            reader.pass_outside(node);
        }
    }
    reader.tell();
    document.blocks = blocks;
    document.footnotes = footnotes;
    let title_words = is_empty(&document.title);
    debug_assert!(
        title_words
            || document
                .title
                .iter()
                .all(|one| !matches!(one, Inline::Break))
    );
    document
}

/// The encoding that a page names in its head.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let at = head.find("charset=").map(|at| at + "charset=".len());
    let declared = head.find("encoding=").map(|at| at + "encoding=".len());
    let rest = &head[at.or(declared.filter(|_| head.trim_start().starts_with("<?xml")))?..];
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
    let label = &label[..end.unwrap_or(label.len())];
    (!label.is_empty()).then(|| label.to_owned())
}

/// A page without the header that Windows' clipboard puts before it, cut to the part that was copied; the head stays, for
/// its styles.
fn fragment(text: &str) -> String {
    const START: &str = "<!--StartFragment-->";
    const END: &str = "<!--EndFragment-->";
    let is_clipboard = text.trim_start().starts_with("Version:") && text.contains("StartHTML:");
    let text = match text.find('<') {
        Some(at) if is_clipboard => &text[at..],
        _ => text,
    };
    let (Some(start), Some(end)) = (text.find(START), text.rfind(END)) else {
        return text.to_owned();
    };
    if start + START.len() > end {
        return text.to_owned();
    }
    let before = &text[..start];
    let head = before.find("<body").map_or("", |body| &before[..body]);
    let tag = before.find("<body").map_or("<body>", |_| "<body>");
    // Lines keep their numbers.
    let lines = before[head.len()..].matches('\n').count();
    let part = &text[start + START.len()..end];
    [head, tag, &*"\n".repeat(lines), part].concat()
}

#[cfg(test)]
mod tests;
