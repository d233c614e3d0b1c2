//! The head and controls of a view, copied from the template in the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTemplateElement, Node};

use crate::platform::desk::setting;
use crate::platform::document::{element, first, list, mark};

/// A view's head and controls.
#[derive(Clone, Debug)]
pub struct Panel {
    head: Element,
    controls: Element,
}

impl Panel {
    /// Those of a view by its slug; `None` where the page has none.
    pub fn of(view: &str) -> Option<Self> {
        let template = element(&["panel-", view].concat())?;
        let template: HtmlTemplateElement = template.unchecked_into();
        let head = template.content().first_element_child()?;
        let copy = |element: &Element| -> Option<Element> {
            Some(element.clone_node_with_deep(true).ok()?.unchecked_into())
        };
        Some(Self {
            controls: copy(&head.next_element_sibling()?)?,
            head: copy(&head)?,
        })
    }

    pub fn head(&self) -> Node {
        self.head.clone().into()
    }

    pub fn controls(&self) -> Node {
        self.controls.clone().into()
    }

    /// Says something beside the view's name.
    pub fn say(&self, words: &str) {
        if let Some(count) = first(&self.head, "small") {
            count.set_text_content(Some(words));
        }
    }

    /// Sets its fields to what was chosen before: of each name, the values that are on.
    pub fn choose(&self, name: &str, on: &dyn Fn(&str) -> bool) {
        let fields = ["[name='", name, "']"].concat();
        for field in list(&self.controls, &fields) {
            let field: HtmlInputElement = field.unchecked_into();
            field.set_checked(on(&field.value()));
        }
    }

    /// Says whether one of its switches is on.
    pub fn press(&self, act: &str, on: bool) {
        let switch = ["[data-act='", act, "']"].concat();
        if let Some(switch) = first(&self.controls, &switch) {
            mark(&switch, "aria-pressed", Some(truth(on)));
        }
    }

    /// Chooses in its list of values, unless `value` is none; what is chosen there.
    pub fn select(&self, value: Option<&str>) -> Option<String> {
        let field = first(&self.controls, "select")?;
        // What a list says of its value is said as boxes say it.
        let field: HtmlInputElement = field.unchecked_into();
        if let Some(value) = value {
            field.set_value(value);
        }
        Some(field.value())
    }

    /// Brings the search box in line with its results: what is typed, how many there are, which one the keys are on.
    pub fn follow(&self, query: &str, results: usize, active: usize) {
        let Some(field) = first(&self.controls, "input") else {
            return;
        };
        mark(&field, "aria-expanded", Some(truth(results > 0)));
        let active = ["result-", &active.to_string()].concat();
        let active = (results > 0).then_some(&*active);
        mark(&field, "aria-activedescendant", active);
        let field: HtmlInputElement = field.unchecked_into();
        if field.value() != query {
            field.set_value(query);
        }
    }

    /// Sets the fields of settings to what holds now.
    pub fn show_settings(&self) {
        for name in ["theme", "size", "width", "marks", "skim", "keys"] {
            let now = setting(name).unwrap_or_default();
            self.choose(name, &|value| value == now);
        }
        let plain = setting("plain").unwrap_or_default();
        self.choose("plain", &|kind| plain.split(' ').all(|one| one != kind));
        self.choose("peeks", &|_| setting("peeks").is_none());
    }
}

fn truth(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
