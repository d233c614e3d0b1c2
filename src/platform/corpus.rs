//! All that the page says, for the search: read where it stands, piece by piece.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use crate::platform::document::{attribute, first, list, root, text};
use crate::platform::notes::Note;

/// The parts of the page that can be found.
#[derive(Clone, Debug)]
pub struct Corpus {
    notes: NodeList,
    blocks: NodeList,
    events: NodeList,
    works: NodeList,
}

/// An entity and what its note says.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    pub slug: String,
    pub kind: String,
    pub mentions: u32,
    pub names: Vec<String>,
    pub description: String,
    /// What they say.
    pub facts: Vec<String>,
}

impl Corpus {
    pub fn of_page() -> Option<Self> {
        let root = root()?;
        let all = |selector| root.query_selector_all(selector).ok();
        Some(Self {
            notes: all("[data-note]")?,
            blocks: all("[data-article] .block")?,
            events: all("#timeline li")?,
            works: all("#sources li")?,
        })
    }

    pub fn entity(&self, row: usize) -> Option<Entity> {
        let element = element(&self.notes, row)?;
        let slug = attribute(&element, "data-note");
        let note = Note::of(&slug)?;
        let mut entity = Entity {
            slug,
            kind: note.kind(),
            mentions: note.mentions().len() as u32,
            names: Vec::new(),
            description: find(&element, ".kind b ~ span"),
            facts: Vec::new(),
        };
        for name in list(&element, ".note-head bdi") {
            entity.names.push(text(&name));
        }
        for fact in list(&element, "[data-fact]") {
            entity.facts.push(own_text(&fact));
        }
        Some(entity)
    }

    /// A block's id and text.
    pub fn block(&self, row: usize) -> Option<(String, String)> {
        let block = element(&self.blocks, row)?;
        Some((attribute(&block, "id"), text(&block)))
    }

    /// An event's id, date and text.
    pub fn event(&self, row: usize) -> Option<(String, [String; 2])> {
        let event = element(&self.events, row)?;
        Some((
            attribute(&event, "id"),
            [find(&event, "time"), find(&event, ".what")],
        ))
    }

    /// A source's id and what the list says of it. The page, which never leads there, leaves the id to be set here.
    pub fn work(&self, row: usize) -> Option<(String, String)> {
        let work = element(&self.works, row)?;
        let id = ["source-", &(row + 1).to_string()].concat();
        let _ = work.set_attribute("id", &id);
        Some((id, text(&work)))
    }
}

/// A unit in lower case and decomposed, as the browser does it.
pub fn decompose(unit: u16) -> Vec<u16> {
    let lower = JsString::from_char_code1(unit.into()).to_lower_case();
    let text = String::from(lower.normalize("NFKD"));
    text.encode_utf16().collect()
}

/// What a fact says, without who says it and where.
fn own_text(fact: &Element) -> String {
    let Ok(copy) = fact.clone_node_with_deep(true) else {
        return String::new();
    };
    let copy: Element = copy.unchecked_into();
    for mark in list(&copy, ".src, .who, .dot") {
        mark.remove();
    }
    text(&copy)
}

fn element(nodes: &NodeList, row: usize) -> Option<Element> {
    Some(nodes.get(row as u32)?.unchecked_into())
}

fn find(element: &Element, selector: &str) -> String {
    let found = first(element, selector);
    found.map_or_else(String::new, |found| text(&found))
}
