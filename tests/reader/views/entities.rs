//! All entities: what each row says, which rows are listed and how, and the way from a row to its words and back.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::acts::ESCAPE;
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
use crate::support::server::Server;
use crate::support::site;

/// An entity as its note in the page tells it.
#[derive(Clone, Debug)]
struct Told {
    slug: String,
    kind: String,
    name: String,
    /// Name, short description and number of mentions, as a row says them.
    row: String,
    mentions: usize,
}

/// All entities of the page, in the order of its notes, which is that of the text.
fn told(page: &Page) -> Vec<Told> {
    let notes = page.ask(
        "[...document.querySelectorAll('[data-note]')].map(note => {
            const name = note.querySelector('h3').textContent;
            const mentions = note.querySelectorAll(`a[href^='#m-']`).length;
            const what = note.querySelector('.kind b ~ bdi')?.textContent ?? '';
            return [note.dataset.note, note.dataset.kind, name, `${name}${what}${mentions}`, mentions];
        })",
        &[],
    );
    let word = |row: &Value, at: usize| row[at].as_str().unwrap().to_owned();
    let rows = notes.as_array().unwrap().iter().map(|row| Told {
        slug: word(row, 0),
        kind: word(row, 1),
        name: word(row, 2),
        row: word(row, 3),
        mentions: row[4].as_u64().unwrap() as usize,
    });
    rows.collect()
}

fn slugs<'a>(entities: impl IntoIterator<Item = &'a Told>) -> Vec<String> {
    let slugs = entities.into_iter().map(|entity| entity.slug.clone());
    slugs.collect()
}

fn open(engine: Engine, window: Window, server: &Server) -> Page {
    let page = Page::open_article(engine, window, server);
    page.expect_ready();
    page.open_view("entities");
    page
}

fn row_of(entity: &str) -> String {
    format!("[data-view] li:has(> a[href='#ent-{entity}'])")
}

in_every_engine!(every_entity_has_a_row_with_kind_description_and_count);

fn every_entity_has_a_row_with_kind_description_and_count(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let entities = told(&page);
    assert_eq!(page.rows(), slugs(&entities), "in the order of the text");
    let said = page.ask(
        "[...document.querySelectorAll('[data-view] li')].map(row => [row.textContent, row.querySelector('a').dataset.kind])",
        &[],
    );
    let wanted: Vec<_> = entities
        .iter()
        .map(|one| json!([one.row, one.kind]))
        .collect();
    assert_eq!(said, json!(wanted));
    assert_eq!(page.count(), entities.len().to_string());
    page.expect_silence();
}

in_every_engine!(the_scale_above_the_strips_ends_with_the_last_paragraph);

fn the_scale_above_the_strips_ends_with_the_last_paragraph(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let blocks = page.number("document.querySelectorAll('.block').length");
    for part in ["#entities", "[data-view]"] {
        // What lies far from the window is not laid out.
        page.bring(part, 100);
        let scale = page.words(&format!("{part} .scale"));
        let ends: Vec<&str> = scale.split_whitespace().collect();
        assert_eq!(ends, ["¶", "1", &blocks.to_string()], "{part}");
    }
}

in_every_engine!(several_kinds_are_left_out_at_once);

fn several_kinds_are_left_out_at_once(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let all = told(&page);
    for kind in ["place", "concept"] {
        assert!(page.chosen("kind", kind));
        page.choose("kind", kind);
        assert!(!page.chosen("kind", kind));
    }
    let listed: Vec<&Told> = all
        .iter()
        .filter(|one| one.kind != "place" && one.kind != "concept")
        .collect();
    assert!(listed.len() < all.len());
    assert_eq!(page.rows(), slugs(listed.iter().copied()));
    assert_eq!(page.count(), format!("{} of {}", listed.len(), all.len()));
    page.choose("kind", "place");
    let listed: Vec<&Told> = all.iter().filter(|one| one.kind != "concept").collect();
    assert_eq!(page.rows(), slugs(listed.iter().copied()));
    page.choose("kind", "concept");
    assert_eq!(page.rows(), slugs(&all));
    assert_eq!(page.count(), all.len().to_string());
    page.expect_silence();
}

#[test]
fn without_any_kind_the_list_says_so_and_each_box_says_how_many_it_has() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let all = told(&page);
    let mut kinds = BTreeMap::new();
    for one in &all {
        *kinds.entry(one.kind.clone()).or_insert(0) += 1;
    }
    for (kind, count) in &kinds {
        let label = page.words(&format!(
            "[data-view] label:has([name='kind'][value='{kind}'])"
        ));
        assert!(label.ends_with(&count.to_string()), "{kind}: {label}");
        page.choose("kind", kind);
    }
    assert_eq!(page.rows(), Vec::<String>::new());
    assert_eq!(page.count(), format!("0 of {}", all.len()));
    assert_eq!(page.words("[data-view] .none"), "No kind is ticked.");
    page.choose("kind", "person");
    assert!(!page.has("[data-view] .none"));
    let people: Vec<&Told> = all.iter().filter(|one| one.kind == "person").collect();
    assert_eq!(page.rows(), slugs(people));
}

