//! Kept cards: they stand while the reader reads on, outlive a reload, and stay in sight under a view.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page, Window};
use crate::support::server::Server;
use crate::support::site;

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page
}

#[test]
fn kept_cards_stay_while_reading_on() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press("[data-card] [data-act='pin']");
    page.expect_no_card();
    page.expect_fragment("");
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.press_mention(&other);
    page.expect_card(&entity);
    page.press("[data-card] [data-act='pin']");
    page.expect_answer(
        "[...document.querySelectorAll('[data-pinned]')].map(one => one.dataset.pinned).join()",
        &json!(format!("{ENTITY},{entity}")),
    );
    page.settle();
    for pinned in [ENTITY, &entity] {
        let rect = page.rect(&format!("[data-pinned='{pinned}']"));
        assert!(
            page.holds(rect) && rect.bottom - rect.top > 160.0,
            "{pinned} can be read: {rect:?}"
        );
        assert!(
            rect.left > page.rect("#p2").right,
            "{pinned} covers no text"
        );
    }
    page.press_key(ESCAPE);
    page.expect_answer(
        "[...document.querySelectorAll('[data-pinned]')].map(one => one.dataset.pinned).join()",
        &json!(ENTITY),
    );
    page.press(&format!("[data-pinned='{ENTITY}'] [data-act='close']"));
    page.expect_answer("!!document.querySelector('[data-pinned]')", &json!(false));
    page.expect_focus(MENTION);
    page.expect_silence();
}

/// Kept cards outlive a reload, and one moves to the mention that is pressed.
#[test]
fn a_kept_card_outlives_a_reload_and_follows_the_mention_pressed() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press("[data-card] [data-act='pin']");
    page.expect_no_card();
    page.reload();
    page.expect_ready();
    page.expect_answer(
        "document.querySelector('[data-pinned]')?.dataset.pinned",
        &json!(ENTITY),
    );
    page.bring("#m-atajurt-4", 250);
    page.press_mention("m-atajurt-4");
    page.expect_focus("pin-atajurt");
    assert_eq!(page.card(), None);
    page.expect_answer(
        "document.querySelector('#m-atajurt-4')?.getAttribute('aria-expanded')",
        &json!("true"),
    );
    page.press("[data-pinned] [data-act='close']");
    page.expect_focus("m-atajurt-4");
    page.reload();
    page.expect_ready();
    page.settle();
    assert!(!page.has("[data-pinned]"), "what was let go stays so");
}

/// A view takes the margin: what is kept lies below it, name by name, and opens under the mouse and by the focus.
#[test]
fn kept_cards_stay_in_sight_under_a_view() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press("[data-card] [data-act='pin']");
    page.expect_no_card();
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.press_mention(&other);
    page.expect_card(&entity);
    page.press("[data-card] [data-act='pin']");
    page.press(".tabs [data-open-view='timeline']");
    page.expect_view("timeline");
    page.settle();
    let view = page.rect("[data-view='timeline']");
    let at = |selector: &str| {
        let rect = page.rect(selector);
        assert!(page.holds(rect), "{selector} at {rect:?}");
        page.text(
            "document.elementFromPoint($0, $1)?.closest('[data-pinned]')?.dataset.pinned",
            &[json!(rect.left + 8.0), json!(rect.top + 8.0)],
        )
    };
    for pinned in [ENTITY, &entity] {
        let name = format!("[data-pinned='{pinned}'] h3");
        assert!(page.rect(&name).top >= view.bottom, "below {view:?}");
        assert_eq!(
            at(&name).as_deref(),
            Some(pinned),
            "nothing covers the name"
        );
    }
    page.point_at(&format!("[data-pinned='{ENTITY}'] h3"));
    page.settle();
    let head = page.rect(&format!("[data-pinned='{ENTITY}'] .note-head"));
    let card = page.rect(&format!("[data-pinned='{ENTITY}']"));
    assert!(card.bottom - head.bottom > 100.0, "{card:?} is open");
}
