//! From what a reader does in the page to actions of the reducer. What the explorer draws itself calls back instead.

mod events;
mod gesture;
mod keys;
mod plot;
mod press;
mod sheet;

use std::cell::Cell;
use std::rc::Rc;

use yew::html::Scope;

use crate::app::explorer::Explorer;
use crate::app::geometry::{Approach, Point, Rect};
use crate::app::gestures::events::EventReader;
use crate::app::gestures::gesture::Gesture;
use crate::app::gestures::plot::nearest_event;
use crate::app::open_card::step;
use crate::app::reading::date_filter::DateFilter;
use crate::app::reading::peek::Pointer;
use crate::app::reading::view::{Choice, MapExtent, View};
use crate::app::reading::{
    Action, Address, Card, CardAddress, LayerEntry, Opener, Passage, Subject, Why,
};
use crate::app::window::{CardLayout, card_layout};
use crate::app::{last_place, measured, page_state, page_text, quotation, reading_position};
use crate::components::selectors::PEEK;
use crate::platform::host::Host;
use crate::platform::{attributes, layout, listeners, selection, task};

/// Tells the reducer where the page is, attaches the listeners, and says that the app is ready.
pub(super) fn attach(host: &Rc<Host>, app: Scope<Explorer>) {
    if let Some(explorer) = app.get_component() {
        arrive(&app, &explorer, None);
        measure(&app, &explorer);
    }
    reading_position::show_progress(host);
    page_text::skim(host);
    let approach = Cell::new(None);
    let selected = Cell::new(false);
    let reached = Cell::new(reading_position::reached(host));
    let reader = EventReader::new(Rc::clone(host), move |gesture| match app.get_component() {
        Some(explorer) => {
            let interpreter = Interpreter {
                app: &app,
                explorer: &explorer,
                approach: &approach,
                selected: &selected,
                reached: &reached,
            };
            interpreter.interpret(gesture)
        }
        None => false,
    });
    listeners::attach(Rc::clone(host), move |kind, event| {
        reader.read(kind, event);
    });
    page_state::set_ready(host);
}

/// Tells the reducer where the page is. A view's address is also that of its list at the end of the page, where the browser
/// has scrolled to: the text comes back, as far down as it was `reached`.
fn arrive(app: &Scope<Explorer>, explorer: &Explorer, reached: Option<f64>) {
    let host = explorer.host();
    let address = here(explorer);
    let entry = LayerEntry {
        pushed: host.addresses.is_ours(),
        jumped: host.addresses.is_jump(),
        depth: host.addresses.depth(),
    };
    if matches!(address, Address::View(_)) && !entry.pushed {
        let (host, article) = (host.clone(), explorer.frame().article.clone());
        keep_in_sight(&host, &article, reached);
        // Chromium scrolls there in the next frame only.
        task::before_frame(move || {
            task::before_frame(move || keep_in_sight(&host, &article, reached));
        });
    }
    app.send_message(Action::Arrive { address, entry });
}

/// Brings the text back if none of it is seen: as far down as it was `reached`, else to where the last visit ended.
fn keep_in_sight(host: &Host, article: &str, reached: Option<f64>) {
    if reading_position::is_seen(host) {
        return;
    }
    match (reached, last_place::remembered(host, article)) {
        (Some(top), _) => layout::scroll_to(top),
        (None, Some(block)) => reading_position::read_on(host, &block),
        (None, None) => layout::scroll_to(0.0),
    }
}

/// Tells the reducer where the article's blocks stand.
fn measure(app: &Scope<Explorer>, explorer: &Explorer) {
    if let Some(block_offsets) = page_text::block_offsets(explorer.host(), explorer.frame()) {
        app.send_message(Action::Measured { block_offsets });
    }
}

/// What a gesture means depends on what is shown.
struct Interpreter<'a> {
    app: &'a Scope<Explorer>,
    explorer: &'a Explorer,
    /// The pointer's way from words to their peek.
    approach: &'a Cell<Option<Approach>>,
    /// Words of the article are selected, as last told.
    selected: &'a Cell<bool>,
    /// How far the page was scrolled when the text was last seen, in CSS pixels.
    reached: &'a Cell<Option<f64>>,
}

