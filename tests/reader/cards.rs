//! What a card holds and does: mentions and the way along them, the trail, its address.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const NEXT: &str = "[data-card] [data-act='next']";

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    // What takes longer comes a frame after the card.
    let whole = "!!document.querySelector('[data-card] [data-act=cite]')";
    page.expect_answer(whole, &json!(true));
    page
}

in_every_engine!(stepping_moves_to_each_mention_and_a_button_leads_back);

fn stepping_moves_to_each_mention_and_a_button_leads_back(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let before = page.place(MENTION);
    let marks = page.number(
        "new Set([...document.querySelectorAll('[id^=m-atajurt-]')].map(one => one.id)).size",
    );
    assert_eq!(marks, 8.0);
    for number in [3, 4, 5, 6, 7, 8, 1] {
        page.press(NEXT);
        let id = format!("m-atajurt-{number}");
        page.expect_answer("document.querySelector('[data-lit]')?.id", &json!(id));
        page.settle();
        let (mention, card) = (page.rect(&format!("#{id}")), page.rect("[data-card]"));
        assert!(page.holds(mention), "{id} is to be seen: {mention:?}");
        assert!(!mention.overlaps(card), "{id} is not under the card");
        let line = format!("Mention {number} of 8 in the text");
        assert!(page.words("[data-card]").contains(&line), "{line}");
        assert_eq!(
            page.words("[role='status']"),
            format!("Moved to mention {number} of 8")
        );
    }
    page.press("[data-act='return']");
    page.expect_place(MENTION, before);
    page.expect_focus(MENTION);
    assert!(
        !page.has("[data-act='return']"),
        "the way back is gone once used"
    );
    page.expect_silence();
}

#[test]
fn the_way_back_brings_the_line_to_where_it_was() {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(Engine::Chromium, window, &server);
        page.settle();
        let before = page.place(MENTION);
        page.press("[data-card] [data-act='previous']");
        page.expect_answer(
            "document.querySelector('[data-lit]')?.id",
            &json!("m-atajurt-1"),
        );
        page.settle();
        assert_ne!(page.place(MENTION), before);
        let (button, card) = (page.rect("[data-act='return']"), page.rect("[data-card]"));
        assert!(!button.overlaps(card), "the way back covers no card");
        page.press("[data-act='return']");
        page.expect_place(MENTION, before);
        page.expect_focus(MENTION);
    }
}

#[test]
fn the_way_back_goes_after_a_screen_of_reading_on() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press(NEXT);
    page.expect_answer(
        "!!document.querySelector('[data-act=return]')",
        &json!(true),
    );
    page.wheel(300, 400, 500);
    page.wheel(300, 400, 1200);
    page.expect_answer(
        "!!document.querySelector('[data-act=return]')",
        &json!(false),
    );
}

#[test]
fn every_mention_is_listed_with_its_sentence() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.ask("document.querySelector('[data-act=all]')?.click()", &[]);
    page.expect_answer("document.querySelectorAll('.told li').length", &json!(8));
    let told = page.words(".told li:nth-child(3)");
    assert!(
        told.contains("Yet now, Atajurt, which did so much to expose Beijing’s rights abuses, is facing the full force"),
        "{told}"
    );
    assert!(told.contains("¶ 5"), "{told}");
    page.ask(
        "document.querySelector('.told li:nth-child(3) a').click()",
        &[],
    );
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-3"),
    );
    page.expect_card(ENTITY);
}

#[test]
fn the_bar_s_marks_lead_to_the_mentions() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press("[data-card] .bars a[href='#m-atajurt-4']");
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-4"),
    );
    let cells = "[...document.querySelectorAll('.bars a')].every(one => one.getBoundingClientRect().width >= 24 && one.getBoundingClientRect().height >= 24)";
    assert_eq!(page.ask(cells, &[]), true, "each is to be pressed");
}

in_every_engine!(a_link_in_the_card_leads_on_and_the_trail_back);

fn a_link_in_the_card_leads_on_and_the_trail_back(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let entries = page.history_length();
    page.ask(
        "document.querySelector('[data-card] a.mk[href=\"#ent-serikzhan-bilash\"]').click()",
        &[],
    );
    page.expect_card("serikzhan-bilash");
    page.expect_focus_in_card("serikzhan-bilash");
    page.expect_fragment("#ent-serikzhan-bilash");
    page.press("[data-card] [data-act='back']");
    page.expect_card(ENTITY);
    page.expect_fragment("#ent-atajurt");
    page.press("[data-card] [data-act='forward']");
    page.expect_card("serikzhan-bilash");
    assert_eq!(
        page.history_length(),
        entries,
        "the trail is the card's own"
    );
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(MENTION);
    page.expect_silence();
}

