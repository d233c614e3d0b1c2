//! Right to left: a piece in another direction keeps its own, and its end stays at its end.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page};
use crate::support::site;

/// The words of the first `$0`, line by line as they are seen from left to right.
const ORDER: &str = "(() => {
    const texts = document.createTreeWalker(document.querySelector($0), NodeFilter.SHOW_TEXT);
    const words = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const found of text.data.matchAll(/[^\\s]+/g)) {
            const range = document.createRange();
            range.setStart(text, found.index);
            range.setEnd(text, found.index + found[0].length);
            const { left, top } = range.getBoundingClientRect();
            words.push([Math.round(top / 12) * 10000 + left, found[0]]);
        }
    }
    return words.sort((one, other) => one[0] - other[0]).map(one => one[1]).join(' ');
})()";

in_every_engine!(pieces_from_left_to_right_are_whole_in_a_page_from_right_to_left);

fn pieces_from_left_to_right_are_whole_in_a_page_from_right_to_left(engine: Engine) {
    let server = site::serve_other("tests/sites/arabic");
    let page = Page::open(engine, DESKTOP, &server, "riyadh/");
    page.expect_ready();
    page.press("#m-riyadh-1");
    page.expect_card("riyadh");
    page.settle();
    let order = |selector: &str| page.text(ORDER, &[json!(selector)]).unwrap();
    assert_eq!(order("[data-card] .where small"), "about 24.7° N, 46.7° E");
    assert_eq!(
        order("[data-card] [data-fact]").split(" Arab").next(),
        Some("The Riyadh Metro opened in 2024 (Line 1).")
    );
    assert_eq!(order("[data-card] .who"), "Arab News, 2024");
    assert_eq!(order("[data-card] .rels i"), "home of");
    assert_eq!(order("[data-card] .kind bdi"), "capital of Saudi Arabia");
    page.open_view("timeline");
    assert_eq!(order("[data-view] time"), "2 January 2016");
    page.open_view("map");
    page.expect_view("map");
    assert_eq!(order("[data-view] .places .num"), "about 24.7° N, 46.7° E");
    page.expect_silence();
}

in_every_engine!(a_card_stands_in_the_outer_margin_and_tools_at_its_outer_end);

fn a_card_stands_in_the_outer_margin_and_tools_at_its_outer_end(engine: Engine) {
    let server = site::serve_other("tests/sites/arabic");
    for window in [DESKTOP, PHONE] {
        let page = Page::open(engine, window, &server, "riyadh/");
        page.expect_ready();
        page.press("#m-riyadh-1");
        page.expect_card("riyadh");
        page.settle();
        let (card, close) = (
            page.rect("[data-card]"),
            page.rect("[data-card] [data-act='close']"),
        );
        assert!(page.holds(card), "{card:?}");
        assert!(
            close.left < (card.left + card.right) / 2.0,
            "{close:?} in {card:?}"
        );
        if window.width == DESKTOP.width {
            assert!(!card.overlaps(page.rect("#p2")), "{card:?}");
        }
    }
}
