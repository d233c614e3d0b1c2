//! The reader's explorer: cards, peeks and views beside a page that reads, links and prints without them.
//!
//! ```text
//! start ─▶ root ─▶ explorer ─▶ open_card, kept_cards, open_peek, views, foot, live_region, lit_edge   what is shown
//!                     ▲ │                              │ callbacks
//!             gestures  └─▶ reading (the reducer) ◀────┘
//!                             └─▶ effects, placement ─▶ platform (the browser)
//! ```
//!
//! Each explorer is given a host (`platform::host`): the element that is its own, its addresses, its prefix in the browser's
//! storage. A page has one explorer on all of it; two articles in one document have one each, and neither sees the other.
//!
//! In a page that was drawn on the build machine the tree stands *beside* article, notes and lists and leaves their DOM alone:
//! attach, do not hydrate. A blank page is drawn by the same components ([`blank`]).
//!
//! # Why
//! Measured at book scale (101,000 words): hydrating the same tree costs 14 kB more WASM, a task of 745 ms where attaching
//! has none over 50 ms, and five times the memory.

pub mod geometry;
pub mod reading;
pub mod search;

#[cfg(any(target_arch = "wasm32", test))]
mod whole_words;

#[cfg(target_arch = "wasm32")]
mod blank;
#[cfg(target_arch = "wasm32")]
mod effects;
#[cfg(target_arch = "wasm32")]
mod explorer;
#[cfg(target_arch = "wasm32")]
mod foot;
#[cfg(target_arch = "wasm32")]
mod gestures;
#[cfg(target_arch = "wasm32")]
mod kept_cards;
#[cfg(target_arch = "wasm32")]
mod last_place;
#[cfg(target_arch = "wasm32")]
mod lit_edge;
#[cfg(target_arch = "wasm32")]
mod live_region;
#[cfg(target_arch = "wasm32")]
mod measured;
#[cfg(target_arch = "wasm32")]
mod open_card;
#[cfg(target_arch = "wasm32")]
mod open_footnote;
#[cfg(target_arch = "wasm32")]
mod open_peek;
#[cfg(target_arch = "wasm32")]
mod page_state;
#[cfg(target_arch = "wasm32")]
mod page_text;
#[cfg(target_arch = "wasm32")]
mod placement;
#[cfg(target_arch = "wasm32")]
mod quotation;
#[cfg(target_arch = "wasm32")]
mod reader;
#[cfg(target_arch = "wasm32")]
mod reading_position;
#[cfg(target_arch = "wasm32")]
mod records;
#[cfg(target_arch = "wasm32")]
mod remembered_cards;
#[cfg(target_arch = "wasm32")]
mod root;
#[cfg(target_arch = "wasm32")]
mod search_index;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod views;
#[cfg(target_arch = "wasm32")]
mod window;

#[cfg(all(target_arch = "wasm32", feature = "count-renders"))]
pub use start::renders;
#[cfg(target_arch = "wasm32")]
pub use start::{prepare, start, start_in};
