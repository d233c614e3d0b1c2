//! What a reader sees, in words. Everything here rests on the markup all levels share: articles, mentions,
//! notes, cards; no class, no tag of our own choosing.

use serde_json::{Value, json};

use super::browser::{Loan, lend};
use super::engine::Engine;
use super::server::Server;
use super::site;

/// The mention that most tests press: it stands in body text, and its note links to others.
pub const MENTION: &str = "m-atajurt-2";
/// Its entity.
pub const ENTITY: &str = "atajurt";

pub const DESKTOP: Window = Window {
    width: 1280,
    height: 800,
};
pub const PHONE: Window = Window {
    width: 360,
    height: 740,
};

/// The inner size of a window, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub width: i64,
    pub height: i64,
}

/// A page before a reader.
pub struct Page {
    pub browser: Loan,
    pub window: Window,
}

/// Where something stands in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Everything that must not move when a note or a card comes or goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub scrolled: f64,
    pub mention: Rect,
}

impl Page {
    /// A new tab of an engine, `window` wide and high.
    #[track_caller]
    pub fn blank(engine: Engine, window: Window) -> Self {
        let page = Self {
            browser: lend(engine),
            window,
        };
        page.browser.fit(window.width, window.height);
        page
    }

    /// A page of a site in a new tab.
    #[track_caller]
    pub fn open(engine: Engine, window: Window, server: &Server, path: &str) -> Self {
        let page = Self::blank(engine, window);
        page.browser.go(&server.address(path));
        page
    }

    /// The article in a new tab, with [`MENTION`] in sight.
    #[track_caller]
    pub fn open_article(engine: Engine, window: Window, server: &Server) -> Self {
        let page = Self::open(engine, window, server, &site::article());
        page.bring(&format!("#{MENTION}"), 250);
        page
    }

    /// Asks the page; `$0`, `$1` ... in the question are the arguments.
    #[track_caller]
    pub fn ask(&self, question: &str, arguments: &[Value]) -> Value {
        self.browser.run(
            &format!("const [$0, $1] = arguments; return ({question});"),
            arguments,
        )
    }

    #[track_caller]
    pub fn text(&self, question: &str, arguments: &[Value]) -> Option<String> {
        self.ask(question, arguments).as_str().map(str::to_owned)
    }

    #[track_caller]
    pub fn number(&self, question: &str) -> f64 {
        self.ask(question, &[])
            .as_f64()
            .unwrap_or_else(|| panic!("{question} is a number"))
    }

    /// The note that is shown as a card by CSS alone.
    #[track_caller]
    pub fn note_shown(&self) -> Option<String> {
        self.text(NOTE_SHOWN, &[])
    }

    /// The open card.
    #[track_caller]
    pub fn card(&self) -> Option<String> {
        self.text(CARD_SHOWN, &[])
    }

    /// The peek that is shown.
    #[track_caller]
    pub fn peek(&self) -> Option<String> {
        self.text(
            "document.querySelector('[data-peek]')?.dataset.peek ?? null",
            &[],
        )
    }

    /// The words of what a selector means, as they are read.
    #[track_caller]
    pub fn words(&self, selector: &str) -> String {
        self.text(
            "document.querySelector($0)?.innerText ?? null",
            &[json!(selector)],
        )
        .unwrap_or_else(|| panic!("{selector} is in the page"))
    }

    #[track_caller]
    pub fn ready(&self) -> bool {
        self.ask("document.documentElement.dataset.ready === 'wasm'", &[]) == true
    }

    #[track_caller]
    pub fn rect(&self, selector: &str) -> Rect {
        let sides = self.ask(
            "(({ left, top, right, bottom }) => [left, top, right, bottom])(document.querySelector($0).getBoundingClientRect())",
            &[json!(selector)],
        );
        let side = |at: usize| sides[at].as_f64().expect("a rect has four sides");
        Rect {
            left: side(0),
            top: side(1),
            right: side(2),
            bottom: side(3),
        }
    }

    #[track_caller]
    pub fn place(&self, mention: &str) -> Place {
        Place {
            scrolled: self.scrolled(),
            mention: self.rect(&format!("#{mention}")),
        }
    }

    #[track_caller]
    pub fn scrolled(&self) -> f64 {
        self.number("scrollY")
    }

    #[track_caller]
    pub fn history_length(&self) -> f64 {
        self.number("history.length")
    }

    #[track_caller]
    pub fn fragment(&self) -> String {
        self.text("location.hash", &[]).unwrap_or_default()
    }

    /// The id of the element that has the focus.
    #[track_caller]
    pub fn focused(&self) -> String {
        self.text("document.activeElement?.id ?? ''", &[])
            .unwrap_or_default()
    }

    /// A mention in sight whose entity is another one, and that entity.
    #[track_caller]
    pub fn mention_of_other_than(&self, entity: &str) -> (String, String) {
        let found = self.ask(
            "[...document.querySelectorAll(`[data-article] a[id][data-entity]:not([data-entity='${$0}'])`)]
                .filter(one => (({ top, bottom }) => top > 100 && bottom < 400)(one.getBoundingClientRect()))
                .map(one => [one.id, one.dataset.entity])[0] ?? null",
            &[json!(entity)],
        );
        serde_json::from_value(found).expect("mentions stand close enough to see two at once")
    }

    /// Role and name of an element, as the browser tells a screen reader.
    #[track_caller]
    pub fn role_and_name(&self, selector: &str) -> (String, String) {
        let said = |what| self.browser.says(selector, what);
        (said("computedrole"), said("computedlabel"))
    }

    #[track_caller]
    pub fn has(&self, selector: &str) -> bool {
        self.ask("document.querySelector($0) !== null", &[json!(selector)]) == true
    }

    /// Whether a rect lies in the window, up to a rounding.
    pub fn holds(&self, rect: Rect) -> bool {
        let (width, height) = (self.window.width as f64, self.window.height as f64);
        rect.left > -1.0
            && rect.top > -1.0
            && rect.right < width + 1.0
            && rect.bottom < height + 1.0
    }
}

impl Rect {
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

const NOTE_SHOWN: &str = "(() => {
    const note = document.querySelector('[data-note]:is(:target, .was:target *)');
    return note && getComputedStyle(note).position === 'fixed' && note.checkVisibility({ checkVisibilityCSS: true })
        ? note.dataset.note : null;
})()";

const CARD_SHOWN: &str = "(() => {
    const cards = [...document.querySelectorAll('[data-card]')]
        .filter(card => card.checkVisibility({ checkVisibilityCSS: true }) && card.getClientRects().length);
    return cards.length > 1 ? `${cards.length} cards` : cards[0]?.dataset.card ?? null;
})()";
