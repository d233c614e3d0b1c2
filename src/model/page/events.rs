//! What is dated, as a list and as a drawing.

use serde::{Deserialize, Serialize};

use crate::model::page::citation::{Citation, Class};
use crate::model::page::timeline::Timeline;
use crate::model::text::Text;
use crate::model::when::When;

/// The dates of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventList {
    /// Earliest first.
    pub events: Vec<EventRow>,
    /// Where there are two events or more.
    pub drawing: Option<Timeline>,
}

/// Something dated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventRow {
    pub event: String,
    /// Slugs that it had.
    pub former: Vec<String>,
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
