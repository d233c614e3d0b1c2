//! Works: those that a page cites, and the article as a work that others cite.

use serde::{Deserialize, Serialize};

use crate::model::page::citation::Citation;
pub use crate::model::site::{Read, Reliability};
use crate::model::text::Text;

/// Every work that notes and events cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkList {
    /// In the order in which they are first cited.
    pub works: Vec<Work>,
}

/// A work that the page cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Absent where it has none but what its mark says.
    pub title: Option<String>,
    /// BCP 47; absent where it is the page's or not known.
    pub language: Option<String>,
    /// The mark that leads to it wherever it is cited.
    pub citation: Citation,
    /// What helps to find it, as a reader reads it: "interview", "City Archive, box 12", "ISBN 0-306-40615-2".
    pub details: Vec<String>,
    pub read: Read,
    pub reliability: Reliability,
}

/// A style of citing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    Apa,
    Chicago,
    /// An entry for programs that keep references.
    Bibtex,
    /// The same for those that read no BibTeX.
    Ris,
}

impl Style {
    /// Its value in `[data-cite]`.
    pub fn slug(self) -> &'static str {
        match self {
            Style::Apa => "apa",
            Style::Chicago => "chicago",
            Style::Bibtex => "bibtex",
            Style::Ris => "ris",
        }
    }

    /// What readers know it by, in any language.
    pub fn name(self) -> &'static str {
        match self {
            Style::Apa => "APA",
            Style::Chicago => "Chicago",
            Style::Bibtex => "BibTeX",
            Style::Ris => "RIS",
        }
    }
}

/// How to cite the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitingList {
    /// One for each style.
    pub styles: Vec<Cited>,
    /// What a note belongs to: stands between the name of the note and its address.
    pub note: String,
}

/// How to cite the article in one style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    pub style: Style,
    pub text: Text<String>,
}
