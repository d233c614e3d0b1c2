//! Relations: one entity with those it is related to as sentences, and the table of all of them.

use serde_json::json;

use crate::support::acts::{ENTER, ESCAPE};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page, Window};
use crate::support::server::Server;
use crate::support::site;

/// Branches before the reader asks for all.
const BRANCHES: usize = 9;

fn open(engine: Engine, server: &Server) -> Page {
    let page = Page::open_article(engine, DESKTOP, server);
    page.expect_ready();
    page.open_view("relations");
    page
}

/// The relations of an entity as its note tells them: the sentence, its first source mark, how many it has.
fn told(page: &Page, entity: &str) -> Vec<(String, String, usize)> {
    let told = page.ask(
        "[...document.querySelectorAll(`#ent-${$0} .rels li`)].filter(row => row.querySelector(`a[href^='#ent-']`)).map(row => {
            const [first, second] = row.children, marks = row.querySelectorAll('.src');
            return [`${first.textContent} ${second.textContent}`, marks[0]?.textContent ?? '', marks.length];
        })",
        &[json!(entity)],
    );
    serde_json::from_value(told).unwrap()
}

/// The sentences that are drawn, and the source mark of each.
fn drawn(page: &Page) -> Vec<(String, String)> {
    let drawn = page.ask(
        "[...document.querySelectorAll('[data-view] li')].map(row => {
            const [first, second] = row.children;
            return [`${first.textContent} ${second.textContent}`, row.querySelector('.src')?.textContent ?? ''];
        })",
        &[],
    );
    serde_json::from_value(drawn).unwrap()
}

fn hub(page: &Page) -> String {
    page.text(
        "document.querySelector(`[data-view] a[href^='#ent-']`).hash.slice(5)",
        &[],
    )
    .unwrap()
}

fn sentences(told: &[(String, String, usize)]) -> Vec<(String, String)> {
    let sentences = told
        .iter()
        .map(|(sentence, mark, _)| (sentence.clone(), mark.clone()));
    sentences.collect()
}

in_every_engine!(relations_are_sentences_in_both_directions_with_a_source_each);

fn relations_are_sentences_in_both_directions_with_a_source_each(engine: Engine) {
    let server = site::serve();
    let page = open(engine, &server);
    for entity in ["strike-hard", "serikzhan-bilash", "xi-jinping"] {
        page.take("hub", entity);
        page.expect_answer(
            "document.querySelector(`[data-view] a[href^='#ent-']`).hash",
            &json!(format!("#ent-{entity}")),
        );
        let told = told(&page, entity);
        assert!(!told.is_empty() && told.len() <= BRANCHES);
        assert_eq!(drawn(&page), sentences(&told), "{entity}");
        assert!(told.iter().all(|(_, mark, _)| !mark.is_empty()));
    }
    page.expect_silence();
}

/// “Atajurt, founded by Serikzhan Bilash” and “Serikzhan Bilash founded Atajurt”: each end tells it.
#[test]
fn both_ends_of_a_relation_tell_it() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let pairs = page.ask(
        "[...document.querySelectorAll('#relations tbody tr')].map(row => [...row.querySelectorAll(`a[href^='#ent-']`)].map(end => end.hash.slice(5)))
            .filter(ends => ends.length > 1).map(([one, other]) => [one, other])",
        &[],
    );
    let pairs: Vec<(String, String)> = serde_json::from_value(pairs).unwrap();
    let mut seen = Vec::new();
    for (one, other) in pairs.iter().step_by(7) {
        for (hub, end) in [(one, other), (other, one)] {
            page.take("hub", hub);
            page.expect_answer(
                "document.querySelector(`[data-view] a[href^='#ent-']`).hash",
                &json!(format!("#ent-{hub}")),
            );
            if page.has("[data-act='all-branches']") {
                page.press("[data-act='all-branches']");
                page.settle();
            }
            assert!(
                page.has(&format!("[data-view] li a[href='#ent-{end}']")),
                "{hub} tells of {end}"
            );
        }
        seen.push(one);
    }
    assert!(seen.len() > 3);
}

#[test]
fn of_many_relations_the_best_sourced_come_first_and_the_rest_on_request() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let hub = hub(&page);
    let told = told(&page, &hub);
    assert!(told.len() > BRANCHES, "{hub} has most");
    let kept = drawn(&page);
    assert_eq!(kept.len(), BRANCHES);
    let sources = |sentence: &(String, String)| {
        let told = told.iter().find(|one| one.0 == sentence.0);
        told.unwrap_or_else(|| panic!("{sentence:?} stands in the note"))
            .2
    };
    let least = kept.iter().map(sources).min().unwrap();
    let left_out = told
        .iter()
        .filter(|one| !kept.iter().any(|kept| kept.0 == one.0));
    assert!(left_out.map(|one| one.2).all(|count| count <= least));
    let more = page.words("[data-act='all-branches']");
    assert_eq!(more, format!("and {} more", told.len() - BRANCHES));
    page.press("[data-act='all-branches']");
    page.expect_answer(
        "document.querySelector(`[data-act='all-branches']`)",
        &json!(null),
    );
    assert_eq!(drawn(&page), sentences(&told));
}

