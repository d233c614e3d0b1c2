//! A picture as a page shows it.

use serde::{Deserialize, Serialize};

use crate::model::text::Text;

/// A picture in a page. Addresses are relative to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub src: String,
    /// All its sizes, as the attribute `srcset` has them; nothing where there is one.
    pub srcset: Option<String>,
    /// What a press shows.
    pub large: String,
    /// Width and height in CSS pixels, so that nothing moves when it comes; unknown where nobody looked into the file.
    pub size: Option<(u32, u32)>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Who made it, and under which licence it is shown.
    pub credit: Option<String>,
}

/// The picture under the headline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadPicture {
    pub picture: Picture,
    /// The words below it; there may be none.
    pub caption: Text<String>,
}
