//! What is drawn again, component by component: scrolling, pointing and typing draw nothing anew whose props are equal.
//! The app in these pages is the reader's, but for counting; `make counting` compiles it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, Page};
use crate::support::server::{Faults, Server};
use crate::support::site;
use crate::support::wait::eventually;

/// How often each component was drawn.
type Counts = BTreeMap<String, u64>;

/// What a peek is drawn by, as it comes and goes.
const PEEK: [&str; 3] = ["Explorer", "OpenPeek", "Peek"];

/// The first article with an app that counts, in a folder of the test's own. A blank page's article, notes and lists are
/// components too.
fn serve(test: &str, blank: bool) -> Server {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let app = root.join("target/app-counting");
    assert!(
        app.join("article-explorer_bg.wasm").exists(),
        "no app in {}: `make counting` first",
        app.display()
    );
    let kind = if blank { "blank" } else { "whole" };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(format!("{test}-{kind}"));
    let app = ["--app", app.to_str().unwrap(), "--blank"];
    let options = if blank { &app } else { &app[..2] };
    site::build_with(&root.join("content"), &folder, options);
    Server::start(&folder, "/", Faults::default())
}

#[track_caller]
fn open(server: &Server) -> Page {
    let page = Page::open(Engine::Chromium, DESKTOP, server, &site::article());
    page.expect_ready();
    page.bring(&format!("#{MENTION}"), 250);
    page.point_to(5, 400);
    rest(&page);
    page
}

/// How often each component of the page was drawn until now.
#[track_caller]
fn counts(page: &Page) -> Counts {
    let said = page.text(
        "import(performance.getEntriesByType('resource').map(one => one.name).find(name => name.endsWith('.js')))
            .then(app => app.renders())",
        &[],
    );
    let said = said.expect("the app counts");
    let lines = said.lines().map(|line| line.split_once(' ').unwrap());
    lines
        .map(|(name, count)| (name.to_owned(), count.parse().unwrap()))
        .collect()
}

/// Waits until nothing was drawn for longer than anything waits that is to come: a peek, the rest of the results.
#[track_caller]
fn rest(page: &Page) -> Counts {
    eventually("nothing more is drawn", || {
        let before = counts(page);
        page.browser
            .run_until_called("setTimeout(arguments[0], 600)", &[]);
        (counts(page) == before).then_some(before)
    })
}

/// What is drawn, and how often, because of what is done.
#[track_caller]
fn drawn(page: &Page, act: impl FnOnce()) -> Counts {
    let before = counts(page);
    act();
    let mut after = rest(page);
    for (name, count) in before {
        after.entry(name).and_modify(|now| *now -= count);
    }
    after.retain(|_, count| *count > 0);
    after
}

#[track_caller]
fn expect_drawn(page: &Page, act: impl FnOnce(), expected: &[&str], what: &str) {
    let drawn = drawn(page, act);
    let names: Vec<&str> = drawn.keys().map(String::as_str).collect();
    assert_eq!(names, expected, "{what}: {drawn:?}");
}

#[track_caller]
fn open_card(page: &Page) {
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    rest(page);
}

#[track_caller]
fn keep_card(page: &Page) {
    open_card(page);
    page.press("[data-card] [data-act='pin']");
    page.expect_no_card();
    rest(page);
}

#[track_caller]
fn open_view(page: &Page, view: &str) {
    page.open_view(view);
    rest(page);
}

/// Turns the wheel over the text.
#[track_caller]
fn scroll(page: &Page) {
    let words = page.rect(&format!("#{MENTION}"));
    let before = page.scrolled();
    for _ in 0..3 {
        page.wheel(words.left as i64 + 5, 400, 120);
    }
    eventually("the page is scrolled", || {
        (page.scrolled() > before + 300.0).then_some(())
    });
    page.bring(&format!("#{MENTION}"), 250);
}

/// Rests on a mention until its peek has come, then goes elsewhere.
#[track_caller]
fn hover(page: &Page) {
    page.point_at(&format!("#{MENTION}"));
    page.expect_peek(ENTITY);
    page.point_to(5, 400);
    page.expect_no_peek();
}

