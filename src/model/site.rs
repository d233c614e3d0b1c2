//! What the compiler understood of a content folder: tables whose rows point at each other by typed ids.
//! Slugs are the authors' names for things; past this module they live in addresses and the DOM only.

use std::ops::Range;

use crate::model::id::{Id, Table};
use crate::model::kind::Kind;
use crate::model::text::Text;
use crate::model::when::When;

/// Everything a publisher wrote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    pub title: String,
    /// Absolute address of the site's root with a closing slash, where the publisher states one.
    pub base_url: Option<String>,
    /// Language of the site itself, BCP 47.
    pub language: String,
    /// Where readers may write to, a plain e-mail address.
    pub contact: Option<String>,
    /// In the order of their slugs.
    pub articles: Table<Article>,
    /// In the order of their slugs.
    pub entities: Table<Entity>,
    /// In the order of their slugs.
    pub sources: Table<Source>,
    /// By date, earliest first.
    pub events: Table<Event>,
}

/// One article with its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub slug: String,
    pub byline: Vec<String>,
    pub publisher: Option<String>,
    pub date: Option<When>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// BCP 47.
    pub language: String,
    /// Where the article was first published.
    pub url: Option<String>,
    /// For the page's head, where the author gives one.
    pub description: Option<String>,
    /// This copy holds only the beginning.
    pub excerpt: bool,
    /// The title is the first; block N is `#pN`, counted from 1.
    pub blocks: Vec<Block>,
    /// In the order in which they begin, the longer first where two begin together.
    pub mentions: Table<Mention>,
}

/// A paragraph, a heading, a line of a list: what sources on cards refer to as ¶ N.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub form: Form,
    pub text: Text<Run>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Form {
    Title,
    /// Level 2 to 6.
    Heading(u8),
    Paragraph,
    Quotation,
    /// An entry of a list.
    Item {
        ordered: bool,
    },
}

/// Words of the article that are one link. Mentions may nest and overlap; a run never does.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The innermost mention here: where the link leads.
    pub mention: Id<Mention>,
    /// The mention's first run carries its id and is in the tab order; others are parts.
    pub first: bool,
    /// The other mentions these words belong to, nearest first.
    pub also: Vec<Id<Mention>>,
}

/// Words in an article that mean an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub entity: Id<Entity>,
    /// Which mention of this entity it is, counted from 1.
    pub number: u32,
    /// The block it stands in, counted from 1.
    pub block: u32,
    /// The words as the article has them.
    pub words: String,
    /// The sentence it stands in: bytes of the block's plain text.
    pub sentence: Range<u32>,
    /// What the entity is in this passage.
    pub note: Option<Text<Id<Entity>>>,
    pub linking: Linking,
}

/// Why these words were taken to mean this entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linking {
    /// The author wrote `[[id|words]]`.
    Authored,
    /// The words are one of the entity's names.
    Automatic,
}

/// Words in the language they are in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Name {
    pub text: String,
    /// BCP 47.
    pub language: String,
}

/// A person, place, organisation and so on, as its author describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub slug: String,
    pub kind: Kind,
    /// The first heads its card; the others are shown as native names.
    pub names: Vec<Name>,
    /// Further words that mean it, for linking and search; never shown.
    pub aliases: Vec<String>,
    /// A few words beside the kind: "rights group".
    pub description: Option<String>,
    pub summary: Option<Text<Id<Entity>>>,
    pub facts: Vec<Fact>,
    pub relations: Vec<Relation>,
    pub place: Option<Place>,
    /// Scheme and value: `("wikidata", "Q232")`.
    pub identifiers: Vec<(String, String)>,
    pub image: Option<Image>,
    /// A private person: only what the article says, no place, no identifiers, in no export.
    pub private: bool,
}

/// A value together with where it was read; there is no way to have one without.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced<T> {
    pub value: T,
    /// Never empty.
    pub references: Vec<Reference>,
    /// Whose view it is, where it is not plain fact.
    pub claim: Option<String>,
}

