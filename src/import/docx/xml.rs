//! Elements of a document's XML by their names: the same in both of the standard's namespaces.

use roxmltree::{Document, Node, ParsingOptions};

use crate::import::attributes::{self, crowded};

/// Elements and texts of a part; a long book has a tenth of them.
const NODES: u32 = 5_000_000;

/// Parses a part.
///
/// # Errors
/// Why it is none.
pub(super) fn parse(text: &str) -> Result<Document<'_>, String> {
    if crowded(text, false).is_some() {
        let most = attributes::MOST;
        return Err(format!("an element has more than {most} attributes"));
    }
    let options = ParsingOptions {
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| error.to_string())
}

/// Whether a node is the element of the text's own vocabulary with this name.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name && is_word(node)
}

fn is_word(node: Node<'_, '_>) -> bool {
    let space = node.tag_name().namespace().unwrap_or_default();
    space.contains("wordprocessingml") && space.ends_with("main")
}

/// The name of an element of the text's own vocabulary; empty for any other.
pub(super) fn name<'x>(node: Node<'x, '_>) -> &'x str {
    if is_word(node) {
        node.tag_name().name()
    } else {
        ""
    }
}

pub(super) fn child<'x, 'i>(node: Node<'x, 'i>, name: &str) -> Option<Node<'x, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// An attribute, in whatever namespace.
pub(super) fn attr<'x>(node: Node<'x, '_>, name: &str) -> Option<&'x str> {
    let mut attributes = node.attributes();
    attributes
        .find(|attr| attr.name() == name)
        .map(|attr| attr.value())
}

/// The value of a property: `<w:pStyle w:val="Title"/>`.
pub(super) fn value<'x>(properties: Option<Node<'x, '_>>, name: &str) -> Option<&'x str> {
    attr(child(properties?, name)?, "val")
}

/// A property that is on or off, if it is told.
pub(super) fn flag(properties: Option<Node<'_, '_>>, name: &str) -> Option<bool> {
    let property = child(properties?, name)?;
    Some(!matches!(
        attr(property, "val"),
        Some("0" | "false" | "off" | "none")
    ))
}

/// What stands in an element, without the elements that only enclose: content controls, smart tags, insertions; of
/// alternatives the first.
pub(super) fn through<'x, 'i>(node: Node<'x, 'i>) -> impl Iterator<Item = Node<'x, 'i>> {
    let mut open: Vec<Node<'x, 'i>> = node.children().rev().collect();
    std::iter::from_fn(move || {
        loop {
            let next = open.pop()?;
            if encloses(next) {
                open.extend(next.children().rev());
            } else if next.tag_name().name() == "AlternateContent" {
                let mut choices = next.children().filter(Node::is_element);
                let first = choices.find(|one| one.tag_name().name() == "Choice");
                let one = first.or_else(|| {
                    next.children()
                        .find(|one| one.tag_name().name() == "Fallback")
                });
                if let Some(one) = one {
                    open.extend(one.children().rev());
                }
            } else {
                return Some(next);
            }
        }
    })
}

fn encloses(node: Node<'_, '_>) -> bool {
    match name(node) {
        "sdt" => !is_contents(node),
        "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo" | "ins" | "moveTo" => true,
        _ => false,
    }
}

/// Whether a content control holds a table of contents.
fn is_contents(node: Node<'_, '_>) -> bool {
    let properties = child(node, "sdtPr");
    let part = properties.and_then(|properties| child(properties, "docPartObj"));
    value(part, "docPartGallery").is_some_and(|gallery| gallery.starts_with("Table of"))
}
