//! The map: drawn without a request, enlarged and drawn along by every hand, in nobody's way.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.open_view("map");
    page
}

fn seen_part(page: &Page) -> Vec<i64> {
    let part = page.text(
        "document.querySelector('[data-view] .map svg').getAttribute('viewBox')",
        &[],
    );
    part.unwrap()
        .split(' ')
        .map(|one| one.parse().unwrap())
        .collect()
}

/// Presses the middle of a place's target, which is wide enough for a finger.
#[track_caller]
fn press_place(page: &Page, place: &str) {
    let dot = page.rect(&format!("[data-view] .map {place} .hit"));
    assert!(
        dot.right - dot.left >= 23.5 && dot.bottom - dot.top >= 23.5,
        "{dot:?}"
    );
    page.press_at(
        ((dot.left + dot.right) / 2.0) as i64,
        ((dot.top + dot.bottom) / 2.0) as i64,
    );
}

in_every_engine!(a_press_on_a_place_opens_its_card);

fn a_press_on_a_place_opens_its_card(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    press_place(&page, "a[href='#ent-almaty']");
    page.expect_card("almaty");
    page.expect_silence();
}

#[test]
fn places_too_close_to_press_are_one_that_lists_them() {
    let server = site::serve();
    let page = open(Engine::Chromium, PHONE, &server);
    press_place(&page, ".several");
    page.press("[data-view] .cluster a[href='#ent-almaty']");
    page.expect_card("almaty");
    page.expect_silence();
}

#[test]
fn buttons_and_keys_enlarge_and_draw_it_along() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let whole = seen_part(&page);
    page.press("[data-view] [data-act='zoom-in']");
    page.settle();
    let near = seen_part(&page);
    assert!(
        near[2] < whole[2] && near[0] > whole[0],
        "{whole:?} {near:?}"
    );
    page.focus_on("[data-view] .atlas");
    page.press_key("\u{e014}");
    page.settle();
    assert!(
        seen_part(&page)[0] > near[0],
        "the right arrow key leads east"
    );
    page.press("[data-view] [data-act='zoom-whole']");
    page.settle();
    assert_eq!(seen_part(&page), whole);
    page.expect_silence();
}

#[test]
fn a_mouse_draws_it_along_and_opens_nothing() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press("[data-view] [data-act='zoom-in']");
    page.settle();
    let before = seen_part(&page);
    let map = page.rect("[data-view] .map");
    let from = (map.left + 100.0, map.top + 60.0);
    page.drag(from, (from.0 + 60.0, from.1 + 20.0));
    page.settle();
    let after = seen_part(&page);
    assert!(
        after[0] < before[0] && after[1] < before[1],
        "{before:?} {after:?}"
    );
    assert_eq!(page.card(), None);
}

#[test]
fn the_wheel_over_it_scrolls_the_view() {
    let server = site::serve();
    let page = open(
        Engine::Chromium,
        Window {
            width: 1280,
            height: 420,
        },
        &server,
    );
    let before = seen_part(&page);
    let map = page.rect("[data-view] .map");
    page.wheel(map.left as i64 + 100, map.top as i64 + 100, 150);
    page.expect_answer(
        "document.querySelector('.view-body').scrollTop > 50",
        &json!(true),
    );
    assert_eq!(seen_part(&page), before);
}

#[test]
fn the_card_of_a_place_shows_where_it_lies_and_leads_to_the_map() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.bring("#m-almaty-1", 250);
    page.press_mention("m-almaty-1");
    page.expect_card("almaty");
    page.expect_answer(
        "document.querySelector('[data-card] .locator') !== null",
        &json!(true),
    );
    page.reveal("[data-card] .locator");
    page.press("[data-card] .locator");
    page.expect_view("map");
    assert!(seen_part(&page)[2] < 2400, "the place is near");
}

/// Names of countries and regions too, which stand in their middle: none is cut by the map's edge, met by another or covered by
/// the buttons.
#[test]
fn no_name_is_cut_or_covered_at_any_width() {
    let server = site::serve();
    for width in [320, 390, 768, 1280] {
        let window = Window { width, height: 844 };
        let page = open(Engine::Chromium, window, &server);
        for _ in 0..3 {
            page.settle();
            let met = page.ask(
                "(() => {
                    const names = [...document.querySelectorAll('[data-view] .map text')].map(one => [one.textContent, one.getBoundingClientRect()]);
                    const map = document.querySelector('[data-view] .map').getBoundingClientRect();
                    const all = [...names, ['the buttons', document.querySelector('.zoom').getBoundingClientRect()]];
                    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2;
                    const cut = names.filter(([, at]) => at.left < map.left - 1 || at.right > map.right + 1 || at.bottom > map.bottom + 1);
                    return [...cut.map(([name]) => `${name} is cut`), ...names.flatMap(([name, at], row) => all.slice(row + 1).filter(other => meet(at, other[1])).map(other => `${name} and ${other[0]}`))];
                })()",
                &[],
            );
            assert_eq!(met, json!([]), "at {width}");
            page.press("[data-act='zoom-in']");
        }
    }
}

/// A region is its ring: the mouse can press it where it is drawn.
#[test]
fn a_ring_opens_its_region() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.settle();
    let ring = page.ask(
        "[...document.querySelectorAll('[data-view] .map .reach')].flatMap(ring => {
            const length = ring.getTotalLength(), entity = ring.closest('a').getAttribute('href').slice(5);
            return [0.1, 0.35, 0.6, 0.85].map(part => ring.getPointAtLength(length * part).matrixTransform(ring.getScreenCTM()))
                .filter(at => document.elementFromPoint(at.x, at.y) === ring).map(at => [entity, Math.round(at.x), Math.round(at.y)]);
        })[0] ?? null",
        &[],
    );
    let entity = ring[0].as_str().expect("a ring is in sight");
    page.press_at(ring[1].as_i64().unwrap(), ring[2].as_i64().unwrap());
    page.expect_card(entity);
}
