//! The views, and what a reader chooses in them.

use std::rc::Rc;

use crate::app::reading::date_filter::DateFilter;
use crate::app::reading::layer_entry::LayerEntry;
use crate::app::reading::passage::Passage;
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

impl View {
    pub(super) const ALL: [Self; 8] = [
        Self::Entities,
        Self::Timeline,
        Self::Map,
        Self::Relations,
        Self::Search,
        Self::Settings,
        Self::Cite,
        Self::Help,
    ];

    /// Its fragment and its value in `data-view`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::Relations => "relations",
            Self::Search => "search",
            Self::Settings => "settings",
            Self::Cite => "cite",
            Self::Help => "help",
        }
    }

    /// The view of that fragment.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.slug() == slug)
    }

    pub(super) fn fragment(self) -> Rc<str> {
        self.slug().into()
    }
}

/// The view and what was chosen in each; choices outlive its closing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Viewing {
    pub shown: Option<Shown>,
    /// The view that would cover the text that the reader has gone to from it. It stays as it is, out of sight.
    pub hidden: Option<Shown>,
    /// Kinds that the list of entities leaves out.
    pub without: Vec<Kind>,
    pub order: Order,
    /// How far the view is scrolled, in CSS pixels.
    pub scrolled: usize,
    pub dates: DateFilter,
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
    /// The row of the relation whose line was pressed.
    pub relation: Option<usize>,
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
    /// What of the history it stands on.
    pub entry: LayerEntry,
}

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

/// What is chosen in a view.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A kind is listed, or no longer.
    Kind(Kind),
    Order(Order),
    /// The view is scrolled that far.
    Scrolled(usize),
    Dates(DateFilter),
    Hub(Rc<str>),
    /// All branches of the drawn relations.
    All,
    /// The whole graph, or one entity's relations again.
    Whole,
    /// A column is sorted by; the other way round if it is already.
    Sort(u32),
    /// The line of the relation in this row was pressed.
    Relation(usize),
    Extent(MapExtent),
    Query(Rc<str>),
    Active(usize),
    /// The reader goes to one of these.
    Hits(Hits),
    Cluster(usize),
}

/// How entities are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Text,
    Name,
    Count,
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
            Choice::Dates(filter) => self.dates = filter,
            Choice::Relation(row) => self.relation = Some(row),
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
            Choice::Cluster(row) => self.cluster = (self.cluster != Some(row)).then_some(row),
            Choice::Sort(column) => {
                self.sorted = Some((column, self.sorted == Some((column, false))));
            }
        }
    }

    /// Another view is shown, from its top; what was shown before.
    pub(super) fn show(&mut self, view: View, entry: LayerEntry) -> Option<Shown> {
        self.scrolled = 0;
        self.hidden = None;
        self.shown.replace(Shown { view, entry })
    }

    /// A view that was hidden is shown again as it was; whether there is one.
    pub(super) fn show_again(&mut self, view: View, entry: LayerEntry) -> bool {
        let is_hidden = self.hidden.is_some_and(|hidden| hidden.view == view);
        if is_hidden {
            self.hidden = None;
            self.shown = Some(Shown { view, entry });
        }
        is_hidden
    }

    /// The view that is shown.
    pub fn view(&self) -> Option<View> {
        self.shown.map(|shown| shown.view)
    }
}
