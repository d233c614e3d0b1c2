//! A reader who is quicker than the network: the note opens before the app is there, and gives way to the card.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Place, Window};
use crate::support::server::{Server, Wasm};
use crate::support::site;

/// A page whose note was opened while the WASM was held, then released.
struct TakenOver {
    page: Page,
    place: Place,
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
    let (place, entries) = (page.place(MENTION), page.history_length());
    server.release();
    page.expect_ready();
    TakenOver {
        page,
        place,
        entries,
        _server: server,
    }
}

in_every_engine!(the_note_gives_way_to_the_whole_card_without_a_jump);

fn the_note_gives_way_to_the_whole_card_without_a_jump(engine: Engine) {
    for window in [DESKTOP, PHONE] {
        let taken = take_over(engine, window);
        taken.page.expect_card(ENTITY);
        taken.page.settle();
        taken.page.expect_focus_in_card(ENTITY);
        taken
            .page
            .expect_answer("document.querySelectorAll('.told li').length", &json!(6));
        for act in ["next", "share", "close"] {
            assert!(
                taken.page.has(&format!("[data-card] [data-act='{act}']")),
                "{act}"
            );
        }
        assert_eq!(taken.page.note_shown(), None, "one card, not two");
        assert_eq!(taken.page.place(MENTION), taken.place, "no line moves");
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

in_every_engine!(its_close_button_closes_a_note_that_was_taken_over);

fn its_close_button_closes_a_note_that_was_taken_over(engine: Engine) {
    let taken = take_over(engine, PHONE);
    taken.page.expect_card(ENTITY);
    taken.page.press("[data-card] [data-act='close']");
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
