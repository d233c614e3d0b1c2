//! The one door to the browser: the rest of the app names no `web_sys`, `js_sys`, `gloo` or `wasm_bindgen`, but for
//! `app/start.rs`, which exports to JavaScript what pages call.

pub mod address;
pub mod attributes;
pub mod clipboard;
pub mod collation;
pub mod data;
pub mod decomposition;
pub mod device;
#[cfg(feature = "editor")]
pub mod dialog;
pub mod document;
pub mod dragging;
pub mod events;
pub mod fault;
pub mod fields;
pub mod focus;
pub mod highlight;
pub mod host;
pub mod layout;
pub mod listeners;
pub mod selection;
#[cfg(feature = "editor")]
pub mod served;
pub mod storage;
pub mod task;
pub mod text;
