//! What the reducer wants done, done in the browser; what needs the new drawing waits for it.

use std::rc::Rc;

use yew::html::Scope;

use crate::app::explorer::Explorer;
use crate::app::placement::{CARD, Placement};
use crate::app::reading::peek::Pointer;
use crate::app::reading::view::View;
use crate::app::reading::{Action, Card, Effect, Open, Reading, Spot, fragment};
use crate::app::{page_text, quotation};
use crate::platform::layout::{self, Stance, stance};
use crate::platform::{address, clipboard, document, fault, highlight, storage, task};

/// The name of words that a jump led to, for `::highlight()` in styles.
const HIT: &str = "hit";

/// Effects on their way.
#[derive(Default)]
pub(super) struct Effects {
    /// Those that wait for the new drawing.
    waiting: Vec<Effect>,
    pub(super) placement: Placement,
}

/// Frames that a drawing may take, on a slow machine, before a card or view that is not there counts as taken away.
const PATIENCE: u32 = 20;

/// Before the next frame, which cannot wait for Yew's turn: moves, focus and places.
pub(super) fn finish_before_frame(root: Scope<Explorer>, tries: u32) {
    task::before_frame(move || {
        let late = root.get_component().is_some_and(|explorer| {
            let late = tries < PATIENCE && awaits_drawing(explorer.reading());
            if !late {
                explorer.effects().finish(explorer.reading());
            }
            late
        });
        if late {
            finish_before_frame(root, tries + 1);
        }
    });
}

/// Whether a card or a view is open that has not been drawn yet.
fn awaits_drawing(reading: &Reading) -> bool {
    let card = match &reading.card {
        Card::Open(open) => Some(["[data-card='", &open.entity, "']"].concat()),
        Card::Shut => None,
    };
    let view = reading.viewing.view();
    let view = view.map(|view| ["[data-view='", view.slug(), "']"].concat());
    card.into_iter()
        .chain(view)
        .any(|part| document::find(&part).is_none())
}

impl Effects {
    /// Whether something waits for the new drawing.
    pub(super) fn wait(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Does at once what needs no drawing; the rest waits.
    pub(super) fn run(&mut self, effect: Effect, root: &Scope<Explorer>) {
        match effect {
            Effect::Push(fragment) => address::push(&fragment),
            Effect::Replace(fragment) => address::replace(fragment.as_deref()),
            Effect::Back => address::back(1),
            Effect::BackTwice => address::back(2),
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
            Effect::Light(spot) => match spot.words {
                Some((from, to)) => highlight::light(HIT, [(&*spot.id, from, to)]),
                None => document::set(&spot.id, "data-lit", ""),
            },
            Effect::Dim(spot) => match spot.words {
                Some(_) => highlight::dim(HIT),
                None => document::unset(&spot.id, "data-lit"),
            },
            Effect::Wake { after, timer } => {
                let root = root.clone();
                task::later(after as i32, move || {
                    root.send_message(Action::Point(Pointer::Woke(timer)));
                });
            }
            Effect::Set(name, value) => {
                storage::set(&name, &value);
                if &*name == "skim" {
                    page_text::skim();
                }
            }
            Effect::Copy(fragment) => copy(&[&address::page(), "#", &fragment].concat(), root),
            Effect::CopyWords(words) => copy(&words, root),
            Effect::Quote => {
                if let Some(quote) = quotation::fragment() {
                    copy(&[&address::page(), "#", &quote].concat(), root);
                }
            }
            Effect::Show(_)
            | Effect::Restore(_)
            | Effect::FocusCard
            | Effect::FocusPin(_)
            | Effect::FocusView(_)
            | Effect::FocusTab(_)
            | Effect::FocusText(_)
            | Effect::FocusRow(_)
            | Effect::ShowResult
            | Effect::FocusOpener(_) => self.waiting.push(effect),
        }
    }

    /// Does what waited for the drawing.
    fn finish(&mut self, reading: &Reading) {
        let effects = std::mem::take(&mut self.waiting);
        for effect in &effects {
            match effect {
                Effect::Show(spot) => show(spot),
                Effect::Restore(place) => layout::restore(&place.id, place.stood),
                _ => {}
            }
        }
        // Focus first: it lays the page out, which measuring then need not do again.
        for effect in effects {
            match effect {
                Effect::FocusCard => enter_card(reading),
                Effect::FocusPin(entity) => {
                    document::focus(&["pin-", &entity].concat());
                }
                Effect::FocusOpener(Some(mention)) => {
                    document::focus(&mention);
                }
                Effect::FocusOpener(None) => document::focus_pressed(),
                Effect::FocusView(view) => {
                    document::focus(focus_of(view));
                }
                Effect::FocusTab(view) => document::focus_tab(view.slug()),
                Effect::FocusText(id) => document::focus_text(&id),
                Effect::FocusRow(id) => {
                    document::focus_in_sight(&["[data-view] [data-id='", &id, "'] > a"].concat());
                }
                Effect::ShowResult => {
                    document::bring(&["result-", &reading.viewing.active.to_string()].concat());
                }
                _ => {}
            }
        }
        self.placement.place(reading);
    }
}

/// The id of what takes the focus when a view opens.
fn focus_of(view: View) -> &'static str {
    match view {
        View::Search => "search-box",
        _ => "view-name",
    }
}

/// Moves focus into the card. If something else took our part of the page away, the note serves in its place.
fn enter_card(reading: &Reading) {
    if let Card::Open(Open {
        adopted: false,
        entity,
        ..
    }) = &reading.card
        && !document::focus("card-name")
    {
        fault::give_up("the card was removed from the page");
        address::go(&fragment(entity));
    }
}

fn copy(words: &str, root: &Scope<Explorer>) {
    let root = root.clone();
    let told = move |done| root.send_message(Action::Copied(done));
    clipboard::copy(words, Rc::new(told));
}

/// Scrolls to a place in the text, between the bar and the sheet.
fn show(spot: &Spot) {
    let [_, top, _, bottom] = layout::free();
    let sheet = (stance() == Stance::Sheet)
        .then(|| layout::place_of(CARD))
        .flatten();
    let bottom = sheet.map_or(bottom, |sheet| sheet[1].min(bottom));
    layout::show(&spot.id, spot.words, top, bottom);
}
