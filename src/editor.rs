//! The editor in pages that `article-explorer serve` shows to their author: words of the text are linked where they stand, a
//! card's entity is filled in as a form, each step can be taken back.
//!
//! ```text
//! start ─▶ root ─▶ offer (at selected words), toolbar (at the foot or above), find_dialog, link_dialog, entity_dialog
//!            │          │ callbacks
//!            └─ state ◀─┘                                                                         └─ filling, rebase
//! ask ─▶ platform::served ─▶ the server, which writes the files (`edit`, `cli/serve/editing`)
//! ```
//!
//! It stands beside the explorer, in a tree of its own, and knows the page by what is drawn in it. The app that readers load
//! has nothing of it.

pub mod filling;
pub mod matching;
pub mod rebase;
pub mod state;

#[cfg(target_arch = "wasm32")]
mod ask;
#[cfg(target_arch = "wasm32")]
mod entity_dialog;
#[cfg(target_arch = "wasm32")]
mod fact_fields;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
mod find_dialog;
#[cfg(target_arch = "wasm32")]
mod link_box;
#[cfg(target_arch = "wasm32")]
mod link_dialog;
#[cfg(target_arch = "wasm32")]
mod modal;
#[cfg(target_arch = "wasm32")]
mod name_fields;
#[cfg(target_arch = "wasm32")]
mod new_entity;
#[cfg(target_arch = "wasm32")]
mod offer;
#[cfg(target_arch = "wasm32")]
mod picture_fields;
#[cfg(target_arch = "wasm32")]
mod root;
#[cfg(target_arch = "wasm32")]
mod selected;
#[cfg(target_arch = "wasm32")]
mod toolbar;

#[cfg(target_arch = "wasm32")]
pub use root::start;
