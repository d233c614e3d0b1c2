//! Article Explorer: an article whose people, places, organisations, events and laws explain themselves
//! where they stand.
//!
//! One package, three programs. On the build machine it is the publisher's tool: content files in, a folder of static files
//! out. In the browser it is the reader's app, attached to a page that already reads, links and prints without it; and, in
//! the pages that the tool shows to their author, the editor beside it.
//!
//! ```text
//! documents ─▶ import ─┐    ┌─ suggest, edit ─┐          ┌─▶ export ─▶ other programs
//!                      ▼    ▼                 │          │
//!                     content/ ─▶ compile ─▶ model ◀── components ◀── publish ─▶ dist/     on the build machine (cli)
//!                                              ▲           ▲
//!                                              ├─── app ───┤ ─▶ platform (the browser)      in the browser
//!                                              └── editor ─┘
//! ```
//!
//! Reading order: [`model`] (the words), `compile` (content files to model, or findings), [`components`] (what pages, cards
//! and views are made of, drawn by the same code on both sides), `publish` (model to files), [`app`] (the explorer: one
//! reducer, and the tree that shows its state), `platform` (the one door to the browser), `cli` (the publisher's commands).
//! Then what helps to write: `import` (documents and data to content files), `suggest` (the names that no entity has), `edit`
//! (changes of content that are asked for in the page, by the `editor`), `export` (model to what other programs read).
//!
//! `compile`, `import`, `suggest`, `edit`, `export` and `publish` are pure, but for one file that reads a folder and one
//! folder that writes one: with the feature `studio` they build for WebAssembly too, for a tool in the browser. The reader's
//! app has nothing of them, nor of the editor (feature `editor`).
//!
//! A page carries its HTML for the eye and the same content as typed records for the app ([`model::data`]).
//!
//! What is deliberately absent: no server, no request while reading, no content inside the WASM, no
//! hydration, no markup as data, no clock or chance in anything drawn. `tests/walls.rs` holds who may name whom, and that
//! nothing is drawn from markup, a clock or chance.

pub mod app;
pub mod components;
#[cfg(any(not(target_arch = "wasm32"), feature = "editor"))]
pub mod editor;
pub mod model;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod compile;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod edit;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod export;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod import;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod publish;
#[cfg(any(not(target_arch = "wasm32"), feature = "studio"))]
pub mod suggest;

#[cfg(target_arch = "wasm32")]
pub mod platform;
