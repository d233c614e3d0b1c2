//! What pages and cards are made of, one noun a file. Components draw; they never touch the browser.

pub mod bar;
pub mod belt;
pub mod card;
pub mod citation;
pub mod cite;
pub mod glyph;
pub mod key;
pub mod kind_line;
pub mod lists;
pub mod map;
pub mod markup;
pub mod masthead;
pub mod note;
pub mod occurrence;
pub mod panels;
pub mod peek;
pub mod plot;
pub mod prose;
pub mod rich_text;
pub mod tag;
pub mod works;
