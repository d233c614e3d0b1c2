//! The site as a whole: every link leads somewhere, every address answers, paper shows what matters.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page};
use crate::support::site;

/// Fragments that are there once the app is.
const OF_THE_APP: [&str; 3] = ["#search", "#settings", "#help"];

#[test]
fn every_link_within_the_site_leads_somewhere() {
    let server = site::serve();
    let root = server.address("");
    let page = Page::blank(Engine::Chromium, DESKTOP);
    let (mut visited, mut waiting) = (
        BTreeSet::new(),
        vec![root.clone(), server.address(&site::article())],
    );
    let mut dead = Vec::new();
    while let Some(address) = waiting.pop() {
        if !visited.insert(address.clone()) {
            continue;
        }
        page.browser.go(&address);
        if page.ask(
            "performance.getEntriesByType('navigation')[0].responseStatus",
            &[],
        ) != 200
        {
            dead.push(format!("{address} is not there"));
            continue;
        }
        let links = page.ask("[...document.querySelectorAll('a[href]')].map(link => new URL(link.href.baseVal ?? link.href, location)).map(link => [link.href.split('#')[0], link.hash])", &[]);
        let links: BTreeSet<(String, String)> =
            serde_json::from_value(links).expect("pairs of words");
        let missing = page.ask(
            "$0.filter(id => !document.getElementById(decodeURIComponent(id.slice(1))))",
            &[json!(
                links
                    .iter()
                    .filter(|(to, id)| *to == address && !id.is_empty())
                    .map(|(_, id)| id)
                    .collect::<Vec<_>>()
            )],
        );
        let missing: Vec<String> = serde_json::from_value(missing).expect("a list of fragments");
        dead.extend(
            missing
                .iter()
                .filter(|id| !OF_THE_APP.contains(&id.as_str()))
                .map(|id| format!("{address} has no {id}")),
        );
        waiting.extend(
            links
                .into_iter()
                .map(|(to, _)| to)
                .filter(|to| to.starts_with(&root)),
        );
    }
    assert!(dead.is_empty(), "dead links:\n{}", dead.join("\n"));
}

#[test]
fn every_mention_has_a_note_that_links_back() {
    let server = site::serve();
    let page = Page::open(Engine::Chromium, DESKTOP, &server, &site::article());
    let broken = page.ask(
        "[...document.querySelectorAll('[data-article] a[data-entity]')].filter(mention => {
            const entity = mention.dataset.entity, id = mention.dataset.part ?? mention.id;
            const note = document.querySelector(`[data-note='${entity}']`);
            return mention.hash !== `#ent-${entity}` || note?.id !== `ent-${entity}` || !note.querySelector(`a[href='#${id}']`);
        }).map(mention => mention.outerHTML)",
        &[],
    );
    assert_eq!(broken, json!([]));
    assert!(page.has("[data-article] a[data-entity]"));
}

#[test]
fn an_unknown_address_says_so_at_any_depth() {
    let server = site::serve();
    for path in ["nowhere", "no/where/at/all"] {
        let page = Page::open(Engine::Chromium, DESKTOP, &server, path);
        assert_eq!(
            page.ask(
                "performance.getEntriesByType('navigation')[0].responseStatus",
                &[]
            ),
            404
        );
        assert!(page.has("h1"), "the page has a heading");
        let family = page.ask("getComputedStyle(document.body).fontFamily", &[]);
        let front = Page::open(Engine::Chromium, DESKTOP, &server, "");
        assert_eq!(
            family,
            front.ask("getComputedStyle(document.body).fontFamily", &[]),
            "it looks like the site"
        );
        page.expect_silence();
    }
}

#[test]
fn on_paper_notes_stand_and_no_card() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    print(&page);
    assert_eq!(page.card(), None, "no card is printed");
    expect_notes_in_place(&page);
}

#[test]
fn on_paper_an_open_note_stands_in_its_place() {
    let server = site::serve_without_scripts();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.press_mention(MENTION);
    page.expect_note(ENTITY);
    print(&page);
    expect_notes_in_place(&page);
}

/// Numbers stand in the headline too, so they begin with 1 and rise in the order of reading.
#[test]
fn on_paper_the_numbers_of_notes_rise_from_1() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    print(&page);
    let numbers = page.ask(
        "[...document.querySelectorAll('.block a')].map(one => getComputedStyle(one, '::after').content.match(/\\d+/g) ?? []).flat().map(Number)",
        &[],
    );
    let numbers: Vec<u32> = serde_json::from_value(numbers).unwrap();
    let mut seen = Vec::new();
    for number in numbers {
        if !seen.contains(&number) {
            seen.push(number);
        }
    }
    assert!(seen.len() > 20 && seen[0] == 1, "{seen:?}");
    // The number of a mention around another stands after it.
    for (place, number) in (1..).zip(&seen) {
        assert!(number.abs_diff(place) <= 1, "{seen:?}");
    }
}

#[test]
fn the_article_can_be_printed_without_its_notes() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.open_view("settings");
    page.choose("print", "on");
    print(&page);
    let printed = "[...document.querySelectorAll('.article, .notes, #sources')].filter(one => one.getClientRects().length).map(one => one.className)";
    assert_eq!(page.ask(printed, &[]), json!(["article"]));
    let numbers = "[...document.querySelectorAll('.block a')].filter(one => /\\d/.test(getComputedStyle(one, '::after').content)).length";
    assert_eq!(page.number(numbers), 0.0, "no number leads nowhere");
}

#[track_caller]
pub(crate) fn print(page: &Page) {
    page.browser
        .devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    page.settle();
}

#[track_caller]
fn expect_notes_in_place(page: &Page) {
    let hidden = page.ask(
        "[...document.querySelectorAll('[data-note]')].filter(note => !note.getClientRects().length
            || getComputedStyle(note).position === 'fixed').map(note => note.id)",
        &[],
    );
    assert_eq!(hidden, json!([]), "every note is printed in its place");
}
