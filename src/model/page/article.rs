//! The article's own words, and what each run of them means.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;
use crate::model::page::picture::Picture;
pub use crate::model::site::{Container, ContainerKind, Form};
use crate::model::text::Text;

/// The article as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageArticle {
    /// The title is the first; block N is `#pN`, counted from 1.
    pub blocks: Vec<Rc<PageBlock>>,
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBlock {
    /// Counted from 1: `#pN`.
    pub number: u32,
    pub form: Form,
    /// The quotations, lists and entries around it, the outermost first.
    pub within: Vec<Container>,
    /// A section break stands before it, in so many of them.
    pub parted: Option<u32>,
    /// Of a figure.
    pub picture: Option<Picture>,
    pub text: Text<PageRun>,
    /// Where its sentences that mention somebody begin and end, in UTF-16 units of its text, as browsers count.
    pub sentences: Vec<u32>,
}

/// Words of the article that are one link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRun {
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
