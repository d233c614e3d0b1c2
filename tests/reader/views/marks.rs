//! Marks in the text: all, some, none, and what they leave behind.

use serde_json::json;

use super::settings::open;
use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page};
use crate::support::site;

in_every_engine!(a_sign_is_no_block_of_colour);

/// A sign is cut out of a square of its colour.
fn a_sign_is_no_block_of_colour(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    for (element, pseudo) in [
        (".prose p a[data-first]", "::before"),
        (".notes .glyph", ""),
        (".ents .glyph", ""),
    ] {
        let painted = page.ask(
            "(sign => [sign.clipPath.startsWith('polygon('), sign.width === sign.height, parseFloat(sign.width) > 5])(
                getComputedStyle(document.querySelector($0), $1))",
            &[json!(element), json!(pseudo)],
        );
        assert_eq!(painted, json!([true, true, true]), "{element}");
        let inside = page.ask(
            "document.querySelector($0).closest('[data-kind]') !== null",
            &[json!(element)],
        );
        assert_eq!(inside, json!(true), "{element} has a kind");
    }
}

/// Mentions in body text that bear a mark: a dotted line.
pub(super) fn marked(page: &Page) -> Vec<String> {
    let marked = page.ask(
        "[...document.querySelectorAll('[data-article] p a[data-entity][id]')]
            .filter(link => (style => style.textDecorationLine.includes('underline') && style.textDecorationColor !== 'rgba(0, 0, 0, 0)')(getComputedStyle(link))).map(link => link.id)",
        &[],
    );
    serde_json::from_value(marked).unwrap()
}

/// Mentions in body text in their order: id and entity, and the section each stands in.
fn mentions(page: &Page) -> Vec<(String, String, u64)> {
    let mentions = page.ask(
        "(() => {
            let section = 0;
            const found = [];
            for (const one of document.querySelectorAll('[data-article] :is(h2, h3, h4).block, [data-article] p a[data-entity][id]')) {
                if (one.matches('a')) found.push([one.id, one.dataset.entity, section]); else section++;
            }
            return found;
        })()",
        &[],
    );
    serde_json::from_value(mentions).unwrap()
}

/// The room before words that bear a sign: each length that occurs, in CSS pixels.
fn rooms(page: &Page) -> Vec<f64> {
    let rooms = page.ask(
        "[...new Set([...document.querySelectorAll('[data-article] p a[data-first]')].map(one => parseFloat(getComputedStyle(one).paddingInlineStart)))]",
        &[],
    );
    serde_json::from_value(rooms).unwrap()
}

in_every_engine!(what_is_read_stays_in_its_place_when_marks_go);

fn what_is_read_stays_in_its_place_when_marks_go(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    page.bring("#p9", 30);
    let top = page.rect("#p9").top;
    for (setting, value) in [("marks", "none"), ("size", "x"), ("width", "narrow")] {
        page.choose(setting, value);
        page.settle();
        let now = page.rect("#p9").top;
        assert!((now - top).abs() < 2.0, "{setting}: {top} became {now}");
    }
}

fn firsts<K: PartialEq>(
    mentions: &[(String, String, u64)],
    key: impl Fn(&(String, String, u64)) -> K,
) -> Vec<String> {
    let mut seen = Vec::new();
    let mut firsts = Vec::new();
    for mention in mentions {
        if !seen.contains(&key(mention)) {
            seen.push(key(mention));
            firsts.push(mention.0.clone());
        }
    }
    firsts
}

in_every_engine!(marks_are_all_or_first_or_none);

fn marks_are_all_or_first_or_none(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let mentions = mentions(&page);
    let all: Vec<String> = mentions.iter().map(|one| one.0.clone()).collect();
    assert!(page.chosen("marks", "all"), "a short article marks all");
    assert_eq!(marked(&page), all);
    let words = "[...document.querySelectorAll('[data-article] a[data-entity]')].map(one => [...one.getClientRects()].map(({ left, top, width, height }) => [left, top, width, height]))";
    let (before, words_before) = (page.text_place(), page.ask(words, &[]));
    let wanted = [
        ("section", firsts(&mentions, |one| (one.1.clone(), one.2))),
        ("first", firsts(&mentions, |one| one.1.clone())),
        ("all", all),
    ];
    for (marks, wanted) in wanted {
        page.choose("marks", marks);
        assert_eq!(marked(&page), wanted, "{marks}");
        assert_eq!(page.text_place(), before, "{marks}: no block moves");
        assert_eq!(page.ask(words, &[]), words_before, "{marks}: nor any words");
    }
    page.choose("marks", "none");
    assert_eq!(marked(&page), Vec::<String>::new());
    assert_eq!(rooms(&page), [0.0], "no hole is left where a sign stood");
    page.choose("marks", "first");
    page.reload();
    page.expect_ready();
    assert_eq!(marked(&page), firsts(&mentions, |one| one.1.clone()));
    page.expect_silence();
}

#[test]
fn an_unmarked_mention_is_still_a_link_and_marked_under_the_pointer() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.choose("marks", "none");
    page.choose("peeks", "on");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.point_at(&format!("#{MENTION}"));
    page.settle();
    assert_eq!(marked(&page), [MENTION]);
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
}

in_every_engine!(a_kind_is_left_unmarked_without_a_trace);

fn a_kind_is_left_unmarked_without_a_trace(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let all = marked(&page);
    let is = |kind: &str| {
        let found = page.ask(
            "[...document.querySelectorAll(`[data-article] p a[data-kind='${$0}'][id]`)].map(link => link.id)",
            &[json!(kind)],
        );
        serde_json::from_value::<Vec<String>>(found).unwrap()
    };
    let (people, places) = (is("person"), is("place"));
    assert!(page.chosen("plain", "person"));
    page.choose("plain", "person");
    page.choose("plain", "place");
    let mut wanted = all.clone();
    wanted.retain(|id| !people.contains(id) && !places.contains(id));
    assert!(wanted.len() < all.len());
    assert_eq!(marked(&page), wanted);
    for kind in ["person", "place"] {
        let room = format!(
            "[...new Set([...document.querySelectorAll(`[data-article] p a[data-kind='{kind}'][data-first]`)].map(one => parseFloat(getComputedStyle(one).paddingInlineStart)))].join()"
        );
        assert_eq!(
            page.text(&room, &[]).unwrap_or_default(),
            "0",
            "{kind}: no hole"
        );
    }
    page.reload();
    page.expect_ready();
    page.settle();
    assert_eq!(marked(&page), wanted);
    assert!(!page.chosen("plain", "person") && page.chosen("plain", "law"));
    page.choose("plain", "person");
    page.choose("plain", "place");
    assert_eq!(marked(&page), all);
}
