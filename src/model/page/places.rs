//! Where the page's places are, as a list and as a map.

use serde::{Deserialize, Serialize};

use crate::model::page::entities::EntityLink;
use crate::model::page::note::Location;

/// The places of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceList {
    /// None if no note here has a place.
    pub layout: Option<MapLayout>,
    /// One for each place of the layout, in its order.
    pub rows: Vec<PlaceRow>,
}

/// A place in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRow {
    pub link: EntityLink,
    pub location: Location,
}

/// Outlines of the map, which stand once in a page and which every map of it shows. All lengths are in
/// [`STEP`](Self::STEP)s of the layout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlines {
    /// All land as SVG path data, for `fill-rule="evenodd"`; it goes on a little past the box.
    pub land: String,
    /// The lines between countries as SVG path data, each once.
    pub borders: String,
}

impl Outlines {
    /// Units of the map that one unit of its outlines is: they need no finer places, and small numbers are short.
    pub const STEP: u32 = 4;
}

/// What stands on a map, north up. All lengths are whole units of its own box, counted from the upper left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapLayout {
    /// Units across.
    pub width: u32,
    /// Units down.
    pub height: u32,
    pub countries: Vec<Label>,
    /// In the order of the notes.
    pub places: Vec<Pin>,
}

/// A country's name, centred where it has most room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub name: String,
    pub x: u32,
    pub y: u32,
    /// Times a map 432 px wide must be enlarged for the name to have room, from 1 to 8.
    pub zoom: u32,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Slug of the entity.
    pub entity: String,
    pub x: u32,
    pub y: u32,
    /// About how far a region reaches; none for a point.
    pub radius: Option<u32>,
    pub approximate: bool,
}
