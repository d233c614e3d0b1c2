//! The timeline: dates in their order, filtered, walked by arrow keys, each tied to its sentence.

use serde_json::{Value, json};

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
/// An event that the article tells of, and its block.
const EVENT: &str = "2017";
const BLOCK: &str = "p11";

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.open_view("timeline");
    page
}

fn link_to(event: &str) -> String {
    format!("[data-view] a[href='#event-{event}']")
}

/// The events of the page's own list that `which`, of a row `li`, is true of.
fn events(page: &Page, which: &str) -> Vec<String> {
    let events = page.ask(
        &format!(
            "[...document.querySelectorAll('#timeline ol > li')].filter(li => {which}).map(li => li.id.slice(6))"
        ),
        &[],
    );
    serde_json::from_value(events).unwrap()
}

/// The events that the view lists.
fn listed(page: &Page) -> Vec<String> {
    let listed = page.ask(
        "[...document.querySelectorAll(`[data-view] ol > li > a[href^='#event-']`)].filter(link => link.checkVisibility())
            .map(link => link.hash.slice(7))",
        &[],
    );
    serde_json::from_value(listed).unwrap()
}

/// The event that is chosen, by what a screen reader is told.
fn chosen(page: &Page) -> Value {
    page.ask(
        "[...document.querySelectorAll('[data-view] [aria-current]')].map(link => link.hash.slice(7)).join() || null",
        &[],
    )
}

#[track_caller]
fn expect_chosen(page: &Page, event: &str) {
    page.expect_answer(
        "document.querySelector('[data-view] [aria-current]')?.hash",
        &json!(format!("#event-{event}")),
    );
    assert_eq!(chosen(page), event, "and no other");
    page.expect_focus_on(&link_to(event));
    let row = page.rect(&link_to(event));
    assert!(page.holds(row), "{row:?} is in sight");
}

in_every_engine!(all_dates_are_one_ordered_list);

fn all_dates_are_one_ordered_list(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let all = events(&page, "true");
    assert_eq!(listed(&page), all);
    assert_eq!(page.count(), all.len().to_string());
    let lists = page.ask("document.querySelectorAll('[data-view] ol').length", &[]);
    assert_eq!(lists, 1);
    let said = |list: &str| {
        page.ask(
            "[...document.querySelectorAll(`${$0} ol > li`)].map(li => li.textContent)",
            &[json!(list)],
        )
    };
    assert_eq!(said("[data-view]"), said("#timeline"), "word for word");
    page.expect_silence();
}

/// EDTF: years, months, days, seasons (21 to 24), ranges; what is told of 2017 as a whole comes before its months.
#[test]
fn dates_go_forward_and_say_how_sure_they_are() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let dates = page.ask(
        "[...document.querySelectorAll('[data-view] time')].map(time => [time.getAttribute('datetime'), time.textContent,
            time.closest('li').dataset.vague !== undefined])",
        &[],
    );
    let dates: Vec<(String, String, bool)> = serde_json::from_value(dates).unwrap();
    let begins = |edtf: &str| {
        let begins = edtf.split(['/', '~', '?']).next().unwrap_or_default();
        let seasons = [
            ("-21", "-03"),
            ("-22", "-06"),
            ("-23", "-09"),
            ("-24", "-12"),
        ];
        let season = seasons
            .iter()
            .find(|(season, _)| begins.len() == 7 && begins.ends_with(season));
        season.map_or(begins.to_owned(), |(season, month)| {
            begins.replace(season, month)
        })
    };
    let order: Vec<String> = dates.iter().map(|(edtf, _, _)| begins(edtf)).collect();
    assert!(order.is_sorted(), "{order:?}");
    for (edtf, words, vague) in &dates {
        assert_eq!(
            edtf.contains(['~', '?']),
            words.contains("about") || words.contains("perhaps"),
            "{edtf} is told as “{words}”"
        );
        assert!(
            *vague || !edtf.contains(['~', '?']),
            "{edtf} is drawn as unsure"
        );
    }
}

in_every_engine!(dates_are_filtered_by_kind_and_by_entity);

fn dates_are_filtered_by_kind_and_by_entity(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let all = listed(&page);
    let about = |who: &str| {
        events(
            &page,
            &format!("(li.dataset.about ?? '').split(' ').some(slug => {who})"),
        )
    };

    page.take("only", "xi-jinping");
    let some = about("slug === 'xi-jinping'");
    assert!(!some.is_empty() && some.len() < all.len());
    assert_eq!(listed(&page), some);
    assert_eq!(page.count(), format!("{} of {}", some.len(), all.len()));

    page.take("only", "kind:law");
    let some = about("document.getElementById(`ent-${slug}`)?.dataset.kind === 'law'");
    assert!(!some.is_empty() && some.len() < all.len());
    assert_eq!(listed(&page), some);
    assert_eq!(page.count(), format!("{} of {}", some.len(), all.len()));

    page.take("only", "");
    assert_eq!(listed(&page), all);
    assert_eq!(page.count(), all.len().to_string());
    page.expect_silence();
}

#[test]
fn arrow_keys_walk_the_listed_dates() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.take("only", "xi-jinping");
    let some = listed(&page);
    assert!(some.len() >= 3, "{some:?}");
    page.focus_on("[data-view] h2");
    for event in &some {
        page.press_key(DOWN);
        expect_chosen(&page, event);
    }
    page.press_key(DOWN);
    page.settle();
    expect_chosen(&page, some.last().unwrap());
    for event in some.iter().rev().skip(1) {
        page.press_key(UP);
        expect_chosen(&page, event);
    }
    page.press_key(UP);
    page.settle();
    expect_chosen(&page, &some[0]);
    assert_eq!(page.fragment(), "#timeline", "walking is no layer");
}

