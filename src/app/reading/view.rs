//! The rules of views: the layer below the card, and what a reader chooses in them.
//!
//! A view lies under a card that was opened from it; opened over a card it takes the card's place. So there are never
//! more than two layers, and the address names the upper one.

use std::rc::Rc;

use crate::app::reading::{
    Address, Announcement, Card, CardState, Effect, Passage, ReturnPoint, Step,
};
use crate::components::map_drawing::geometry::Viewport;
use crate::model::kind::Kind;

/// What can stand beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Entities,
    Timeline,
    Map,
    Relations,
    Search,
    Settings,
    Cite,
    Help,
}

/// All of them with their fragments.
const VIEWS: [(View, &str); 8] = [
    (View::Entities, "entities"),
    (View::Timeline, "timeline"),
    (View::Map, "map"),
    (View::Relations, "relations"),
    (View::Search, "search"),
    (View::Settings, "settings"),
    (View::Cite, "cite"),
    (View::Help, "help"),
];

impl Order {
    /// Its value in a form.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Name => "name",
            Self::Count => "count",
        }
    }

    /// The order of that value; an unknown one is the text's.
    pub fn from_slug(slug: &str) -> Self {
        match slug {
            "name" => Self::Name,
            "count" => Self::Count,
            _ => Self::Text,
        }
    }
}

impl View {
    /// Its fragment and its value in `data-view`.
    pub fn slug(self) -> &'static str {
        VIEWS.get(self as usize).map_or("", |view| view.1)
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        let found = VIEWS.iter().find(|(_, one)| *one == slug)?;
        Some(found.0)
    }

    fn fragment(self) -> Rc<str> {
        self.slug().into()
    }
}

/// The view and what was chosen in each; choices outlive its closing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Viewing {
    pub shown: Option<Shown>,
    /// Kinds that the list of entities leaves out.
    pub without: Vec<Kind>,
    pub order: Order,
    /// How far the view is scrolled, in CSS pixels.
    pub scrolled: usize,
    /// Whose dates are listed: nothing for all, an entity's slug, or `kind:` and a kind.
    pub only: Rc<str>,
    /// The chosen event.
    pub event: Option<Rc<str>>,
    /// The entity whose relations are drawn.
    pub hub: Option<Rc<str>>,
    /// All of them, not only the best sourced.
    pub all: bool,
    /// The whole graph is drawn.
    pub whole: bool,
    /// The column by which relations are sorted, and whether its last comes first.
    pub sorted: Option<(u32, bool)>,
    pub extent: MapExtent,
    /// What is searched for.
    pub query: Rc<str>,
    /// The result that the keys are on.
    pub active: usize,
    /// The hits of the text that the reader walks along.
    pub hits: Option<Hits>,
    /// The dot of several places whose places are listed.
    pub cluster: Option<usize>,
}

/// Hits of a search in the text, and the one that the reader has gone to.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    /// In the order of the text; never empty.
    pub passages: Rc<[Passage]>,
    /// Row of the one that was gone to.
    pub at: usize,
}

/// What of the map is seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum MapExtent {
    #[default]
    Whole,
    Around(Rc<str>),
    Viewport(Viewport),
}

/// A view that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub view: View,
    /// The history entry it stands on was pushed by us.
    pub pushed: bool,
}

/// How entities are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Text,
    Name,
    Count,
}

/// What is chosen in a view.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A kind is listed, or no longer.
    Kind(Kind),
    Order(Order),
    /// The view is scrolled that far.
    Scrolled(usize),
    Only(Rc<str>),
    Hub(Rc<str>),
    /// All branches of the drawn relations.
    All,
    /// The whole graph, or one entity's relations again.
    Whole,
    /// A column is sorted by; the other way round if it is already.
    Sort(u32),
    Extent(MapExtent),
    Query(Rc<str>),
    Active(usize),
    /// The reader goes to one of these.
    Hits(Hits),
    EndHits,
    Cluster(usize),
}

impl Viewing {
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Kind(kind) => match self.without.iter().position(|one| *one == kind) {
                Some(row) => {
                    self.without.remove(row);
                }
                None => self.without.push(kind),
            },
            Choice::Order(order) => self.order = order,
            Choice::Scrolled(down) => self.scrolled = down,
            Choice::Only(whose) => self.only = whose,
            Choice::Hub(entity) => {
                self.hub = Some(entity);
                self.all = false;
                self.whole = false;
            }
            Choice::All => self.all = true,
            Choice::Whole => self.whole = !self.whole,
            Choice::Extent(extent) => {
                self.extent = extent;
                self.cluster = None;
            }
            Choice::Query(query) => {
                self.query = query;
                self.active = 0;
                self.hits = None;
            }
            Choice::Active(row) => self.active = row,
            Choice::Hits(hits) => self.hits = Some(hits),
            Choice::EndHits => self.hits = None,
            Choice::Cluster(row) => self.cluster = (self.cluster != Some(row)).then_some(row),
            Choice::Sort(column) => {
                self.sorted = Some((column, self.sorted == Some((column, false))));
            }
        }
    }

    /// Another view is shown, from its top; what was shown before.
    fn show(&mut self, view: View, pushed: bool) -> Option<Shown> {
        self.scrolled = 0;
        self.shown.replace(Shown { view, pushed })
    }

    /// The view that is shown.
    pub fn view(&self) -> Option<View> {
        self.shown.map(|shown| shown.view)
    }
}

