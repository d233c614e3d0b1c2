//! What the reducer wants done, done in the browser; what needs the new drawing waits for it.

use std::rc::Rc;

use yew::Callback;

use crate::app::placement::{CARD, Placement};
use crate::app::reading::peek::Pointer;
use crate::app::reading::view::View;
use crate::app::reading::{Action, Card, CardState, CopyOutcome, Effect, Passage, Reading};
use crate::app::window::{CardLayout, card_layout};
use crate::app::{page_state, page_text, quotation, reading_position};
use crate::components::card::CardHeight;
use crate::components::foot_bar::COPY_WORDS;
use crate::platform::document::Element;
use crate::platform::fields;
use crate::platform::focus;
use crate::platform::host::Host;
use crate::platform::layout;
use crate::platform::{address, attributes, clipboard, fault, highlight, storage, task};

/// The name of words that a jump led to, for `::highlight()` in styles.
const HIT: &str = "hit";

/// Effects on their way.
pub(super) struct Effects {
    host: Rc<Host>,
    /// The link that was pressed last, for the focus to come back to; the reducer holds no elements.
    pressed: Option<Element>,
    /// What had the focus when the reader went from a layer into the text.
    left: Option<Element>,
    /// Those that wait for the new drawing.
    waiting: Vec<Effect>,
    pub(super) placement: Placement,
}

/// Whether a card or a view is open that has not been drawn yet.
pub(super) fn awaits_drawing(host: &Host, reading: &Reading) -> bool {
    let card = match &reading.card {
        Card::Open(open) => Some(["[data-card='", &open.subject.card(), "']"].concat()),
        Card::Shut => None,
    };
    let view = reading.viewing.view();
    let view = view.map(|view| ["[data-view='", view.slug(), "']"].concat());
    card.into_iter()
        .chain(view)
        .any(|part| host.find(&part).is_none())
}

impl Effects {
    pub(super) fn new(host: Rc<Host>) -> Self {
        Self {
            host,
            pressed: None,
            left: None,
            waiting: Vec::new(),
            placement: Placement::default(),
        }
    }

    /// Remembers what was pressed.
    pub(super) fn press(&mut self, link: Element) {
        self.pressed = Some(link);
    }

    /// Notes where the words that open a card stand.
    pub(super) fn measure(&mut self, reading: &Reading) {
        self.placement
            .measure(&self.host, reading, self.pressed.as_ref());
    }

    /// Puts card and peek where they belong.
    pub(super) fn place(&mut self, reading: &Reading) {
        self.placement.place(&self.host, reading);
    }

