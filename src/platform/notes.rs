//! The page's notes, read where they stand: what a card shows is what the page says, in whatever language a
//! translator has put it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::platform::document::{attribute, element, first, goal, list, mark, text};

/// An entity's note in the page.
#[derive(Clone, Debug)]
pub struct Note {
    element: Element,
}

/// A name in its language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    pub text: String,
    pub language: Option<String>,
}

/// What a peek says.
#[derive(Clone, Debug, PartialEq)]
pub struct Gist {
    /// The word for its kind.
    pub kind: String,
    /// A few words beside it.
    pub description: String,
    pub name: Name,
    /// What it is in this passage, else in general.
    pub sentence: String,
}

/// A relation as the note tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Slug, name and kind of the other entity.
    pub other: String,
    pub name: String,
    pub kind: String,
    pub predicate: String,
    /// To be read from the other's side.
    pub reversed: bool,
    /// Its first source mark.
    pub source: Option<Node>,
    /// How many sources it has.
    pub sources: usize,
}

impl Note {
    /// The note on an entity; `None` where the page has none.
    pub fn of(entity: &str) -> Option<Self> {
        let element = element(&["ent-", entity].concat())?;
        Some(Self { element })
    }

    /// The slug of its kind.
    pub fn kind(&self) -> String {
        attribute(&self.element, "data-kind")
    }

    pub fn name(&self) -> Name {
        let name = self.find("h3 bdi");
        Name {
            language: name.as_ref().and_then(|name| name.get_attribute("lang")),
            text: said(name),
        }
    }

    /// The ids of its entity's mentions, in the order of the text.
    pub fn mentions(&self) -> Vec<String> {
        let mut mentions = Vec::new();
        for link in list(&self.element, ".back a") {
            mentions.extend(goal(&link, "#"));
        }
        mentions
    }

    /// Its relations to entities that have a note here.
    pub fn relations(&self) -> Vec<Relation> {
        let mut relations = Vec::new();
        for row in list(&self.element, ".rels li") {
            let Some(link) = first(&row, "a[href^='#ent-']") else {
                continue;
            };
            let sources = list(&row, ".src");
            relations.push(Relation {
                other: goal(&link, "#ent-").unwrap_or_default(),
                kind: attribute(&link, "data-kind"),
                name: text(&link),
                predicate: said(first(&row, "i")),
                reversed: row.first_element_child() == Some(link),
                source: sources.first().and_then(copy),
                sources: sources.len(),
            });
        }
        relations
    }

    /// Kind, name and one sentence.
    pub fn gist(&self, mention: u32) -> Gist {
        let passage = ["[data-passage='", &mention.to_string(), "'] p"].concat();
        let sentence = self.find(&passage).or_else(|| self.find(".say"));
        Gist {
            kind: said(self.find(".kind b")),
            description: said(self.find(".kind b ~ span")),
            name: self.name(),
            sentence: said(sentence),
        }
    }

    /// A copy for a card opened at a mention: its heading takes focus and the id `heading`; of the passages only that
    /// mention's is shown, under the label `here`; the way back to the mentions is left to the card.
    pub fn copy(&self, mention: Option<u32>, heading: &str, here: &str) -> Option<Node> {
        let copy: Element = copy(&self.element)?.unchecked_into();
        for name in ["id", "data-note", "data-card"] {
            mark(&copy, name, None);
        }
        mark(&copy, "class", Some("copy"));
        if let Some(name) = first(&copy, "h3") {
            mark(&name, "id", Some(heading));
            mark(&name, "tabindex", Some("-1"));
        }
        for label in list(&copy, "[data-passage] .lab") {
            label.set_text_content(Some(here));
        }
        pass(&copy, mention);
        for rest in list(&copy, ".back, .shut") {
            rest.remove();
        }
        Some(copy.into())
    }

    fn find(&self, selector: &str) -> Option<Element> {
        first(&self.element, selector)
    }
}

/// The name of an entity that has a note here.
pub fn name_of(entity: &str) -> Option<String> {
    Some(Note::of(entity)?.name().text)
}

/// Shows of a copy's passages only that of a mention; the rest of it, focus and selection with it, stays as it is.
pub fn pass(copy: &Node, mention: Option<u32>) {
    let mention = mention.map(|number| number.to_string()).unwrap_or_default();
    for passage in list(copy.unchecked_ref(), "[data-passage]") {
        let other = attribute(&passage, "data-passage") != mention;
        mark(&passage, "hidden", other.then_some(""));
    }
}

pub(super) fn copy(element: &Element) -> Option<Node> {
    element.clone_node_with_deep(true).ok()
}

fn said(element: Option<Element>) -> String {
    element.map(|element| text(&element)).unwrap_or_default()
}
