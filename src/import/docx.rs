//! Word documents (`.docx`), whoever wrote them: what their paragraphs are, not how they look.

mod body;
mod drawing;
mod fields;
mod numbering;
mod package;
mod runs;
mod styles;
mod table;
mod xml;

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use roxmltree::{Document as Xml, Node, NodeId};

use crate::import::article_file;
use crate::import::document::{Block, Document, Inline, Style, is_empty, plain};
use crate::import::docx::body::Reader;
use crate::import::docx::numbering::Numbering;
use crate::import::docx::package::{Links, Package};
use crate::import::docx::styles::Styles;
use crate::import::error::ImportError;
use crate::import::flatten;
use crate::import::imported::Input;
use crate::import::language;
use crate::import::pictures::Pictures;
use crate::import::target::Target;

/// Letters of a first line that may be a title without saying so.
const TITLE: usize = 120;

/// Makes an article of a document.
///
/// # Errors
/// If it is broken, too large, or without text.
pub(crate) fn read(
    input: &Input,
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    let mut package = Package::open(input)?;
    let main = package.main()?;
    let text = package
        .text(&main)?
        .ok_or_else(|| package.broken("its text is missing"))?;
    let xml = package.parse(&text)?;
    let beside = |package: &mut Package<'_>, kind: &str| package.related(&main, kind);
    let styles_text = beside(&mut package, "styles")?.unwrap_or_default();
    let numbering_text = beside(&mut package, "numbering")?.unwrap_or_default();
    let (styles, default_language) = match package.parse(&styles_text.text) {
        Ok(xml) if !styles_text.text.is_empty() => Styles::of(&xml),
        _ => (Styles::default(), None),
    };
    let numbering = match package.parse(&numbering_text.text) {
        Ok(xml) if !numbering_text.text.is_empty() => Numbering::of(&xml),
        _ => Numbering::default(),
    };
    let footnotes = beside(&mut package, "footnotes")?.unwrap_or_default();
    let endnotes = beside(&mut package, "endnotes")?.unwrap_or_default();
    let comments = beside(&mut package, "comments")?.unwrap_or_default();
    let links = Rc::new(package.links(&main)?);
    let mut reader = Reader::new(
        &input.name,
        &mut package,
        &styles,
        numbering,
        pictures,
        target,
    );
    let body = xml.descendants().find(|node| xml::is(*node, "body"));
    let lone = body.map(fields::lone).unwrap_or_default();
    reader.turn_to(&links, &Rc::new(lone));
    let mut blocks = body.map_or(Vec::new(), |body| reader.blocks(body));
    let parsed = [&footnotes, &endnotes].map(|part| xml::parse(&part.text).ok());
    let [foot, end] = &parsed;
    let foot = Notes::of(foot.as_ref(), "footnote", footnotes.links.clone());
    let end = Notes::of(end.as_ref(), "endnote", endnotes.links.clone());
    let mut read_notes = Vec::new();
    for (is_endnote, id) in reader.notes() {
        let notes = if is_endnote { &end } else { &foot };
        reader.turn_to(&notes.links, &notes.lone);
        let note = notes.by_id.get(&*id);
        let inner = note.map_or(Vec::new(), |note| reader.blocks(*note));
        let mut figures = Vec::new();
        read_notes.push(flatten::paragraphs(inner, &mut figures));
        blocks.extend(figures.into_iter().map(Block::Figure));
    }
    reader.comments = xml::parse(&comments.text).map_or(0, |xml| {
        xml.descendants()
            .filter(|node| xml::is(*node, "comment"))
            .count()
    });
    let mut title = reader.take_title();
    reader.tell();
    if is_empty(&title) {
        title = title_line(&mut blocks).unwrap_or_default();
    }
    let document = Document {
        title,
        language: guessed(&blocks).or(default_language),
        blocks,
        footnotes: read_notes,
        ..Document::default()
    };
    article_file::write(document, &input.name, target).map(drop)
}

/// Footnotes, or endnotes, which are a part of their own.
struct Notes<'x> {
    by_id: BTreeMap<&'x str, Node<'x, 'x>>,
    links: Rc<Links>,
    lone: Rc<HashSet<NodeId>>,
}

impl<'x> Notes<'x> {
    fn of(xml: Option<&'x Xml<'x>>, name: &str, links: Links) -> Self {
        let root = xml.map(Xml::root_element);
        let all = root.into_iter().flat_map(|root| root.descendants());
        let mut by_id = BTreeMap::new();
        for node in all.filter(|node| xml::is(*node, name)) {
            if let Some(id) = xml::attr(node, "id") {
                by_id.entry(id).or_insert(node);
            }
        }
        Self {
            by_id,
            links: Rc::new(links),
            lone: Rc::new(root.map(fields::lone).unwrap_or_default()),
        }
    }
}

/// A short first paragraph that is bold alone.
fn title_line(blocks: &mut Vec<Block>) -> Option<Vec<Inline>> {
    let Some(Block::Paragraph(words)) = blocks.first() else {
        return None;
    };
    let is_bold = words.iter().all(|one| match one {
        Inline::Styled(Style::Strong, _) => true,
        Inline::Words(text) => text.trim().is_empty(),
        _ => false,
    });
    let text = plain(words);
    let is_short =
        text.chars().count() <= TITLE && !text.trim_end().ends_with(['.', ':', ';', ',']);
    if !is_bold || !is_short || blocks.len() < 2 {
        return None;
    }
    let Block::Paragraph(words) = blocks.remove(0) else {
        return None;
    };
    Some(vec![Inline::Words(plain(&words))])
}

/// The language of the words: Word says that of the program in documents of every language.
fn guessed(blocks: &[Block]) -> Option<String> {
    let mut text = String::new();
    for block in blocks {
        if let Block::Paragraph(words) | Block::Heading { words, .. } = block {
            text.push_str(&plain(words));
            text.push('\n');
        }
    }
    language::guess(&text).map(str::to_owned)
}

#[cfg(test)]
mod tests;
