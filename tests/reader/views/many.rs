//! Five thousand entities: only the rows that can be seen are drawn, the right ones, and nothing takes long.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::server::{Faults, Server};
use crate::support::site::build;
use crate::support::wait::eventually;

const ENTITIES: usize = 5_000;
const KINDS: [&str; 8] = [
    "person",
    "people",
    "place",
    "organisation",
    "event",
    "law",
    "policy",
    "concept",
];
/// Rows in the page at once, at most.
const DRAWN: usize = 48;

/// The site, written once for all tests.
static CROWD: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sites/crowd");
    let (content, site) = (folder.join("content"), folder.join("site"));
    write(&content);
    build(&content, &site);
    site
});

/// Entity N is named N times modulo 3 and once more, so every order differs from every other.
fn write(content: &Path) {
    for folder in ["articles", "entities"] {
        fs::create_dir_all(content.join(folder)).unwrap();
    }
    let put = |path: &str, text: &str| fs::write(content.join(path), text).unwrap();
    put(
        "site.toml",
        "format = 1\ntitle = \"Crowd\"\nlanguage = \"en\"\n",
    );
    put(
        "sources.toml",
        "[work]\npublisher = \"Press\"\ntitle = \"Work\"\nurl = \"https://example.org/\"\ndate = \"2001-02-03\"\n",
    );
    let mut text =
        String::from("+++\ntitle = \"A crowd\"\ndate = \"2020\"\nautolink = false\n+++\n");
    for row in 0..ENTITIES {
        if row % 500 == 0 {
            write!(text, "\n\n## Part {row}\n").unwrap();
        }
        if row % 20 == 0 {
            text.push_str("\n\nHere come ");
        }
        for _ in 0..=row % 3 {
            write!(text, "[[e{row}|name {row}]] and ").unwrap();
        }
        if row % 20 == 19 {
            text.push_str("nobody else.");
        }
        // Names run against the order of the text.
        let name = ENTITIES - row;
        let entity = format!(
            "kind = \"{}\"\nnames = [{{ text = \"Name {name:04}\" }}]\ndescription = \"number {row}\"\n\
             summary = \"The one with number {row}.\"\n\n[[facts]]\ntext = \"Has number {row}.\"\nsource = \"work\"\n",
            KINDS[row % KINDS.len()]
        );
        put(&format!("entities/e{row}.toml"), &entity);
    }
    put("articles/crowd.md", &text);
}

fn open(engine: Engine) -> (Server, Page) {
    let server = Server::start(&CROWD, "/", Faults::default());
    let page = Page::open(engine, DESKTOP, &server, "crowd/");
    page.expect_ready();
    (server, page)
}

/// The rows that stand in the view's window, wholly or in part, and how many are in the page, once they are drawn.
#[track_caller]
fn seen(page: &Page) -> (Vec<String>, usize) {
    eventually("the rows in sight are drawn", || {
        let seen = page.ask(SEEN, &[]);
        let seen: (Vec<String>, usize) = serde_json::from_value(seen).unwrap();
        (!seen.0.iter().any(|row| row == "a gap")).then_some(seen)
    })
}

const SEEN: &str = "(view => {
    const list = view.querySelector('ul'), body = list.closest('[data-view] > *');
    const { top, bottom } = body.getBoundingClientRect();
    const rows = [...list.querySelectorAll('li')];
    const inside = rows.filter(row => (r => r.bottom > top && r.top < bottom)(row.getBoundingClientRect()));
    const place = list.parentElement.getBoundingClientRect();
    const covered = inside.length && inside[0].getBoundingClientRect().top <= Math.max(top, place.top) + 1
        && inside.at(-1).getBoundingClientRect().bottom >= Math.min(bottom, place.bottom) - 1;
    return [covered ? inside.map(row => row.querySelector('a').hash.slice(5)) : ['a gap'], rows.length];
})(document.querySelector('[data-view]'))";

/// Scrolls the list to a part of its way, as the bar at its side does.
fn scroll_to(page: &Page, part: f64) {
    page.ask(
        "(body => body.scrollTo({ top: (body.scrollHeight - body.clientHeight) * $0, behavior: 'instant' }))(
            document.querySelector('[data-view] ul').closest('[data-view] > *'))",
        &[json!(part)],
    );
}

/// At every height the rows of `order` that belong there are to be seen, and few are in the page.
#[track_caller]
fn expect_right_rows(page: &Page, order: &[usize]) {
    for part in [0.0, 0.013, 0.25, 0.5, 0.731, 1.0] {
        scroll_to(page, part);
        let (seen, drawn) = seen(page);
        assert!(drawn <= DRAWN, "{drawn} rows are in the page at {part}");
        assert!(
            seen.len() >= 5,
            "{} rows are to be seen at {part}",
            seen.len()
        );
        let at = order.iter().position(|row| format!("e{row}") == seen[0]);
        let at = at.unwrap_or_else(|| panic!("{} is listed, at {part}", seen[0]));
        let wanted = &order[at..(at + seen.len()).min(order.len())];
        let wanted: Vec<String> = wanted.iter().map(|row| format!("e{row}")).collect();
        assert_eq!(seen, wanted, "row after row, at {part}");
        let middle = part * order.len() as f64;
        let away = (at as f64 - middle).abs();
        assert!(away <= 40.0, "row {at} at {part} of {}", order.len());
    }
    let (seen, _) = seen(page);
    assert_eq!(
        seen.last(),
        order.last().map(|row| format!("e{row}")).as_ref()
    );
}

