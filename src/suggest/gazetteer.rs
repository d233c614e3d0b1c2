//! Places of the world by name: countries and larger towns, from a list that the tool carries and no page does.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Made as `static/gazetteer/README.md` says.
const PLACES: &str = include_str!("../../static/gazetteer/places.tsv");

/// A place of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KnownPlace {
    pub name: &'static str,
    /// ISO 3166-1, two letters; empty for what is larger.
    pub country: &'static str,
    /// Degrees north and east, as they are written.
    pub at: Option<(&'static str, &'static str)>,
    /// By GeoNames; a town's.
    pub geonames: Option<&'static str>,
    /// Kilometers to about its edge; a country's.
    pub extent: Option<&'static str>,
}

impl KnownPlace {
    /// Whether it is a country or more.
    pub fn is_region(&self) -> bool {
        self.geonames.is_none()
    }

    fn read(line: &'static str) -> Option<(Self, &'static str)> {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (name, country, latitude, longitude) = (next(), next(), next(), next());
        let (origin, others) = (next(), next());
        let place = Self {
            name,
            country,
            at: (!latitude.is_empty()).then_some((latitude, longitude)),
            geonames: origin.strip_prefix('g'),
            extent: origin.strip_prefix('n').filter(|extent| !extent.is_empty()),
        };
        (!name.is_empty()).then_some((place, others))
    }
}

/// All places by all their names, in the order of the list: countries, then towns, the largest first.
static BY_NAME: LazyLock<HashMap<&'static str, Vec<KnownPlace>>> = LazyLock::new(|| {
    let mut by_name: HashMap<&str, Vec<KnownPlace>> = HashMap::with_capacity(60_000);
    for (place, others) in PLACES.lines().filter_map(KnownPlace::read) {
        let others = others.split('|').filter(|name| !name.is_empty());
        for name in [place.name].into_iter().chain(others) {
            by_name.entry(name).or_default().push(place);
        }
    }
    by_name
});

/// The places of that name. Several, so that a name alone does not say which is meant.
pub fn places(name: &str) -> &'static [KnownPlace] {
    BY_NAME.get(name).map_or(&[], Vec::as_slice)
}

/// All names in a script without capitals that begin with this letter, for texts without spaces.
pub(crate) fn names() -> impl Iterator<Item = (&'static str, &'static [KnownPlace])> {
    static SORTED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let names = BY_NAME.keys().copied();
        let has_case = |letter: char| letter.is_uppercase() || letter.is_lowercase();
        let mut names: Vec<_> = names.filter(|name| !name.chars().any(has_case)).collect();
        names.sort_unstable();
        names
    });
    SORTED.iter().map(|name| (*name, places(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_found_in_several_languages() {
        for name in ["Almaty", "Алматы", "Alma-Ata"] {
            let found = places(name);
            assert_eq!(found[0].geonames, Some("1526384"), "{name}");
        }
        assert_eq!(places("Moskau")[0].name, "Moscow");
        assert_eq!(places("Kasachstan")[0].country, "KZ");
    }

    #[test]
    fn shared_names_are_told() {
        for name in ["Paris", "Alexandria", "Moscow"] {
            assert!(places(name).len() > 1, "{name}");
        }
        assert_eq!(places("Almaty").len(), 1);
        assert_eq!(places("Kazakhstan").len(), 1);
    }

    #[test]
    fn every_line_can_be_written_into_a_file() {
        for (place, _) in PLACES.lines().filter_map(KnownPlace::read) {
            let Some((north, east)) = place.at else {
                continue;
            };
            let (north, east): (f64, f64) = (
                north.parse().expect("a number"),
                east.parse().expect("a number"),
            );
            assert!(north.abs() <= 90.0 && east.abs() <= 180.0, "{}", place.name);
            let extent = place.extent.map(|extent| extent.parse::<f64>());
            assert!(
                extent.is_none_or(|extent| extent.is_ok_and(|km| km > 0.0 && km <= 3000.0)),
                "{}",
                place.name
            );
        }
        assert!(PLACES.lines().count() > 5_000);
    }
}
