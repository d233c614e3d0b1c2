//! One listener of each kind on a host's root serves all that is in it: presses, pointers, keys. Scrolling, selecting,
//! leaving are heard where browsers say them, on the document and the window.
//!
//! They live as long as the page; after a fault they do nothing and the page's own links work.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, MouseEvent, PointerEvent, VisibilityState};

use crate::platform::document::{closest, document, first, goal, window};
use crate::platform::focus::focus_text;
use crate::platform::host::Host;
use crate::platform::listeners::keys::key;
use crate::platform::listeners::press::{is_plain, press};
use crate::platform::listeners::target::{mention, target, within};
use crate::platform::{fault, task};

mod gesture;
mod keys;
mod press;
mod target;

pub use crate::platform::listeners::gesture::Gesture;

/// What listens on the root.
const ON_ROOT: [&str; 7] = [
    "pointerdown",
    "pointermove",
    "pointerover",
    "pointerout",
    "click",
    "keydown",
    "focusin",
];

/// What listens on the document.
const ON_PAGE: [&str; 3] = ["visibilitychange", "selectionchange", "scroll"];

/// What listens on the document besides, where others have a part in it.
const ELSEWHERE: [&str; 3] = ["pointerdown", "focusin", "keydown"];

/// Attaches the listeners. `hear` says whether the gesture was for the app; the browser then leaves it alone.
pub fn attach(host: Rc<Host>, hear: impl Fn(Gesture) -> bool + 'static) {
    let listener = Rc::new(Listener {
        host,
        hear: Box::new(hear),
        began_inside: Cell::default(),
        on_row: Cell::default(),
        attended: Cell::default(),
    });
    let host = &listener.host;
    for kind in ON_ROOT {
        listen(&host.root, kind, Listener::read, &listener);
    }
    for kind in ON_PAGE {
        listen(&document(), kind, Listener::read, &listener);
    }
    listen(&window(), "resize", Listener::read, &listener);
    listen(
        &host.addresses.steps(),
        "popstate",
        Listener::read,
        &listener,
    );
    if !host.is_page() {
        for kind in ELSEWHERE {
            listen(&document(), kind, Listener::attend, &listener);
        }
    }
}

/// One for all kinds of events: each closure would be compiled on its own.
struct Listener {
    host: Rc<Host>,
    /// Takes a gesture and says whether it was for the app.
    hear: Box<dyn Fn(Gesture) -> bool>,
    /// The pointer went down in a card or peek.
    began_inside: Cell<bool>,
    /// A row is pointed at, as last told.
    on_row: Cell<bool>,
    /// What was pressed or took the focus last stands in the root: keys that nothing has the focus for are meant here.
    attended: Cell<bool>,
}

/// What a listener does about an event of a kind.
type Reading = fn(&Listener, &str, &Event);

fn listen(target: &EventTarget, kind: &'static str, read: Reading, listener: &Rc<Listener>) {
    let listener = Rc::clone(listener);
    let options = EventListenerOptions {
        // A part's own scrolling does not bubble.
        phase: if kind == "scroll" {
            EventListenerPhase::Capture
        } else {
            EventListenerPhase::Bubble
        },
        passive: false,
    };
    EventListener::new_with_options(target, kind, options, move |event| {
        if !fault::failed_in(&listener.host) {
            read(&listener, kind, event);
        }
    })
    .forget();
}

impl Listener {
    /// Tells what an event means, if anything.
    fn tell(&self, event: &Event, gesture: Option<Gesture>) {
        if gesture.is_some_and(|gesture| (self.hear)(gesture)) {
            event.prevent_default();
        }
    }

