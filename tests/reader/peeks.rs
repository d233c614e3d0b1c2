//! Peeks: what a resting mouse brings, and when not.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const TABLET: Window = Window {
    width: 900,
    height: 800,
};

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.point_to(5, 400);
    page
}

/// Longer than any peek waits: what has not come by then does not come.
fn wait_in_vain(page: &Page) {
    page.browser
        .run_until_called("setTimeout(arguments[0], 800)", &[]);
    assert_eq!(page.peek(), None);
}

in_every_engine!(a_resting_mouse_brings_a_peek_and_moves_nothing);

fn a_resting_mouse_brings_a_peek_and_moves_nothing(engine: Engine) {
    let server = site::serve();
    let page = open(engine, TABLET, &server);
    let before = (page.place(MENTION), page.focused(), page.history_length());
    let start = Instant::now();
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
    assert!(
        start.elapsed() >= Duration::from_millis(450),
        "not before the reader rests"
    );
    page.settle();
    assert_eq!(
        (page.place(MENTION), page.focused(), page.history_length()),
        before
    );
    let (peek, words) = (page.rect("[data-peek]"), page.rect(&format!("#{MENTION}")));
    assert!(
        page.holds(peek) && !peek.overlaps(words),
        "{peek:?} beside {words:?}"
    );
    let said = page.words("[data-peek]");
    assert!(
        ["Atajurt", "rights group working on Xinjiang", "8 mentions"]
            .iter()
            .all(|words| said.contains(words)),
        "{said}"
    );
    assert!(
        !page.has("[data-peek] :is(a, button)"),
        "no controls, so none is missed by keyboard"
    );
    page.expect_silence();
}

#[test]
fn it_can_be_reached_and_goes_when_left() {
    let server = site::serve();
    let page = open(Engine::Chromium, TABLET, &server);
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
    page.settle();
    page.point_at("[data-peek] .peek-say");
    page.browser
        .run_until_called("setTimeout(arguments[0], 500)", &[]);
    assert_eq!(
        page.peek().as_deref(),
        Some(ENTITY),
        "it stays under the pointer"
    );
    page.point_to(5, 300);
    page.expect_no_peek();
}

#[test]
fn escape_sends_it_away_first() {
    let server = site::serve();
    let page = open(Engine::Chromium, TABLET, &server);
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
    page.press_key(ESCAPE);
    page.expect_no_peek();
    assert_eq!(page.card(), None);
}

#[test]
fn pressing_opens_the_card_in_its_place() {
    let server = site::serve();
    let page = open(Engine::Chromium, TABLET, &server);
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
    page.settle();
    page.press("[data-peek] .peek-say");
    page.expect_card(ENTITY);
    page.expect_no_peek();
    page.expect_focus_in_card(ENTITY);
}

#[test]
fn none_comes_while_a_card_is_open() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let (other, _) = page.mention_of_other_than(ENTITY);
    page.point_at(&format!("#{other}"));
    wait_in_vain(&page);
}

#[test]
fn none_comes_for_what_scrolls_under_the_mouse() {
    let server = site::serve();
    let page = open(Engine::Chromium, TABLET, &server);
    let words = page.rect(&format!("#{MENTION}"));
    page.point_to(words.left as i64 + 10, words.top as i64 - 190);
    page.wheel(words.left as i64 + 10, words.top as i64 - 190, 200);
    wait_in_vain(&page);
}

#[test]
fn none_comes_while_words_are_selected() {
    let server = site::serve();
    let page = open(Engine::Chromium, TABLET, &server);
    page.ask(
        "getSelection().selectAllChildren(document.querySelector('#p3'))",
        &[],
    );
    page.point_at(&format!("#{MENTION}"));
    wait_in_vain(&page);
}

/// The switch at the end of the card, which says in words what it is.
fn press_peeks(page: &Page) {
    page.settle();
    page.reveal("[data-card] .check");
    page.press("[data-card] .check");
}

#[test]
fn one_press_in_any_card_keeps_them_away_for_good() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    press_peeks(&page);
    page.expect_answer(
        "document.querySelector('[data-card] [name=peeks]').checked",
        &json!(false),
    );
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.reload();
    page.expect_ready();
    page.bring(&format!("#{MENTION}"), 250);
    page.point_to(5, 400);
    page.point_at(&format!("#{MENTION}"));
    wait_in_vain(&page);
    page.press_mention(MENTION);
    press_peeks(&page);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.point_to(5, 400);
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
}
