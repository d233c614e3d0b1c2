//! Pins, names, and what of the world is shown.

use proptest::prelude::*;

use super::*;

#[test]
fn north_is_up_and_east_is_right() {
    let map = of(&article());
    let [almaty, kalzhat, china] = ["Almaty", "Kalzhat", "China"].map(|name| pin(&map, name));
    assert!(almaty.x < kalzhat.x && kalzhat.x < china.x);
    assert!(pin(&map, "Kazakhstan").y < almaty.y && almaty.y < china.y);
}

#[test]
fn distances_are_true() {
    let map = of(&article());
    let [almaty, kalzhat] = ["Almaty", "Kalzhat"].map(|name| pin(&map, name));
    let units =
        f64::from(almaty.x.abs_diff(kalzhat.x)).hypot(f64::from(almaty.y.abs_diff(kalzhat.y)));
    let per_kilometer = f64::from(pin(&map, "Xinjiang").radius.unwrap()) / 750.0;
    let kilometers = units / per_kilometer;
    // Along the great circle.
    assert!((kilometers - 309.0).abs() < 6.0, "{kilometers} km");
}

#[test]
fn one_place_has_its_surroundings() {
    let map = of(&[("Almaty", at(43.24, 76.92))]);
    assert_eq!(
        (map.layout.places[0].x, map.layout.places[0].y),
        (WIDTH / 2, HEIGHT / 2)
    );
    let names: Vec<_> = map
        .layout
        .countries
        .iter()
        .map(|label| label.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Uzbekistan",
            "Tajikistan",
            "Kyrgyzstan",
            "Kazakhstan",
            "China"
        ]
    );
}

#[test]
fn one_region_is_shown_as_a_whole() {
    let map = of(&[("Xinjiang", about(41.5, 85.5, 750.0))]);
    let radius = map.layout.places[0].radius.unwrap();
    assert!(
        2 * radius < HEIGHT && 2 * radius > HEIGHT * 9 / 10,
        "{radius}"
    );
    assert!(map.layout.places[0].approximate);
}

#[test]
fn no_place_is_no_map() {
    assert_eq!(map(&[]), None);
}

#[test]
fn a_country_that_a_pin_names_is_not_named_twice() {
    let map = of(&article());
    assert!(label(&map, "Kazakhstan").is_none());
    assert!(label(&map, "Mongolia").is_some());
}

#[test]
fn a_name_stands_in_its_country() {
    let map = of(&worldwide());
    for Label { name, x, y, .. } in &map.layout.countries {
        assert!(is_land(&map, *x, *y), "{name}");
    }
    let russia = label(&map, "Russia").unwrap();
    let china = label(&map, "China").unwrap();
    assert!(russia.y < china.y && russia.zoom == 1);
}

#[test]
fn small_countries_are_named_when_the_map_is_enlarged() {
    let map = of(&eastwards());
    let zoom = |name| label(&map, name).map(|label| label.zoom);
    assert_eq!(zoom("Libya"), Some(1));
    assert!(zoom("Austria").unwrap() > 2);
    assert_eq!(zoom("Vatican"), None);
}

#[test]
fn a_pin_far_off_moves_no_name() {
    let mut places = worldwide().to_vec();
    let without = of(&places);
    places.push(("Ushuaia", at(-54.8, -68.3)));
    let with = of(&places);
    let far_off = |map: &Map| {
        let mut labels = map.layout.countries.clone();
        labels.retain(|label| !["Chile", "Argentina"].contains(&label.name.as_str()));
        labels
    };
    assert_eq!(far_off(&without), far_off(&with));
    assert!(far_off(&with).len() > 50);
}

/// Places round a middle, close together or all over the world.
fn places() -> impl Strategy<Value = Vec<Place>> {
    let offset = (-1.0..=1.0, -1.0..=1.0, prop::option::of(1.0..=3000.0));
    let offsets = prop::collection::vec(offset, 1..6);
    let middle = (-90.0..=90.0_f64, -180.0..=180.0_f64);
    (middle, -1.0..=2.3_f64, offsets).prop_map(|((latitude, longitude), spread, offsets)| {
        let spread = 10_f64.powf(spread);
        let place = |(north, east, extent): (f64, f64, Option<f64>)| Place {
            latitude: f64::clamp(latitude + north * spread, -90.0, 90.0),
            longitude: (longitude + east * spread + 180.0).rem_euclid(360.0) - 180.0,
            approximate: true,
            extent,
        };
        offsets.into_iter().map(place).collect()
    })
}

fn named_places(places: &[Place]) -> Vec<NamedPlace<'_>> {
    let named_place = |&place| NamedPlace {
        entity: "somewhere",
        names: Vec::new(),
        place,
    };
    places.iter().map(named_place).collect()
}

proptest! {
    #[test]
    fn every_pin_lies_in_the_box(places in places()) {
        let named_places = named_places(&places);
        let projection = frame::around(&named_places).unwrap();
        for NamedPlace { place, .. } in &named_places {
            let at = projection.pin([place.longitude, place.latitude].map(f64::to_radians));
            let [x, y] = [at.x, at.y].map(f64::round);
            prop_assert!((0.0..=f64::from(WIDTH)).contains(&x), "{x} in {projection:?}");
            prop_assert!((0.0..=f64::from(HEIGHT)).contains(&y), "{y} in {projection:?}");
        }
    }
}

proptest! {
    // Each cuts a map out of the whole world.
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_places_make_a_map(places in places()) {
        let map = map(&named_places(&places)).unwrap();
        prop_assert_eq!(map.layout.places.len(), places.len());
        for Label { x, y, zoom, .. } in &map.layout.countries {
            prop_assert!(*x <= WIDTH && *y <= HEIGHT && (1..=8).contains(zoom));
        }
    }
}
