//! What a page is made of, one idea a file. Every part is drawn from its record in the model, by the same code on the
//! build machine and in the browser, which components never touch.
//!
//! What a component says comes by context ([`messages`]): a provider of messages stands at the root of every tree. What
//! there are thousands of in a page, a run of words or a source mark, is a plain function and no component.

pub mod article;
pub mod article_foot;
pub mod bar;
pub mod block;
pub mod bracket;
pub mod card;
pub mod changing_words;
pub mod citation;
pub mod edge;
pub mod entity_link;
pub mod excerpt;
pub mod foot_bar;
pub mod footnote_card;
mod footnote_sign;
pub mod footnotes;
pub mod graph_drawing;
pub mod icon;
pub mod kept_card;
pub mod key;
pub mod kind_boxes;
pub mod kind_line;
pub mod lists;
pub mod map_drawing;
pub mod masthead;
pub mod measures;
pub mod mention;
pub mod messages;
pub mod note;
pub mod notes;
pub mod peek;
mod picture;
pub mod relation_line;
mod relation_row;
pub mod rendered;
pub mod rich_text;
pub mod search_box;
pub mod segments;
pub mod select;
pub mod selectors;
pub mod sign;
pub mod site_foot;
pub mod site_page;
pub mod strip;
pub mod surface;
pub mod switch;
pub mod timeline_drawing;
pub mod timeline_key;
pub mod tool;
pub mod topic;
pub mod view;

pub use rendered::rendered;

#[cfg(test)]
mod testing;
