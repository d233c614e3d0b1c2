//! What is asked of a map: places with the names they bear in the page.

use crate::model::site::Place;

/// A place to be shown.
#[derive(Debug)]
pub struct NamedPlace<'a> {
    /// Slug of the entity.
    pub entity: &'a str,
    /// What it is called; a country so called bears no second name.
    pub names: Vec<&'a str>,
    pub place: Place,
}