    fn read(&self, kind: &str, event: &Event) {
        let gesture = match kind {
            "pointerdown" => {
                let inside = within(event, "[data-card], [data-pinned], [data-peek]");
                self.began_inside.set(inside);
                Some(Gesture::Down)
            }
            "pointermove" => hovers(event).and_then(moved),
            "pointerover" => {
                self.tell(event, hovers(event).and_then(over));
                self.row(event)
            }
            "focusin" => self.row(event),
            "pointerout" => hovers(event).and_then(out),
            "click" => {
                let click = event.dyn_ref();
                click.and_then(|click| press(&self.host, click, self.began_inside.get()))
            }
            "keydown" => self.key(event),
            "visibilitychange" => {
                let hidden = document().visibility_state() == VisibilityState::Hidden;
                hidden.then_some(Gesture::Hidden)
            }
            "selectionchange" => Some(Gesture::Selection),
            "scroll" => target(event).is_none().then_some(Gesture::Scrolled),
            "resize" => Some(Gesture::Resized),
            _ => (!self.host.addresses.is_clearing()).then(|| {
                let host = Rc::clone(&self.host);
                task::later(0, move || host.addresses.settle());
                Gesture::Moved
            }),
        };
        self.tell(event, gesture);
        if kind == "click" {
            self.follow(event);
        }
    }

    /// What a key means; what fills fields in sends plain events.
    fn key(&self, event: &Event) -> Option<Gesture> {
        event.dyn_ref().and_then(|press| key(&self.host, press))
    }

    /// Keys that nothing has the focus for belong to the explorer that was pressed last.
    fn attend(&self, kind: &str, event: &Event) {
        let inside = event.composed_path().includes(&self.host.root, 0);
        if kind != "keydown" {
            self.attended.set(inside);
        } else if !inside && self.attended.get() {
            self.tell(event, self.key(event));
        }
    }

    /// Follows a link within the text that the app did not take, where its addresses are not the browser's. To `#read` is the
    /// way out of a note that the browser itself has opened.
    fn follow(&self, event: &Event) -> Option<()> {
        let click = event
            .dyn_ref::<MouseEvent>()
            .filter(|click| is_plain(click))?;
        let id = goal(&closest(&target(click)?, "a[href^='#']")?, "#")?;
        let place = self.host.element(&id)?;
        if id != "read" && self.host.addresses.follow(&id) {
            event.prevent_default();
            place.scroll_into_view();
            focus_text(&self.host, &id);
        }
        Some(())
    }

    /// Tells which entity's row in a view the pointer or focus is on, when that changes.
    fn row(&self, event: &Event) -> Option<Gesture> {
        let link = target(event)
            .and_then(|target| closest(&target, "[data-view] li"))
            .and_then(|row| first(&row, "a[href^='#ent-']"))
            .and_then(|link| goal(&link, "#ent-"));
        let had = self.on_row.replace(link.is_some());
        (had || link.is_some()).then_some(Gesture::Row(link))
    }
}

/// The pointer of an event, if it is one that can hover.
fn hovers(event: &Event) -> Option<&PointerEvent> {
    let pointer = pointer_of(event)?;
    (pointer.pointer_type() != "touch").then_some(pointer)
}

fn over(pointer: &PointerEvent) -> Option<Gesture> {
    let target = target(pointer)?;
    if closest(&target, "[data-peek]").is_some() {
        return Some(Gesture::OverPeek);
    }
    let link = closest(&target, ".block a[data-entity]")?;
    (pointer.buttons() == 0).then_some(())?;
    Some(Gesture::Over {
        mention: mention(&link)?,
        entity: link.get_attribute("data-entity")?,
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    })
}

/// Leaving for something within the same mention or peek is not leaving.
fn out(pointer: &PointerEvent) -> Option<Gesture> {
    const HELD: &str = ".block a[data-entity], [data-peek]";
    let from = closest(&target(pointer)?, HELD)?;
    let to = pointer
        .related_target()
        .and_then(|to| to.dyn_into::<Element>().ok());
    let to = to.and_then(|to| closest(&to, HELD));
    (to.as_ref() != Some(&from)).then(|| Gesture::Out {
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    })
}

fn moved(pointer: &PointerEvent) -> Option<Gesture> {
    Some(Gesture::Move {
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    })
}

/// An event as one of a pointer, if it is any of a mouse or the like; scripts may send plain ones.
fn pointer_of(event: &Event) -> Option<&PointerEvent> {
    Some(event.dyn_ref::<MouseEvent>()?.unchecked_ref())
}
