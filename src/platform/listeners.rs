//! One listener of each kind on a host's root serves all that is in it: presses, pointers, keys. Scrolling, selecting,
//! leaving are told where browsers tell them, on the document and the window.
//!
//! They live as long as the page; after a fault they do nothing and the page's own links work.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::EventTarget;

use crate::platform::document::{document, window};
use crate::platform::events::Event;
use crate::platform::host::Host;
use crate::platform::{fault, task};

/// What listens on the root.
const ON_ROOT: [&str; 9] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
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

/// Attaches the listeners. `take` is called with the type of each event (`click`, `popstate`) and the event.
pub fn attach(host: Rc<Host>, take: impl Fn(&str, &Event) + 'static) {
    let listener = Rc::new(Listener {
        host,
        take: Box::new(take),
        attended: Cell::default(),
    });
    let host = &listener.host;
    for kind in ON_ROOT {
        listen(&host.root, kind, Listener::tell, &listener);
    }
    for kind in ON_PAGE {
        listen(&document(), kind, Listener::tell, &listener);
    }
    listen(&window(), "resize", Listener::tell, &listener);
    let steps = host.addresses.steps();
    listen(&steps, "popstate", Listener::step, &listener);
    if !host.is_page() {
        for kind in ELSEWHERE {
            listen(&document(), kind, Listener::attend, &listener);
        }
    }
}

/// What is done with the type of an event and the event.
type Take = Box<dyn Fn(&str, &Event)>;

/// One for all types of events.
struct Listener {
    host: Rc<Host>,
    take: Take,
    /// What was pressed or took the focus last stands in the root: keys that nothing has the focus for are meant here.
    attended: Cell<bool>,
}

/// What a listener does about an event of a type.
type Handler = fn(&Listener, &str, &Event);

fn listen(target: &EventTarget, kind: &'static str, handler: Handler, listener: &Rc<Listener>) {
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
            handler(&listener, kind, event);
        }
    })
    .forget();
}

impl Listener {
    fn tell(&self, kind: &str, event: &Event) {
        (self.take)(kind, event);
    }

    /// Back, forward, or a link within the page. A step of our own is none, nor one that was gone on from before it landed.
    fn step(&self, kind: &str, event: &Event) {
        if !self.host.addresses.is_clearing() && !self.host.addresses.land() {
            let host = Rc::clone(&self.host);
            task::later(0, move || host.addresses.settle());
            self.tell(kind, event);
        }
    }

    /// Keys that nothing has the focus for belong to the explorer that was pressed last.
    fn attend(&self, kind: &str, event: &Event) {
        let inside = event.composed_path().includes(&self.host.root, 0);
        if kind != "keydown" {
            self.attended.set(inside);
        } else if !inside && self.attended.get() {
            self.tell(kind, event);
        }
    }
}
