//! Article Explorer: an article whose people, places, organisations, events and laws explain themselves
//! where they stand.
//!
//! One package, two programs. On the build machine it is the publisher's tool: content files in, a folder
//! of static files out. In the browser it is the reader's app, attached to a page that already reads,
//! links and prints without it.
//!
//! ```text
//! content/ ──▶ compile ──▶ model ◀── components ◀── app ──▶ platform (the browser)
//!                                         ▲          ▲
//!                                      publish ──────┘ ──▶ dist/
//! ```
//!
//! Reading order: [`model`] (the words), `compile` (content files to model, or findings), [`components`] (what a
//! page is made of, drawn by the same code on both sides), [`app`] (the reader's explorer), `publish` (model to
//! files), `cli`.
//!
//! What is deliberately absent: no server, no request while reading, no content inside the WASM, no
//! hydration, no clock or chance in anything drawn. `tests/walls.rs` holds these lines.

pub mod app;
pub mod components;
pub mod model;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;

#[cfg(target_arch = "wasm32")]
pub mod platform;