    /// Whether something waits for the new drawing.
    pub(super) fn wait(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Does at once what needs no drawing; the rest waits. What comes of it later is dispatched to the reducer.
    pub(super) fn run(&mut self, effect: Effect, dispatch: &Callback<Action>) {
        let host = &self.host;
        let addresses = &host.addresses;
        match effect {
            Effect::Push(fragment) => {
                addresses.push(&fragment);
                // From a field the reader comes back to the field.
                if let Some(field) = focus::focused(host).filter(fields::is_field) {
                    self.pressed = Some(field);
                }
            }
            Effect::Replace(fragment) => addresses.replace(fragment.as_deref()),
            Effect::PushJump(fragment) => {
                addresses.push_jump(&fragment);
                self.left = focus::focused(host).or_else(|| self.pressed.clone());
            }
            Effect::Back(count) => addresses.back(count),
            Effect::Expand(mention) => expand(host, &mention),
            Effect::Collapse(mention) => {
                attributes::unset(host, &mention, "aria-haspopup");
                attributes::unset(host, &mention, "aria-expanded");
            }
            Effect::Light(passage) => match passage.words {
                Some((from, to)) => highlight::light(host, HIT, [(&*passage.id, from, to)]),
                None => attributes::set(host, &passage.id, "data-lit", ""),
            },
            Effect::Dim(passage) => match passage.words {
                Some(_) => highlight::dim(host, HIT),
                None => attributes::unset(host, &passage.id, "data-lit"),
            },
            Effect::SetTimer { after, timer } => {
                let dispatch = dispatch.clone();
                task::later(after as i32, move || {
                    dispatch.emit(Action::Point(Pointer::TimerFired(timer)));
                });
            }
            Effect::ForgetCopy { after, number } => {
                let dispatch = dispatch.clone();
                task::later(after as i32, move || {
                    dispatch.emit(Action::ForgetCopy(Some(number)));
                });
            }
            Effect::Set(name, value) => {
                // What is read stays in its place, however the text is set anew.
                let read = reading_position::read_now(host);
                storage::set(host, &name, &value);
                if let Some((block, stood)) = read {
                    layout::restore(host, &block, stood);
                }
                if &*name == "skim" {
                    page_text::skim(host);
                }
            }
            Effect::Copy(fragment) => {
                let address = page_state::lasting_address(host);
                copy(&[&address, "#", &fragment].concat(), dispatch);
            }
            Effect::CopyWords(words) => copy(&words, dispatch),
            Effect::Quote => {
                if let Some(quote) = quotation::fragment(host) {
                    let address = page_state::lasting_address(host);
                    copy(&[&address, "#", &quote].concat(), dispatch);
                }
            }
            Effect::ClearTarget
            | Effect::Show(_)
            | Effect::Restore(_)
            | Effect::FocusCard
            | Effect::FocusPin(_)
            | Effect::FocusView(_)
            | Effect::FocusTab(_)
            | Effect::FocusText(_)
            | Effect::FocusRow(_)
            | Effect::ShowResult
            | Effect::FocusCopy
            | Effect::FocusLeft
            | Effect::FocusOpener(_) => self.waiting.push(effect),
        }
    }

    /// Does what waited for the drawing.
    pub(super) fn finish(&mut self, reading: &Reading) {
        let effects = std::mem::take(&mut self.waiting);
        let host = &self.host;
        for effect in &effects {
            match effect {
                Effect::Show(passage) => show(host, reading, passage),
                Effect::Restore(return_point) => {
                    layout::restore(host, &return_point.id, return_point.stood);
                }
                Effect::ClearTarget => host.addresses.clear_target(),
                _ => {}
            }
        }
        // Focus first: it lays the page out, which measuring then need not do again.
        for effect in effects {
            match effect {
                Effect::FocusCard => enter_card(host, reading),
                Effect::FocusPin(entity) => {
                    focus::focus(host, &["pin-", &entity].concat());
                }
                Effect::FocusOpener(Some(mention)) => {
                    focus::focus(host, &mention);
                }
                Effect::FocusOpener(None) => {
                    if let Some(pressed) = &self.pressed {
                        focus::focus_element(pressed, true);
                    }
                }
                Effect::FocusLeft => {
                    if let Some(left) = &self.left {
                        focus::focus_element(left, true);
                    }
                }
                Effect::FocusView(View::Search) => fields::select(host, "search-box"),
                Effect::FocusView(_) => {
                    focus::focus(host, "view-name");
                }
                Effect::FocusTab(view) => page_state::focus_tab(host, view.slug()),
                Effect::FocusCopy => fields::select(host, COPY_WORDS),
                Effect::FocusText(id) => focus::focus_text(host, &id),
                Effect::FocusRow(id) => {
                    let row = ["[data-view] [data-id='", &id, "'] > a"].concat();
                    focus::focus_in_sight(host, &row);
                }
                Effect::ShowResult => {
                    let result = ["result-", &reading.viewing.active.to_string()].concat();
                    focus::bring(host, &result);
                }
                _ => {}
            }
        }
        self.place(reading);
    }
}

/// A mention says that its card is open.
pub(super) fn expand(host: &Host, mention: &str) {
    attributes::set(host, mention, "aria-haspopup", "dialog");
    attributes::set(host, mention, "aria-expanded", "true");
}

/// Moves focus into the card. If something else took our part of the page away, the note serves in its place.
fn enter_card(host: &Host, reading: &Reading) {
    if let Card::Open(CardState { subject, .. }) = &reading.card
        && !focus::focus(host, "card-name")
    {
        fault::give_up(host, "the card was removed from the page");
        address::go(&subject.fragment());
    }
}

fn copy(words: &str, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    let refused: Rc<str> = words.into();
    let told = move |done| {
        dispatch.emit(Action::Copied(if done {
            CopyOutcome::Copied
        } else {
            CopyOutcome::Refused(refused.clone())
        }));
    };
    clipboard::copy(words, Rc::new(told));
}

/// Scrolls to a place in the text, between the bar and the sheet.
fn show(host: &Host, reading: &Reading, passage: &Passage) {
    let [_, top, _, bottom] = reading_position::free(host);
    let lowered = match &reading.card {
        Card::Open(open) => open.height == CardHeight::Lowered,
        Card::Shut => false,
    };
    let sheet = (lowered || card_layout() == CardLayout::Sheet)
        .then(|| layout::place_of(host, CARD))
        .flatten();
    let bottom = sheet.map_or(bottom, |sheet| sheet[1].min(bottom));
    layout::show(host, &passage.id, passage.words, top, bottom);
}
