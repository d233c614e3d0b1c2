//! What one page shows, as records that are complete in themselves: what a record links to it names
//! by the slug that stands in the page's addresses, so one record draws one card.

mod graph;
mod timeline;

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;
pub use crate::model::page::graph::{Graph, GraphNode, GraphWords};
pub use crate::model::page::timeline::{Axis, Lens, Mark, Tick, Timeline};
pub use crate::model::site::{Form, Name};
use crate::model::text::Text;
use crate::model::when::When;
use crate::model::words::Words;
use crate::model::work::{Cited, Work};

/// One article's page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub frame: Frame,
    /// The title is the first; block N is `#pN`, counted from 1.
    pub blocks: Vec<Block>,
    /// Mentioned ones in the order of the text, then those their facts and relations name.
    pub notes: Vec<Note>,
    /// Earliest first.
    pub events: Vec<Event>,
    /// Where its places are; none if no note here has one.
    pub map: Option<Map>,
    /// Every work that notes and events cite, in the order in which they first do.
    pub works: Vec<Work>,
    /// How to cite the article, in each style.
    pub cited: Vec<Cited>,
    pub graph: Graph,
    /// Where there are two events or more.
    pub timeline: Option<Timeline>,
}

/// What the whole page shares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// The article's slug.
    pub article: String,
    pub language: String,
    pub byline: Vec<String>,
    pub publisher: Option<String>,
    pub date: Option<When>,
    pub url: Option<String>,
    /// A `mailto:` address of whoever answers for the page; it ends in a subject, to which more may be added.
    pub contact: Option<String>,
    /// This copy holds only the beginning.
    pub excerpt: bool,
    /// Some fifteen minutes of reading or more: sections are laid out when they come near.
    pub long: bool,
    pub marks: Marks,
    /// How many blocks the article has.
    pub blocks: u32,
    /// How many mentioned entities there are of each kind, for the key; absent kinds are left out.
    pub kinds: Vec<(Kind, u32)>,
    pub words: Words,
}

/// Which mentions are marked in body text, before the reader chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Marks {
    All,
    /// The first of each entity in each section.
    Section,
}

impl Marks {
    /// Its value in `html[data-marks]`.
    pub fn slug(self) -> &'static str {
        match self {
            Marks::All => "all",
            Marks::Section => "section",
        }
    }
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Counted from 1: `#pN`.
    pub number: u32,
    pub form: Form,
    pub text: Text<Run>,
    /// Where its sentences that mention somebody begin and end, in UTF-16 units of its text, as browsers count.
    pub sentences: Vec<u32>,
}

/// Words of the article that are one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Slug of the entity.
    pub entity: String,
    pub kind: Kind,
    /// Which mention of the entity this is, counted from 1.
    pub number: u32,
    /// Carries the mention's id; a later part of it does not.
    pub first: bool,
    /// Begins the entity's first mention in the article: bears its sign.
    pub opening: bool,
    /// Notes' numbers in print, of entities whose first mention ends here, the innermost first: `1, 2`.
    pub endnotes: Option<String>,
    /// The run goes on inside a word or a name (`Kazakhstan’s` after `Kazakhstan`): a sign would break it.
    pub inside: bool,
    /// The entity's first mention in its section.
    pub section: bool,
    /// Slugs of the other entities these words mean, nearest first.
    pub also: Vec<String>,
}

/// An entity's text as it stands in the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Slug of the entity.
    pub entity: String,
    pub kind: Kind,
    pub name: Name,
    /// Its names in other languages.
    pub native: Vec<Name>,
    /// Further words that mean it, for search.
    pub aliases: Vec<String>,
    /// A few words beside the kind.
    pub description: Option<String>,
    pub summary: Option<Summary>,
    /// The article's first, then background, then later ones.
    pub facts: Vec<Fact>,
    pub relations: Vec<Relation>,
    /// In the order of the text; empty for an entity that only notes name.
    pub mentions: Vec<Mention>,
    pub place: Option<Place>,
    pub links: Vec<Elsewhere>,
    pub image: Option<Image>,
}

/// One or two sentences on an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Summary {
    Written(Text<String>),
    /// Nobody wrote one: the first sentence that mentions it, and its block.
    Sentence(String, u32),
}

/// One claim about an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub class: Class,
    pub text: Text<String>,
    /// Whose view it is.
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
}

/// Where a fact stands towards the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// The article says it.
    Article,
    /// Others say it.
    Background,
    /// It is younger than the article.
    Later,
}

/// A mark that leads to what a claim rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Citation {
    /// A block of this article, counted from 1.
    Block(u32),
    /// A work elsewhere, or a block of another article of this site.
    Work { label: String, href: String },
}

/// A sentence about two entities, read from this one's side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    pub predicate: String,
    /// This entity's author told it; the other side shows the same relation turned round.
    pub told_here: bool,
    /// Turned round without words for this side: read `other predicate this`.
    pub reversed: bool,
    /// Slug of the other entity, if it has a note here.
    pub other: Option<String>,
    pub other_name: String,
    pub other_kind: Kind,
    pub class: Class,
    pub claim: Option<String>,
    /// When it held, as a reader reads it.
    pub date: Option<String>,
    pub citations: Vec<Citation>,
}

/// One mention of the note's entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Counted from 1 among the mentions of this entity.
    pub number: u32,
    /// The block it stands in, counted from 1.
    pub block: u32,
    /// What the entity is in this passage.
    pub passage: Option<Text<String>>,
}

/// Where on earth, as a reader reads it: formatting numbers is no work for the browser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// "43.24° N, 76.92° E".
    pub words: String,
    pub approximate: bool,
}

/// A way to the same entity outside the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Elsewhere {
    pub label: String,
    pub href: String,
}

/// A picture in the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// Relative to the page.
    pub src: String,
    pub alt: String,
    pub credit: String,
    pub licence: String,
}

/// Something dated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub event: String,
    pub date: When,
    pub class: Class,
    pub text: Text<String>,
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
    /// Slugs of the entities it concerns that have a note here.
    pub entities: Vec<String>,
    /// Its sentence in the block of this article that it cites first: from and to, in UTF-16 units of the block's text.
    pub sentence: Option<(u32, u32)>,
}

/// The map of the page's places, north up. All lengths are whole units of its own box, counted from the upper left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// All land as SVG path data, for `fill-rule="evenodd"`; it goes on a little past the box.
    pub land: String,
    /// The lines between countries as SVG path data, each once.
    pub borders: String,
    pub atlas: Atlas,
}

impl Map {
    /// Units of the map that one unit of its outlines is: they need no finer places, and small numbers are short.
    pub const STEP: u32 = 4;
}

/// What stands on a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Atlas {
    /// Units across.
    pub width: u32,
    /// Units down.
    pub height: u32,
    pub countries: Vec<Label>,
    /// In the order of the notes.
    pub places: Vec<Pin>,
}

/// A country's name, centred where it has most room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    pub name: String,
    pub x: u32,
    pub y: u32,
    /// Times a map 432 px wide must be enlarged for the name to have room, from 1 to 8.
    pub zoom: u32,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// Slug of the entity.
    pub entity: String,
    pub x: u32,
    pub y: u32,
    /// About how far a region reaches; none for a point.
    pub radius: Option<u32>,
    pub approximate: bool,
}
