//! Numbers that programs and style sheets share. `tests/measures.rs` holds `static/css` against them.

/// Width of the inside of the panel beside the text, where maps and timelines stand, in CSS pixels.
pub const PANEL: u32 = 432;
/// Height of a row in a list that is not drawn whole, and of a search result at least, in CSS pixels.
pub const ROW: u32 = 56;
/// Distance of the branches of a bracket, in CSS pixels.
pub const BRANCH: u32 = 64;

/// Windows in which a view covers the text, as a media query.
pub const SMALL: &str = "(max-width: 37.5rem)";
/// Windows in which a card is a sheet at the foot.
pub const SHEET: &str = "(max-width: 37.5rem), (max-width: 56.25rem) and (pointer: coarse), (max-width: 74.9375rem) and (max-height: 35rem)";
/// Windows with an outer margin for cards.
pub const MARGIN: &str = "(min-width: 75rem)";
