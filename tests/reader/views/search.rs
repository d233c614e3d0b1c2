//! Search: hits of the text are gone to, lit and walked along; the box is a combobox.

use serde_json::{Value, json};

use crate::support::acts::{ENTER, ESCAPE};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";

/// A phone on its side.
const LOW: Window = Window {
    width: 667,
    height: 375,
};

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.open_view("search");
    page.expect_focus_on("#search-box");
    page
}

fn search(page: &Page, words: &str) {
    for letter in words.chars() {
        page.press_key(&letter.to_string());
    }
}

/// The results, by what they are of.
fn results(page: &Page) -> Vec<String> {
    let results = page.ask(
        "[...document.querySelectorAll('[data-view] [data-result]')].map(one => one.dataset.result)",
        &[],
    );
    serde_json::from_value(results).unwrap()
}

/// The words of the article that are lit.
fn lit(page: &Page) -> Value {
    page.ask(
        "CSS.highlights?.get('hit') ? [...CSS.highlights.get('hit')].map(range => range.toString()).join() : getSelection().toString()",
        &[],
    )
}

in_every_engine!(enter_goes_to_the_hit_and_lights_it);

fn enter_goes_to_the_hit_and_lights_it(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        search(&page, "construction");
        page.expect_answer(
            "document.querySelectorAll('[data-view] [data-result=p12]').length",
            &json!(1),
        );
        let row = results(&page)
            .iter()
            .position(|one| one == "p12")
            .expect("it stands in the last block");
        for _ in 0..row {
            page.press_key(DOWN);
        }
        page.press_key(ENTER);
        page.settle();
        assert_eq!(lit(&page), json!("construction"), "{engine:?} {window:?}");
        let place = page.rect("#p12");
        assert!(
            place.top < window.height as f64 && place.bottom > 0.0,
            "{place:?} is in sight"
        );
        page.expect_silence();
    }
}

in_every_engine!(the_result_that_the_keys_are_on_is_in_sight);

fn the_result_that_the_keys_are_on_is_in_sight(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE, LOW] {
        let page = open(engine, window, &server);
        let expect = |row: usize| {
            page.settle();
            page.expect_answer(
                "(() => {
                    const one = document.querySelector('.result[aria-selected=true]');
                    const [place, box, view] = [one, one.closest('.view').querySelector('#search-box'), one.closest('.view-body')]
                        .map(element => element.getBoundingClientRect());
                    const seen = place.top >= box.bottom && place.bottom <= view.bottom + 1 && box.top >= view.top;
                    return seen ? one.id : [one.id, place.top, place.bottom, box.bottom, view.bottom].join(' ');
                })()",
                &json!(format!("result-{row}")),
            );
        };
        search(&page, "kazakh");
        // Those that the window has no room for come once the reader stops typing.
        page.expect_answer(
            "[...document.querySelectorAll('[role=listbox] [role=group]')].map(group =>
                parseInt(group.querySelector('.num').textContent) - group.querySelectorAll('[data-result]').length).join('')",
            &json!("00000"),
        );
        let rows = results(&page).len();
        for row in 1..=rows {
            page.press_key(DOWN);
            expect(row % rows);
        }
        search(&page, "s");
        expect(0);
        page.press_key(UP);
        page.expect_answer(
            "document.querySelector('[role=listbox]').lastChild.lastChild.matches('[aria-selected=true]:not(#result-0)')",
            &json!(true),
        );
        page.expect_silence();
    }
}

