//! What a page and the server that shows it to its author have between them: a token, questions, and when the page may be
//! loaded anew (`static/reload.js`).

use gloo::events::{EventListener, EventListenerOptions};
use gloo::net::http::Request;
use web_sys::{Element, Event};

use crate::platform::document::{attribute, document, first, has, root, set_attribute, window};

/// Where the page has its token.
const TOKEN: &str = "meta[name='edit-token']";

/// The token by which this page may ask for edits; none in a page that nobody serves.
pub fn token() -> Option<String> {
    let meta = first(&root()?, TOKEN)?;
    Some(attribute(&meta, "content")).filter(|token| !token.is_empty())
}

/// Takes the token that pages are given now, and says whether it is another one. Only a page of this server can read it.
pub async fn renew_token(address: &str) -> bool {
    let Some(meta) = root().and_then(|root| first(&root, TOKEN)) else {
        return false;
    };
    let new = match Request::get(address).send().await {
        Ok(answer) if answer.ok() => answer.text().await.unwrap_or_default(),
        _ => String::new(),
    };
    let is_new = !new.is_empty() && new != attribute(&meta, "content");
    if is_new {
        set_attribute(&meta, "content", Some(&new));
    }
    is_new
}

/// Asks the server. Returns the status of HTTP and the answer, or why there is none.
pub async fn ask(address: &str, header: &str, body: &str) -> Result<(u16, String), String> {
    let request = Request::post(address)
        .header(header, &token().unwrap_or_default())
        .header("Content-Type", "application/json")
        .body(body);
    let request = request.map_err(|error| error.to_string())?;
    let answer = request.send().await.map_err(|error| error.to_string())?;
    let text = answer.text().await.map_err(|error| error.to_string())?;
    Ok((answer.status(), text))
}

/// Whether somebody is at work in the page, which is not loaded anew then.
pub fn hold(is_held: bool) {
    let Some(root) = root() else { return };
    set_attribute(&root, "data-editing", is_held.then_some(""));
    if !is_held && let Ok(ended) = Event::new("editing-ended") {
        let _ = window().dispatch_event(&ended);
    }
}

/// Whether somebody is at work in the page.
pub fn is_held() -> bool {
    root().is_some_and(|root| has(&root, "data-editing"))
}

/// Attribute of the root while there is something that would be lost.
const DIRTY: &str = "data-dirty";

/// Tells whether there is something that would be lost.
pub fn set_dirty(is_dirty: bool) {
    if let Some(root) = root() {
        set_attribute(&root, DIRTY, is_dirty.then_some(""));
    }
}

/// Has the browser ask before the page is left, while there is something that would be lost.
fn guard() {
    EventListener::new_with_options(
        &window(),
        "beforeunload",
        EventListenerOptions::enable_prevent_default(),
        |event| {
            if root().is_some_and(|root| has(&root, DIRTY)) {
                event.prevent_default();
            }
        },
    )
    .forget();
}

/// Hears events of a type, wherever in the document they happen, as long as the page lives.
pub fn listen(kind: &'static str, heard: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), kind, options, heard).forget();
}

/// What else listens to the page hears nothing of these in the editor.
const OWN: [&str; 6] = [
    "pointerdown",
    "pointermove",
    "pointerover",
    "click",
    "keydown",
    "focusin",
];

/// Puts an element at the end of the page, for a tree that has its events to itself.
pub fn mount(id: &str) -> Option<Element> {
    let document = document();
    let outer = document.create_element("div").ok()?;
    let inner = document.create_element("div").ok()?;
    inner.set_id(id);
    outer.append_child(&inner).ok()?;
    document.body()?.append_child(&outer).ok()?;
    guard();
    for kind in OWN {
        EventListener::new(&outer, kind, |event| event.stop_propagation()).forget();
    }
    Some(inner)
}
