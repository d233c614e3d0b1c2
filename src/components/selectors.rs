//! How the app finds what these components drew: first in a page that it did not draw itself, where `tests/pages.rs` finds
//! each of them, then in what the explorer draws.

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

/// A mention or a footnote's sign in a block of the article.
pub const LINK_IN_BLOCK: &str = ".block a:is([data-entity], [data-sign])";
/// A link to an entity, wherever it stands.
pub const TO_ENTITY: &str = "a[href^='#ent-']";
/// The link by which a note that the browser itself shows as a card is closed.
pub const CLOSE_NOTE: &str = ".shut";
/// The bar above the text.
pub const BAR: &str = ".bar";
/// The article's length along the window's edge.
pub const EDGE: &str = ".edge";
/// A link that opens a view; the attribute's value is the view's slug.
pub const VIEW_OPENER: &str = "[data-open-view]";
/// The strip of an entity's mentions in its row.
pub const STRIP: &str = ".strip";
/// The drawing of a timeline.
pub const PLOT: &str = ".plot";

// What the explorer draws, and what it says in the page while something is open.

/// An open card; the attribute's value is the entity's slug.
pub const CARD: &str = "[data-card]";
/// The peek that is shown.
pub const PEEK: &str = "[data-peek]";
/// The head of a sheet, by which a finger draws it.
pub const SHEET_HEAD: &str = "[data-card].card :is(.note-head, .tools)";
/// A view that is open.
pub const VIEW: &str = "[data-view]";
/// A card or a view.
pub const CARD_OR_VIEW: &str = "[data-card], [data-view]";
/// A card or a view as the explorer draws it, which may be modal.
pub const DIALOG: &str = ".card, .view";
/// What stands over the page and is about an entity.
pub const LAYER: &str = "[data-card], [data-pinned], [data-peek]";
/// A mention, a sign or the peek: what a pointer rests on.
pub const HELD: &str = ".block a:is([data-entity], [data-sign]), [data-peek]";
/// A row of a list in a view.
pub const VIEW_ROW: &str = "[data-view] li";
/// The opener of the view that is open.
pub const CURRENT_TAB: &str = "[data-open-view][aria-current]";
/// The mention whose card is open.
pub const EXPANDED: &str = "[aria-expanded='true']";
/// Mentions that are lit since their entity's row is pointed at.
pub const GLOWING: &str = "[data-glow]";
/// The map that is drawn along and enlarged.
pub const MAP: &str = ".atlas";
/// Controls, which call back themselves.
pub const CONTROLS: &str =
    "#explorer :is(button, input, select, label, [role='button'], [role='option'])";