in_every_engine!(only_rows_in_sight_are_drawn_and_they_are_the_right_ones);

fn only_rows_in_sight_are_drawn_and_they_are_the_right_ones(engine: Engine) {
    let (_server, page) = open(engine);
    page.open_view("entities");
    assert_eq!(page.count(), "5000");
    expect_right_rows(&page, &(0..ENTITIES).collect::<Vec<_>>());

    page.choose("order", "name");
    expect_right_rows(&page, &(0..ENTITIES).rev().collect::<Vec<_>>());

    page.choose("kind", "person");
    page.choose("order", "count");
    let mut order: Vec<usize> = (0..ENTITIES).filter(|row| row % KINDS.len() != 0).collect();
    order.sort_by_key(|row| std::cmp::Reverse(row % 3));
    assert_eq!(page.count(), format!("{} of 5000", order.len()));
    expect_right_rows(&page, &order);
    page.expect_silence();
}

/// Drawn for the rows in sight, with a stroke for each time the text names them; elsewhere it would cost every frame.
fn rows_of_a_long_list_have_their_strips(engine: Engine) {
    let (_server, page) = open(engine);
    page.open_view("entities");
    scroll_to(&page, 0.5);
    let (rows, _) = seen(&page);
    let row: usize = rows[0][1..].parse().unwrap();
    for (row, name) in (row..).zip(&rows) {
        let strokes = page.text(
            "(strip => strip.getBoundingClientRect().width > 0 ? strip.querySelector('path').getAttribute('d') : null)(
                document.querySelector(`[data-view] li:has([href='#ent-${$0}']) .strip`))",
            &[json!(name)],
        );
        let strokes = strokes.unwrap_or_default();
        assert_eq!(strokes.matches('M').count(), row % 3 + 1, "{name}");
    }
    page.expect_answer(
        "document.querySelectorAll('#entities svg').length",
        &json!(0),
    );
}

in_every_engine!(rows_of_a_long_list_have_their_strips);

#[test]
fn a_long_list_has_its_strips_where_no_script_runs() {
    let server = Server::start(&CROWD, "/", Faults::default());
    let page = Page::blank(Engine::Chromium, DESKTOP);
    let scripts = |off: bool| {
        let command = "Emulation.setScriptExecutionDisabled";
        page.browser.devtools(command, &json!({ "value": off }))
    };
    scripts(true);
    page.browser.go(&server.address("crowd/"));
    page.expect_answer(
        "document.querySelectorAll('#entities li svg.strip > path').length",
        &json!(ENTITIES),
    );
    scripts(false);
}

/// As many rows are drawn as the window can show, and more as soon as it is made taller.
#[test]
fn a_window_made_taller_is_filled_with_rows() {
    let (_server, page) = open(Engine::Chromium);
    page.browser.fit(1280, 700);
    page.open_view("entities");
    scroll_to(&page, 0.5);
    let (before, drawn) = seen(&page);
    assert!(drawn < DRAWN, "{drawn} rows for a low window");
    page.browser.fit(1280, 1800);
    let (after, drawn) = seen(&page);
    assert!(after.len() > before.len() + 10, "{}", after.len());
    assert!(drawn <= DRAWN, "{drawn} rows for a high one");
}

/// A list that shrinks under a reader who is far down in it shows its end and no gap.
#[test]
fn filtering_far_down_leaves_rows_in_sight() {
    let (_server, page) = open(Engine::Chromium);
    page.open_view("entities");
    scroll_to(&page, 1.0);
    for kind in &KINDS[1..] {
        page.ask(
            "document.querySelector(`[data-view] [name=kind][value='${$0}']`).click()",
            &[json!(kind)],
        );
    }
    let (rows, _) = seen(&page);
    assert!(rows.len() >= 5, "{rows:?}");
    assert_eq!(page.count(), format!("{} of 5000", ENTITIES / KINDS.len()));
}

/// What was seen when the view was closed is not what it begins with.
#[test]
fn a_view_opened_again_begins_with_its_first_rows() {
    let (_server, page) = open(Engine::Chromium);
    page.open_view("entities");
    scroll_to(&page, 0.5);
    page.close_view();
    page.expect_no_view();
    page.open_view("entities");
    let (rows, _) = seen(&page);
    assert_eq!(rows[0], "e0", "{rows:?}");
}

#[test]
fn a_row_far_down_opens_its_card_and_is_there_again_after_it() {
    let (_server, page) = open(Engine::Chromium);
    page.open_view("entities");
    scroll_to(&page, 0.5);
    let (before, _) = seen(&page);
    let row = &before[before.len() / 2];
    let link = format!("[data-view] a[href='#ent-{row}']");
    page.press(&link);
    page.expect_card(row);
    page.go_back();
    page.expect_no_card();
    page.expect_focus_on(&link);
    assert_eq!(seen(&page).0, before);
}
