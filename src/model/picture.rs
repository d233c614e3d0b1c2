//! Pictures: as authors name them, and as readers load them.

use crate::model::text::Text;

/// A picture of the content folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Path below the content folder.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Who made it.
    pub credit: Option<String>,
    /// Under which licence it is shown.
    pub licence: Option<String>,
}

/// The picture under an article's headline.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead<T> {
    pub image: Image,
    /// The words below it; there may be none.
    pub caption: Text<T>,
}

/// The files of a picture that authors name by one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renditions {
    /// As it is seen at most, in CSS pixels.
    pub width: u32,
    pub height: u32,
    /// The narrowest first; never empty.
    pub files: Vec<Rendition>,
}

/// One size of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Path below the site's root.
    pub file: String,
    /// In pixels.
    pub width: u32,
}

/// The height that goes with a width, where a picture is of this `width` and `height`: rounded, and at least 1.
pub fn height_at(wanted: u32, width: u32, height: u32) -> u32 {
    let exact = u64::from(height) * u64::from(wanted);
    let rounded = (exact + u64::from(width) / 2) / u64::from(width.max(1));
    u32::try_from(rounded.max(1)).unwrap_or(u32::MAX)
}
