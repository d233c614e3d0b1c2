//! From a card or a view into the text and back: the card stays clear of the goal, the line comes back.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

/// A window in which a card stands by the words.
const TABLET: Window = Window {
    width: 800,
    height: 900,
};

/// The card of [`MENTION`], whose first source in the article was pressed: where the line stood, and the block gone to.
fn to_a_source(engine: Engine, window: Window, server: &Server) -> (Page, f64, String) {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    let stood = page.rect(&format!("#{MENTION}")).top;
    // Of another paragraph than the one that is read.
    let source = "[data-card] .facts a.para:not([href='#p4'])";
    let block = page
        .text("document.querySelector($0).hash.slice(1)", &[json!(source)])
        .unwrap();
    page.reveal(source);
    page.press(source);
    page.expect_answer(
        "document.querySelector('.block[data-lit]')?.id",
        &json!(block),
    );
    page.settle();
    (page, stood, block)
}

in_every_engine!(a_source_in_the_card_shows_its_passage_beside_the_card);

fn a_source_in_the_card_shows_its_passage_beside_the_card(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, TABLET, PHONE] {
        let (page, stood, block) = to_a_source(engine, window, &server);
        page.expect_card(ENTITY);
        let (card, goal) = (page.rect("[data-card]"), page.rect(&format!("#{block}")));
        assert!(page.holds(card), "{window:?}: {card:?}");
        assert!(
            goal.top >= 0.0 && goal.top < window.height as f64,
            "{window:?}: {goal:?}"
        );
        if window.width == DESKTOP.width || goal.bottom - goal.top < 250.0 {
            assert!(!card.overlaps(goal), "{window:?}: {card:?} on {goal:?}");
        }
        assert!(
            page.has("[data-act='return']"),
            "{window:?}: a way back is offered"
        );
        let (button, card) = (page.rect("[data-act='return']"), page.rect("[data-card]"));
        assert!(!button.overlaps(card), "{window:?}: it covers no card");
        page.go_back();
        page.expect_answer(
            &format!("Math.abs(document.getElementById('{MENTION}').getBoundingClientRect().top - {stood}) < 2"),
            &json!(true),
        );
        page.expect_card(ENTITY);
        page.expect_fragment("#ent-atajurt");
        page.expect_answer(
            "document.activeElement.matches('[data-card] .facts a.para')",
            &json!(true),
        );
        assert!(!page.has("[data-lit]"), "{window:?}: no light is left");
        page.go_back();
        page.expect_no_card();
        page.expect_focus(MENTION);
        page.expect_silence();
    }
}

in_every_engine!(escape_closes_the_card_at_the_passage);

fn escape_closes_the_card_at_the_passage(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let (page, _, block) = to_a_source(engine, window, &server);
        let top = page.rect(&format!("#{block}")).top;
        page.press_key(ESCAPE);
        page.expect_no_card();
        page.expect_fragment("");
        page.settle();
        let now = page.rect(&format!("#{block}")).top;
        assert!(
            (now - top).abs() < 2.0,
            "{window:?}: the passage stays: {top}, {now}"
        );
        assert!(page.has("[data-act='return']"), "and the way back");
        page.expect_silence();
    }
}

in_every_engine!(a_reload_at_the_passage_keeps_card_and_way_back);

fn a_reload_at_the_passage_keeps_card_and_way_back(engine: Engine) {
    let server = site::serve();
    let (page, stood, block) = to_a_source(engine, DESKTOP, &server);
    let top = page.rect(&format!("#{block}")).top;
    page.reload();
    page.expect_ready();
    page.expect_card(ENTITY);
    page.settle();
    let now = page.rect(&format!("#{block}")).top;
    assert!(
        (now - top).abs() < 2.0,
        "the page stands as it did: {top}, {now}"
    );
    page.go_back();
    page.expect_answer(
        &format!("Math.abs(document.getElementById('{MENTION}').getBoundingClientRect().top - {stood}) < 2"),
        &json!(true),
    );
    page.expect_card(ENTITY);
    page.go_back();
    page.expect_no_card();
}

