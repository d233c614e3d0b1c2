//! The countries of the world as Natural Earth draws them at 1 : 50,000,000, ready to be drawn round any middle.
//!
//! # Why
//! In TopoJSON a line between two countries is one arc that both name. So each arc is simplified once and neighbors
//! still meet; an arc named once is a coast, one named twice is a border, and nothing is drawn twice.

use std::sync::LazyLock;

mod chain;
mod countries;
mod globe;
mod grid;
mod topology;

pub(super) use countries::{Country, World};
pub(super) use globe::GlobeArc;
pub(super) use grid::{ArcIndex, Point, number, on_earth};

/// Read once for all pages of a site.
pub(super) static WORLD: LazyLock<World> =
    LazyLock::new(|| topology::world(include_str!("../../../static/world/countries-50m.json")));