#[test]
fn scrolling_draws_nothing() {
    for blank in [false, true] {
        let server = serve("renders-scrolling", blank);
        let page = open(&server);
        expect_drawn(&page, || scroll(&page), &[], "the text alone");
        keep_card(&page);
        expect_drawn(&page, || scroll(&page), &[], "with a kept card");
        open_view(&page, "timeline");
        expect_drawn(&page, || scroll(&page), &[], "with a view");
        page.close_view();
        page.expect_no_view();
        let (other, entity) = page.mention_of_other_than(ENTITY);
        page.press_mention(&other);
        page.expect_card(&entity);
        rest(&page);
        expect_drawn(&page, || scroll(&page), &[], "with an open card");
        page.expect_silence();
    }
}

#[test]
fn pointing_at_a_mention_draws_its_peek_alone() {
    for blank in [false, true] {
        let server = serve("renders-pointing", blank);
        let page = open(&server);
        expect_drawn(&page, || hover(&page), &PEEK, "the text alone");
        keep_card(&page);
        expect_drawn(&page, || hover(&page), &PEEK, "with a kept card");
        open_view(&page, "map");
        expect_drawn(&page, || hover(&page), &PEEK, "with a view");
        page.expect_silence();
    }
}

/// No peek comes then.
#[test]
fn pointing_at_mentions_beside_an_open_card_draws_nothing() {
    let server = serve("renders-beside", false);
    let page = open(&server);
    open_card(&page);
    let (other, _) = page.mention_of_other_than(ENTITY);
    let pass = || {
        for mention in [MENTION, &other] {
            page.point_at(&format!("#{mention}"));
            rest(&page);
        }
    };
    expect_drawn(&page, pass, &[], "with an open card");
}

#[test]
fn typing_draws_the_search_alone() {
    let server = serve("renders-typing", false);
    let page = open(&server);
    keep_card(&page);
    open_view(&page, "search");
    page.expect_focus_on("#search-box");
    let count = "document.querySelector('[data-view] .status').textContent";
    let mut said = page.text(count, &[]);
    for letter in "bord".chars() {
        let mut type_letter = || {
            page.press_key(&letter.to_string());
            said = eventually("other results are told", || {
                let now = page.text(count, &[]);
                (now != said).then_some(now)
            });
        };
        let expected = [
            "Explorer",
            "LiveRegion",
            "OpenView",
            "Results",
            "SearchBox",
            "SearchView",
            "View",
        ];
        expect_drawn(&page, &mut type_letter, &expected, "a letter");
    }
    page.expect_silence();
}

#[test]
fn a_choice_in_a_view_draws_what_it_changes() {
    let server = serve("renders-choosing", false);
    let page = open(&server);
    keep_card(&page);
    open_view(&page, "entities");
    let choose = || page.choose("kind", "place");
    let expected = ["EntitiesView", "Explorer", "KindBoxes", "OpenView", "View"];
    expect_drawn(&page, choose, &expected, "a kind");

    open_view(&page, "relations");
    let sort = || page.sort_by(1);
    let expected = [
        "Explorer",
        "OpenView",
        "RelationTable",
        "RelationsView",
        "View",
    ];
    expect_drawn(&page, sort, &expected, "a column");

    open_view(&page, "settings");
    let drawn = drawn(&page, || page.choose("theme", "dark"));
    let expected =
        json!({ "Explorer": 1, "OpenView": 1, "Segments": 1, "SettingsView": 1, "View": 1 });
    assert_eq!(json!(drawn), expected, "of four settings one has changed");
    page.expect_silence();
}

#[test]
fn another_kept_card_leaves_the_first_as_it_is() {
    let server = serve("renders-keeping", false);
    let page = open(&server);
    keep_card(&page);
    let (other, entity) = page.mention_of_other_than(ENTITY);
    page.press_mention(&other);
    page.expect_card(&entity);
    rest(&page);
    let drawn = drawn(&page, || {
        page.press("[data-card] [data-act='pin']");
        page.expect_no_card();
    });
    let often = |name: &str| drawn.get(name).copied().unwrap_or_default();
    assert_eq!(
        (often("KeptCards"), often("KeptCard"), often("Note")),
        (1, 1, 1),
        "{drawn:?}"
    );
}