/// What a claim rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Reference {
    /// A block of an article of this site, counted from 1.
    Article(Id<Article>, u32),
    /// A work, and where in it.
    Work(Id<Source>, Option<Passage>),
}

/// Where in a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// "12", "12-14": its pages.
    Pages(String),
    /// In the author's words: "minute 12", "fol. 3r".
    Place(String),
}

/// One claim about an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub text: Sourced<Text<Id<Entity>>>,
    /// When it held, where that matters for telling the later from the earlier.
    pub date: Option<When>,
}

/// `subject predicate object`, told once by the subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Read from the subject: "founded by".
    pub predicate: Sourced<String>,
    /// Read from the object: "founder of".
    pub inverse: Option<String>,
    pub object: Id<Entity>,
    pub date: Option<When>,
}

/// Where on earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees, north positive, WGS 84.
    pub latitude: f64,
    /// Degrees, east positive, WGS 84.
    pub longitude: f64,
    /// Not better than a tenth of a degree or so.
    pub approximate: bool,
    /// Kilometers from the middle of a region to about its edge, for a place that is an area and no point.
    pub extent: Option<f64>,
}

/// A picture of an entity, copied into the site.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Path below the content folder.
    pub file: String,
    pub alt: String,
    pub credit: String,
    pub licence: String,
}

/// Something dated.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub slug: String,
    pub date: When,
    pub text: Sourced<Text<Id<Entity>>>,
    pub entities: Vec<Id<Entity>>,
}

impl Event {
    /// Whether an article's page tells it: it cites the article, or most of those whom it concerns are mentioned there.
    pub fn is_told_in(&self, article: Id<Article>, mentions: impl Fn(Id<Entity>) -> bool) -> bool {
        let mut references = self.text.references.iter();
        let cites = |reference: &Reference| matches!(reference, Reference::Article(id, _) if *id == article);
        let mentioned = self.entities.iter().filter(|entity| mentions(**entity));
        references.any(cites) || mentioned.count() * 2 > self.entities.len()
    }
}

/// A work that facts cite.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub slug: String,
    pub kind: SourceKind,
    /// Who wrote it, or whose words it has.
    pub author: Vec<String>,
    pub publisher: Option<String>,
    /// Its own title; an interview or a letter may have none.
    pub title: Option<String>,
    /// The work's own public address, else the one that its DOI makes.
    pub url: Option<String>,
    /// Where a web archive has it.
    pub archived: Option<String>,
    /// Who keeps it: an archive, a court, the article's author.
    pub held_by: Option<String>,
    /// Where it is kept there.
    pub call_number: Option<String>,
    /// "12-14": where it stands in the volume around it.
    pub pages: Option<String>,
    pub isbn: Option<String>,
    pub doi: Option<String>,
    pub date: Option<When>,
    /// When it was read.
    pub read_on: Option<When>,
    pub read: Read,
    pub reliability: Reliability,
    /// BCP 47.
    pub language: Option<String>,
}

/// What sort of work a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// On the web.
    Web,
    /// In a newspaper, magazine or journal.
    Article,
    Book,
    Report,
    Interview,
    Letter,
    CourtFile,
    /// A folder, box or sheet of an archive.
    Archive,
    /// Sound or film.
    Recording,
}

impl SourceKind {
    /// It is known by whoever speaks in it rather than by whoever brought it out.
    pub fn is_known_by_author(self) -> bool {
        matches!(
            self,
            SourceKind::Book | SourceKind::Interview | SourceKind::Letter
        )
    }
}

/// How a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Read {
    /// At its own address.
    Page,
    /// In a copy elsewhere.
    Copy,
}

/// How far a source is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Reliability {
    Strong,
    /// Good, with a known stance.
    Good,
    /// A state's or party's own position.
    Official,
    /// For corroboration only.
    Low,
}
