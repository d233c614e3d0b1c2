//! The page for all readers: axe-core finds nothing, on the page, its notes, its cards.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page};
use crate::support::server::Server;
use crate::support::site;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = env::var_os("ARTICLE_EXPLORER_AXE").map(PathBuf::from);
    let path = path.expect("`make reader` says in ARTICLE_EXPLORER_AXE where axe-core lies");
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("no axe-core in {}: {error}", path.display()))
});

/// What must hold: WCAG 2.2 A and AA, and what is good practice beyond.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Findings as lines: rule, how often, the first place, why.
///
/// What is scrolled half under a bar or a sheet is no small target.
#[track_caller]
fn findings(page: &Page) -> Vec<String> {
    page.browser.run(&AXE, &[]);
    let found = page.browser.run_until_called(
        "const [rules, done] = arguments;
         axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
            ({ violations }) => done(violations.flatMap(({ id, nodes }) => {
                const [first, ...more] = nodes.filter(node => !node.failureSummary.includes('partially obscured'));
                return first ? [`${id} (${more.length + 1}): ${first.target}: ${first.failureSummary}`] : [];
            })),
            error => done([`axe: ${error}`]));",
        &[json!(RULES)],
    );
    serde_json::from_value(found).expect("a list of findings")
}

/// Looks at a state of the page in both sizes and themes.
#[track_caller]
fn check(server: &Server, reach: impl Fn(&Page)) {
    let mut all = Vec::new();
    for (window, size) in [(DESKTOP, "desktop"), (PHONE, "phone")] {
        let page = Page::open_article(Engine::Chromium, window, server);
        reach(&page);
        for theme in ["light", "dark"] {
            page.ask(
                "document.documentElement.dataset.theme = $0",
                &[Value::from(theme)],
            );
            page.settle();
            let found = findings(&page);
            all.extend(
                found
                    .into_iter()
                    .map(|line| format!("{size}, {theme}: {line}")),
            );
        }
    }
    assert!(all.is_empty(), "axe-core finds:\n{}", all.join("\n"));
}

#[test]
fn everyone_can_read_the_page() {
    check(&site::serve_without_scripts(), |_| {});
}

#[test]
fn everyone_can_use_the_page_with_its_app() {
    check(&site::serve(), Page::expect_ready);
}

#[test]
fn everyone_can_use_a_note_without_scripts() {
    check(&site::serve_without_scripts(), |page| {
        page.press_mention(MENTION);
        page.expect_note(ENTITY);
    });
}

#[test]
fn everyone_can_use_an_open_card() {
    check(&site::serve(), |page| {
        page.expect_ready();
        page.press_mention(MENTION);
        page.expect_card(ENTITY);
    });
}
