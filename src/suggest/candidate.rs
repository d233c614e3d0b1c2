//! What is proposed to an author: a name that no entity has, and how sure that is.

use crate::model::kind::Kind;
use crate::suggest::gazetteer::KnownPlace;
use crate::suggest::occurrence::Occurrence;

/// How likely a name is one that readers want to have explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    Likely,
    Possible,
    /// Shown on request.
    More,
}

impl Tier {
    /// The word for it in tables and data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Possible => "possible",
            Self::More => "more",
        }
    }
}

/// A name that no entity has yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What its entity may be called: a free slug.
    pub id: String,
    pub name: String,
    /// BCP 47.
    pub language: String,
    pub tier: Tier,
    /// What tiers are made from; more is surer.
    pub score: f32,
    /// Guessed from what stands round it; absent where nothing tells.
    pub kind: Option<Kind>,
    /// All words that mean it, the most frequent first.
    pub forms: Vec<NameForm>,
    /// In the order of the articles.
    pub occurrences: Vec<Occurrence>,
    /// The first sentences with it; never empty.
    pub sentences: Vec<Quotation>,
    /// Other names that it may stand for, where there are several: only the author knows.
    pub may_mean: Vec<String>,
    /// Places of that name: one, or several of which it may be any.
    pub places: &'static [KnownPlace],
}

impl Candidate {
    /// The place it is, where there is only one of that name.
    pub fn place(&self) -> Option<&'static KnownPlace> {
        match self.places {
            [only] if self.kind == Some(Kind::Place) => Some(only),
            _ => None,
        }
    }
}

/// Names, as "A or B".
pub fn either(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// A sentence of an article, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quotation {
    pub article: String,
    /// Counted from 1: `#pN`.
    pub block: u32,
    pub text: String,
}

/// Words that mean a name, and how often they stand in the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameForm {
    pub words: String,
    pub count: u32,
}
