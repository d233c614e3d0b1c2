//! What the article says below its text.

use serde::{Deserialize, Serialize};

use crate::model::text::{Text, plain};

/// The footnotes of an article, in the order of their first signs; footnote N is `#fn-N`, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootnoteList {
    pub footnotes: Vec<Footnote>,
}

/// One footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    pub paragraphs: Vec<Text<String>>,
    /// The block that each of its signs stands in, counted from 1.
    pub signs: Vec<u32>,
}

impl Footnote {
    /// What it says, in one line.
    pub fn words(&self) -> String {
        let paragraphs = self.paragraphs.iter().map(|text| plain(text));
        paragraphs.collect::<Vec<_>>().join(" ")
    }
}
