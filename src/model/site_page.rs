//! What the pages of a site show that are no article's: its front page, those of sections, tags and entities.

use std::rc::Rc;

use crate::model::kind::Kind;
use crate::model::page::citation::Citation;
use crate::model::page::{Elsewhere, Name, Picture, TopicLink};
use crate::model::text::Text;

/// What every such page has in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFrame {
    pub title: String,
    /// Address of the site's root from this page.
    pub home: String,
    /// Its logo, in the smallest size.
    pub logo: Option<Picture>,
    /// At the foot.
    pub links: Vec<Elsewhere>,
}

/// An article in a list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleEntry {
    pub title: String,
    pub href: String,
    /// BCP 47.
    pub language: String,
    pub draft: bool,
    pub section: Option<TopicLink>,
    /// Who wrote it, who brought it out, when.
    pub details: Vec<String>,
    pub description: String,
    pub picture: Option<Picture>,
}

/// Sections or tags, with how many articles each has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicEntry {
    pub link: Elsewhere,
    pub count: usize,
}

/// An entity in the index of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityEntry {
    pub name: Name,
    pub kind: Kind,
    pub description: Option<String>,
    pub href: String,
    /// How many articles mention it.
    pub count: usize,
}

/// An entity's page. What its texts link are entities with pages beside this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityPage {
    pub name: Name,
    pub kind: Kind,
    pub native: Vec<Name>,
    pub description: Option<String>,
    pub summary: Option<Text<String>>,
    pub image: Option<Picture>,
    pub facts: Vec<PageFact>,
    pub relations: Vec<PageRelation>,
    /// Where it is known by number.
    pub links: Vec<Elsewhere>,
    pub articles: Rc<[ArticleEntry]>,
}

/// A claim about an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFact {
    pub text: Text<String>,
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
}

/// A relation, read from the entity's side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRelation {
    pub predicate: String,
    /// Read `other predicate this`.
    pub reversed: bool,
    pub other: String,
    /// The other entity's page.
    pub href: Option<String>,
    pub date: Option<String>,
    pub claim: Option<String>,
    pub citations: Vec<Citation>,
}
