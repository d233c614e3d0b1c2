//! The page's lists, read where they stand: a view shows copies of them, or of their rows.

use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlTemplateElement, Node, NodeList};

use crate::platform::document::{document, element, list};

/// The rows of a list, each copied when it is shown.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: NodeList,
    copies: Vec<Option<Node>>,
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
        let copy = element(id)?.clone_node_with_deep(true).ok()?;
        let element: Element = copy.unchecked_into();
        for drawn in list(&element, "h2, .sprite, .drawn") {
            drawn.remove();
        }
        for name in ["id", "aria-labelledby"] {
            let _ = element.remove_attribute(name);
        }
        for named in list(&element, "[id]") {
            let _ = named.set_attribute("data-id", &named.id());
            let _ = named.remove_attribute("id");
        }
        Some(Self { element })
    }

    /// What is drawn.
    pub fn node(&self) -> Node {
        self.element.clone().into()
    }

    pub fn rows(&self) -> Vec<Row> {
        let rows = list(&self.element, "li").map(|row| {
            let about = row.get_attribute("data-about").unwrap_or_default();
            Row {
                id: row.get_attribute("data-id").unwrap_or_default(),
                about: about.split(' ').map(str::to_owned).collect(),
            }
        });
        rows.collect()
    }

    /// Shows the listed rows and marks the chosen one, in the list and in what a drawing shows of them (`data-row`).
    pub fn show(&self, listed: &[bool], chosen: Option<usize>) {
        let hide = |element: &Element, row: Option<usize>| {
            let hidden = row.and_then(|row| listed.get(row)) == Some(&false);
            let _ = element.toggle_attribute_with_force("hidden", hidden);
            let here = chosen.is_some() && row == chosen;
            let _ = element.toggle_attribute_with_force("data-chosen", here);
            here
        };
        for (row, element) in list(&self.element, "li").enumerate() {
            let here = hide(&element, Some(row));
            if let Some(link) = element.first_element_child() {
                let _ = if here {
                    link.set_attribute("aria-current", "true")
                } else {
                    link.remove_attribute("aria-current")
                };
            }
        }
        for mark in list(&self.element, "[data-row]") {
            let row = mark.get_attribute("data-row");
            hide(&mark, row.and_then(|row| row.parse().ok()));
        }
    }

    /// The words of a row, without its sources.
    pub fn say(&self, row: usize) -> Option<String> {
        let row = list(&self.element, "li").nth(row)?;
        let part = |selector| row.query_selector(selector).ok()??.text_content();
        Some([part("time")?, part(".what")?].join(": "))
    }
}

/// The pairs of entities that a table of relations joins, by their slugs: who, to whom.
pub fn pairs(table: &Copy) -> Vec<(String, String)> {
    let rows = list(&table.element, "tbody tr").filter_map(|row| {
        let mut ends = list(&row, "a[href^='#ent-']")
            .filter_map(|end| Some(end.get_attribute("href")?.split_off("#ent-".len())));
        Some((ends.next()?, ends.next()?))
    });
    rows.collect()
}

/// Makes the heads of a table's columns buttons that sort it (`data-act="sort"`).
pub fn make_sortable(table: &Copy) {
    for (column, head) in list(&table.element, "thead th").enumerate() {
        let label = head.text_content();
        let Some(button) = button("sort", &column.to_string(), label.as_deref()) else {
            return;
        };
        head.set_text_content(None);
        let _ = head.append_child(&button);
    }
}

/// Sorts a table by the words of a column, in the order of the page's language.
pub fn sort(table: &Copy, column: u32, descending: bool) {
    let Ok(Some(body)) = table.element.query_selector("tbody") else {
        return;
    };
    let said = |row: &JsValue| {
        let cell = row.unchecked_ref::<Element>().children().item(column);
        let words = cell.and_then(|cell| cell.text_content());
        words.unwrap_or_default()
    };
    let rows: Array = list(&body, "tr").collect();
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
        let _ = match (number == column, descending) {
            (false, _) => head.remove_attribute("aria-sort"),
            (true, false) => head.set_attribute("aria-sort", "ascending"),
            (true, true) => head.set_attribute("aria-sort", "descending"),
        };
    }
}

/// Adds a button to each citation that copies its words (`data-act="copy"`).
pub fn offer_copies(citations: &Copy, label: &str) {
    for cited in list(&citations.element, ".cited") {
        let words = cited.text_content().unwrap_or_default();
        if let Some(button) = button("copy", &words, Some(label)) {
            let _ = cited.after_with_node_1(&button);
        }
    }
}

/// A control of ours.
fn button(act: &str, value: &str, label: Option<&str>) -> Option<Element> {
    let button = document().create_element("button").ok()?;
    for (name, value) in [
        ("type", "button"),
        ("class", "more"),
        ("data-act", act),
        ("data-value", value),
    ] {
        let _ = button.set_attribute(name, value);
    }
    button.set_text_content(label);
    Some(button)
}

/// A copy of what a template holds.
pub fn template(id: &str) -> Option<Node> {
    let template: HtmlTemplateElement = element(id)?.dyn_into().ok()?;
    template
        .content()
        .first_element_child()?
        .clone_node_with_deep(true)
        .ok()
}

/// Moves focus to the row with this `data-id` in the open view and brings it into sight there.
pub fn focus_row(id: &str) {
    let link = ["[data-view] [data-id='", id, "'] > a"].concat();
    if let Ok(Some(link)) = document().query_selector(&link) {
        let _ = link.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Copies of the timeline's rows that are about an entity.
pub fn events_of(entity: &str) -> Vec<Node> {
    let Some(timeline) = element("timeline") else {
        return Vec::new();
    };
    let rows = ["[data-about~='", entity, "']"].concat();
    let rows = list(&timeline, &rows).filter_map(|row| {
        let copy = row.clone_node_with_deep(true).ok()?;
        let _ = copy.unchecked_ref::<Element>().remove_attribute("id");
        Some(copy)
    });
    rows.collect()
}
