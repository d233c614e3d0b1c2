//! Layers and history: a view pushes one entry, what closes it gives the entry back, focus goes in and comes back.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;
use crate::support::views::tab_of;

/// Each with a tab of its own.
const VIEWS: [&str; 4] = ["entities", "timeline", "relations", "settings"];
/// A row that is to be seen as its view opens.
const ROW: &str = "[data-view] li a[href='#ent-atajurt']";

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page
}

in_every_engine!(a_tab_opens_its_view_and_going_back_closes_it);

fn a_tab_opens_its_view_and_going_back_closes_it(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let (before, entries) = (page.place(MENTION), page.history_length());
        for view in VIEWS {
            page.press(&tab_of(view));
            page.expect_view(view);
            page.expect_focus_in_view(view);
            assert_eq!(page.history_length(), entries + 1.0, "{view}: one entry");
            assert_eq!(page.fragment(), format!("#{view}"));
            assert!(page.has(&format!("{}[aria-current]", tab_of(view))));
            page.go_back();
            page.expect_no_view();
            page.expect_focus_on(&tab_of(view));
            page.expect_fragment("");
            page.expect_place(MENTION, before);
            assert!(!page.has("[data-open-view][aria-current]"));
        }
        page.expect_silence();
    }
}

in_every_engine!(escape_and_the_close_button_close_a_view);

fn escape_and_the_close_button_close_a_view(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let before = page.place(MENTION);
        page.open_view("entities");
        let entries = page.history_length();
        page.press_key(ESCAPE);
        page.expect_no_view();
        page.expect_focus_on(&tab_of("entities"));
        page.expect_fragment("");
        page.open_view("timeline");
        page.close_view();
        page.expect_no_view();
        page.expect_focus_on(&tab_of("timeline"));
        page.expect_fragment("");
        assert_eq!(
            page.history_length(),
            entries,
            "the second view takes the first one's entry"
        );
        page.expect_place(MENTION, before);
        page.expect_silence();
    }
}

#[test]
fn another_tab_changes_the_view_in_place_and_the_same_closes_it() {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(Engine::Chromium, window, &server);
        page.open_view("entities");
        let entries = page.history_length();
        for view in ["timeline", "relations", "settings", "entities"] {
            page.open_view(view);
            page.expect_focus_in_view(view);
            page.expect_fragment(&format!("#{view}"));
            assert_eq!(page.history_length(), entries, "{view}: no entry is added");
        }
        page.press(&tab_of("entities"));
        page.expect_no_view();
        page.expect_focus_on(&tab_of("entities"));
        page.expect_fragment("");
        assert_eq!(page.history_length(), entries);
    }
}

in_every_engine!(a_card_from_a_row_goes_over_the_view_and_closing_it_returns_to_the_row);

fn a_card_from_a_row_goes_over_the_view_and_closing_it_returns_to_the_row(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let before = page.place(MENTION);
        page.open_view("entities");
        let entries = page.history_length();
        for back in [false, true] {
            page.press(ROW);
            page.expect_focus_in_card(ENTITY);
            page.expect_fragment("#ent-atajurt");
            assert_eq!(
                page.history_length(),
                entries + 1.0,
                "the card has an entry of its own"
            );
            assert!(page.has("[data-view='entities']"), "the view waits");
            if back {
                page.go_back();
            } else {
                page.press_key(ESCAPE);
            }
            page.expect_no_card();
            page.expect_view("entities");
            page.settle();
            page.expect_focus_on(ROW);
            page.expect_fragment("#entities");
            page.expect_place(MENTION, before);
        }
        page.press_key(ESCAPE);
        page.expect_no_view();
        page.expect_focus_on(&tab_of("entities"));
        page.expect_fragment("");
        page.expect_silence();
    }
}

#[test]
fn a_card_from_a_name_in_any_view_returns_there() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    for view in ["timeline", "relations"] {
        page.open_view(view);
        let link = format!("[data-view='{view}'] a[href^='#ent-']");
        page.press(&link);
        page.expect_answer("document.querySelectorAll('[data-card]').length", &json!(1));
        page.press_key(ESCAPE);
        page.expect_no_card();
        page.expect_view(view);
        page.expect_focus_on(&link);
        page.press_key(ESCAPE);
        page.expect_no_view();
    }
}

in_every_engine!(a_tab_pressed_while_a_card_is_open_goes_over_it);

