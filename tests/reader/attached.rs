//! The page with its app: cards, focus, history.

use serde_json::json;

use crate::support::acts::{ENTER, ESCAPE};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page
}

in_every_engine!(pressing_a_mention_opens_its_card_and_moves_nothing);

fn pressing_a_mention_opens_its_card_and_moves_nothing(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.settle();
        let card = page.rect("[data-card]");
        assert!(page.holds(card), "the card stands in the window: {card:?}");
        let words = page.rect("#m-atajurt-2");
        assert!(!card.overlaps(words), "{card:?} leaves {words:?} free");
        assert_eq!(page.note_shown(), None, "the note under it is off");
        assert_eq!(page.place(MENTION), before, "nothing jumps");
        assert_eq!(page.fragment(), "#ent-atajurt");
        page.expect_silence();
    }
}

in_every_engine!(focus_goes_to_the_card_and_returns_to_the_mention);

fn focus_goes_to_the_card_and_returns_to_the_mention(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let before = page.place(MENTION);
    page.press_mention(MENTION);
    page.expect_focus_in_card(ENTITY);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(MENTION);
    page.expect_place(MENTION, before);
    page.expect_silence();
}

in_every_engine!(going_back_closes_the_card);

fn going_back_closes_the_card(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let before = page.place(MENTION);
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.go_back();
        page.expect_no_card();
        page.expect_focus(MENTION);
        page.expect_place(MENTION, before);
        assert_eq!(page.note_shown(), None);
        assert!(page.ready(), "going back stays in the page");
    }
}

in_every_engine!(the_close_button_closes_and_leaves_no_entry_ahead_of_the_page);

fn the_close_button_closes_and_leaves_no_entry_ahead_of_the_page(engine: Engine) {
    let server = site::serve();
    let page = open(engine, PHONE, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let entries = page.history_length();
    page.close_card();
    page.expect_no_card();
    page.expect_fragment("");
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    assert_eq!(
        page.history_length(),
        entries,
        "the second card takes the first one's entry"
    );
}

in_every_engine!(a_link_in_the_card_changes_it_in_place);

fn a_link_in_the_card_changes_it_in_place(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let before = page.place(MENTION);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let entries = page.history_length();
    let link = "[data-card='atajurt'] a[href^='#ent-']";
    let href = page.ask("document.querySelector($0).hash", &[json!(link)]);
    let other = href.as_str().expect("a link has a target").to_owned();
    page.reveal(link);
    page.press(link);
    page.expect_card(other.trim_start_matches("#ent-"));
    page.expect_fragment(&other);
    assert_eq!(page.history_length(), entries, "no entry is added");
    page.expect_place(MENTION, before);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(MENTION);
    page.expect_silence();
}

#[test]
fn enter_opens_a_card_as_a_press_does() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.ask(
        "document.querySelector($0).focus({ preventScroll: true })",
        &[json!("#m-atajurt-2")],
    );
    page.press_key(ENTER);
    page.expect_focus_in_card(ENTITY);
    page.press_key(ESCAPE);
    page.expect_focus(MENTION);
}

#[test]
fn pressing_the_open_mention_again_closes_its_card() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.press_mention(MENTION);
    page.expect_no_card();
    page.settle();
    assert_eq!(page.card(), None, "and it stays closed");
}

#[test]
fn pressing_beside_the_card_closes_it() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.press_at(60, 400);
    page.expect_no_card();
    page.expect_silence();
}

#[test]
fn another_mention_changes_the_card_and_adds_no_entry() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let entries = page.history_length();
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.press_mention(&other);
    page.expect_card(&entity);
    assert_eq!(page.history_length(), entries);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_focus(&other);
}

in_every_engine!(an_address_with_an_entity_opens_its_card_and_scrolls_nothing);

fn an_address_with_an_entity_opens_its_card_and_scrolls_nothing(engine: Engine) {
    let server = site::serve();
    let address = format!("{}#ent-almaty", site::article());
    let page = Page::open(engine, DESKTOP, &server, &address);
    page.expect_ready();
    page.expect_card("almaty");
    page.settle();
    assert_eq!(page.scrolled(), 0.0);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_silence();
}

#[test]
fn reloading_opens_the_card_again_and_back_closes_it_once() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.reload();
    page.expect_ready();
    page.expect_card(ENTITY);
    page.go_back();
    page.expect_no_card();
    page.expect_fragment("");
}

in_every_engine!(the_site_works_below_a_path);

fn the_site_works_below_a_path(engine: Engine) {
    let server = site::serve_below("/a/b/");
    let page = open(engine, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_silence();
}

#[test]
fn reading_asks_the_host_for_nothing() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let asked = server.asked();
    for mention in [MENTION, "m-atajurt-3"] {
        page.bring(&format!("#{mention}"), 250);
        page.press_mention(mention);
        page.expect_card(ENTITY);
        page.press_key(ESCAPE);
        page.expect_no_card();
    }
    page.settle();
    assert_eq!(server.asked(), asked);
    assert_eq!(
        page.requests_elsewhere(),
        Vec::<String>::new(),
        "none to other hosts"
    );
}

#[test]
fn a_modified_press_is_the_browser_s() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.press_with_control("#m-atajurt-2");
    page.settle();
    assert_eq!(page.card(), None);
}

/// Marks along the window's edge: thousandths of the article's height.
const EDGE: &str = "(which => [...(document.querySelector(`.edge .${which} path`)?.getAttribute('d') ?? '').matchAll(/M1 (\\d+)/g)]
    .map(mark => Number(mark[1])))";

/// Those of the page and those of an open card stand where the blocks of the mentions stand.
#[test]
fn marks_at_the_edge_stand_where_their_blocks_do() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    let places = |mentions: &str| {
        page.ask(
            &format!(
                "(({{ top, height }}) => [...new Set([...document.querySelectorAll(`[data-article] .block a{mentions}`)]
                    .map(link => link.closest('.block')))]
                    .map(block => Math.trunc((block.getBoundingClientRect().top - top) * 1000 / height)))
                    (document.querySelector('[data-article]').getBoundingClientRect())"
            ),
            &[],
        )
    };
    let all = places("[data-entity]");
    page.expect_answer(&format!("{EDGE}('marks')"), &all);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let own = places(&format!("[data-entity='{ENTITY}']"));
    page.expect_answer(&format!("{EDGE}('lit')"), &own);
}

/// Sites on one origin share its storage: each keeps its own under the path of its root.
#[test]
fn what_is_kept_bears_the_path_of_the_site() {
    let server = site::serve_below("/a/b/");
    let page = Page::open(Engine::Chromium, DESKTOP, &server, &site::article());
    page.expect_ready();
    page.open_view("settings");
    page.choose("theme", "dark");
    page.expect_answer("Object.keys(localStorage)", &json!(["/a/b/ theme"]));
    page.reload();
    page.expect_answer("document.documentElement.dataset.theme", &json!("dark"));
}

#[test]
fn on_a_slow_machine_a_card_is_there_in_the_first_frame_after_the_press() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let slow = |rate: u32| {
        let command = "Emulation.setCPUThrottlingRate";
        page.browser.devtools(command, &json!({ "rate": rate }));
    };
    // Before the app's own, so that it is asked first what the frame shows.
    page.browser.run(
        "addEventListener('click', () => requestAnimationFrame(() => {
            window.inFirstFrame = document.querySelector('[data-card]') !== null;
        }), { capture: true })",
        &[],
    );
    slow(20);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    slow(1);
    assert_eq!(
        page.browser.run("return window.inFirstFrame", &[]),
        json!(true)
    );
    page.expect_silence();
}
