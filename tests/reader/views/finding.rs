//! Finding: the key that opens the search, what it says, and the way back from a result.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::site;

in_every_engine!(the_key_opens_the_search_and_then_chooses_what_was_typed);

fn the_key_opens_the_search_and_then_chooses_what_was_typed(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_key_with_control("k");
    page.expect_view("search");
    page.expect_focus("search-box");
    page.type_words("almaty");
    page.press_key_with_control("k");
    page.expect_view("search");
    page.expect_answer(
        "(box => box.value.slice(box.selectionStart, box.selectionEnd))(document.querySelector('#search-box'))",
        &json!("almaty"),
    );
    page.type_words("tax");
    page.expect_answer("document.querySelector('#search-box').value", &json!("tax"));
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.open_view("settings");
    page.choose("find", "on");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.press_key_with_control("k");
    page.settle();
    page.expect_no_view();
    page.expect_silence();
}

in_every_engine!(back_from_a_result_leads_to_the_box_with_its_results);

fn back_from_a_result_leads_to_the_box_with_its_results(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.open_view("search");
    page.type_words("kazakh");
    page.expect_answer(
        "document.querySelectorAll('.result').length > 8",
        &json!(true),
    );
    page.ask("document.querySelector('.view-body').scrollTop = 120", &[]);
    page.settle();
    page.ask(
        "[...document.querySelectorAll('.result:not([data-result^=p])')].find(one => one.getBoundingClientRect().top > 300).id = 'here'",
        &[],
    );
    let scrolled = page.number("document.querySelector('.view-body').scrollTop");
    page.press("#here");
    page.expect_answer("!!document.querySelector('[data-card]')", &json!(true));
    page.go_back();
    page.expect_no_card();
    page.expect_view("search");
    page.expect_focus("search-box");
    page.settle();
    assert_eq!(
        page.number("document.querySelector('.view-body').scrollTop"),
        scrolled
    );
    page.expect_silence();
}

#[test]
fn what_was_found_is_told_in_good_words() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.open_view("search");
    page.type_words("truck driver husband");
    page.expect_answer(
        "document.querySelector('.status').innerText",
        &json!("1 result"),
    );
    let text = page.words("[data-result^='p'] > span:nth-child(2)");
    assert!(text.starts_with("… ") && text.ends_with(" …"), "{text}");
    page.ask("document.documentElement.dataset.theme = 'dark'", &[]);
    let ratio = page.number(
        "(() => {
            const mark = getComputedStyle(document.querySelector('.result mark'));
            const light = colour => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const [one, other] = [light(mark.color), light(mark.backgroundColor)].sort((one, other) => other - one);
            return (one + 0.05) / (other + 0.05);
        })()",
    );
    assert!(ratio >= 4.5, "{ratio}");
}
