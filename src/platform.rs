//! The one door to the browser: the rest of the app names no `web_sys`, `js_sys`, `gloo` or `wasm_bindgen`.

pub mod address;
pub mod corpus;
pub mod data;
pub mod desk;
pub mod document;
pub mod drawing;
pub mod fault;
pub mod highlight;
pub mod layout;
pub mod listeners;
pub mod lists;
pub mod notes;
pub mod panel;
pub mod prose;
pub mod quote;
pub mod task;
