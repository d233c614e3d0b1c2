//! Coming to an address: of a card, of a view, by a link from elsewhere, by a reload, by going back.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::server::Wasm;
use crate::support::site;

in_every_engine!(a_link_to_a_card_brings_the_same_card_as_a_press);

fn a_link_to_a_card_brings_the_same_card_as_a_press(engine: Engine) {
    let server = site::serve();
    let acts = "[...document.querySelectorAll('[data-card] [data-act]')].map(one => one.dataset.act).join()";
    for window in [DESKTOP, PHONE] {
        let pressed = Page::open_article(engine, window, &server);
        pressed.expect_ready();
        pressed.press_mention(MENTION);
        pressed.expect_card(ENTITY);
        // What takes longer comes a frame after the card.
        let whole = "!!document.querySelector('[data-card] [data-act=cite]')";
        pressed.expect_answer(whole, &json!(true));
        let wanted = pressed.ask(acts, &[]);
        let page = Page::open(
            engine,
            window,
            &server,
            &format!("{}#ent-{ENTITY}", site::article()),
        );
        page.expect_ready();
        page.expect_focus_in_card(ENTITY);
        page.expect_answer(whole, &json!(true));
        assert_eq!(page.ask(acts, &[]), wanted);
        page.expect_answer("document.querySelectorAll('.told li').length", &json!(6));
        assert_eq!(page.note_shown(), None);
        assert_eq!(page.scrolled(), 0.0, "nothing scrolls");
    }
}

in_every_engine!(a_reload_keeps_card_and_mention_and_place);

fn a_reload_keeps_card_and_mention_and_place(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    for _ in 0..3 {
        page.press("[data-card] [data-act='next']");
    }
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-5"),
    );
    page.settle();
    let place = page.place("m-atajurt-5");
    page.reload();
    page.expect_ready();
    page.expect_card(ENTITY);
    assert!(
        page.words("[data-card]").contains("Mention 5 of 8"),
        "{}",
        page.words("[data-card]")
    );
    page.expect_place("m-atajurt-5", place);
    assert!(page.has("#m-atajurt-5[aria-expanded='true']"));
}

in_every_engine!(back_from_a_source_brings_the_card_again);

fn back_from_a_source_brings_the_card_again(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.press("[data-card] [data-act='next']");
    page.settle();
    let place = page.place("m-atajurt-3");
    page.leave_and_come_back();
    page.expect_ready();
    page.expect_card(ENTITY);
    assert!(
        page.words("[data-card]").contains("Mention 3 of 8"),
        "{}",
        page.words("[data-card]")
    );
    page.expect_place("m-atajurt-3", place);
}

in_every_engine!(a_view_s_address_keeps_the_text_in_sight);

fn a_view_s_address_keeps_the_text_in_sight(engine: Engine) {
    let server = site::serve();
    let page = Page::open(
        engine,
        DESKTOP,
        &server,
        &format!("{}#timeline", site::article()),
    );
    page.expect_ready();
    page.expect_view("timeline");
    page.settle();
    assert_eq!(page.scrolled(), 0.0, "the text at its top");
    page.bring("#p7", 200);
    let top = page.rect("#p7").top;
    page.ask("location.hash = '#relations'", &[]);
    page.expect_view("relations");
    page.settle();
    assert!((page.rect("#p7").top - top).abs() < 2.0, "the line stays");
    page.expect_silence();
}

in_every_engine!(a_view_pressed_before_the_app_is_there_leaves_the_text);

fn a_view_pressed_before_the_app_is_there_leaves_the_text(engine: Engine) {
    let server = site::serve_with_wasm(Wasm::Held);
    let page = Page::open_article(engine, DESKTOP, &server);
    page.press(".tabs [data-open-view='timeline']");
    page.expect_fragment("#timeline");
    server.release();
    page.expect_ready();
    page.expect_view("timeline");
    page.settle();
    let seen = page.rect("[data-article]");
    assert!(seen.bottom > 200.0, "the article is seen: {seen:?}");
}
