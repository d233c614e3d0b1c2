//! Where things stand in the window, and moving them: boxes, scrolling, the place of a card.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Event, HtmlElement, ScrollBehavior, ScrollToOptions};

use crate::platform::document::{attribute, root, window};
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

/// The part of the window below the bar.
pub fn free(host: &Host) -> Sides {
    let (width, height) = root().map_or((0, 0), |root| (root.client_width(), root.client_height()));
    let top = place_of(host, ".bar").map_or(0.0, |bar| bar[3].max(0.0));
    [0.0, top, f64::from(width), f64::from(height)]
}

/// Inner width and height of the window, in CSS pixels.
pub fn window_size() -> (u32, u32) {
    let side = |side: Result<JsValue, JsValue>| side.ok().and_then(|side| side.as_f64());
    let width = side(window().inner_width()).unwrap_or_default();
    let height = side(window().inner_height()).unwrap_or_default();
    (width as u32, height as u32)
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
    let Some(rects) = host.element(id).map(|element| element.get_client_rects()) else {
        return Vec::new();
    };
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

/// Where elements stand along the article, in thousandths of its height.
pub fn along<T: AsRef<str>>(host: &Host, ids: impl IntoIterator<Item = T>) -> Vec<u32> {
    let Some([_, top, _, bottom]) = place_of(host, "[data-article]") else {
        return Vec::new();
    };
    let mut along = Vec::new();
    for id in ids {
        if let Some(element) = host.element(id.as_ref()) {
            let place = element.get_bounding_client_rect().top();
            along.push(((place - top) * 1000.0 / (bottom - top)) as u32);
        }
    }
    along
}

/// The id of the block that stands that far along the article, from 0 to 1.
pub fn block_along(host: &Host, part: f64) -> Option<String> {
    let [_, top, _, bottom] = place_of(host, "[data-article]")?;
    let place = top + (bottom - top) * part;
    Some(attribute(&block_below(host, place)?.0, "id"))
}

/// Tells the styles how far the article is read.
pub fn show_progress(host: &Host) {
    let (Some([_, top, _, bottom]), Some(edge)) =
        (place_of(host, "[data-article]"), host.find(".edge"))
    else {
        return;
    };
    let (_, window) = scrolled();
    let read = ((window - top) * 1000.0 / (bottom - top)).min(1000.0) as i32;
    let style = edge.unchecked_ref::<HtmlElement>().style();
    let _ = style.set_property("--read", &read.to_string());
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

/// The id of the block that is read, and how far below the window's top it stands.
pub fn read_now(host: &Host) -> Option<(String, f64)> {
    let [_, top, _, bottom] = free(host);
    let (block, place) = block_below(host, top)?;
    (place < bottom).then(|| (attribute(&block, "id"), place))
}

/// The first block that ends below a place, and where it begins.
fn block_below(host: &Host, place: f64) -> Option<(Element, f64)> {
    for block in host.list("[data-article] .block") {
        let rect = block.get_bounding_client_rect();
        if rect.top() + rect.height() > place {
            return Some((block, rect.top()));
        }
    }
    None
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
