//! The page's lists, read where they stand: a view shows copies of them, or of their rows.

use std::cell::RefCell;

use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlTemplateElement, Node, NodeList, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::platform::document::{
    attribute, document, element, find, first, focus_element, goal, list, mark, text,
};
use crate::platform::notes::copy;

/// The rows of a list, each copied when it is shown.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: NodeList,
    copies: RefCell<Vec<Option<Node>>>,
}

impl Rows {
    /// The rows of the list with this id; `None` where the page has none.
    pub fn of(id: &str) -> Option<Self> {
        let rows = element(id)?.query_selector_all("li").ok()?;
        let copies = RefCell::new(vec![None; rows.length() as usize]);
        Some(Self { rows, copies })
    }

    /// The copy of a row, the same each time.
    pub fn copy(&self, row: usize) -> Option<Node> {
        let mut copies = self.copies.borrow_mut();
        let slot = copies.get_mut(row)?;
        if slot.is_none() {
            let copy = self.rows.get(row as u32)?.clone_node_with_deep(true).ok()?;
            let drawing = first(copy.unchecked_ref(), "noscript");
            if let Some(drawing) = drawing {
                drawing.set_outer_html(&text(&drawing));
            }
            *slot = Some(copy);
        }
        slot.clone()
    }
}

/// A copy of a list's inside without its ids; what an id named stands in `data-id`.
#[derive(Clone, Debug)]
pub struct Copy {
    element: Element,
}

/// A row of a list that is about entities.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called in addresses.
    pub id: String,
    /// Slugs of the entities it is about.
    pub about: Vec<String>,
}

impl Copy {
    /// A copy of the list with this id; `None` where the page has none.
    pub fn of(id: &str) -> Option<Self> {
        let element: Element = copy(&element(id)?)?.unchecked_into();
        for drawn in list(&element, "h2, .sprite, .drawn") {
            drawn.remove();
        }
        for name in ["id", "aria-labelledby"] {
            mark(&element, name, None);
        }
        for named in list(&element, "[id]") {
            mark(&named, "data-id", Some(&attribute(&named, "id")));
            mark(&named, "id", None);
        }
        Some(Self { element })
    }

    /// What is drawn.
    pub fn node(&self) -> Node {
        self.element.clone().into()
    }

    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for row in list(&self.element, "li") {
            rows.push(Row {
                id: attribute(&row, "data-id"),
                about: parts(&attribute(&row, "data-about")),
            });
        }
        rows
    }

    /// Shows the listed rows and marks the chosen one, in the list and in the drawing, which has a mark for each.
    pub fn show(&self, listed: &[bool], chosen: Option<usize>) {
        let hide = |element: &Element, row: usize| {
            let hidden = listed.get(row) == Some(&false);
            mark(element, "hidden", hidden.then_some(""));
            let here = chosen == Some(row);
            mark(element, "data-chosen", here.then_some(""));
            here
        };
        for (row, element) in list(&self.element, "li").into_iter().enumerate() {
            let here = hide(&element, row);
            if let Some(link) = element.first_element_child() {
                mark(&link, "aria-current", here.then_some("true"));
            }
        }
        for (row, mark) in list(&self.element, ".plot :is(circle, rect)")
            .into_iter()
            .enumerate()
        {
            hide(&mark, row);
        }
    }

    /// The words of a row, without its sources.
    pub fn say(&self, row: usize) -> Option<String> {
        let rows = list(&self.element, "li");
        let part = |selector| Some(text(&first(rows.get(row)?, selector)?));
        Some([&*part("time")?, ": ", &part(".what")?].concat())
    }
}

/// The pairs of entities that a table of relations joins, by their slugs: who, to whom.
pub fn pairs(table: &Copy) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for row in list(&table.element, "tbody tr") {
        let ends = list(&row, "a[href^='#ent-']");
        let end = |number: usize| goal(ends.get(number)?, "#ent-");
        if let (Some(one), Some(other)) = (end(0), end(1)) {
            pairs.push((one, other));
        }
    }
    pairs
}

/// Makes the heads of a table's columns buttons that sort it (`data-act="sort"`).
pub fn make_sortable(table: &Copy) {
    for (column, head) in list(&table.element, "thead th").into_iter().enumerate() {
        let Some(button) = button("sort", &column.to_string(), &text(&head)) else {
            return;
        };
        head.set_text_content(None);
        let _ = head.append_child(&button);
    }
}

/// Sorts a table by the words of a column, in the order of the page's language.
pub fn sort(table: &Copy, column: u32, descending: bool) {
    let Some(body) = first(&table.element, "tbody") else {
        return;
    };
    let said = |row: &JsValue| {
        let mut cell = row.unchecked_ref::<Element>().first_element_child();
        for _ in 0..column {
            cell = cell.and_then(|cell| cell.next_element_sibling());
        }
        cell.map_or_else(String::new, |cell| text(&cell))
    };
    let rows = Array::new();
    for row in list(&body, "tr") {
        rows.push(&row);
    }
    // The browser's own sorting costs 12 kB less than Rust's.
    rows.sort_by(&mut |one: JsValue, other: JsValue| {
        let order =
            JsString::from(said(&one)).locale_compare(&said(&other), &Array::new(), &Object::new());
        if descending { -order } else { order }
    });
    for row in rows.iter() {
        let _ = body.append_child(row.unchecked_ref());
    }
    for (number, head) in (0..).zip(list(&table.element, "thead th")) {
        let order = if descending {
            "descending"
        } else {
            "ascending"
        };
        mark(&head, "aria-sort", (number == column).then_some(order));
    }
}

/// Adds a button to each citation that copies its words (`data-act="copy"`).
pub fn offer_copies(citations: &Copy, label: &str) {
    for cited in list(&citations.element, ".cited") {
        if let Some(button) = button("copy", &text(&cited), label) {
            let _ = cited.after_with_node_1(&button);
        }
    }
}

/// A control of ours.
fn button(act: &str, value: &str, label: &str) -> Option<Element> {
    let button = document().create_element("button").ok()?;
    for (name, value) in [
        ("type", "button"),
        ("class", "more"),
        ("data-act", act),
        ("data-value", value),
    ] {
        mark(&button, name, Some(value));
    }
    button.set_text_content(Some(label));
    Some(button)
}

/// A copy of what a template holds.
pub fn template(id: &str) -> Option<Node> {
    let template: HtmlTemplateElement = element(id)?.unchecked_into();
    copy(&template.content().first_element_child()?)
}

/// Scrolls the open view no further than it takes to see a result of the search, by its row.
pub fn show_result(row: usize) {
    if let Some(result) = element(&["result-", &row.to_string()].concat()) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        result.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Moves focus to the row with this `data-id` in the open view and brings it into sight there.
pub fn focus_row(id: &str) {
    let link = ["[data-view] [data-id='", id, "'] > a"].concat();
    if let Some(link) = find(&link) {
        focus_element(&link, false);
    }
}

/// Copies of the timeline's rows that are about an entity.
pub fn events_of(entity: &str) -> Vec<Node> {
    let Some(timeline) = element("timeline") else {
        return Vec::new();
    };
    let rows = ["[data-about~='", entity, "']"].concat();
    let mut events = Vec::new();
    for row in list(&timeline, &rows) {
        if let Some(copy) = copy(&row) {
            mark(copy.unchecked_ref(), "id", None);
            events.push(copy);
        }
    }
    events
}

/// The words that spaces part.
pub(super) fn parts(words: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for part in words.split(' ') {
        parts.push(part.to_owned());
    }
    parts
}
