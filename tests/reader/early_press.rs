//! A reader who is quicker than the network: the note opens before the app is there, and the app takes it over.

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Rect, Window};
use crate::support::server::{Server, Wasm};
use crate::support::site;

/// A page whose note was opened while the WASM was held, then released.
struct TakenOver {
    page: Page,
    note: Rect,
    entries: f64,
    _server: Server,
}

fn take_over(engine: Engine, window: Window) -> TakenOver {
    let server = site::serve_with_wasm(Wasm::Held);
    let page = Page::open_article(engine, window, &server);
    page.press_mention(MENTION);
    page.expect_note(ENTITY);
    page.settle();
    assert!(!page.ready(), "the WASM is held");
    let (note, entries) = (page.rect("[data-note='atajurt']"), page.history_length());
    server.release();
    page.expect_ready();
    TakenOver {
        page,
        note,
        entries,
        _server: server,
    }
}

in_every_engine!(the_note_stays_where_it_is_and_becomes_the_card);

fn the_note_stays_where_it_is_and_becomes_the_card(engine: Engine) {
    for window in [DESKTOP, PHONE] {
        let taken = take_over(engine, window);
        taken.page.expect_card(ENTITY);
        taken.page.settle();
        assert!(taken.page.has("[data-note='atajurt'][data-card='atajurt']"));
        assert_eq!(taken.page.rect("[data-note='atajurt']"), taken.note);
        taken.page.expect_silence();
    }
}

in_every_engine!(escape_closes_a_note_that_was_taken_over);

fn escape_closes_a_note_that_was_taken_over(engine: Engine) {
    let taken = take_over(engine, DESKTOP);
    taken.page.expect_card(ENTITY);
    taken.page.press_key(ESCAPE);
    expect_closed(&taken);
}

in_every_engine!(its_close_link_closes_a_note_that_was_taken_over);

fn its_close_link_closes_a_note_that_was_taken_over(engine: Engine) {
    let taken = take_over(engine, PHONE);
    taken.page.expect_card(ENTITY);
    taken.page.press("[data-card] a[href='#read']");
    expect_closed(&taken);
}

/// Closing replaces the entry that the press made.
#[track_caller]
fn expect_closed(taken: &TakenOver) {
    let page = &taken.page;
    page.expect_no_card();
    page.expect_no_note();
    assert_eq!(page.history_length(), taken.entries);
    let fragment = page.fragment();
    assert!(
        ["", "#read"].contains(&fragment.as_str()),
        "{fragment} names no card"
    );
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    assert_eq!(page.note_shown(), None, "now the app's own card opens");
    page.expect_silence();
}

#[test]
fn another_mention_leaves_a_note_that_was_taken_over_for_a_card() {
    let taken = take_over(Engine::Chromium, DESKTOP);
    let page = &taken.page;
    page.expect_card(ENTITY);
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.press_mention(&other);
    page.expect_card(&entity);
    assert_eq!(page.note_shown(), None, "the card is the app's own");
    assert_eq!(page.history_length(), taken.entries);
    page.expect_silence();
}