impl Interpreter<'_> {
    fn host(&self) -> &Host {
        self.explorer.host()
    }

    /// Sends what a control or link means, which is then not the browser's.
    fn take(&self, action: Action) -> bool {
        self.app.send_message(action);
        true
    }

    /// Sends what does not keep the browser from its own.
    fn note(&self, action: Action) -> bool {
        self.app.send_message(action);
        false
    }

    /// Sends what a gesture means; `false` leaves it to the browser.
    fn interpret(&self, gesture: Gesture) -> bool {
        match gesture {
            Gesture::Link {
                fragment,
                mention,
                inside,
                again,
                link,
            } => {
                if !inside {
                    self.explorer.effects().press(link);
                }
                let Some(subject) = subject(self.explorer, &fragment) else {
                    return false;
                };
                let opener = mention.and_then(|id| Opener::from_id(&id));
                // What a double click has opened it does not close.
                if again && opener.is_some() && opener.as_ref() == self.opener() {
                    return true;
                }
                self.take(measured::press(subject, opener, inside))
            }
            Gesture::Jump(mention) => match (Opener::from_id(&mention), self.opener()) {
                (Some(to), from) => self.take(measured::jump(self.host(), to, from)),
                (None, _) => false,
            },
            Gesture::View { slug, about, again } => {
                let shown = self.explorer.reading().viewing.view();
                let is_shown = shown.is_some_and(|view| view.slug() == slug);
                (again && is_shown) || self.view(&slug, &about)
            }
            Gesture::Passage { id, words, link } => {
                self.explorer.effects().press(link);
                self.go(Passage {
                    id: id.into(),
                    words,
                })
            }
            Gesture::Strip { entity, along } => {
                let nearest = self.nearest(&entity, along);
                nearest.is_some_and(|mention| self.go(Passage::whole(mention)))
            }
            Gesture::Plot { along, down } => {
                let timeline = self.explorer.records().timeline();
                let event = timeline.and_then(|list| nearest_event(&list, along, down));
                event.is_some_and(|event| self.take(Action::Event(event)))
            }
            Gesture::Edge(along) => {
                let block = reading_position::block_along(self.host(), along);
                block.is_some_and(|block| self.go(Passage::whole(block)))
            }
            Gesture::Event(event) => self.take(Action::Event(event.into())),
            Gesture::Row(entity) => {
                page_state::glow(self.host(), entity.as_deref());
                false
            }
            Gesture::Find => self.take(Action::Find),
            Gesture::Sheet(height) => match height {
                Some(height) => self.note(Action::Height(height)),
                None => self.dismiss(Why::Close),
            },
            Gesture::CloseNote => self.dismiss(Why::Close),
            Gesture::Key(key) => match key.as_str() {
                "]" => self.step(true),
                "[" => self.step(false),
                "b" => self.take(measured::return_to_text()),
                _ => false,
            },
            Gesture::Peek => self.open_peek(),
            Gesture::Escape => self.dismiss(Why::Escape),
            Gesture::Outside => {
                self.dismiss(Why::Outside);
                false
            }
            Gesture::Moved => {
                arrive(self.app, self.explorer, self.reached.get());
                false
            }
            Gesture::Selection => {
                let selected = quotation::is_selected(self.host());
                self.selected.replace(selected) != selected && self.note(Action::Select(selected))
            }
            Gesture::Resized => {
                measure(self.app, self.explorer);
                let window = layout::window_size();
                self.note(Action::Resized { window })
            }
            pointer => {
                if let Some(pointer) = self.pointer(pointer) {
                    self.note(Action::Point(pointer));
                }
                false
            }
        }
    }

    /// What a pointer did, where it matters.
    fn pointer(&self, gesture: Gesture) -> Option<Pointer> {
        let peek_state = &self.explorer.reading().peek_state;
        Some(match gesture {
            Gesture::Over {
                mention,
                fragment,
                x,
                y,
            } => Pointer::Over {
                opener: Opener::from_id(&mention)?,
                subject: Subject::from_fragment(&fragment)?,
                point: Point { x, y },
                selecting: selection::is_any(),
            },
            Gesture::OverPeek => Pointer::OverPeek,
            Gesture::Out { x, y } => {
                // Words selected in the peek keep it.
                if selection::is_any() {
                    return None;
                }
                let peek = layout::place_of(self.host(), PEEK).map(Rect::new);
                let approach = peek.map(|peek| Approach::new(Point { x, y }, peek));
                self.approach.set(approach);
                Pointer::Out
            }
            Gesture::Move { x, y } if peek_state.watches() => {
                let point = Point { x, y };
                let mut path = self.approach.take();
                let toward =
                    peek_state.leaving() && path.as_mut().is_some_and(|path| path.follow(point));
                self.approach.set(path);
                Pointer::Move { point, toward }
            }
            Gesture::Scrolled => {
                reading_position::show_progress(self.host());
                if let Some(reached) = reading_position::reached(self.host()) {
                    self.reached.set(Some(reached));
                }
                let (top, window) = layout::scrolled();
                Pointer::Scrolled { top, window }
            }
            Gesture::Down => Pointer::Down,
            Gesture::Hidden => {
                if let Some((block, _)) = reading_position::read_now(self.host()) {
                    last_place::remember(self.host(), &self.explorer.frame().article, &block);
                }
                Pointer::Gone
            }
            _ => return None,
        })
    }

    /// A view opens, about an entity or as it was.
    fn view(&self, slug: &str, about: &str) -> bool {
        let Some(view) = View::from_slug(slug) else {
            return false;
        };
        if !about.is_empty() {
            let about = about.into();
            self.note(Action::Choose(match view {
                View::Map => Choice::Extent(MapExtent::Around(about)),
                View::Relations => Choice::Hub(about),
                _ => Choice::Dates(DateFilter::Entity(about)),
            }));
        }
        self.take(Action::View(view))
    }

    /// To a place in the text.
    fn go(&self, to: Passage) -> bool {
        self.take(measured::go(self.host(), to, self.opener()))
    }

    /// To the mention one step along the card's.
    fn step(&self, forward: bool) -> bool {
        let Card::Open(open) = &self.explorer.reading().card else {
            return false;
        };
        let entity = open.subject.entity();
        let note = entity.and_then(|entity| self.explorer.records().note(entity));
        let step = note.and_then(|note| step(self.host(), open, &note, forward));
        step.is_some_and(|step| self.take(step))
    }

    /// The mention that the open card belongs to.
    fn opener(&self) -> Option<&Opener> {
        match &self.explorer.reading().card {
            Card::Open(open) => open.opener.as_ref(),
            Card::Shut => None,
        }
    }

    /// The id of the mention of an entity that stands nearest to a part of the article, from 0 to 1.
    fn nearest(&self, entity: &str, along: f64) -> Option<Rc<str>> {
        let blocks = f64::from(self.explorer.frame().blocks);
        let away = |block: u32| ((f64::from(block) - 0.5) / blocks - along).abs();
        let note = self.explorer.records().note(entity)?;
        let nearest = note
            .mentions
            .iter()
            .min_by(|one, other| away(one.block).total_cmp(&away(other.block)))?;
        Some(Opener::of(entity, nearest.number).id)
    }

    fn open_peek(&self) -> bool {
        let Some(peek) = &self.explorer.reading().peek_state.shown else {
            return false;
        };
        let opener = Some(peek.opener.clone());
        self.take(measured::press(peek.subject.clone(), opener, false))
    }

    fn dismiss(&self, why: Why) -> bool {
        let reading = self.explorer.reading();
        let below = || {
            reading.viewing.shown.is_some()
                || (!reading.pins.is_empty() && card_layout() == CardLayout::Margin)
        };
        let open = matches!(reading.card, Card::Open(_))
            || reading.peek_state.shown.is_some()
            || (why == Why::Escape && below());
        open && self.take(Action::Dismiss(why))
    }
}