#[test]
fn words_that_mean_two_things_offer_both() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    let (id, entity, also) = {
        let found = page.ask(
            "(one => [one.id, one.dataset.entity, one.dataset.also.split(' ')[0]])(document.querySelector('p a[id][data-also]'))",
            &[],
        );
        let word = |at: usize| found[at].as_str().unwrap().to_owned();
        (word(0), word(1), word(2))
    };
    page.bring(&format!("#{id}"), 250);
    page.press_mention(&id);
    page.expect_card(&entity);
    let link = format!("[data-card] [data-names='also'] a[href='#ent-{also}']");
    page.reveal(&link);
    page.press(&link);
    page.expect_card(&also);
}

#[test]
fn whoever_stands_in_the_same_sentences_is_named() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let names = page.words("[data-card] [data-names='with']");
    for name in ["Almaty", "China", "Xinjiang"] {
        assert!(names.contains(name), "{name} in {names}");
    }
    assert!(!names.contains("Guldariya\nAtajurt"), "not itself: {names}");
}

#[test]
fn a_card_tells_its_passage() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.bring("#m-beijing-metonym-1", 250);
    page.press_mention("m-beijing-metonym-1");
    page.expect_card("beijing-metonym");
    let here = page.words("[data-card] .here:not([hidden])");
    assert!(
        here.starts_with("In this passage") && here.contains("China’s government"),
        "{here}"
    );
    let count = page.number("document.querySelectorAll('[data-card] .here:not([hidden])').length");
    assert_eq!(count, 1.0, "of this passage and no other");
}

#[test]
fn words_in_a_card_can_be_selected_without_closing_it() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.settle();
    let say = page.rect("[data-card] .say");
    page.drag(
        (say.left + 4.0, say.top + 10.0),
        (say.left - 300.0, say.top + 40.0),
    );
    page.expect_card(ENTITY);
    let chosen = page.ask("getSelection().toString()", &[]);
    assert!(
        chosen.as_str().is_some_and(|words| words.len() > 5),
        "{chosen}"
    );
}

#[test]
fn a_sheet_can_be_made_taller_without_dragging() {
    let server = site::serve();
    let page = open(Engine::Chromium, PHONE, &server);
    page.settle();
    let low = page.rect("[data-card]");
    assert!(low.bottom - low.top <= 0.56 * 740.0, "{low:?}");
    page.press("[data-card] [data-act='taller']");
    page.expect_answer(
        "document.querySelector('[data-card]').getBoundingClientRect().height > 0.8 * innerHeight",
        &json!(true),
    );
    page.press("[data-card] [data-act='close']");
    page.expect_no_card();
}

#[test]
fn an_address_of_a_mention_leads_to_its_place() {
    let server = site::serve();
    let page = Page::open(
        Engine::Chromium,
        DESKTOP,
        &server,
        &format!("{}#m-atajurt-8", site::article()),
    );
    page.expect_ready();
    assert!(page.holds(page.rect("#m-atajurt-8")));
    assert_eq!(page.card(), None);
}

/// The outer of two mentions is listed with all of its words.
#[test]
fn a_mention_around_another_is_listed_whole() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    let broken = page.ask(
        "(() => {
            const cut = [];
            for (const part of document.querySelectorAll('.block a[data-part]')) {
                const first = document.getElementById(part.dataset.part);
                if (first && !cut.includes(first.id)) cut.push(first.id);
            }
            return cut;
        })()",
        &[],
    );
    let ids: Vec<String> = serde_json::from_value(broken).unwrap();
    assert!(!ids.is_empty(), "the article has some");
    let mut listed = 0;
    for id in ids {
        page.bring(&format!("#{id}"), 250);
        page.ask("document.getElementById($0).click()", &[json!(id)]);
        page.expect_answer("!!document.querySelector('[data-card]')", &json!(true));
        page.settle();
        let words = page.ask(
            "(() => {
                const [first, parts] = [document.getElementById($0), [...document.querySelectorAll(`[data-part='${$0}']`)]];
                const range = document.createRange();
                range.setStartBefore(first);
                range.setEndAfter(parts.at(-1));
                return [range.toString(), document.querySelector(`.told a[href='#${$0}'] mark`)?.textContent ?? null];
            })()",
            &[json!(id)],
        );
        if words[1].is_string() {
            listed += 1;
            assert_eq!(words[0], words[1], "{id}");
        }
        page.ask(
            "document.querySelector('[data-card] [data-act=close]').click()",
            &[],
        );
        page.expect_no_card();
    }
    assert!(listed > 0, "one of them is in a list");
}
