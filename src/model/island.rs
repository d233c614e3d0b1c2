//! The data island: the page's records as text inside the page, each read when it is asked for.
//!
//! ```text
//! article-explorer/island/2      format, refused where it differs
//! KEY TAB RECORD                 sorted by key
//! ```
//!
//! A record is JSON on one line, without `<`: so nothing in it can end a line or the script element. It is made of lists,
//! words and numbers only; `publish::island` writes them and `app::records` reads them, both place by place.
//!
//! The app asks for a record by searching the text for its head, in the browser's own string: nothing is copied or
//! indexed.
//!
//! # Why
//! The browser reads JSON itself: in WASM serde_json costs 15.6 kB, postcard 1.6 and what its derived readers need 1 more.
//! What the page itself says is no record: as such the first article's notes took 8 kB of brotli, a fifth of the page, to
//! say everything twice.

/// First line of an island: the WASM of one build reads the pages of the same format.
pub const FORMAT: &str = "article-explorer/island/2";

/// Key of what the whole page shares: the publisher's address or nothing, the number of blocks, the app's words.
pub const FRAME: &str = "frame";

/// Key of the catalogue of entities: the places of their kinds in `Kind::ALL`, then their rows by name and by number of
/// mentions.
pub const CATALOGUE: &str = "catalogue";

/// Key of the atlas, in a page that names places: width, height, countries, places.
pub const ATLAS: &str = "atlas";

/// Key of the entities' further names, by the rows of the notes.
pub const ALIASES: &str = "aliases";

/// Key of the reading surface's markup, in a page that comes blank.
pub const SURFACE: &str = "surface";

/// What stands before a record: the end of the line above, its key, a tab. It occurs once, since a record holds neither.
pub fn head(key: &str) -> String {
    ["\n", key, "\t"].concat()
}
