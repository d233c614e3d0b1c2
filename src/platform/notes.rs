//! The page's notes, read where they stand: what a card shows is what the page says, in whatever language a
//! translator has put it.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::platform::document::{element, list};

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
        self.element.get_attribute("data-kind").unwrap_or_default()
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
        let links = list(&self.element, ".back a");
        links
            .filter_map(|link| Some(link.get_attribute("href")?.split_off(1)))
            .collect()
    }

    /// Its relations to entities that have a note here.
    pub fn relations(&self) -> Vec<Relation> {
        let rows = list(&self.element, ".rels li").filter_map(|row| {
            let other = find(&row, "a[href^='#ent-']")?;
            let sources = row.query_selector_all(".src").ok()?;
            let first = sources.get(0);
            Some(Relation {
                other: other.get_attribute("href")?.split_off("#ent-".len()),
                kind: other.get_attribute("data-kind").unwrap_or_default(),
                name: text(&other),
                predicate: said(find(&row, "i")),
                reversed: row.first_element_child() == Some(other),
                source: first.and_then(|mark| mark.clone_node_with_deep(true).ok()),
                sources: sources.length() as usize,
            })
        });
        rows.collect()
    }

    /// Kind, name and one sentence.
    pub fn gist(&self, mention: u32) -> Gist {
        let passage = ["[data-passage='", &mention.to_string(), "'] p"].concat();
        let sentence = self.find(&passage).or_else(|| self.find(".say"));
        Gist {
            kind: said(self.find(".kind b")),
            description: said(self.find(".kind span")),
            name: self.name(),
            sentence: said(sentence),
        }
    }

    /// A copy for a card opened at a mention: its heading takes focus and the id `heading`; of the passages only that
    /// mention's is shown, under the label `here`; the way back to the mentions is left to the card.
    pub fn copy(&self, mention: Option<u32>, heading: &str, here: &str) -> Option<Node> {
        let copy: Element = self
            .element
            .clone_node_with_deep(true)
            .ok()?
            .unchecked_into();
        for name in ["id", "data-note", "data-card", "class"] {
            let _ = copy.remove_attribute(name);
        }
        copy.set_class_name("copy");
        if let Some(name) = find(&copy, "h3") {
            name.set_id(heading);
            let _ = name.set_attribute("tabindex", "-1");
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
        find(&self.element, selector)
    }
}

/// Shows of a copy's passages only that of a mention; the rest of it, focus and selection with it, stays as it is.
pub fn pass(copy: &Node, mention: Option<u32>) {
    let mention = mention.map(|number| number.to_string());
    let Some(copy) = copy.dyn_ref::<Element>() else {
        return;
    };
    for passage in list(copy, "[data-passage]") {
        let other = passage.get_attribute("data-passage") != mention;
        let _ = passage.toggle_attribute_with_force("hidden", other);
    }
}

fn find(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

fn said(element: Option<Element>) -> String {
    element.map(|element| text(&element)).unwrap_or_default()
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}
