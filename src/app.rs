//! The reader's app: the Yew tree that draws pages on the build machine and cards in the browser.
//!
//! [`surface`] is the reading surface, article and notes, and looks the same from both sides. In the
//! browser one root is rendered *beside* it and leaves it alone: attach, do not hydrate.
//!
//! # Why
//! Measured at book scale (101,000 words): hydrating the same tree costs 14 kB more WASM, a task of
//! 745 ms where attaching has none over 50 ms, and five times the memory. So the prose has no
//! counterpart in the browser; one delegated listener serves every mention.

pub mod atlas;
pub mod components;
pub mod geometry;
pub mod reading;
pub mod search;
pub mod surface;

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
