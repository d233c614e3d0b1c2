//! What a claim rests on, and where it stands towards the article.

use serde::{Deserialize, Serialize};

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

impl Class {
    /// Its value in `[data-class]`.
    pub fn slug(self) -> &'static str {
        match self {
            Class::Article => "article",
            Class::Background => "background",
            Class::Later => "later",
        }
    }
}

/// A mark that leads to what a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Citation {
    /// A block of this article, counted from 1.
    Block(u32),
    /// A work elsewhere, or a block of another article of this site.
    Work {
        label: String,
        /// Absent where the work has no address: an interview, a letter.
        href: Option<String>,
        /// Where a web archive has it.
        archived: Option<String>,
    },
}
