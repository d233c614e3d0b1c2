//! Where things stand in the window, and moving them: boxes, scrolling, the place of a card.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Event, HtmlElement, ScrollBehavior, ScrollToOptions};

use crate::platform::document::{root, window};
use crate::platform::host::Host;
use crate::platform::text::range;

/// Left, top, right and bottom of a box, in CSS pixels from the window's upper left corner.
pub type Sides = [f64; 4];

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    let media = window().match_media(query).ok().flatten();
    media.is_some_and(|media| media.matches())
}

/// Inner width of what a selector means first, in CSS pixels.
pub fn inner_width(host: &Host, selector: &str) -> Option<u32> {
    host.find(selector)
        .map(|element| element.client_width().unsigned_abs())
}

/// Inner width and height of the window, in CSS pixels.
pub fn window_size() -> (u32, u32) {
    let side = |side: Result<JsValue, JsValue>| side.ok().and_then(|side| side.as_f64());
    let width = side(window().inner_width()).unwrap_or_default();
    let height = side(window().inner_height()).unwrap_or_default();
    (width as u32, height as u32)
}

/// Width and height of the page's part that is seen, in CSS pixels.
pub fn seen() -> (i32, i32) {
    root().map_or((0, 0), |root| (root.client_width(), root.client_height()))
}

/// How far the page is scrolled, and how high the window is.
pub fn scrolled() -> (f64, f64) {
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    (
        window().scroll_y().unwrap_or_default(),
        height.unwrap_or_default(),
    )
}

/// How far the part that an event of scrolling happened in is scrolled, in CSS pixels.
pub fn scroll_top(event: &Event) -> f64 {
    let part = event
        .target()
        .and_then(|part| part.dyn_into::<Element>().ok());
    part.map_or(0.0, |part| part.scroll_top().into())
}

/// The boxes of an element's lines.
pub fn lines(host: &Host, id: &str) -> Vec<Sides> {
    host.element(id)
        .map_or_else(Vec::new, |element| lines_of(&element))
}

/// The same of an element at hand.
pub fn lines_of(element: &Element) -> Vec<Sides> {
    let rects = element.get_client_rects();
    let mut lines = Vec::new();
    for row in 0..rects.length() {
        if let Some(rect) = rects.get(row) {
            lines.push(sides(&rect));
        }
    }
    lines
}

/// The box of what a selector means first.
pub fn place_of(host: &Host, selector: &str) -> Option<Sides> {
    Some(sides(&host.find(selector)?.get_bounding_client_rect()))
}

/// Scrolls what is seen of a large part so that the first it holds of a selector's stands in its middle.
pub fn center(host: &Host, part: &str, selector: &str) {
    let inner = place_of(host, &[part, " ", selector].concat());
    if let (Some(part), Some([left, top, right, bottom])) = (host.find(part), inner) {
        let [from, above, to, below] = sides(&part.get_bounding_client_rect());
        part.scroll_by_with_x_and_y(
            (left + right - from - to) / 2.0,
            (top + bottom - above - below) / 2.0,
        );
    }
}

/// Tells the styles where an element stands and how high it may be.
pub fn set_place(host: &Host, selector: &str, left: f64, top: f64, room: f64) {
    let Some(element) = host.find(selector) else {
        return;
    };
    let style = element.unchecked_ref::<HtmlElement>().style();
    for (name, length) in [("--left", left), ("--top", top), ("--room", room)] {
        // Whole pixels: text on half ones is blurred, and no float needs formatting.
        let _ = style.set_property(name, &[&(length.round() as i32).to_string(), "px"].concat());
    }
}

/// Scrolls to an element, or to words of it, unless they are to be seen between `top` and `bottom`.
pub fn show(host: &Host, id: &str, words: Option<(u32, u32)>, top: f64, bottom: f64) {
    let Some(element) = host.element(id) else {
        return;
    };
    let place = || {
        let range = words.and_then(|(from, to)| range(&element, from, to));
        range.map_or_else(
            || element.get_bounding_client_rect(),
            |range| range.get_bounding_client_rect(),
        )
    };
    // In a long page what lies far off has only an estimated place until it is laid out: twice is enough.
    for _ in 0..2 {
        let rect = place();
        if rect.top() < top || rect.top() + rect.height() > bottom {
            scroll_by(rect.top() - (top + (bottom - top) / 3.0));
        }
    }
}

/// Scrolls until an element stands that far below the window's top.
pub fn restore(host: &Host, id: &str, stood: f64) {
    let Some(element) = host.element(id) else {
        return;
    };
    for _ in 0..2 {
        scroll_by(element.get_bounding_client_rect().top() - stood);
    }
}

/// Tells the styles a whole number.
pub fn set_number(element: &Element, name: &str, number: i32) {
    let style = element.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property(name, &number.to_string());
}

/// Scrolls the page so far down, in CSS pixels.
pub fn scroll_to(top: f64) {
    scroll_by(top - scrolled().0);
}

fn scroll_by(down: f64) {
    let options = ScrollToOptions::new();
    options.set_top(down);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_by_with_scroll_to_options(&options);
}

fn sides(rect: &DomRect) -> Sides {
    let (left, top) = (rect.left(), rect.top());
    [left, top, left + rect.width(), top + rect.height()]
}