in_every_engine!(a_lowered_sheet_leaves_the_text_to_be_read_and_rises_again);

fn a_lowered_sheet_leaves_the_text_to_be_read_and_rises_again(engine: Engine) {
    let server = site::serve();
    let (page, ..) = to_a_source(engine, PHONE, &server);
    let lowered = page.rect("[data-card]");
    assert!(lowered.bottom - lowered.top < 170.0, "{lowered:?}");
    assert!(!page.has(".veil"), "the text can be pressed");
    assert!(!page.has("[data-card][aria-modal]"));
    page.press("[data-card] [data-act='taller']");
    page.settle();
    let half = page.rect("[data-card]");
    assert!(half.bottom - half.top > 300.0, "{half:?}");
    page.press("[data-card] [data-act='lower']");
    page.settle();
    assert_eq!(page.rect("[data-card]"), lowered);
    page.press("[data-card] [data-act='close']");
    page.expect_no_card();
}

in_every_engine!(steps_are_one_entry_and_back_leads_to_the_first_line);

fn steps_are_one_entry_and_back_leads_to_the_first_line(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.settle();
    let (place, entries) = (page.place(MENTION), page.history_length());
    for number in [3, 4, 5] {
        page.press("[data-card] [data-act='next']");
        let id = format!("m-atajurt-{number}");
        page.expect_answer("document.querySelector('[data-lit]')?.id", &json!(id));
    }
    assert_eq!(page.history_length(), entries + 1.0);
    page.go_back();
    page.expect_place(MENTION, place);
    page.expect_card(ENTITY);
    page.expect_answer(
        "document.querySelector('[data-card] .steps .num').innerText",
        &json!("Mention 2 of 8 in the text"),
    );
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(MENTION);
}

in_every_engine!(back_from_a_chip_brings_the_view_again_as_it_was);

fn back_from_a_chip_brings_the_view_again_as_it_was(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = Page::open_article(engine, window, &server);
        page.expect_ready();
        page.open_view("timeline");
        let chip = page
            .text(
                "(one => (one.id = 'chip', one.scrollIntoView({ block: 'center' }), one.hash.slice(1)))(document.querySelector('[data-view] .dates a.para'))",
                &[],
            )
            .unwrap();
        page.settle();
        let place = page.rect("#chip");
        page.press("#chip");
        page.expect_answer(
            "!!document.querySelector('[data-lit]') || CSS.highlights?.has('hit')",
            &json!(true),
        );
        page.settle();
        let goal = page.rect(&format!("#{chip}"));
        assert!(
            goal.bottom > 0.0 && goal.top < window.height as f64,
            "{goal:?}"
        );
        if window.width == PHONE.width {
            page.expect_no_view();
        }
        page.go_back();
        page.expect_view("timeline");
        page.expect_focus("chip");
        page.settle();
        assert_eq!(page.rect("#chip"), place, "{window:?}: scrolled as before");
        page.go_back();
        page.expect_no_view();
        page.expect_silence();
    }
}

/// In the margin a card stands over no text: one that was lowered is whole there.
#[test]
fn a_lowered_card_is_whole_again_in_a_wide_window() {
    let server = site::serve();
    let (page, ..) = to_a_source(Engine::Chromium, TABLET, &server);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &json!("lowered"),
    );
    page.resize(DESKTOP);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &json!("half"),
    );
    page.settle();
    let card = page.rect("[data-card]");
    assert!(
        card.left > page.rect("#p2").right && card.right <= DESKTOP.width as f64,
        "{card:?}"
    );
    assert!(!page.has("[data-card] [data-act='lower']"));
    page.resize(TABLET);
    page.expect_answer(
        "document.querySelector('[data-card]').dataset.height",
        &json!("lowered"),
    );
}
