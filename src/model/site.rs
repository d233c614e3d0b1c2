//! What the compiler understood of a content folder: tables whose rows point at each other by typed ids.
//! Slugs are the authors' names for things; past this module they live in addresses and the DOM only.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use crate::model::form::{Container, ContainerKind, Form};
use crate::model::id::{Id, Table};
use crate::model::kind::Kind;
pub use crate::model::picture::{Image, Lead, Renditions};
pub use crate::model::settings::{Colour, FootLink, SiteKind};
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
    /// Each entity has a page of its own.
    pub entity_pages: bool,
    /// Beside the site's name, which says what it shows.
    pub logo: Option<Image>,
    /// At the foot of every page.
    pub links: Vec<FootLink>,
    /// Colours of the publisher's.
    pub colours: Vec<Colour>,
    /// Kinds of entity that it names.
    pub kinds: Vec<SiteKind>,
    /// In the order of their slugs.
    pub articles: Table<Article>,
    /// In the order of their slugs.
    pub entities: Table<Entity>,
    /// In the order of their slugs.
    pub sources: Table<Source>,
    /// By date, earliest first.
    pub events: Table<Event>,
    /// How pictures are published, by their paths below the content folder; none where nobody looked into the files.
    pub pictures: BTreeMap<String, Renditions>,
}

impl Site {
    /// All pictures that the site shows.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        let articles = self.articles.iter();
        let articles = articles.flat_map(|(_, article)| {
            let lead = article.lead.iter().map(|lead| &lead.image);
            lead.chain(
                article
                    .blocks
                    .iter()
                    .filter_map(|block| block.image.as_ref()),
            )
        });
        let entities = self.entities.iter();
        let images = entities.filter_map(|(_, entity)| entity.image.as_ref());
        articles.chain(images).chain(&self.logo)
    }
}

/// A section or a tag, whose articles have a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    pub name: String,
    /// In the page's address.
    pub slug: String,
}

/// A number by which an entity is known elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Of the scheme, as readers know it: "Wikidata".
    pub name: String,
    pub value: String,
    /// Where it leads.
    pub url: Option<String>,
    /// It leads to what the entity is a part of: a province's number to the country's page.
    pub of_whole: bool,
}

/// One article with its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub slug: String,
    /// Slugs that it had: its former addresses lead to it.
    pub former: Vec<String>,
    /// Built only where drafts are asked for.
    pub draft: bool,
    pub byline: Vec<Author>,
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
    /// The publisher's words below the headline. They are no block: nothing cites them, and to add them moves no number.
    pub standfirst: Option<Text<Id<Entity>>>,
    /// The picture under its headline. It is no block either.
    pub lead: Option<Lead<Id<Entity>>>,
    /// The part of the site that it belongs to.
    pub section: Option<Topic>,
    /// What it is about.
    pub tags: Vec<Topic>,
    pub corrections: Vec<Correction<Id<Entity>>>,
    /// Words that mean no entity here, as their author says, in the form in which names are looked for.
    pub nobody: BTreeSet<String>,
    /// This copy holds only the beginning.
    pub excerpt: bool,
    /// The title is the first; block N is `#pN`, counted from 1.
    pub blocks: Vec<Block>,
    /// In the order in which they begin, the longer first where two begin together.
    pub mentions: Table<Mention>,
    /// In the order of their first signs; footnote N is `#fn-N`, counted from 1.
    pub footnotes: Vec<Footnote>,
}

/// What an author says below the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    pub paragraphs: Vec<Text<Id<Entity>>>,
    /// The block that each of its signs stands in, counted from 1.
    pub signs: Vec<u32>,
}

/// Whoever wrote an article.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Author {
    pub name: String,
    /// Where readers learn more of them.
    pub url: Option<String>,
}

/// What was wrong in an article, told by its publisher.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Correction<T> {
    /// When it was put right.
    pub date: When,
    pub text: Text<T>,
}

/// A paragraph, a heading, a line of a list: what sources on cards refer to as ¶ N.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub form: Form,
    /// The quotations, lists and entries around it, the outermost first.
    pub within: Vec<Container>,
    /// A section break stands before it, in so many of them.
    pub parted: Option<u32>,
    /// Of a figure.
    pub image: Option<Image>,
    pub text: Text<Run>,
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
    /// Slugs that it had: its former addresses lead to it.
    pub former: Vec<String>,
    pub kind: Kind,
    /// The first heads its card; the others are shown as native names.
    pub names: Vec<Name>,
    /// Further words that mean it, for linking and search; never shown.
    pub aliases: Vec<String>,
    /// Its names are linked wherever they stand.
    pub autolink: bool,
    /// A few words beside the kind: "rights group".
    pub description: Option<String>,
    pub summary: Option<Text<Id<Entity>>>,
    pub facts: Vec<Fact>,
    pub relations: Vec<Relation>,
    pub place: Option<Place>,
    pub identifiers: Vec<Identifier>,
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

/// Something dated.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub slug: String,
    /// Slugs that it had: its former addresses lead to it.
    pub former: Vec<String>,
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
    /// Those of them that are no persons: their names are not taken apart.
    pub organisations: Vec<String>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[serde(rename_all = "lowercase")]
pub enum Read {
    /// At its own address.
    Page,
    /// In a copy elsewhere.
    Copy,
}

/// How far a source is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reliability {
    Strong,
    /// Good, with a known stance.
    Good,
    /// A state's or party's own position.
    Official,
    /// For corroboration only.
    Low,
}