fn a_tab_pressed_while_a_card_is_open_goes_over_it(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let before = page.place(MENTION);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let entries = page.history_length();
    page.press(&tab_of("timeline"));
    page.expect_view("timeline");
    page.expect_no_card();
    page.expect_focus_in_view("timeline");
    assert_eq!(page.history_length(), entries + 1.0, "one layer more");
    assert_eq!(page.fragment(), "#timeline");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.expect_card(ENTITY);
    page.expect_fragment("#ent-atajurt");
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_fragment("");
    page.expect_focus(MENTION);
    page.expect_place(MENTION, before);
    page.expect_silence();
}

#[test]
fn the_tab_of_the_view_below_a_card_leads_back_to_it() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.open_view("entities");
    page.press(ROW);
    page.expect_card(ENTITY);
    page.press(&tab_of("entities"));
    page.expect_no_card();
    page.expect_view("entities");
    page.expect_fragment("#entities");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.expect_fragment("");
}

/// However the layers came to lie, as many ways back as were opened lead to the page alone.
#[test]
fn another_tab_over_a_card_over_a_view_leaves_no_layer_behind() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let entries = page.history_length();
    page.open_view("entities");
    page.press(ROW);
    page.expect_card(ENTITY);
    page.open_view("relations");
    page.expect_no_card();
    page.expect_fragment("#relations");
    assert!(page.history_length() <= entries + 3.0);
    for _ in 0..3 {
        if page.view().is_some() || page.card().is_some() {
            page.go_back();
            page.settle();
        }
    }
    page.expect_no_view();
    page.expect_no_card();
    page.expect_fragment("");
    assert!(page.ready(), "going back stays in the page");
}

#[test]
fn the_view_s_close_button_closes_it_under_its_card_too() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.open_view("entities");
    page.press(ROW);
    page.expect_card(ENTITY);
    page.ask(
        "document.querySelector(`[data-view] button[title^='Close']`).click()",
        &[],
    );
    page.expect_no_card();
    page.expect_no_view();
    page.expect_fragment("");
    page.expect_focus_on(&tab_of("entities"));
}

#[test]
fn going_forward_opens_again_what_going_back_closed() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.open_view("entities");
    page.press(ROW);
    page.expect_card(ENTITY);
    page.go_back();
    page.expect_no_card();
    page.go_back();
    page.expect_no_view();
    page.browser.run("history.forward()", &[]);
    page.expect_view("entities");
    page.browser.run("history.forward()", &[]);
    page.expect_card(ENTITY);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_view("entities");
}

in_every_engine!(reloading_restores_the_newest_layer);

fn reloading_restores_the_newest_layer(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    page.open_view("timeline");
    page.reload();
    page.expect_ready();
    page.expect_view("timeline");
    page.go_back();
    page.expect_no_view();
    page.expect_fragment("");

    page.open_view("entities");
    page.press(ROW);
    page.expect_card(ENTITY);
    page.reload();
    page.expect_ready();
    page.expect_card(ENTITY);
    assert_eq!(page.view(), None, "the newest alone");
    page.go_back();
    page.expect_no_card();
    page.expect_view("entities");
    page.go_back();
    page.expect_no_view();
    page.expect_fragment("");
}

#[test]
fn help_opens_from_the_settings_and_closing_it_loses_no_focus() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.open_view("settings");
    let entries = page.history_length();
    let help = "[data-view='settings'] [data-open-view='help']";
    page.reveal(help);
    page.press(help);
    page.expect_view("help");
    page.expect_focus_in_view("help");
    page.expect_fragment("#help");
    assert_eq!(
        page.history_length(),
        entries,
        "it takes the settings' place"
    );
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.expect_fragment("");
    page.expect_focus_on(&tab_of("settings"));
}

in_every_engine!(back_from_a_view_that_a_card_led_to_brings_the_card);

fn back_from_a_view_that_a_card_led_to_brings_the_card(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    for view in ["timeline", "relations"] {
        let way = format!("[data-card] .explore [data-open-view='{view}']");
        page.expect_answer(
            &format!("!!document.querySelector(\"{way}\")"),
            &json!(true),
        );
        page.reveal(&way);
        page.press(&way);
        page.expect_view(view);
        page.expect_no_card();
        page.go_back();
        page.expect_card(ENTITY);
        page.expect_no_view();
        page.expect_fragment("#ent-atajurt");
        page.expect_answer(
            "document.querySelector('[data-card] .steps .num').innerText",
            &json!("Mention 2 of 8 in the text"),
        );
    }
    page.go_back();
    page.expect_no_card();
    page.expect_focus(MENTION);
    page.expect_silence();
}
