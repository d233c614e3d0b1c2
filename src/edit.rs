//! Edits of content that somebody makes in the page: words become mentions, an entity's card is filled in.
//!
//! Everything here is from texts to texts, on any target. An edit is the smallest change of the files that does it; it is
//! compiled before anybody writes it, and refused if the content would have an error that it has not now, or would come to
//! say something else than was asked for.

mod checked;
mod choices;
mod entity_form;
mod entity_values;
mod find;
mod link;
mod linked;
mod new_entity;
mod outcome;
mod save;
mod select;
mod source_label;
mod surroundings;
mod toml_lines;
mod toml_rows;
mod unlinked;

pub use checked::check;
pub use choices::choices;
pub use entity_form::entity_form;
pub use find::find;
pub use link::link;
pub use outcome::Edit;
pub use save::save;
pub use select::select;
