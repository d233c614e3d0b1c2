//! What a press opens, however it is made and wherever it stands.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page, Window};
use crate::support::site;

in_every_engine!(a_double_click_opens_and_leaves_open);

fn a_double_click_opens_and_leaves_open(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_twice(&format!("#{MENTION}"));
    page.expect_card(ENTITY);
    page.settle();
    page.expect_card(ENTITY);
    page.press("[data-card] [data-act='close']");
    page.expect_no_card();
    page.press_twice(".tabs [data-open-view='timeline']");
    page.expect_view("timeline");
    page.settle();
    page.expect_view("timeline");
}

/// Where a card stands by the words, one that was opened in a view stands by what was pressed.
#[test]
fn a_card_from_a_view_stands_beside_its_row() {
    let server = site::serve();
    let window = Window {
        width: 900,
        height: 800,
    };
    let page = Page::open_article(Engine::Chromium, window, &server);
    page.expect_ready();
    page.open_view("entities");
    let row = "[data-view] .ents li:nth-child(3) a.name";
    let entity = page
        .text("document.querySelector($0).hash.slice(5)", &[json!(row)])
        .unwrap();
    page.press(row);
    page.expect_card(&entity);
    page.settle();
    let (card, row) = (page.rect("[data-card]"), page.rect(row));
    assert!(page.holds(card), "{card:?}");
    assert!(!card.overlaps(row), "{card:?} on {row:?}");
    let (above, below) = (row.top - card.bottom, card.top - row.bottom);
    assert!(
        (0.0..40.0).contains(&above.max(below)),
        "right above or below it: {card:?}, {row:?}"
    );
}

in_every_engine!(a_card_follows_the_window_s_width);

fn a_card_follows_the_window_s_width(engine: Engine) {
    let server = site::serve();
    let narrow = Window {
        width: 560,
        height: 800,
    };
    let page = Page::open_article(engine, narrow, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    assert!(page.has("[data-card][aria-modal='true']"));
    page.resize(DESKTOP);
    page.expect_answer(
        "!!document.querySelector('[data-card]:not([aria-modal])') && !document.querySelector('.veil')",
        &json!(true),
    );
    page.settle();
    assert!(page.rect("[data-card]").left > page.rect("#p2").right);
    page.resize(narrow);
    page.expect_answer(
        "!!document.querySelector('[data-card][aria-modal=true]')",
        &json!(true),
    );
}

/// The step back of a closing card may land after the next press.
#[test]
fn a_press_right_after_closing_is_not_lost() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.ask(
        "(document.querySelector('[data-card] [data-act=close]').click(), document.getElementById($0).click())",
        &[json!(other)],
    );
    page.settle();
    page.expect_card(&entity);
    page.expect_fragment(&format!("#ent-{entity}"));
    page.go_back();
    page.expect_no_card();
    page.expect_fragment("");
    page.expect_silence();
}
