//! Where an explorer lives: the part of the document that is its own, its addresses, its keys in the browser's storage.
//!
//! A whole page has one explorer. Where several share a document each has its host, and reaches nothing outside its root.

use web_sys::{Element, Node, css};

use crate::platform::address::Addresses;
use crate::platform::document::{self, first};

/// What an explorer was given of a document.
pub struct Host {
    /// The element that holds the article, its notes, lists and data, and what the explorer draws. Attributes of this one say
    /// what is so in all of it: `data-ready`, the settings.
    pub root: Element,
    /// Where it reads and writes what is open.
    pub addresses: Addresses,
    /// What its keys in the browser's storage begin with.
    pub storage_prefix: String,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Host {
    /// Whether its root is that of the document.
    pub fn is_page(&self) -> bool {
        document::root().is_some_and(|root| root == self.root)
    }

    /// The element in it with this id. Of several in the document, as in each of two articles, the one that is here; also
    /// inside a shadow root, which a document's own `getElementById` does not see.
    pub fn element(&self, id: &str) -> Option<Element> {
        self.find(&["#", &css::escape(id)].concat())
    }

    /// The first element in it that a selector means.
    pub fn find(&self, selector: &str) -> Option<Element> {
        first(&self.root, selector)
    }

    /// All of them, in their order.
    pub fn list(&self, selector: &str) -> Vec<Element> {
        document::list(&self.root, selector)
    }

    /// Whether a node stands in it.
    pub fn holds(&self, node: &Node) -> bool {
        self.root.contains(Some(node))
    }
}
