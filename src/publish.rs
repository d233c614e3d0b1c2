//! The model in; a folder of static files out.
//!
//! [`project`] chooses what one page shows; [`body`] lets the app's components draw it; [`document`]
//! writes the whole page around it, [`shell`] what all pages share, [`structured`] and [`open_graph`] what a page tells machines; [`app`]
//! is what it loads; [`output`] writes the folder and deletes nothing that is not ours. [`graph`] and [`timeline`] lay
//! out a page's drawings; [`pictures`] encodes what authors took and drew. What pages ask of the whole site stands
//! in [`site_index`]; a [`Drawing`] has them one by one.

pub mod app;
pub mod body;
mod confined;
pub mod data;
pub mod document;
pub mod drafts;
mod drawing;
mod drawings;
mod entity_folders;
mod file_address;
pub mod graph;
pub mod lettering;
pub mod map;
mod memory;
pub mod messages;
mod meta;
mod open_graph;
mod options;
#[cfg(not(target_arch = "wasm32"))]
pub mod output;
pub mod pictures;
pub mod policy;
pub mod project;
pub mod shell;
pub mod site_index;
mod site_pages;
mod site_parts;
pub mod structured;
pub mod timeline;

use anyhow::Result;
use rayon::prelude::*;

pub use crate::publish::drawing::{Drawing, Pages};
pub use crate::publish::options::{Options, Preview};

use crate::model::site::Site;
use crate::publish::app::App;

/// Writes every page of a site, on all cores. The same site and app give the same bytes, however many there are.
///
/// # Errors
/// If a language of the site has no interface messages that can be read.
pub fn pages(site: &Site, app: &App, options: Options) -> Result<Pages> {
    Ok(Drawing::of(site, app, options)?.pages().collect())
}