#[test]
fn hits_of_the_text_are_walked_along_and_round() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    search(&page, "border");
    page.expect_answer(
        "document.querySelectorAll('[data-view] [data-result=p2]').length",
        &json!(1),
    );
    page.press("[data-view] [data-result='p2']");
    page.expect_answer(
        "document.querySelector('.walk .num')?.textContent",
        &json!("1 of 2"),
    );
    page.press("[data-act='hit-next']");
    page.expect_answer(
        "document.querySelector('.walk .num')?.textContent",
        &json!("2 of 2"),
    );
    page.settle();
    let place = page.rect("#p12");
    assert!(
        place.top < 800.0 && place.bottom > 0.0,
        "{place:?} is in sight"
    );
    page.press("[data-act='hit-next']");
    page.expect_answer(
        "document.querySelector('.walk .num')?.textContent",
        &json!("1 of 2"),
    );
}

#[test]
fn the_box_is_a_combobox_over_its_results() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let state = |name: &str| {
        page.text(
            "document.querySelector('#search-box').getAttribute($0)",
            &[json!(name)],
        )
    };
    assert_eq!(
        page.role_and_name("#search-box"),
        ("combobox".to_owned(), "Search".to_owned())
    );
    assert_eq!(state("aria-expanded").as_deref(), Some("false"));
    search(&page, "uighurs");
    page.expect_answer(
        "document.querySelector('[data-view] [data-result]')?.dataset.result",
        &json!("uyghurs"),
    );
    assert_eq!(state("aria-expanded").as_deref(), Some("true"));
    assert_eq!(state("aria-activedescendant").as_deref(), Some("result-0"));
    page.press_key(DOWN);
    page.expect_answer(
        "document.querySelector('#search-box').getAttribute('aria-activedescendant')",
        &json!("result-1"),
    );
    assert!(page.has("#result-1[aria-selected='true']"));
    page.press_key(ESCAPE);
    page.expect_no_view();
}

#[test]
fn an_entity_s_card_opens_over_the_results_and_closing_returns_to_them() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    search(&page, "Билаш");
    page.expect_answer(
        "document.querySelector('[data-view] [data-result]')?.dataset.result",
        &json!("serikzhan-bilash"),
    );
    page.press_key(ENTER);
    page.expect_card("serikzhan-bilash");
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.expect_view("search");
    assert_eq!(results(&page)[0], "serikzhan-bilash");
}

/// Neither its sources nor what parts them is a word of it.
#[test]
fn a_fact_is_found_without_its_sources() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    search(&page, "years in prison");
    page.expect_answer(
        "document.querySelector(\"[data-view] [data-result^='fact-inciting-hatred-charge-']\")?.children[1].textContent.trim().slice(-16)",
        &json!("years in prison."),
    );
}

#[test]
fn what_is_not_there_is_said() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    search(&page, "zzzz");
    page.expect_answer(
        "document.querySelector('[data-view] .status').textContent",
        &json!("Nothing found for “zzzz”."),
    );
    page.expect_answer(
        "document.querySelector('[role=status]').textContent",
        &json!("Nothing found for “zzzz”."),
    );
}

#[test]
fn a_slash_opens_it_where_single_keys_are_on() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_key("/");
    page.settle();
    assert_eq!(page.view(), None, "off until the reader turns them on");
    page.open_view("settings");
    page.choose("keys", "on");
    page.close_view();
    page.expect_no_view();
    page.press_key("/");
    page.expect_view("search");
}

/// A phone's keyboard covers the lower half of the window.
#[test]
fn above_a_phone_s_keyboard_stand_the_box_and_three_results() {
    const TALL: Window = Window {
        width: 390,
        height: 844,
    };
    let server = site::serve();
    let page = open(Engine::Chromium, TALL, &server);
    for words in ["kazakh", "china"] {
        search(&page, words);
        page.expect_answer(
            "document.querySelectorAll('[data-view] [data-result]').length > 3",
            &json!(true),
        );
        page.settle();
        let third = "[...document.querySelectorAll('[data-view] [data-result]')][2].getBoundingClientRect().bottom";
        assert!(page.rect("#search-box").top > 0.0);
        assert!(
            page.number(third) < 422.0,
            "{} for {words}",
            page.number(third)
        );
        page.press_key_with_control("a");
    }
}