fn here(explorer: &Explorer) -> Address {
    let host = explorer.host();
    let fragment = host.addresses.fragment();
    match subject(explorer, &fragment) {
        Some(subject) => Address::Card(CardAddress {
            opener: kept_or_nearest(host, &subject),
            target: attributes::is_target(host, &fragment),
            subject,
        }),
        None if fragment.is_empty() || fragment == "read" => Address::Page,
        None => View::from_slug(&fragment).map_or(Address::Elsewhere, Address::View),
    }
}

/// The mention that the history knows the card by, else the one that stands nearest; of a footnote its first sign.
fn kept_or_nearest(host: &Host, subject: &Subject) -> Option<Opener> {
    let kept = host
        .addresses
        .kept_opener()
        .filter(|id| host.element(id).is_some());
    let id = kept.or_else(|| match subject {
        Subject::Entity(entity) => page_state::nearest_mention(host, entity),
        Subject::Footnote(number) => Some(["fnref-", &number.to_string()].concat()),
    })?;
    Opener::from_id(&id)
}

/// What a fragment names that has a card, if it can be read.
fn subject(explorer: &Explorer, fragment: &str) -> Option<Subject> {
    match Subject::from_fragment(fragment)? {
        Subject::Entity(entity) => {
            let entity = explorer.frame().renamed(&entity).unwrap_or(&entity);
            explorer.records().note(entity)?;
            Some(entity.into())
        }
        Subject::Footnote(number) => {
            explorer.records().footnote(number)?;
            Some(Subject::Footnote(number))
        }
    }
}
