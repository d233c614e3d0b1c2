//! The vocabulary all parts speak, as types. It does no input or output and imports nobody.
//!
//! Three shapes of the same words:
//! - [`site`]: what the compiler understood, in tables with typed ids ([`id`]);
//! - [`page`]: what one page shows, record by record, each complete in itself, so that the
//!   reader's app can decode and draw one card without touching the rest ([`data`]);
//! - [`site_json`]: what other programs may know, as JSON.

pub mod calendar;
pub mod data;
pub mod editing;
mod form;
pub mod id;
pub mod kind;
pub mod messages;
pub mod page;
pub mod picture;
pub mod settings;
pub mod site;
pub mod site_json;
pub mod site_page;
pub mod text;
pub mod texts;
pub mod when;
pub mod work;
