//! What a reader does in views, and sees of them.

use serde_json::{Value, json};

use super::page::Page;
use super::wait::{LIMIT, eventually, within};

impl Page {
    /// The view that is shown.
    #[track_caller]
    pub fn view(&self) -> Option<String> {
        self.text(VIEW_SHOWN, &[])
    }

    #[track_caller]
    pub fn expect_view(&self, view: &str) {
        eventually(&format!("the view {view} is shown"), || {
            (self.view()? == view).then_some(())
        });
    }

    #[track_caller]
    pub fn expect_no_view(&self) {
        eventually("no view is shown", || self.view().is_none().then_some(()));
    }

    /// Opens a view as readers do: by its tab.
    #[track_caller]
    pub fn open_view(&self, view: &str) {
        self.press(&tab_of(view));
        self.expect_view(view);
        self.settle();
    }

    /// Presses the view's own way out, known to readers by its name.
    #[track_caller]
    pub fn close_view(&self) {
        self.press("[data-view] button[title^='Close']");
    }

    /// What a selector means first has the focus.
    #[track_caller]
    pub fn expect_focus_on(&self, selector: &str) {
        let focused = "document.activeElement === document.querySelector($0)";
        let found = within(LIMIT, || {
            (self.ask(focused, &[json!(selector)]) == true).then_some(())
        });
        if found.is_none() {
            let has = self.text("document.activeElement.outerHTML.slice(0, 200)", &[]);
            panic!("{selector} has not the focus, but {has:?}");
        }
    }

    /// The view's heading has the focus.
    #[track_caller]
    pub fn expect_focus_in_view(&self, view: &str) {
        self.expect_focus_on(&format!("[data-view='{view}'] h2[tabindex='-1']"));
    }

    /// Moves the focus, as Tab pressed often enough would.
    #[track_caller]
    pub fn focus_on(&self, selector: &str) {
        self.ask("document.querySelector($0).focus()", &[json!(selector)]);
        self.settle();
    }

    /// Presses a choice of the open view, by the name and value of its field.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        let label = format!("[data-view] label:has([name='{name}'][value='{value}'])");
        self.reveal(&label);
        self.press(&label);
        self.settle();
    }

    /// Whether a choice of the open view is on.
    #[track_caller]
    pub fn chosen(&self, name: &str, value: &str) -> bool {
        let field = format!("[data-view] [name='{name}'][value='{value}']");
        self.ask("document.querySelector($0).checked", &[json!(field)]) == true
    }

    /// Takes a value from a list of them in the open view.
    #[track_caller]
    pub fn take(&self, name: &str, value: &str) {
        let option = format!("[data-view] select[name='{name}'] option[value='{value}']");
        let found = self.browser.command(
            "element",
            &json!({ "using": "css selector", "value": option }),
        );
        let id = found.as_object().and_then(|found| found.values().next());
        let id = id.and_then(Value::as_str).expect("an element has an id");
        self.browser
            .command(&format!("element/{id}/click"), &json!({}));
        self.settle();
    }

    /// Presses the head of a column, counted from 0.
    #[track_caller]
    pub fn sort_by(&self, column: u32) {
        self.reveal("[data-view] table");
        self.press(&format!(
            "[data-view] th button[data-act='sort'][data-value='{column}']"
        ));
        self.settle();
    }

    /// What stands beside the view's name: how many are listed.
    #[track_caller]
    pub fn count(&self) -> String {
        self.words("[data-view] h2 small")
    }

    /// The slugs of the entities whose rows are drawn in the open view, in their order.
    #[track_caller]
    pub fn rows(&self) -> Vec<String> {
        let rows = self.ask(
            "[...document.querySelectorAll('[data-view] li')].filter(row => row.checkVisibility())
                .map(row => row.querySelector(`a[href^='#ent-']`)?.hash.slice(5)).filter(Boolean)",
            &[],
        );
        serde_json::from_value(rows).expect("a list of slugs")
    }

    /// Where all blocks of the article stand.
    #[track_caller]
    pub fn text_place(&self) -> Value {
        self.ask(TEXT_PLACE, &[])
    }

    /// The polite live region's words.
    #[track_caller]
    pub fn announced(&self) -> String {
        self.text(
            "document.querySelector('[role=status]')?.textContent ?? ''",
            &[],
        )
        .unwrap_or_default()
    }

    /// The words lit in the text after a jump into it, in whichever way this engine lights words.
    #[track_caller]
    pub fn lit(&self) -> String {
        self.text(LIT, &[]).unwrap_or_default()
    }
}

/// The first link that leads into a view.
pub fn tab_of(view: &str) -> String {
    format!("[data-open-view='{view}']")
}

const VIEW_SHOWN: &str = "(() => {
    const views = [...document.querySelectorAll('[data-view][data-shown]')]
        .filter(view => view.checkVisibility({ checkVisibilityCSS: true }) && view.getClientRects().length);
    return views.length > 1 ? `${views.length} views` : views[0]?.dataset.view ?? null;
})()";

const TEXT_PLACE: &str = "[...document.querySelectorAll('[data-article] [id]')].filter(block => /^p\\d+$/.test(block.id))
    .map(block => (({ left, top, width, height }) => [block.id, left, top, width, height])(block.getBoundingClientRect()))";

const LIT: &str = "globalThis.CSS?.highlights
    ? [...(CSS.highlights.get('hit') ?? [])].map(range => range.toString()).join(' | ')
    : getSelection().toString()";
