//! The page's lists, read where they stand: a view shows copies of their rows.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, NodeList};

use crate::platform::document::{element, list};

/// The rows of a list, each copied when it is shown.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: NodeList,
    copies: Vec<Option<Node>>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Rows {
    /// The rows of the list with this id; `None` where the page has none.
    pub fn of(id: &str) -> Option<Self> {
        let rows = element(id)?.query_selector_all("li").ok()?;
        let copies = vec![None; rows.length() as usize];
        Some(Self { rows, copies })
    }

    pub fn count(&self) -> usize {
        self.copies.len()
    }

    /// The copy of a row, the same each time.
    pub fn copy(&mut self, row: usize) -> Option<Node> {
        let slot = self.copies.get_mut(row)?;
        if slot.is_none() {
            *slot = self.rows.get(row as u32)?.clone_node_with_deep(true).ok();
        }
        slot.clone()
    }
}

/// A copy of a list's inside without its ids; what an id named stands in `data-id`.
pub fn copy(id: &str) -> Option<Node> {
    let copy: Element = element(id)?
        .query_selector(":scope > :not(h2)")
        .ok()??
        .clone_node_with_deep(true)
        .ok()?
        .unchecked_into();
    for named in list(&copy, "[id]") {
        let _ = named.set_attribute("data-id", &named.id());
        let _ = named.remove_attribute("id");
    }
    Some(copy.into())
}
