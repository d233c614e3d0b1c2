//! The reader's app: the Yew tree that draws cards and views in the browser.
//!
//! One root is rendered *beside* the reading surface (`components::surface`), which the build machine drew, and leaves
//! it alone: attach, do not hydrate.
//!
//! # Why
//! Measured at book scale (101,000 words): hydrating the same tree costs 14 kB more WASM, a task of
//! 745 ms where attaching has none over 50 ms, and five times the memory. So the prose has no
//! counterpart in the browser; one delegated listener serves every mention.

pub mod components;
pub mod geometry;
pub mod reading;
pub mod search;

#[cfg(target_arch = "wasm32")]
mod changes;
#[cfg(target_arch = "wasm32")]
mod effects;
#[cfg(target_arch = "wasm32")]
pub mod explorer;
#[cfg(target_arch = "wasm32")]
mod gather;
#[cfg(target_arch = "wasm32")]
pub mod listening;
#[cfg(target_arch = "wasm32")]
mod records;
#[cfg(target_arch = "wasm32")]
mod views;

#[cfg(target_arch = "wasm32")]
pub use explorer::start;
