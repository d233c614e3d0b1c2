//! One listener of each kind on the document serves the whole page: presses, keys, the way back.
//!
//! They live as long as the page; after a fault they do nothing and the page's own links work.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::platform::document::{document, remember, window};
use crate::platform::{address, fault};

/// What a reader did, in the page's terms.
#[derive(Debug)]
pub enum Gesture {
    /// A link to an entity was pressed: its fragment, the mention's id if it is one, and whether it stands in the card.
    Link {
        fragment: String,
        mention: Option<String>,
        inside: bool,
    },
    /// The card's own way out.
    Close,
    /// Anywhere that is neither the card nor a link.
    Outside,
    Escape,
    /// Back, forward, or a link within the page.
    Moved,
}

/// Attaches the listeners. `hear` says whether the gesture was for the app; the browser then leaves it alone.
pub fn attach(hear: impl Fn(Gesture) -> bool + 'static) {
    let hear = Rc::new(hear);
    let began_inside = Rc::new(Cell::new(false));

    let began = began_inside.clone();
    listen(document().as_ref(), "pointerdown", move |event| {
        began.set(in_card(event));
    });

    let heard = hear.clone();
    listen(document().as_ref(), "click", move |event| {
        let pressed = event
            .dyn_ref::<MouseEvent>()
            .and_then(|click| gesture(click, began_inside.get()));
        if pressed.is_some_and(|gesture| heard(gesture)) {
            event.prevent_default();
        }
    });

    let heard = hear.clone();
    listen(document().as_ref(), "keydown", move |event| {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|key| key.key() == "Escape" && !key.is_composing());
        if escape && !event.default_prevented() && heard(Gesture::Escape) {
            event.prevent_default();
        }
    });

    listen(window().as_ref(), "popstate", move |_| {
        address::settle();
        hear(Gesture::Moved);
    });
}

fn listen(target: &web_sys::EventTarget, kind: &'static str, act: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, kind, options, move |event| {
        if !fault::failed() {
            act(event);
        }
    })
    .forget();
}

/// What a click means; modified clicks and other buttons are the browser's.
fn gesture(click: &MouseEvent, began_inside: bool) -> Option<Gesture> {
    if click.default_prevented()
        || click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
    {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    if closest(&target, ".shut").is_some() {
        return Some(Gesture::Close);
    }
    let inside = in_card(click);
    if let Some(link) =
        closest(&target, "a[href^='#ent-']").and_then(|link| link.dyn_into::<HtmlElement>().ok())
    {
        let fragment = link
            .get_attribute("href")?
            .trim_start_matches('#')
            .to_owned();
        let mention = link
            .get_attribute("data-part")
            .or_else(|| link.has_attribute("data-entity").then(|| link.id()));
        if !inside {
            remember(link);
        }
        return Some(Gesture::Link {
            fragment,
            mention,
            inside,
        });
    }
    if inside || began_inside || closest(&target, "a[href]").is_some() {
        return None;
    }
    Some(Gesture::Outside)
}

fn in_card(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| closest(&target, "[data-card]"))
        .is_some()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}