impl Shown {
    fn step_off(self) -> Effect {
        if self.pushed {
            Effect::Back
        } else {
            Effect::Replace(None)
        }
    }
}

impl Step {
    /// No card is open: the view opens, takes the other's place, or closes.
    pub(super) fn open_view(&mut self, view: View) {
        let pushed = match self.next.viewing.shown {
            Some(shown) if shown.view == view => return self.close_view(),
            Some(shown) => shown.pushed,
            None => true,
        };
        self.show_view(view, pushed);
        self.ask(Effect::FocusView(view));
    }

    fn show_view(&mut self, view: View, pushed: bool) {
        let fragment = view.fragment();
        let address = match self.next.viewing.show(view, pushed) {
            Some(_) => Effect::Replace(Some(fragment)),
            None => Effect::Push(fragment),
        };
        self.ask(address);
    }

    /// A card is open: it makes way.
    pub(super) fn view_for_card(&mut self, open: &CardState, view: View) {
        self.make_way(open, view);
        self.ask(Effect::FocusView(view));
    }

    fn make_way(&mut self, open: &CardState, view: View) {
        self.dim();
        self.leave(open);
        if self.next.viewing.view() == Some(view) {
            self.ask(open.step_off());
        } else {
            self.next.viewing.show(view, open.pushed);
            self.ask(Effect::Replace(Some(view.fragment())));
        }
    }

    /// An event was pressed, or an arrow key led to it.
    pub(super) fn choose_event(&mut self, event: Rc<str>) {
        match std::mem::take(&mut self.next.card) {
            Card::Open(open) => self.make_way(&open, View::Timeline),
            Card::Shut if self.next.viewing.view() == Some(View::Timeline) => {}
            Card::Shut => {
                let pushed = self.next.viewing.shown.is_none_or(|shown| shown.pushed);
                self.show_view(View::Timeline, pushed);
            }
        }
        self.ask(Effect::FocusRow(["event-", &event].concat().into()));
        self.next.viewing.event = Some(event.clone());
        self.next.announcement = Some(Announcement::Event(event));
    }

    pub(super) fn close_view(&mut self) {
        if let Some(shown) = self.next.viewing.shown.take() {
            self.dim();
            self.ask(shown.step_off());
            self.ask(Effect::FocusTab(shown.view));
        }
    }

    /// The view is closed under its card.
    pub(super) fn close_both(&mut self, open: CardState) {
        let Some(shown) = self.next.viewing.shown.take() else {
            return self.keep_card(open);
        };
        self.dim();
        self.leave(&open);
        self.ask(match (open.step_off(), shown.step_off()) {
            (Effect::Back, Effect::Back) => Effect::BackTwice,
            (step, _) => step,
        });
        self.ask(Effect::FocusTab(shown.view));
    }

    /// The reader went back from a card to the view below it.
    pub(super) fn uncover_view(&mut self, open: &CardState, view: View, pushed: bool) {
        if self.next.viewing.view() == Some(view) {
            self.ask(open.focus_back());
        } else {
            self.next.viewing.show(view, pushed);
            self.ask(Effect::FocusView(view));
        }
    }

    /// The reader went somewhere while no card is open.
    pub(super) fn arrive_without_card(&mut self, address: Address, pushed: bool) {
        match address {
            Address::Entity(found) => self.find(found, pushed),
            // Firefox drops the focus on the way back from a card.
            Address::View(view) if self.next.viewing.view() == Some(view) => {
                self.ask(Effect::FocusOpener(None));
            }
            Address::View(view) => {
                self.next.viewing.show(view, pushed);
                self.ask(Effect::FocusView(view));
            }
            Address::Elsewhere => self.next.viewing.shown = None,
            Address::Page => {
                if let Some(shown) = self.next.viewing.shown.take() {
                    self.ask(Effect::FocusTab(shown.view));
                }
            }
        }
    }

    /// To a place in the text; a view that covers it closes.
    pub(super) fn go(&mut self, to: Passage, from: Option<ReturnPoint>, close: bool) {
        match &mut self.next.return_point {
            Some(return_point) => return_point.top = None,
            None => self.next.return_point = from,
        }
        self.dim();
        if close && let Some(shown) = self.next.viewing.shown.take() {
            self.ask(shown.step_off());
            self.ask(Effect::FocusText(to.id.clone()));
        }
        self.go_to(to);
    }

    /// To the hit after the one that was gone to, or before it, round the ends.
    pub(super) fn walk(&mut self, forward: bool, from: Option<ReturnPoint>, close: bool) {
        let Some(hits) = &mut self.next.viewing.hits else {
            return;
        };
        let count = hits.passages.len();
        hits.at = (hits.at + if forward { 1 } else { count - 1 }) % count;
        let to = hits.passages[hits.at].clone();
        self.go(to, from, close);
    }

    /// A place is shown and lit.
    pub(super) fn go_to(&mut self, passage: Passage) {
        self.ask(Effect::Light(passage.clone()));
        self.ask(Effect::Show(passage.clone()));
        self.next.lit = Some(passage);
    }
}

#[cfg(test)]
mod tests;
