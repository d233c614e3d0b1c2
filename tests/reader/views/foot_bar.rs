//! What is offered for a while: quoting, going on where the last visit ended; citing; the edge along the article.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page};
use crate::support::server::Server;
use crate::support::site;

fn open(server: &Server) -> Page {
    let page = Page::open_article(Engine::Chromium, DESKTOP, server);
    page.expect_ready();
    page
}

/// The clipboard, in the page's own hands.
const CATCH: &str = "(() => { window.copied = []; navigator.clipboard.writeText = words => (window.copied.push(words), Promise.resolve()); return 1; })()";

#[test]
fn selected_words_can_be_linked_to() {
    let server = site::serve();
    let page = open(&server);
    page.ask(CATCH, &[]);
    page.ask(
        "(() => { getSelection().selectAllChildren(document.querySelector('#m-strike-hard-1')); return 1; })()",
        &[],
    );
    page.press("[data-act='quote']");
    page.expect_answer(
        "window.copied[0]?.split('#')[1]",
        &json!("p4:~:text=Strike%20Hard"),
    );
    page.expect_answer(
        "document.querySelector('[role=status]').textContent",
        &json!("Copied"),
    );
}

#[test]
fn the_article_can_be_cited_in_two_styles() {
    let server = site::serve();
    let page = open(&server);
    page.ask(CATCH, &[]);
    page.bring("[data-open-view='cite']", 250);
    page.press("[data-open-view='cite']");
    page.expect_view("cite");
    page.press("[data-view] [data-cite='apa'] button");
    page.press("[data-view] [data-cite='chicago'] button");
    page.expect_answer("window.copied.length", &json!(2));
    let copied = page.words("[data-view] [data-cite='apa'] .cited");
    page.expect_answer("window.copied[0]", &json!(copied));
}

#[test]
fn the_next_visit_offers_to_go_on() {
    let server = site::serve();
    let page = open(&server);
    page.bring("#p10", 200);
    page.ask("(Object.defineProperty(document, 'visibilityState', { value: 'hidden' }), document.dispatchEvent(new Event('visibilitychange')))", &[]);
    page.browser.go("about:blank");
    page.browser.go(&server.address(&site::article()));
    page.expect_ready();
    page.ask("scrollTo({ top: 0, behavior: 'instant' })", &[]);
    page.press("[data-act='resume']");
    page.settle();
    let place = page.rect("#p10");
    assert!(
        place.top > 0.0 && place.top < 700.0,
        "{place:?} is in sight"
    );
}

#[test]
fn the_edge_leads_along_the_article_and_says_how_far_it_is_read() {
    let server = site::serve();
    let page = open(&server);
    page.ask("scrollTo({ top: 0, behavior: 'instant' })", &[]);
    page.settle();
    let read = "Number(document.querySelector('.edge').style.getPropertyValue('--read'))";
    let before = page.number(read);
    page.press_at(4, 600);
    page.expect_answer(&format!("{read} > {before}"), &json!(true));
    page.expect_answer("scrollY > 200", &json!(true));
    page.press("[data-act='return']");
    page.expect_answer("scrollY < 50", &json!(true));
}

/// Types into the search and goes to a result of the text.
fn go_to_a_hit(page: &Page, words: &str, block: &str) {
    page.open_view("search");
    page.expect_focus_on("#search-box");
    for letter in words.chars() {
        page.press_key(&letter.to_string());
    }
    let result = format!("[data-view] [data-result='{block}']");
    page.expect_answer(
        &format!("document.querySelectorAll(`{result}`).length"),
        &json!(1),
    );
    // A press of the mouse would bring the row into sight first, and the page with it.
    page.ask(&format!("document.querySelector(`{result}`).click()"), &[]);
    page.expect_answer(
        "document.querySelector('.block[data-lit], .walk') !== null",
        &json!(true),
    );
    page.settle();
}

#[test]
fn after_a_hit_one_bar_leads_on_and_back_and_can_be_shut() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    page.bring("#p9", 250);
    page.settle();
    go_to_a_hit(&page, "border", "p2");
    let bars = "[...document.querySelectorAll('.foot-bar > *')].filter(one => one.checkVisibility()).length";
    assert_eq!(page.number(bars), 1.0, "one bar");
    let bar = page.rect(".walk");
    assert!(bar.bottom - bar.top < 64.0, "of one line: {bar:?}");
    assert!(page.has("[data-act='return']"), "it leads back");

    page.open_view("entities");
    page.expect_view("entities");
    page.settle();
    let over = format!(
        "document.elementFromPoint({}, {})?.closest('.walk') === null",
        (bar.left + bar.right) / 2.0,
        (bar.top + bar.bottom) / 2.0
    );
    page.expect_answer(&over, &json!(true));
    page.press_key(ESCAPE);
    page.expect_no_view();

    page.press("[data-act='end-going']");
    page.expect_answer("document.querySelector('.walk')", &json!(null));
    page.expect_silence();
}

#[test]
fn no_way_back_is_offered_to_where_the_reader_is() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    page.ask("(scrollTo(0, 0), 1)", &[]);
    page.settle();
    go_to_a_hit(&page, "burning", "p1");
    let back = page.ask(
        "document.querySelector(`[data-act=return]`)?.textContent ?? null",
        &[],
    );
    assert_eq!(back, json!(null));
    page.expect_silence();
}