#[test]
fn rows_come_in_three_orders() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    let mut all = told(&page);
    let in_text = slugs(&all);
    assert!(page.chosen("order", "text"));

    page.choose("order", "count");
    all.sort_by_key(|one| std::cmp::Reverse(one.mentions));
    assert_eq!(page.rows(), slugs(&all), "most named first");

    page.choose("order", "name");
    // As one looks a name up: quotation marks before it and capitals do not count.
    all = told(&page);
    all.sort_by_key(|one| {
        let name = one
            .name
            .trim_start_matches(|letter: char| !letter.is_alphanumeric());
        name.to_lowercase()
    });
    assert_eq!(page.rows(), slugs(&all), "by name");

    page.choose("kind", "person");
    all.retain(|one| one.kind != "person");
    assert_eq!(page.rows(), slugs(&all), "by name, without people");

    page.choose("kind", "person");
    page.choose("order", "text");
    assert_eq!(page.rows(), in_text);
}

#[test]
fn what_was_chosen_holds_while_the_page_is_open() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.choose("kind", "place");
    page.choose("order", "name");
    let listed = page.rows();
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.open_view("entities");
    assert_eq!(page.rows(), listed);
    assert!(!page.chosen("kind", "place") && page.chosen("order", "name"));
    page.open_view("timeline");
    page.open_view("entities");
    assert_eq!(page.rows(), listed);
}

/// A point on the strip of an entity, at the stroke of one of its mentions, counted from 1.
fn stroke(page: &Page, entity: &str, number: usize) -> (i64, i64) {
    let strip = format!(
        "{} svg:has(path[d^='M'])[viewBox='0 0 144 18']",
        row_of(entity)
    );
    let point = page.ask(
        "(strip => {
            strip.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const { left, top, width, height } = strip.getBoundingClientRect();
            const x = strip.querySelector('path').getAttribute('d').match(/M\\d+/g)[$1 - 1].slice(1);
            return [Math.round(left + width * x / 144), Math.round(top + height / 2)];
        })(document.querySelector($0))",
        &[json!(strip), json!(number)],
    );
    (point[0].as_i64().unwrap(), point[1].as_i64().unwrap())
}

in_every_engine!(a_stroke_of_the_strip_leads_to_its_mention_and_back);

fn a_stroke_of_the_strip_leads_to_its_mention_and_back(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    let before = page.place(MENTION);
    let (x, y) = stroke(&page, ENTITY, 8);
    page.press_at(x, y);
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-8"),
    );
    page.settle();
    let words = page.rect("#m-atajurt-8");
    assert!(page.holds(words), "{words:?} is in sight");
    assert_eq!(page.view().as_deref(), Some("entities"), "the view stays");
    assert!(page.words("[data-act='return']").starts_with("Back to ¶ "));
    page.press("[data-act='return']");
    page.expect_place(MENTION, before);
    assert!(!page.has("[data-act='return']") && !page.has("[data-lit]"));
    assert_eq!(page.view().as_deref(), Some("entities"));
    page.expect_silence();
}

#[test]
fn on_a_phone_a_stroke_closes_the_view_and_shows_the_words() {
    let server = site::serve();
    let page = open(Engine::Chromium, PHONE, &server);
    let before = page.place(MENTION);
    let (x, y) = stroke(&page, ENTITY, 8);
    page.press_at(x, y);
    page.expect_no_view();
    page.expect_answer(
        "document.querySelector('[data-lit]')?.id",
        &json!("m-atajurt-8"),
    );
    page.expect_fragment("#m-atajurt-8");
    page.settle();
    let (words, tabs) = (page.rect("#m-atajurt-8"), page.rect("[data-open-view]"));
    assert!(
        page.holds(words) && words.bottom <= tabs.top,
        "{words:?} is in sight"
    );
    page.press("[data-act='return']");
    page.expect_place(MENTION, before);
}

/// The mentions that are lit because their row is pointed at.
fn glowing(page: &Page) -> Vec<String> {
    let glowing = page.ask(
        "[...document.querySelectorAll('[data-glow]')].map(one => one.dataset.entity)",
        &[],
    );
    serde_json::from_value(glowing).unwrap()
}

#[track_caller]
fn expect_glow(page: &Page, entity: &str) {
    let parts = page.ask(
        "document.querySelectorAll(`[data-article] a[data-entity='${$0}']`).length",
        &[json!(entity)],
    );
    page.expect_answer("document.querySelectorAll('[data-glow]').length", &parts);
    assert!(glowing(page).iter().all(|one| one == entity));
    page.settle();
    let lit = page.ask(
        "getComputedStyle(document.querySelector('[data-glow]')).backgroundColor",
        &[],
    );
    assert_ne!(lit, "rgba(0, 0, 0, 0)", "and to be seen");
}

in_every_engine!(a_row_that_is_pointed_at_lights_its_mentions);

fn a_row_that_is_pointed_at_lights_its_mentions(engine: Engine) {
    let server = site::serve();
    let page = open(engine, DESKTOP, &server);
    page.point_at(&row_of(ENTITY));
    expect_glow(&page, ENTITY);
    page.point_at(&row_of("almaty"));
    expect_glow(&page, "almaty");
    page.point_to(5, 400);
    page.expect_answer("document.querySelectorAll('[data-glow]').length", &json!(0));
}

#[test]
fn a_row_with_the_focus_lights_its_mentions() {
    let server = site::serve();
    let page = open(Engine::Chromium, DESKTOP, &server);
    page.focus_on(&format!("{} > a", row_of(ENTITY)));
    expect_glow(&page, ENTITY);
    page.focus_on(&format!("{} > a", row_of("almaty")));
    expect_glow(&page, "almaty");
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.expect_answer("document.querySelectorAll('[data-glow]').length", &json!(0));
}
