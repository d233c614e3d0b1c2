//! From events to gestures, by what stands where they happened.

use std::cell::Cell;
use std::rc::Rc;

use crate::app::gestures::gesture::Gesture;
use crate::app::gestures::keys::key;
use crate::app::gestures::press::{mention, press};
use crate::app::gestures::sheet::SheetDrag;
use crate::components::selectors::{HELD, LAYER, LINK_IN_BLOCK, PEEK, TO_ENTITY, VIEW_ROW};
use crate::platform::document::{closest, first, goal, is_hidden};
use crate::platform::events::{
    Event, PointerEvent, hovering, is_plain, keyboard, mouse, related, target, within,
};
use crate::platform::focus::focus_text;
use crate::platform::host::Host;

/// Reads events as gestures.
pub(super) struct EventReader {
    host: Rc<Host>,
    /// Takes a gesture and says whether it was for the app; the browser then leaves the event alone.
    take: Box<dyn Fn(Gesture) -> bool>,
    /// The pointer went down in a card or peek.
    began_inside: Cell<bool>,
    /// A row is pointed at, as last told.
    on_row: Cell<bool>,
    sheet: SheetDrag,
}

impl EventReader {
    pub(super) fn new(host: Rc<Host>, take: impl Fn(Gesture) -> bool + 'static) -> Self {
        Self {
            host,
            take: Box::new(take),
            began_inside: Cell::default(),
            on_row: Cell::default(),
            sheet: SheetDrag::default(),
        }
    }

    /// Tells what an event of a type means, if anything.
    pub(super) fn read(&self, kind: &str, event: &Event) {
        let gesture = match kind {
            "pointerdown" => {
                self.began_inside.set(within(event, LAYER));
                self.sheet.press(&self.host, event);
                Some(Gesture::Down)
            }
            "pointermove" => {
                self.sheet.follow(event);
                hovering(event).map(moved)
            }
            "pointerup" | "pointercancel" => self.sheet.release(&self.host, event),
            "pointerover" => {
                self.tell(event, hovering(event).and_then(over));
                self.row(event)
            }
            "focusin" => self.row(event),
            "pointerout" => hovering(event).and_then(out),
            "click" => {
                mouse(event).and_then(|click| press(&self.host, click, self.began_inside.get()))
            }
            "keydown" => keyboard(event).and_then(|press| key(&self.host, press)),
            "visibilitychange" => is_hidden().then_some(Gesture::Hidden),
            "selectionchange" => Some(Gesture::Selection),
            "scroll" => target(event).is_none().then_some(Gesture::Scrolled),
            "resize" => Some(Gesture::Resized),
            _ => Some(Gesture::Moved),
        };
        self.tell(event, gesture);
        if kind == "click" {
            self.follow(event);
        }
    }

    fn tell(&self, event: &Event, gesture: Option<Gesture>) {
        if gesture.is_some_and(|gesture| (self.take)(gesture)) {
            event.prevent_default();
        }
    }

    /// Follows a link within the text that the app did not take, where its addresses are not the browser's. To `#read` is the
    /// way out of a note that the browser itself has opened.
    fn follow(&self, event: &Event) -> Option<()> {
        let click = mouse(event).filter(|click| is_plain(click))?;
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
            .and_then(|target| closest(&target, VIEW_ROW))
            .and_then(|row| first(&row, TO_ENTITY))
            .and_then(|link| goal(&link, "#ent-"));
        let had = self.on_row.replace(link.is_some());
        (had || link.is_some()).then_some(Gesture::Row(link))
    }
}

fn over(pointer: &PointerEvent) -> Option<Gesture> {
    let target = target(pointer)?;
    if closest(&target, PEEK).is_some() {
        return Some(Gesture::OverPeek);
    }
    let link = closest(&target, LINK_IN_BLOCK)?;
    (pointer.buttons() == 0).then_some(())?;
    Some(Gesture::Over {
        mention: mention(&link)?,
        fragment: goal(&link, "#")?,
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    })
}

/// Leaving for something within the same mention or peek is not leaving.
fn out(pointer: &PointerEvent) -> Option<Gesture> {
    let from = closest(&target(pointer)?, HELD)?;
    let to = related(pointer).and_then(|to| closest(&to, HELD));
    (to.as_ref() != Some(&from)).then(|| Gesture::Out {
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    })
}

fn moved(pointer: &PointerEvent) -> Gesture {
    Gesture::Move {
        x: pointer.client_x().into(),
        y: pointer.client_y().into(),
    }
}
