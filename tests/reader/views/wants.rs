//! What readers asked others for and did not get, each under the words of the wish.

use serde_json::{Value, json};

use crate::support::acts::{ENTER, ESCAPE};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::site;

fn open() -> (crate::support::server::Server, Page) {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    (server, page)
}

/// The card counts what the text holds, and steps through all of it.
#[test]
fn every_mention_with_its_sentence_and_next_and_previous() {
    let (_server, page) = open();
    let held = page.ask(
        "[...document.querySelectorAll('[data-note]')].filter(note => {
            const told = [...note.querySelectorAll(`a[href^='#m-']`)].map(link => link.hash.slice(1));
            const held = [...document.querySelectorAll(`[data-article] [id^='m-${note.dataset.note}-']`)].map(one => one.id)
                .filter(id => id.slice(`m-${note.dataset.note}-`.length).match(/^[0-9]+$/));
            return String(told) !== String(held);
        }).map(note => note.id)",
        &[],
    );
    assert_eq!(
        held,
        json!([]),
        "each note lists the mentions that are in the text"
    );
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let count =
        page.number("document.querySelectorAll(`#ent-atajurt a[href^='#m-']`).length") as usize;
    for number in 3..=count {
        page.press_key("]");
        page.expect_answer(
            "document.querySelector('[data-lit]')?.id",
            &json!(format!("m-atajurt-{number}")),
        );
        assert_eq!(
            page.announced(),
            format!("Moved to mention {number} of {count}")
        );
    }
    let sentences = "[...document.querySelectorAll(`[data-card] a[href^='#m-atajurt-']`)].map(link => [link.hash.slice(1), link.closest('li')?.innerText.replace(/\\s+/g, ' ') ?? ''])";
    let listed: Vec<(String, String)> = serde_json::from_value(page.ask(sentences, &[])).unwrap();
    let listed: Vec<_> = listed.into_iter().filter(|row| !row.1.is_empty()).collect();
    assert!(!listed.is_empty());
    for (id, row) in listed {
        let block = page.text("document.getElementById($0).closest('[data-article] [id^=p]').textContent.replace(/\\s+/g, ' ')", &[json!(id)]).unwrap();
        let words: String = row
            .chars()
            .filter(|one| one.is_alphabetic())
            .skip(2)
            .take(40)
            .collect();
        let block: String = block.chars().filter(|one| one.is_alphabetic()).collect();
        assert!(
            block.contains(&words),
            "{id}: “{row}” is a sentence of its block"
        );
    }
}

#[test]
fn an_off_switch_of_one_press_that_holds_where_storage_is_blocked() {
    let server = site::serve();
    let page = Page::blank(Engine::Chromium, DESKTOP);
    let blocked = "for (const store of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, store, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    page.browser.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": blocked }),
    );
    page.browser.go(&server.address(&site::article()));
    page.expect_ready();
    page.bring(&format!("#{MENTION}"), 250);
    page.press_mention(MENTION);
    page.settle();
    page.reveal("[data-card] .check");
    page.press("[data-card] .check");
    page.expect_answer(
        "document.querySelector('[data-card] [name=peeks]').checked",
        &json!(false),
    );
    page.press_key(ESCAPE);
    page.expect_no_card();
    page.point_to(640, 760);
    page.point_at(&format!("#{MENTION}"));
    // Longer than a peek takes to come.
    page.browser
        .run_until_called("setTimeout(arguments[0], 900)", &[]);
    assert_eq!(page.peek(), None);
    page.open_view("settings");
    assert!(!page.chosen("peeks", "on"), "and there is a way back");
    page.expect_silence();
}

in_every_engine!(a_link_to_a_mention_leads_there_with_and_without_scripts);

fn a_link_to_a_mention_leads_there_with_and_without_scripts(engine: Engine) {
    for scripts in [true, false] {
        let server = if scripts {
            site::serve()
        } else {
            site::serve_without_scripts()
        };
        for window in [DESKTOP, PHONE] {
            let address = format!("{}#m-atajurt-5", site::article());
            let page = Page::open(engine, window, &server, &address);
            if scripts {
                page.expect_ready();
            }
            page.settle();
            let words = page.rect("#m-atajurt-5");
            assert!(page.holds(words), "{words:?} is in sight");
            assert_eq!(
                (page.card(), page.note_shown(), page.view()),
                (None, None, None)
            );
        }
    }
}