/// The button goes away as it is pressed: focus must not go with it.
#[test]
fn asking_for_the_rest_by_key_loses_no_focus() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    page.focus_on("[data-act='all-branches']");
    page.press_key(ENTER);
    page.expect_answer(
        "document.querySelector(`[data-act='all-branches']`)",
        &json!(null),
    );
    page.expect_answer(
        "document.activeElement.closest('[data-view]')?.dataset.view",
        &json!("relations"),
    );
}

in_every_engine!(the_table_sorts_by_every_column_both_ways);

fn the_table_sorts_by_every_column_both_ways(engine: Engine) {
    let server = site::serve();
    let page = open(engine, &server);
    let rows =
        "[...document.querySelectorAll('[data-view] tbody tr')].map(row => row.textContent).sort()";
    let all = page.ask(rows, &[]);
    let count = all.as_array().unwrap().len();
    assert_eq!(page.count(), format!("10 of {count}"));
    for column in 0..4 {
        for (direction, sign) in [("ascending", 1), ("descending", -1)] {
            page.sort_by(column);
            let said = page.ask("[...document.querySelectorAll('[data-view] th[scope=col]')].map(head => head.ariaSort ?? head.getAttribute('aria-sort'))", &[]);
            for (at, said) in said.as_array().unwrap().iter().enumerate() {
                let wanted = if at == column as usize {
                    json!(direction)
                } else {
                    json!(null)
                };
                assert_eq!(*said, wanted, "column {at} after a press on {column}");
            }
            let sorted = page.ask(
                "(words => words.every((one, at) => !at || $1 * words[at - 1].localeCompare(one) <= 0))(
                    [...document.querySelectorAll('[data-view] tbody tr')].map(row => row.children[$0].textContent))",
                &[json!(column), json!(sign)],
            );
            assert_eq!(sorted, true, "column {column}, {direction}");
            assert_eq!(page.ask(rows, &[]), all, "no row is lost");
        }
    }
    page.expect_silence();
}

#[test]
fn a_sorted_column_holds_and_its_head_keeps_the_focus() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let head = "[data-view] th button[data-value='1']";
    page.focus_on(head);
    page.press_key(ENTER);
    page.expect_answer(
        "document.querySelectorAll('[data-view] th')[1].getAttribute('aria-sort')",
        &json!("ascending"),
    );
    page.expect_focus_on(head);
    page.press_key(ESCAPE);
    page.expect_no_view();
    page.open_view("relations");
    page.expect_answer(
        "document.querySelectorAll('[data-view] th')[1].getAttribute('aria-sort')",
        &json!("ascending"),
    );
}

in_every_engine!(a_name_in_drawing_and_table_opens_its_card);

fn a_name_in_drawing_and_table_opens_its_card(engine: Engine) {
    let server = site::serve();
    let page = open(engine, &server);
    for part in ["li", "tbody th"] {
        let name = format!("[data-view] {part} a[href^='#ent-']");
        let entity = page
            .text("document.querySelector($0).hash.slice(5)", &[json!(name)])
            .unwrap();
        page.reveal(&name);
        page.press(&name);
        page.expect_card(&entity);
        page.press_key(ESCAPE);
        page.expect_no_card();
        page.expect_focus_on(&name);
    }
}

in_every_engine!(the_whole_graph_opens_at_the_chosen_name);

fn the_whole_graph_opens_at_the_chosen_name(engine: Engine) {
    let server = site::serve();
    let page = open(engine, &server);
    let whole = "[data-view] [data-act=whole]";
    for entity in ["kalzhat-dulata-crossing", "banned-organisation"] {
        page.take("hub", entity);
        page.press(whole);
        page.expect_answer(
            "(() => {
                const part = document.querySelector('[data-view] .whole')?.getBoundingClientRect();
                const name = document.querySelector(`[data-view] .whole a[href='#ent-${$0}']`)?.getBoundingClientRect();
                return !!name && part.left <= name.left && name.right <= part.right && part.top <= name.top && name.bottom <= part.bottom;
            })()"
                .replace("$0", &format!("'{entity}'"))
                .as_str(),
            &json!(true),
        );
    }
    page.press(whole);
    page.expect_answer(
        "document.querySelectorAll('[data-view] .bracket').length",
        &json!(1),
    );
    page.expect_silence();
}

