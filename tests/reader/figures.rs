//! Pictures: their room is kept, their captions are text like any other, and a press shows them large.

use serde_json::json;

use crate::access;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page};
use crate::support::site;
use crate::whole_site::print;

const ANY: &str = "tests/sites/any";
const PATH: &str = "clock-tower/";
/// The last picture, far below the first screen.
const LAST: &str = "figure.block:last-of-type";

#[test]
fn nothing_moves_when_a_picture_comes() {
    let server = site::serve_other(ANY);
    for window in [DESKTOP, PHONE] {
        let page = Page::open(Engine::Chromium, window, &server, PATH);
        page.expect_ready();
        // What else moves in the window, such as a bar, is nobody's reading.
        page.ask(
            "(() => { window.moved = []; const inText = ({ node }) => node?.parentElement?.closest('.article') && node.nodeName; \
             new PerformanceObserver(list => list.getEntries().forEach(one => moved.push(...one.sources.map(inText).filter(Boolean)))) \
             .observe({ type: 'layout-shift', buffered: true }); })()",
            &[],
        );
        page.bring(LAST, 100);
        let drawn = "[...document.images].every(one => one.complete && one.naturalWidth > 0)";
        page.expect_answer(drawn, &json!(true));
        page.settle();
        assert_eq!(page.ask("moved", &[]), json!([]));
        // The room that was kept is the room that was needed.
        let kept = "[...document.querySelectorAll('figure img, .logo')].every(one => { \
             const [, width, height] = getComputedStyle(one).aspectRatio.split(/[ /]+/); \
             return Math.abs(width / height - one.naturalWidth / one.naturalHeight) < .01; })";
        assert_eq!(page.ask(kept, &[]), json!(true));
        let widest =
            "Math.max(...[...document.images].map(one => one.getBoundingClientRect().right))";
        assert!(page.number(widest) <= page.number("innerWidth"));
        page.expect_silence();
    }
}

in_every_engine!(a_mention_in_a_caption_opens_its_card);

fn a_mention_in_a_caption_opens_its_card(engine: Engine) {
    let server = site::serve_other(ANY);
    for window in [DESKTOP, PHONE] {
        let page = Page::open(engine, window, &server, PATH);
        page.expect_ready();
        page.bring(LAST, 100);
        page.press_mention("m-harbour-board-1");
        page.expect_card("harbour-board");
        page.close_card();
        page.expect_silence();
    }
}

#[test]
fn pictures_are_printed_whole() {
    let server = site::serve_other(ANY);
    let page = Page::open(Engine::Chromium, DESKTOP, &server, PATH);
    page.expect_ready();
    page.bring(LAST, 100);
    print(&page);
    let cut = "[...document.querySelectorAll('.article figure img')].filter(one => { \
         const { width, height } = one.getBoundingClientRect(); \
         return width < 100 || height < 100 || height > 757 || width > one.closest('figure').clientWidth + 1; \
         }).map(one => one.src)";
    assert_eq!(page.ask(cut, &[]), json!([]));
}

#[test]
fn nothing_of_a_page_with_pictures_keeps_anybody_out() {
    let to_last = |page: &Page| page.bring(LAST, 100);
    access::check_at(&site::serve_other(ANY), PATH, to_last);
    let without_scripts = site::serve_other_without_scripts(ANY);
    access::check_at(&without_scripts, PATH, |_| {});
}

/// WebKit's driver answers nothing while a picture stands in the window.
#[test]
fn a_press_shows_a_picture_large_and_back_restores_the_place() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        large_and_back(engine);
    }
}

fn large_and_back(engine: Engine) {
    let server = site::serve_other(ANY);
    let page = Page::open(engine, DESKTOP, &server, PATH);
    page.expect_ready();
    page.bring(LAST, 100);
    page.settle();
    let before = page.scrolled();
    let picture = format!("{LAST} img");
    page.press(&picture);
    page.expect_answer("location.pathname.endsWith('-1280.jpg')", &json!(true));
    page.come_back();
    page.expect_ready();
    page.settle();
    assert!((page.scrolled() - before).abs() < 2.0, "{before}");
}