/// What can be pressed in a drawing has a row in a list that does the same.
#[test]
fn a_list_or_table_behind_every_drawing() {
    let (_server, page) = open();
    for view in ["timeline", "map", "relations"] {
        page.open_view(view);
        let drawn = page.ask(
            "[...document.querySelectorAll('[data-view] svg a[href]')].map(link => link.getAttribute('href'))",
            &[],
        );
        let without_row = page.ask(
            "$0.filter(href => ![...document.querySelectorAll(`[data-view] :is(li, tr) a[href]`)]
                .some(link => !link.closest('svg') && link.getAttribute('href') === href && link.tabIndex === 0))",
            &[drawn],
        );
        assert_eq!(
            without_row,
            json!([]),
            "{view}: all that is drawn is listed"
        );
        assert!(
            page.has("[data-view] :is(ol, ul, table) :is(li, tr) a[href]"),
            "{view} has rows"
        );
    }
}

/// From the words to the row: the card of whoever is pressed lists their dates, and each leads to its row.
#[test]
fn a_timeline_tied_to_the_words_both_ways() {
    let (_server, page) = open();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    let about = page.ask(
        "[...document.querySelectorAll(`#timeline li[data-about~='atajurt'] > a`)].slice(0, 6).map(link => link.hash)",
        &[],
    );
    page.expect_answer(
        "[...document.querySelectorAll(`[data-card] a[href^='#event-']`)].map(link => link.hash)",
        &about,
    );
    let entries = page.history_length();
    let event = about[0].as_str().unwrap().to_owned();
    let link = format!("[data-card] a[href='{event}']");
    page.reveal(&link);
    page.press(&link);
    page.expect_view("timeline");
    page.expect_no_card();
    assert_eq!(
        page.history_length(),
        entries + 1.0,
        "the view goes over the card"
    );
    page.expect_focus_on(&format!("[data-view] a[href='{event}'][aria-current]"));
    let row = page.rect(&format!("[data-view] a[href='{event}']"));
    assert!(page.holds(row), "{row:?} is in sight");
}

/// A relation is a sentence with its source, and its date where it has one.
#[test]
fn relations_that_can_be_read() {
    let (_server, page) = open();
    page.open_view("relations");
    let bare = page.ask(
        "[...document.querySelectorAll('[data-view] tbody tr')].filter(row => row.querySelectorAll('a.src').length === 0
            || [...row.children].slice(0, 3).some(cell => !cell.textContent.trim())).map(row => row.textContent)",
        &[],
    );
    assert_eq!(bare, json!([]));
}

/// What is searched for, and whom it must find among the first.
const SOUGHT: [(&str, &str); 6] = [
    ("Sherizatkizi", "guldariya-sherizatkyzy"),
    ("Билаш", "serikzhan-bilash"),
    ("习近平", "xi-jinping"),
    ("uighurs", "uyghurs"),
    ("strike hard", "strike-hard"),
    ("ALMATY", "almaty"),
];

fn results(page: &Page) -> Vec<String> {
    let results = page.ask(
        "[...document.querySelectorAll('[data-view] [data-result]')].map(one => one.dataset.result)",
        &[],
    );
    serde_json::from_value(results).unwrap()
}

in_every_engine!(search_that_knows_entities_by_alias_typo_script_and_case);

fn search_that_knows_entities_by_alias_typo_script_and_case(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    let asked = server.asked();
    page.press("[data-open-view='search']");
    page.expect_view("search");
    page.expect_focus_on("#search-box");
    for (words, entity) in SOUGHT {
        page.ask("document.querySelector('#search-box').select()", &[]);
        page.type_words(words);
        page.expect_answer(
            &format!("[...document.querySelectorAll('[data-view] [data-result]')].slice(0, 3).some(one => one.dataset.result === '{entity}')"),
            &json!(true),
        );
    }
    assert_eq!(server.asked(), asked, "no server is asked");
    page.expect_silence();
}

/// Between two keys nothing moves: what is under the finger is what is pressed.
#[test]
fn search_results_that_never_change_places_by_themselves() {
    let (_server, page) = open();
    page.open_view("search");
    page.type_words("kazakh");
    page.expect_answer(
        "document.querySelectorAll('[data-view] [data-result]').length > 3",
        &json!(true),
    );
    page.settle();
    let first = results(&page);
    for _ in 0..20 {
        page.browser
            .run_until_called("requestAnimationFrame(() => arguments[0](0))", &[]);
        let now = results(&page);
        assert_eq!(
            now[..first.len().min(now.len())],
            first[..],
            "more may come after, none before"
        );
    }
    let chosen = page.ask(
        "document.querySelector('[data-view] [aria-selected=true]')?.dataset.result ?? null",
        &[],
    );
    page.press_key(ENTER);
    assert_ne!(chosen, Value::Null, "one result is ready for Enter");
}