/// Names, words and arrows of the graph are those of the table.
#[test]
fn the_whole_graph_says_what_the_table_says() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let rows = page.ask(
        "[...document.querySelectorAll('[data-view] tbody tr')].map(row => row.querySelector('i').textContent).sort()",
        &[],
    );
    page.press("[data-view] [data-act=whole]");
    page.expect_answer(
        "[...document.querySelectorAll('[data-view] .graph text')].map(words => words.textContent).sort()",
        &rows,
    );
    let ends = "[...new Set([...document.querySelectorAll($0)].map(link => link.hash))].sort()";
    let named = |part: &str| {
        page.ask(
            ends,
            &[json!(format!("[data-view] {part} a[href^='#ent-']"))],
        )
    };
    assert_eq!(named(".graph"), named("tbody"));
    // Two strokes make an arrow; see `publish/graph/tests.rs` for where it stands.
    let arrows = page.ask(
        "[...document.querySelectorAll('[data-view] .graph path:not(.reach)')].filter(line => line.getAttribute('d').match(/m-4-6 4 6 4-6|m-4 6 4-6 4 6|m6-4-6 4 6 4/g)?.length === 1).length",
        &[],
    );
    assert_eq!(arrows, rows.as_array().unwrap().len());
    let name = "[data-view] .graph a[href='#ent-china']";
    page.reveal(name);
    page.press(name);
    page.expect_card("china");
}

/// Every branch that is drawn stands in the table too, with the same way to its card.
#[test]
fn the_table_holds_every_relation_that_is_drawn() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let missing = page.ask(
        "(() => {
            const pairs = [...document.querySelectorAll('[data-view] tbody tr')].map(row => [...row.querySelectorAll(`a[href^='#ent-']`)].map(end => end.hash));
            const hub = document.querySelector(`[data-view] a[href^='#ent-']`).hash;
            return [...document.querySelectorAll(`[data-view] li a[href^='#ent-']`)].map(link => link.hash)
                .filter(other => !pairs.some(pair => pair.includes(hub) && pair.includes(other)));
        })()",
        &[],
    );
    assert_eq!(missing, json!([]));
}

/// Resting the mouse on a line names the relation, pressing it shows its row in the table.
#[test]
fn a_line_names_its_relation_and_leads_to_its_row() {
    let server = site::serve();
    let page = open(Engine::Chromium, &server);
    let last = "[...document.querySelectorAll('[data-view] .stems .line')].at(-1)";
    press_line(&page, &format!("{last}.querySelector('.reach')"));
    expect_row(&page, last);
    page.reveal("[data-act='whole']");
    page.press("[data-act='whole']");
    page.expect_answer("!!document.querySelector('.graph .line')", &json!(true));
    page.settle();
    let seen = "[...document.querySelectorAll('.graph .line')].find(line => {
        const whole = document.querySelector('.whole').getBoundingClientRect(), words = line.querySelector('text').getBoundingClientRect();
        return words.left > whole.left && words.right < whole.right && words.top > whole.top && words.bottom < whole.bottom;
    })";
    press_line(&page, &format!("{seen}.querySelector('text')"));
    page.settle();
    let row = page.text(
        "document.querySelector('.reltab tr[aria-current]').innerText",
        &[],
    );
    assert!(row.is_some_and(|row| !row.is_empty()));
}

/// Presses a drawn thing in its middle.
fn press_line(page: &Page, of: &str) {
    let middle = page.ask(
        &format!(
            "(line => {{
                const length = line.getTotalLength?.();
                if (!length) {{ const rect = line.getBoundingClientRect(); return [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]; }}
                const at = line.getPointAtLength(length - 24).matrixTransform(line.getScreenCTM());
                return [at.x, at.y];
            }})({of})"
        ),
        &[],
    );
    let at = |axis: usize| middle[axis].as_f64().unwrap() as i64;
    page.press_at(at(0), at(1));
}

/// The chosen row tells what the line's own title says, and is in sight.
fn expect_row(page: &Page, line: &str) {
    let named = page.text(&format!("{line}.querySelector('title').textContent"), &[]);
    page.expect_answer(
        "(row => row && [...row.cells].slice(0, 3).map(cell => cell.querySelector('bdi, i').textContent).join(' '))(document.querySelector('[data-view] tr[aria-current]'))",
        &json!(named),
    );
    page.settle();
    let row = page.rect("[data-view] tr[aria-current]");
    assert!(page.holds(row), "{row:?}");
}

/// On a phone whole names take lines of their own.
#[test]
fn no_name_is_cut_on_a_phone() {
    let server = site::serve();
    for width in [320, 390] {
        let window = Window { width, height: 740 };
        let page = Page::open_article(Engine::Chromium, window, &server);
        page.expect_ready();
        page.open_view("relations");
        for hub in ["atajurt", "xi-jinping", "serikzhan-bilash"] {
            page.take("hub", hub);
            page.settle();
            let cut = page.ask(
                "[...document.querySelectorAll('.bracket :is(bdi, a, i)')].filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map(one => one.textContent)",
                &[],
            );
            assert_eq!(cut, json!([]), "{hub} at {width}");
            assert!(page.number("document.querySelector('.view-body').scrollWidth - document.querySelector('.view-body').clientWidth") <= 0.0);
        }
    }
}
