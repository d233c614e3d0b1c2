//! A finger gets all that a mouse gets, and no link is taken from it.

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Rect};
use crate::support::site;

in_every_engine!(one_tap_opens_and_one_beside_it_closes);

fn one_tap_opens_and_one_beside_it_closes(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, PHONE, &server);
    page.expect_ready();
    page.tap(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    let (card, words) = (page.rect("[data-card]"), page.rect(&format!("#{MENTION}")));
    assert!(!card.overlaps(words), "the words stay to be seen");
    assert_eq!(page.peek(), None, "a finger brings no peek");
    let scrolled = page.scrolled();
    page.tap_at(180, 70);
    page.expect_no_card();
    assert_eq!(page.scrolled(), scrolled, "closing moves nothing");
    page.expect_silence();
}

#[test]
fn a_finger_on_a_large_screen_gets_the_card_of_a_large_screen() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.tap(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    assert!(page.rect("[data-card]").left > page.rect("#p2").right);
    assert_eq!(page.peek(), None);
}

/// A finger goes down on the sheet's head and draws it so far up or down.
fn draw(page: &Page, down: f64) {
    let head = page.rect("[data-card] .note-head h3");
    page.swipe(
        (head.left + 20.0, head.top + 10.0),
        (head.left + 20.0, head.top + 10.0 + down),
    );
    page.settle();
}

/// WebKitGTK's driver sends no fingers, only mice.
#[test]
fn a_finger_draws_the_sheet_between_its_heights_and_shut() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        draw_through_the_heights(engine);
    }
}

fn draw_through_the_heights(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, PHONE, &server);
    page.expect_ready();
    page.tap(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    let scrolled = page.scrolled();
    let height = |page: &Page| {
        let card = page.rect("[data-card]");
        card.bottom - card.top
    };
    let half = height(&page);
    draw(&page, -220.0);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &serde_json::json!("tall"),
    );
    assert!(height(&page) > half + 100.0, "{} is tall", height(&page));
    draw(&page, 230.0);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &serde_json::json!("half"),
    );
    draw(&page, 220.0);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &serde_json::json!("lowered"),
    );
    assert!(height(&page) < 170.0, "{} is lowered", height(&page));
    draw(&page, 95.0);
    page.expect_no_card();
    assert_eq!(page.scrolled(), scrolled, "the text stays");
    page.expect_silence();
}

/// Over the map two fingers enlarge the map and not the page; over the text they are the browser's.
#[test]
fn two_fingers_enlarge_the_map_only_over_the_map() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let server = site::serve();
        let page = Page::open_article(engine, PHONE, &server);
        page.expect_ready();
        page.tap(".tabs [data-open-view='map']");
        page.expect_view("map");
        page.settle();
        let seen = || {
            page.text(
                "document.querySelector('.atlas .map svg').getAttribute('viewBox')",
                &[],
            )
        };
        let (whole, map) = (seen(), page.rect(".atlas"));
        let middle = |rect: Rect| {
            (
                (rect.left + rect.right) / 2.0,
                (rect.top + rect.bottom) / 2.0,
            )
        };
        page.pinch(middle(map), 60.0, 180.0);
        page.settle();
        assert_ne!(seen(), whole, "{engine:?}: the map is enlarged");
        assert_eq!(
            page.number("visualViewport.scale"),
            1.0,
            "{engine:?}: the page is not"
        );
        let enlarged = seen();
        page.pinch(middle(page.rect("[data-view='map'] .list li")), 60.0, 180.0);
        page.settle();
        assert_eq!(seen(), enlarged, "{engine:?}: beside the map it stays");
    }
}
