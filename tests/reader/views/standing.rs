//! Where a view stands: beside the text or over it, and the text stays where it is.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page, Window};
use crate::support::server::Wasm;
use crate::support::site;

const VIEWS: [&str; 4] = ["entities", "timeline", "relations", "settings"];
const WIDTHS: [(i64, i64); 5] = [
    (360, 740),
    (768, 1024),
    (1200, 800),
    (1280, 800),
    (1920, 1080),
];

in_every_engine!(the_text_does_not_move_when_a_view_opens);

fn the_text_does_not_move_when_a_view_opens(engine: Engine) {
    let server = site::serve();
    for (width, height) in WIDTHS {
        let page = Page::open_article(engine, Window { width, height }, &server);
        page.expect_ready();
        page.settle();
        let before = page.text_place();
        for view in VIEWS {
            page.open_view(view);
            assert_eq!(page.text_place(), before, "{view} opens at {width} px");
        }
        page.press_key(ESCAPE);
        page.expect_no_view();
        page.settle();
        assert_eq!(page.text_place(), before, "and closes");
    }
}

#[test]
fn a_wide_window_shows_text_and_view_side_by_side() {
    let server = site::serve();
    for (width, height) in [(1200, 800), (1280, 800), (1920, 1080)] {
        let page = Page::open_article(Engine::Chromium, Window { width, height }, &server);
        page.expect_ready();
        for view in VIEWS {
            page.open_view(view);
            let panel = page.rect("[data-view]");
            assert!(page.holds(panel), "{width} px: {panel:?}");
            let text = page.rect("#p2");
            assert!(text.right <= panel.left, "{text:?} beside {panel:?}");
            assert!(!page.has("[data-view][aria-modal]"), "{view} is no dialog");
        }
    }
}

#[test]
fn on_a_phone_a_view_covers_all_but_the_way_out() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    for view in VIEWS {
        page.open_view(view);
        let (panel, tabs) = (page.rect("[data-view]"), page.rect("[data-open-view]"));
        assert!(page.holds(panel), "{view}: {panel:?}");
        // Where the bar for scrolling takes room, a phone's does not.
        let width = page.number("document.documentElement.clientWidth");
        assert_eq!((panel.left, panel.top, panel.right), (0.0, 0.0, width));
        assert!(panel.bottom <= tabs.top, "{view}: the tabs stay in reach");
    }
}

/// No view is wider than the window, so nothing of it is out of reach.
#[test]
fn no_view_needs_sideways_scrolling() {
    let server = site::serve();
    for width in [320, 360, 768, 1280] {
        let window = Window { width, height: 740 };
        let page = Page::open_article(Engine::Chromium, window, &server);
        page.expect_ready();
        for view in VIEWS {
            page.open_view(view);
            let over = page.ask(
                "[...document.querySelectorAll('[data-view], [data-view] *')].filter(one => {
                    const { scrollWidth, clientWidth } = one, overflow = getComputedStyle(one).overflowX;
                    return clientWidth && scrollWidth > clientWidth + 1 && /auto|scroll/.test(overflow);
                }).map(one => `${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)",
                &[],
            );
            assert_eq!(over, json!([]), "{view} at {width} px");
        }
    }
}

in_every_engine!(an_address_with_a_view_opens_it_beside_the_text);

fn an_address_with_a_view_opens_it_beside_the_text(engine: Engine) {
    for view in [
        "entities",
        "timeline",
        "map",
        "relations",
        "settings",
        "help",
    ] {
        let server = site::serve_with_wasm(Wasm::Held);
        let address = format!("{}#{view}", site::article());
        let page = Page::open(engine, DESKTOP, &server, &address);
        page.settle();
        server.release();
        page.expect_ready();
        page.expect_view(view);
        page.settle();
        assert_eq!(
            page.scrolled(),
            0.0,
            "{view}: beside the text, not its list"
        );
        page.press_key(ESCAPE);
        page.expect_no_view();
        page.settle();
        assert_eq!(page.scrolled(), 0.0, "{view}: nor does closing move it");
        page.expect_fragment("");
    }
}

in_every_engine!(without_scripts_the_same_links_lead_to_the_lists);

fn without_scripts_the_same_links_lead_to_the_lists(engine: Engine) {
    let server = site::serve_without_scripts();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        for view in ["entities", "timeline", "map", "relations"] {
            page.press(&format!("[data-open-view='{view}']"));
            page.expect_fragment(&format!("#{view}"));
            page.settle();
            let list = page.rect(&format!("#{view}"));
            assert!(
                list.top >= 0.0 && list.top < page.window.height as f64 / 2.0,
                "{view} comes into sight: {list:?}"
            );
            assert!(
                page.has(&format!("#{view} :is(li, tr) a")),
                "{view} has rows"
            );
            assert!(!page.has("[data-view]"));
        }
        let shown = "document.querySelector($0).checkVisibility({ visibilityProperty: true })";
        for view in ["search", "settings"] {
            let tab = json!(format!("[data-open-view='{view}']"));
            assert_eq!(page.ask(shown, &[tab]), false, "{view} needs the app");
        }
    }
}

/// The lists stay in the page, and no id is there twice.
#[test]
fn an_open_view_takes_nothing_from_the_page() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    let lists = "[...document.querySelectorAll('#entities, #timeline, #map, #relations')].map(list => list.innerHTML).join()";
    let before = page.ask(lists, &[]);
    for view in ["entities", "timeline", "map", "relations"] {
        page.open_view(view);
        let twice = page.ask(
            "[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)",
            &[],
        );
        assert_eq!(twice, json!([]), "{view}: ids are there once");
    }
    page.sort_by(2);
    assert_eq!(page.ask(lists, &[]), before, "the lists stay as they were");
}
