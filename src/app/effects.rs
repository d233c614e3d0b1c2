//! What the reducer wants done, done in the browser; what needs the new drawing waits for it.

use std::rc::Rc;

use yew::html::Scope;

use crate::app::explorer::Explorer;
use crate::app::geometry::{Placed, Rect, Setting, beside, level};
use crate::app::reading::peek::Pointer;
use crate::app::reading::{Action, Card, Effect, Open, Reading, Spot, fragment};
use crate::app::views;
use crate::platform::layout::{self, Stance, stance};
use crate::platform::{address, desk, document, fault, highlight, lists, prose, quote, task};

const CARD: &str = "[data-card].card";
/// The name of words that a jump led to, for `::highlight()` in styles.
const HIT: &str = "hit";

/// Hears the next action.
pub(super) type Root = Scope<Explorer>;

/// What is done beside the drawing: what waits for it, and where things were put.
#[derive(Default)]
pub(super) struct Stage {
    pub(super) after: Vec<Effect>,
    /// The words that open a card, as they stand before it is drawn.
    seen: Option<Words>,
    /// The card that has been put in its place.
    pub(super) placed: Option<Rc<str>>,
}

/// Frames that a drawing may take, on a slow machine, before a card that is not there counts as taken away.
const PATIENCE: u32 = 20;

/// Before the next frame, which cannot wait for Yew's turn: moves, focus and places; then a card that is `fresh` is told
/// that it is shown.
pub(super) fn finish_drawing(root: Root, tries: u32, fresh: bool) {
    task::before_frame(move || {
        let late = root.get_component().is_some_and(|explorer| {
            let late = tries < PATIENCE && awaits_card(explorer.reading());
            if !late {
                explorer.stage().finish(explorer.reading());
            }
            late
        });
        if late {
            finish_drawing(root, tries + 1, fresh);
        } else if fresh {
            task::next(move || root.send_message(Action::Shown));
        }
    });
}

/// Whether a card is open that has not been drawn yet.
fn awaits_card(reading: &Reading) -> bool {
    let Card::Open(open) = &reading.card else {
        return false;
    };
    let card = ["[data-card='", &open.entity, "']"].concat();
    layout::place_of(&card).is_none()
}

impl Stage {
    /// Does at once what needs no drawing; the rest waits.
    pub(super) fn act(&mut self, effect: Effect, root: &Root) {
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
                desk::set(&name, &value);
                if &*name == "skim" {
                    prose::skim();
                }
            }
            Effect::Copy(fragment) => copy(&[&address::page(), "#", &fragment].concat(), root),
            Effect::CopyWords(words) => copy(&words, root),
            Effect::Quote => {
                if let Some(quote) = quote::fragment() {
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
            | Effect::FocusOpener(_) => self.after.push(effect),
        }
    }

    /// Does what waited for the drawing.
    fn finish(&mut self, reading: &Reading) {
        let effects = std::mem::take(&mut self.after);
        let moves = |effect: &&Effect| matches!(effect, Effect::Show(_) | Effect::Restore(_));
        for effect in effects.iter().filter(moves) {
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
                    let _ = document::focus(views::focus_of(view));
                }
                Effect::FocusTab(view) => document::focus_tab(view.slug()),
                Effect::FocusText(id) => document::focus_text(&id),
                Effect::FocusRow(id) => lists::focus_row(&id),
                Effect::ShowResult => lists::show_result(reading.viewing.active),
                _ => {}
            }
        }
        self.place(reading);
    }

    /// Where the opener stands, read while the page's layout is fresh: once the card is drawn it costs a layout.
    pub(super) fn look(&mut self, reading: &Reading) {
        if let Card::Open(Open {
            adopted: false,
            opener: Some(opener),
            ..
        }) = &reading.card
        {
            self.seen = Some(Words::of(&opener.id));
        }
    }

    /// Puts card and peek where they belong in the window as it is now.
    pub(super) fn place(&mut self, reading: &Reading) {
        let seen = self.seen.take();
        if let Card::Open(open) = &reading.card
            && !open.adopted
        {
            let stance = stance();
            let opened = self.placed.replace(open.entity.clone()) != Some(open.entity.clone());
            let words = || match (seen, &open.opener) {
                (Some(seen), _) if opened => seen,
                (_, Some(opener)) => Words::of(&opener.id),
                (_, None) => Words::default(),
            };
            match stance {
                Stance::Sheet if opened => uncover(open, &words()),
                // In the margin it stays where it opened: the text scrolls on beside it.
                Stance::Margin if opened => settle(CARD, &words(), 0, opened, level),
                Stance::Anchored => settle(CARD, &words(), 0, opened, beside),
                Stance::Sheet | Stance::Margin => {}
            }
        } else {
            self.placed = None;
        }
        if let Some(peek) = &reading.peeking.shown {
            let words = Words::of(&peek.opener.id);
            let under = words.lines.iter().position(|line| {
                (line[1]..=line[3]).contains(&peek.point.y)
                    && (line[0]..=line[2]).contains(&peek.point.x)
            });
            settle(
                "[data-peek]",
                &words,
                under.unwrap_or_default(),
                false,
                beside,
            );
        }
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

fn copy(words: &str, root: &Root) {
    let root = root.clone();
    let told = move |done| root.send_message(Action::Copied(done));
    desk::copy(words, Rc::new(told));
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

/// Words in the window, and what of the window is free.
struct Words {
    lines: Vec<layout::Sides>,
    free: layout::Sides,
}

impl Words {
    fn of(mention: &str) -> Self {
        Self {
            lines: layout::lines(mention),
            free: layout::free(),
        }
    }
}

impl Default for Words {
    /// No words: a card stands at the top.
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            free: layout::free(),
        }
    }
}

/// Moves the mention out from under a sheet.
fn uncover(open: &Open, words: &Words) {
    let (Some(opener), Some(sheet)) = (&open.opener, layout::place_of(CARD)) else {
        return;
    };
    if words.lines.last().is_some_and(|line| line[3] > sheet[1]) {
        layout::show(&opener.id, None, words.free[1], sheet[1]);
    }
}

/// Measures what a selector means and sets it in its place by one of the words' lines.
fn settle(selector: &str, words: &Words, line: usize, fresh: bool, how: fn(&Setting) -> Placed) {
    let Words { lines, free } = words;
    let top = [free[0], free[1], free[0], free[1]];
    let line = Rect::new(*lines.get(line).unwrap_or(&top));
    if !fresh {
        // Measured where nothing limits its height but the styles.
        layout::set_place(selector, 0.0, 0.0, free[3]);
    }
    let Some([left, top, right, bottom]) = layout::place_of(selector) else {
        return;
    };
    let sides = |side: fn(&layout::Sides) -> f64| lines.iter().map(side);
    let first = sides(|line| line[1]).fold(line.top, f64::min);
    let last = sides(|line| line[3]).fold(line.bottom, f64::max);
    let Placed { left, top, room } = how(&Setting {
        window: Rect::new(*free),
        line,
        words: (first, last),
        width: right - left,
        height: bottom - top,
        mirrored: document::is_mirrored(),
    });
    layout::set_place(selector, left, top, room);
}
