//! A translator in the page: every text becomes another in elements of its own, while the app is at work.

use serde_json::json;

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::server::Wasm;
use crate::support::site;

/// As page translation does it: in the place of every text a longer one stands in two `<font>`. `$0`: some keep the text itself
/// within them, others put a new one there.
const TRANSLATE: &str = "(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentNode.closest('script, svg, font, textarea')) all.push(texts.currentNode);
    for (const text of all) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        text.replaceWith(outer);
        outer.append(inner);
        const longer = `${text.data} (longer)`;
        if ($0) text.data = longer;
        inner.append($0 ? text : longer);
    }
    return all.length;
})()";

fn translate(page: &Page, keeping: bool) {
    page.ask(TRANSLATE, &[json!(keeping)]);
}

in_every_engine!(a_translated_page_attaches_and_its_cards_change);

fn a_translated_page_attaches_and_its_cards_change(engine: Engine) {
    let server = site::serve_with_wasm(Wasm::Held);
    let page = Page::open(engine, DESKTOP, &server, &site::article());
    translate(&page, false);
    server.release();
    page.expect_ready();
    page.bring("#m-atajurt-2", 250);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    translate(&page, false);
    let link = "[data-card='atajurt'] a[href^='#ent-']";
    let href = page.ask("document.querySelector($0).hash", &[json!(link)]);
    let other = href.as_str().expect("a link has a target").to_owned();
    page.reveal(link);
    page.press(link);
    page.expect_card(other.trim_start_matches("#ent-"));
    translate(&page, false);
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    page.expect_silence();
}

/// Waits until what was asked for has been drawn.
fn still_there(page: &Page, after: &str) {
    page.settle();
    assert!(
        page.ready(),
        "the app is there after {after}: {}",
        page.ask("window.heard", &[])
    );
}

in_every_engine!(every_view_works_on_while_texts_are_replaced);

fn every_view_works_on_while_texts_are_replaced(engine: Engine) {
    let server = site::serve();
    for keeping in [false, true] {
        let page = Page::open_article(engine, DESKTOP, &server);
        page.expect_ready();
        let act = |what: &str, name: &str| {
            translate(&page, keeping);
            page.ask(what, &[]);
            still_there(&page, name);
        };
        translate(&page, keeping);
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        act(
            "document.querySelector('[data-card] [data-act=next]').click()",
            "a step",
        );
        act(
            "document.querySelector('[data-card] [data-act=all]').click()",
            "all mentions",
        );
        act(
            "document.querySelector('[data-card] [data-act=share]').click()",
            "sharing",
        );
        act(
            "document.querySelector('[data-act=return]').click()",
            "the way back",
        );
        act(
            "document.querySelector('[data-card] .facts a[href^=\"#ent-\"], [data-card] a[href^=\"#ent-\"]').click()",
            "a link in the card",
        );
        act(
            "document.querySelector('[data-card] [data-act=back]').click()",
            "the trail",
        );
        act(
            "document.querySelector('[data-card] [data-act=pin]').click()",
            "keeping",
        );
        act(
            "document.querySelector('[data-pinned] [data-act=close]').click()",
            "letting go",
        );
        page.open_view("search");
        for letter in ["a", "t", "a", "x", "x"] {
            translate(&page, keeping);
            page.type_words(letter);
            still_there(&page, "a letter in the search");
        }
        act(
            "(box => { box.value = 'almaty'; box.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('#search-box'))",
            "another query",
        );
        let found = page.words("[data-view='search'] .results");
        assert!(found.contains("Almaty"), "{found}");
        page.open_view("entities");
        act(
            "document.querySelector('[data-view] .filters input').click()",
            "a filter",
        );
        act(
            "document.querySelector('[data-view] [data-seg=order] input:not(:checked)').click()",
            "an order",
        );
        page.open_view("timeline");
        act(
            "(one => { one.selectedIndex = 1; one.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('[data-view] select'))",
            "a range of dates",
        );
        act(
            "document.querySelector('[data-view] .dates a').click()",
            "an event",
        );
        page.open_view("map");
        act(
            "document.querySelector('[data-view] [data-act=zoom-in]')?.click()",
            "a larger map",
        );
        page.open_view("relations");
        act(
            "document.querySelector('[data-view] thead button').click()",
            "an order of relations",
        );
        act(
            "document.querySelector('[data-view] .bracket .more')?.click()",
            "all branches",
        );
        page.open_view("settings");
        act(
            "document.querySelector('[data-view] [data-seg=theme] input:not(:checked)').click()",
            "a theme",
        );
        page.press_key(ESCAPE);
        page.expect_no_view();
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
        page.expect_silence();
    }
}

#[test]
fn a_sheet_too() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    for act in ["taller", "lower", "lower", "taller", "next", "previous"] {
        translate(&page, false);
        page.ask(
            "document.querySelector(`[data-card] [data-act=${$0}]`).click()",
            &[json!(act)],
        );
        still_there(&page, act);
    }
    page.expect_card(ENTITY);
    page.expect_silence();
}
