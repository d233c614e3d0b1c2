//! What the reducer wants done, done in the browser; what needs the new drawing waits for it.

use crate::app::explorer::Explorer;
use crate::app::geometry::{Placed, Rect, Setting, beside, level};
use crate::app::reading::peek::Pointer;
use crate::app::reading::{Action, Card, Effect, Open};
use crate::platform::layout::{self, Stance, stance};
use crate::platform::{address, desk, document, fault, task};

/// The setting under which peeks that were switched off are remembered.
pub(super) const PEEKS: &str = "peeks";
const CARD: &str = "[data-card].card";

/// Sends an action to the reducer.
pub(super) type Send = std::rc::Rc<dyn Fn(Action)>;

impl Explorer {
    /// Does at once what needs no drawing; the rest waits.
    pub(super) fn act(&mut self, effect: Effect, send: &Send) {
        match effect {
            Effect::Push(entity) => address::push(&fragment(&entity)),
            Effect::Replace(entity) => {
                address::replace(entity.map(|entity| fragment(&entity)).as_deref());
            }
            Effect::Back => address::back(),
            Effect::Adopt(entity) => document::set(&fragment(&entity), "data-card", &entity),
            Effect::Release(entity) => {
                document::unset(&fragment(&entity), "data-card");
                if document::is_target(&fragment(&entity)) {
                    address::clear_target();
                }
            }
            Effect::Expand(mention) => {
                document::set(&mention, "aria-haspopup", "dialog");
                document::set(&mention, "aria-expanded", "true");
            }
            Effect::Collapse(mention) => {
                document::unset(&mention, "aria-haspopup");
                document::unset(&mention, "aria-expanded");
            }
            Effect::Light(mention) => document::set(&mention, "data-lit", ""),
            Effect::Dim(mention) => document::unset(&mention, "data-lit"),
            Effect::Wake { after, timer } => {
                let send = send.clone();
                task::later(after as i32, move || {
                    send(Action::Point(Pointer::Woke(timer)));
                });
            }
            Effect::Remember(off) => desk::remember(PEEKS, if off { "off" } else { "on" }),
            Effect::Copy(entity) => {
                let send = send.clone();
                desk::copy_address(&fragment(&entity), move |done| send(Action::Copied(done)));
            }
            Effect::Show(_)
            | Effect::Restore(_)
            | Effect::FocusCard
            | Effect::FocusPin(_)
            | Effect::FocusOpener(_) => self.after.push(effect),
        }
    }

    /// Does what waited for the drawing.
    pub(super) fn finish(&mut self) {
        let effects = std::mem::take(&mut self.after);
        let moves = |effect: &&Effect| matches!(effect, Effect::Show(_) | Effect::Restore(_));
        for effect in effects.iter().filter(moves) {
            match effect {
                Effect::Show(mention) => show(mention),
                Effect::Restore(place) => layout::restore(&place.opener.id, place.stood),
                _ => {}
            }
        }
        self.place();
        for effect in effects {
            match effect {
                Effect::FocusCard => self.enter_card(),
                Effect::FocusPin(entity) => {
                    document::focus(&["pin-", &entity].concat());
                }
                Effect::FocusOpener(Some(mention)) => {
                    document::focus(&mention);
                }
                Effect::FocusOpener(None) => document::focus_pressed(),
                _ => {}
            }
        }
    }

    /// Puts card and peek where they belong in the window as it is now.
    pub(super) fn place(&mut self) {
        let stance = stance();
        if let Card::Open(open) = &self.reading.card
            && !open.adopted
        {
            let opened = self.placed.replace(open.entity.clone()) != Some(open.entity.clone());
            match stance {
                Stance::Sheet if opened => uncover(open),
                Stance::Sheet => {}
                // In the margin it stays where it opened: the text scrolls on beside it.
                Stance::Margin => put(CARD, open, level),
                Stance::Anchored => put(CARD, open, beside),
            }
        } else {
            self.placed = None;
        }
        if let Some(peek) = &self.reading.peeking.shown {
            let point = peek.point;
            let lines = layout::lines(&peek.opener.id);
            let under = lines.iter().find(|line| {
                (line[1]..=line[3]).contains(&point.y) && (line[0]..=line[2]).contains(&point.x)
            });
            let line = under.or(lines.first()).copied();
            settle("[data-peek]", line, &lines, beside);
        }
    }

    /// Moves focus into the card. If something else took our part of the page away, the note serves in its place.
    fn enter_card(&self) {
        if let Card::Open(Open {
            adopted: false,
            entity,
            ..
        }) = &self.reading.card
            && !document::focus("card-name")
        {
            fault::give_up("the card was removed from the page");
            address::go(&fragment(entity));
        }
    }
}

/// An entity's address within the page.
pub(super) fn fragment(entity: &str) -> String {
    ["ent-", entity].concat()
}

/// Scrolls to a mention, between the bar and the sheet.
fn show(mention: &str) {
    let [_, top, _, bottom] = layout::free();
    let sheet = (stance() == Stance::Sheet)
        .then(|| layout::place_of(CARD))
        .flatten();
    let bottom = sheet.map_or(bottom, |sheet| sheet[1].min(bottom));
    layout::show(mention, top, bottom);
}

/// Moves the mention out from under a sheet.
fn uncover(open: &Open) {
    let (Some(opener), Some(sheet)) = (&open.opener, layout::place_of(CARD)) else {
        return;
    };
    let lines = layout::lines(&opener.id);
    if lines.last().is_some_and(|line| line[3] > sheet[1]) {
        layout::show(&opener.id, layout::free()[1], sheet[1]);
    }
}

fn put(selector: &str, open: &Open, how: fn(&Setting) -> Placed) {
    let lines = open.opener.as_ref().map(|opener| layout::lines(&opener.id));
    let lines = lines.unwrap_or_default();
    settle(selector, lines.first().copied(), &lines, how);
}

/// Measures what a selector means and sets it in its place; without words it stands at the top.
fn settle(
    selector: &str,
    line: Option<layout::Sides>,
    lines: &[layout::Sides],
    how: fn(&Setting) -> Placed,
) {
    let free = layout::free();
    let line = Rect::new(line.unwrap_or([free[0], free[1], free[0], free[1]]));
    // Measured where nothing limits its height but the styles.
    layout::set_place(selector, 0.0, 0.0, free[3]);
    let Some([left, top, right, bottom]) = layout::place_of(selector) else {
        return;
    };
    let sides = |side: fn(&layout::Sides) -> f64| lines.iter().map(side);
    let first = sides(|line| line[1]).fold(line.top, f64::min);
    let last = sides(|line| line[3]).fold(line.bottom, f64::max);
    let Placed { left, top, room } = how(&Setting {
        window: Rect::new(free),
        line,
        words: (first, last),
        width: right - left,
        height: bottom - top,
        mirrored: document::is_mirrored(),
    });
    layout::set_place(selector, left, top, room);
}
