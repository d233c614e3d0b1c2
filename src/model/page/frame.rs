//! What the whole page shares.

use serde::{Deserialize, Serialize};

use crate::model::kind::Kind;
use crate::model::page::picture::LeadPicture;
pub use crate::model::site::{Author, Correction};
use crate::model::text::Text;
use crate::model::when::When;

/// What the whole page shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The article's slug.
    pub article: String,
    pub language: String,
    /// It is not published yet.
    pub draft: bool,
    /// The publisher's words below the headline.
    pub standfirst: Option<Text<String>>,
    pub lead: Option<LeadPicture>,
    pub byline: Vec<Author>,
    pub publisher: Option<String>,
    pub date: Option<When>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// The part of the site that it belongs to.
    pub section: Option<TopicLink>,
    /// What it is about.
    pub tags: Vec<TopicLink>,
    pub corrections: Vec<Correction<String>>,
    pub url: Option<String>,
    /// A `mailto:` address of whoever answers for the page; it ends in a subject, to which more may be added.
    pub contact: Option<String>,
    /// Slugs that entities of the page had, and those that they have.
    pub former: Vec<(String, String)>,
    /// This copy holds only the beginning.
    pub excerpt: bool,
    /// Some fifteen minutes of reading or more: sections are laid out when they come near.
    pub long: bool,
    pub marks: Marks,
    /// How many blocks the article has.
    pub blocks: u32,
    /// How far down the article each block begins, in thousandths: by its text, an estimate until the page is laid out.
    pub block_offsets: Vec<u32>,
    /// How many mentioned entities there are of each kind, for the key; absent kinds are left out.
    pub kinds: Vec<(Kind, u32)>,
}

impl Frame {
    /// The slug that an entity has, given one that it had.
    pub fn renamed(&self, former: &str) -> Option<&str> {
        let mut renamed = self.former.iter();
        renamed.find_map(|(old, new)| (old == former).then_some(&**new))
    }
}

/// A section or a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicLink {
    pub name: String,
    /// The page of its articles, where the site has several.
    pub href: Option<String>,
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
