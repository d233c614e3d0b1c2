//! How the app finds, in a page that it did not draw itself, what these components drew. `tests/pages.rs` draws a page and
//! finds each of them in it.

/// The article; the attribute's value is its slug.
pub const ARTICLE: &str = "[data-article]";
/// A block of the article.
pub const BLOCK: &str = ".block";
/// A block of the article below its title.
pub const PROSE_BLOCK: &str = ".prose .block";
/// The page's own marks along the window's edge.
pub const EDGE_MARKS: &str = ".edge .marks path";
/// A mention in a block; the attribute's value is the entity's slug.
pub const MENTION: &str = "a[data-entity]";
/// Attribute of a mention: slugs of the other entities that its words mean.
pub const ALSO: &str = "data-also";
/// Attribute of a block: where its sentences begin and end, in UTF-16 units of its text.
pub const SENTENCES: &str = "data-sentences";
