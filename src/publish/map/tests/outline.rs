//! Land and borders.

use super::*;
use crate::publish::map::world::{World, number};

/// Bytes of the outlines after brotli, as hosts send them.
fn weight(map: &Map) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let outlines = [map.land.as_str(), &map.borders].concat();
    let mut bytes = Vec::new();
    brotli::BrotliCompress(&mut outlines.as_bytes(), &mut bytes, &parameters).unwrap();
    bytes.len()
}

/// The antimeridian is one place, from either side.
fn in_turn([east, north]: [i32; 2]) -> [i32; 2] {
    [east.rem_euclid(99_999), north]
}

#[test]
fn the_outlines_lie_where_the_places_do() {
    let map = of(&[("Almaty", at(43.24, 76.92))]);
    assert!(map.land.len() < 40, "all is land: {}", map.land);
    let europe = of(&eastwards());
    for city in ["Paris", "Berlin", "Warsaw", "Kyiv", "Almaty"] {
        let Pin { x, y, .. } = *pin(&europe, city);
        assert!(is_land(&europe, x, y), "{city} lies on land");
    }
    let sea = of(&[("Caspian", at(42.0, 50.5)), ("Black", at(43.0, 34.0))]);
    for Pin { entity, x, y, .. } in &sea.layout.places {
        assert!(!is_land(&sea, *x, *y), "{entity} Sea");
    }
}

#[test]
fn a_map_opposite_to_land_shows_sea() {
    // Their antipodes lie in Spain and in Mongolia.
    for (name, place) in [
        ("New Zealand", at(-41.0, 177.5)),
        ("Chile", at(-47.0, -77.0)),
    ] {
        let map = of(&[(name, place)]);
        assert!(!is_land(&map, WIDTH / 2, HEIGHT / 2), "sea off {name}");
        assert!(label(&map, "Spain").is_none() && label(&map, "Mongolia").is_none());
    }
}

#[test]
fn land_is_land_all_over_the_world() {
    let mut counted = 0;
    let mut wrong = Vec::new();
    for middle in -3..=3 {
        for east in -4..4 {
            let (latitude, longitude) = (f64::from(middle) * 26.0, f64::from(east) * 45.0);
            let places: Vec<_> = [(-9.0, -14.0), (0.0, 0.0), (7.0, 13.0)]
                .map(|(north, east)| at(latitude + north, longitude + east))
                .to_vec();
            let named_places: Vec<_> = places.iter().map(|&place| ("", place)).collect();
            let map = of(&named_places);
            for (
                Place {
                    latitude,
                    longitude,
                    ..
                },
                pin,
            ) in places.into_iter().zip(&map.layout.places)
            {
                let land = WORLD.is_land([longitude, latitude].map(f64::to_radians));
                counted += 1;
                if is_land(&map, pin.x, pin.y) != land {
                    wrong.push((latitude, longitude));
                }
            }
        }
    }
    assert!(
        wrong.len() * 100 <= counted,
        "not only on the shore: {wrong:?}"
    );
}

#[test]
fn a_coast_at_the_antipode_keeps_to_the_rim() {
    // The antipode lies off Shandong; its coast once ran straight across South America.
    let map = of(&[
        ("Peninsula", at(-48.92, -75.12)),
        ("Falkland", at(-51.5, -58.45)),
        ("Londrina", at(-22.89, -49.1)),
    ]);
    let Pin { x, y, .. } = *pin(&map, "Londrina");
    assert!(is_land(&map, x, y));
}

#[test]
fn coasts_and_borders_are_drawn_once() {
    let World {
        coasts, borders, ..
    } = &*WORLD;
    let steps = coasts.iter().chain(borders).flatten();
    let mut arcs: Vec<_> = steps.map(|&step| step.max(!step)).collect();
    let all = arcs.len();
    assert!(all > 1_900);
    arcs.sort_unstable();
    arcs.dedup();
    assert_eq!(arcs.len(), all);
}

#[test]
fn coasts_close() {
    let world = &*WORLD;
    for coast in &world.coasts {
        let end = |step: i32| {
            let arc = &world.arcs[number(step)];
            let point = if step < 0 { arc.first() } else { arc.last() };
            in_turn(*point.unwrap())
        };
        assert_eq!(end(!coast[0]), end(coast[coast.len() - 1]));
    }
}

#[test]
fn outlines_stay_within_their_bytes() {
    assert!(weight(&of(&article())) < 2_500);
    for map in [of(&eastwards()), of(&worldwide()), of(&pacific())] {
        assert!(weight(&map) < 6_000, "{} bytes", weight(&map));
    }
}

#[test]
fn the_same_places_give_the_same_map() {
    assert_eq!(of(&worldwide()), of(&worldwide()));
}

#[test]
fn no_line_runs_across_the_map_at_the_antimeridian() {
    let fiji = of(&[("Suva", at(-18.14, 178.44)), ("Apia", at(-13.83, -171.77))]);
    let bering = of(&[("Anadyr", at(64.73, 177.5)), ("Nome", at(64.5, -165.4))]);
    for map in [fiji, bering, of(&pacific()), of(&worldwide())] {
        for ring in points(&map.land) {
            let edge = |(x, y): (i32, i32)| !(0..=2400).contains(&x) || !(0..=1600).contains(&y);
            let smeared = ring.windows(2).find(|side| {
                side[0].0.abs_diff(side[1].0) > WIDTH / 4 && !(edge(side[0]) && edge(side[1]))
            });
            assert_eq!(smeared, None);
        }
    }
    let [suva, anchorage] = pacific().map(|(name, _)| pin(&of(&pacific()), name).x);
    assert!(anchorage > suva, "Alaska lies east of Fiji");
}