in_every_engine!(choosing_a_date_marks_it_and_announces_one_line);

fn choosing_a_date_marks_it_and_announces_one_line(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    assert_eq!(page.announced(), "", "opening announces nothing");
    page.ask(
        "new MutationObserver(() => (window.lines ??= []).push(document.querySelector('[role=status]').textContent))
            .observe(document.querySelector('[role=status]'), { childList: true, characterData: true, subtree: true })",
        &[],
    );
    let all = listed(&page);
    page.press(&link_to(&all[1]));
    expect_chosen(&page, &all[1]);
    page.press_key(DOWN);
    expect_chosen(&page, &all[2]);
    let line = |event: &str| {
        page.text(
            "(li => `${li.querySelector('time').textContent}: ${li.querySelector('.what').textContent}`)(document.getElementById($0))",
            &[json!(format!("event-{event}"))],
        )
        .unwrap()
    };
    assert_eq!(
        page.ask("window.lines", &[]),
        json!([line(&all[1]), line(&all[2])])
    );
    assert!(!page.announced().contains('\n'));
    assert_eq!(
        page.ask(
            "document.querySelector('[role=status]').ariaLive ?? 'polite'",
            &[]
        ),
        "polite"
    );
    page.expect_silence();
}

/// A block's words from and to, in UTF-16 units.
fn words_of(page: &Page, block: &str, range: &str) -> String {
    let (from, to) = range.split_once(' ').unwrap();
    let words = format!("document.getElementById($0).textContent.slice({from}, {to})");
    page.text(&words, &[json!(block)]).unwrap()
}

/// Where the lit words stand.
fn lit_place(page: &Page) -> (f64, f64) {
    let place = page.ask(
        "(range => (({ top, bottom }) => [top, bottom])(range.getBoundingClientRect()))(
            globalThis.CSS?.highlights ? [...CSS.highlights.get('hit')][0] : getSelection().getRangeAt(0))",
        &[],
    );
    (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
}

in_every_engine!(the_mark_of_a_block_leads_to_the_sentence_and_back);

fn the_mark_of_a_block_leads_to_the_sentence_and_back(engine: Engine) {
    let server = site::serve();
    for window in [DESKTOP, PHONE] {
        let page = open(engine, window, &server);
        let before = page.text_place();
        let range = page
            .text(
                "document.getElementById($0).dataset.words",
                &[json!(format!("event-{EVENT}"))],
            )
            .unwrap();
        let mark = format!("[data-view] li:has(> a[href='#event-{EVENT}']) a[href='#{BLOCK}']");
        page.reveal(&mark);
        page.press(&mark);
        page.expect_answer(
            "!!document.querySelector(`[data-act='return']`)",
            &json!(true),
        );
        page.settle();
        assert_eq!(page.lit(), words_of(&page, BLOCK, &range));
        let (top, bottom) = lit_place(&page);
        let height = page.window.height as f64;
        assert!(
            top > 0.0 && bottom < height,
            "{top} to {bottom} is in sight"
        );
        if window.width == PHONE.width {
            page.expect_no_view();
            page.expect_fragment(&format!("#{BLOCK}"));
        } else {
            assert_eq!(page.view().as_deref(), Some("timeline"), "the view stays");
        }
        assert!(page.words("[data-act='return']").starts_with("Back to ¶ "));
        page.press("[data-act='return']");
        page.settle();
        assert_eq!(page.text_place(), before);
        page.expect_silence();
    }
}

/// Also where an event rests on two blocks: what is lit are whole sentences of the block whose mark was pressed.
#[test]
fn every_mark_of_a_block_lights_whole_sentences_of_that_block() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let marks = page.ask(
        "[...document.querySelectorAll(`[data-view] li a[href^='#p']`)].map(mark => [mark.closest('li').querySelector('a').hash, mark.hash])",
        &[],
    );
    let marks: Vec<(String, String)> = serde_json::from_value(marks).unwrap();
    assert!(marks.len() >= 5);
    let mut wrong = Vec::new();
    for (event, block) in marks {
        let mark = format!("[data-view] li:has(> a[href='{event}']) a[href='{block}']");
        page.reveal(&mark);
        page.press(&mark);
        page.settle();
        let whole = page.ask(
            "(block => {
                const bounds = [0, ...(block.dataset.sentences ?? '').split(' ').map(Number), block.textContent.length];
                const range = [...(CSS.highlights.get('hit') ?? [])][0];
                if (!range) return block.hasAttribute('data-lit');
                if (!block.contains(range.startContainer) || !block.contains(range.endContainer)) return false;
                const before = document.createRange();
                before.setStart(block, 0);
                before.setEnd(range.startContainer, range.startOffset);
                const from = before.toString().length;
                return bounds.includes(from) && bounds.includes(from + range.toString().length);
            })(document.querySelector($0))",
            &[json!(block)],
        );
        if whole != true {
            wrong.push(format!("{event} {block}: “{}”", page.lit()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

in_every_engine!(a_mark_of_the_drawing_leads_to_its_row);

fn a_mark_of_the_drawing_leads_to_its_row(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.open_view("timeline");
    let mark = page.rect("[data-view] .plot circle.told");
    page.press_at(
        ((mark.left + mark.right) / 2.0) as i64,
        ((mark.top + mark.bottom) / 2.0) as i64,
    );
    page.expect_answer(
        "document.querySelectorAll('[data-view] li[data-chosen]').length",
        &json!(1),
    );
    page.settle();
    let row = page.rect("[data-view] li[data-chosen]");
    assert!(page.holds(row), "{row:?}");
    page.expect_answer(
        "!!document.querySelector('[data-view] .plot [data-chosen]')",
        &json!(true),
    );
    page.expect_silence();
}
