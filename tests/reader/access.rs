//! The page for all readers: axe-core finds nothing, on the page, its notes, its cards.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, ENTITY, MENTION, PHONE, Page, Window};
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
/// What is scrolled half under a bar or a sheet is no small target; and a link in a drawing has its name from `title`
/// (SVG-AAM), which axe does not see where the engine's own styles hide that element, as WebKit's do.
#[track_caller]
pub(crate) fn findings(page: &Page) -> Vec<String> {
    page.browser.run(&AXE, &[]);
    let found = page.browser.run_until_called(
        "const [rules, done] = arguments;
         axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
            ({ violations }) => done(violations.flatMap(({ id, nodes }) => {
                const [first, ...more] = nodes.filter(node =>
                    !node.failureSummary.includes('partially obscured') && !(id === 'link-name' && /<title>[^<]/.test(node.html)));
                return first ? [`${id} (${more.length + 1}): ${first.target}: ${first.failureSummary}`] : [];
            })),
            error => done([`axe: ${error}`]));",
        &[json!(RULES)],
    );
    serde_json::from_value(found).expect("a list of findings")
}

/// The themes that a reader may choose.
const THEMES: [&str; 3] = ["light", "dark", "sepia"];

/// Looks at a state of the page in every size and theme, and in the other engines in one.
#[track_caller]
pub(crate) fn check(server: &Server, reach: impl Fn(&Page)) {
    look(
        |engine, window| Page::open_article(engine, window, server),
        reach,
    );
}

/// The same of another site's page.
#[track_caller]
pub(crate) fn check_at(server: &Server, path: &str, reach: impl Fn(&Page)) {
    look(
        |engine, window| Page::open(engine, window, server, path),
        reach,
    );
}

#[track_caller]
fn look(open: impl Fn(Engine, Window) -> Page, reach: impl Fn(&Page)) {
    let mut all = Vec::new();
    for (window, size) in [(DESKTOP, "desktop"), (PHONE, "phone")] {
        let page = open(Engine::Chromium, window);
        reach(&page);
        let found = in_every_theme(&page).into_iter();
        all.extend(found.map(|line| format!("{size}, {line}")));
    }
    for (engine, window) in [(Engine::Firefox, DESKTOP), (Engine::WebKit, PHONE)] {
        let page = open(engine, window);
        reach(&page);
        page.settle();
        let found = findings(&page).into_iter();
        all.extend(found.map(|line| format!("{engine:?}, {line}")));
    }
    assert!(all.is_empty(), "axe-core finds:\n{}", all.join("\n"));
}

/// What is found on a page as it stands, in each theme.
#[track_caller]
pub(crate) fn in_every_theme(page: &Page) -> Vec<String> {
    let in_theme = |theme: &&str| {
        page.ask(
            "document.documentElement.dataset.theme = $0",
            &[Value::from(*theme)],
        );
        page.settle();
        let found = findings(page).into_iter();
        let found = found.map(|line| format!("{theme}: {line}"));
        found.collect::<Vec<_>>()
    };
    THEMES.iter().flat_map(in_theme).collect()
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

#[test]
fn everyone_can_use_a_peek() {
    check(&site::serve(), |page| {
        page.expect_ready();
        // From elsewhere, once what the page does at its beginning is done.
        page.settle();
        page.point_to(2, 2);
        page.point_at(&format!("#{MENTION}"));
        page.expect_peek(ENTITY);
    });
}

#[test]
fn everyone_can_use_a_card_with_a_trail_and_a_way_back() {
    check(&site::serve(), |page| {
        page.expect_ready();
        page.press_mention(MENTION);
        page.press("[data-card] [data-act='next']");
        page.expect_answer(
            "document.querySelector('[data-lit]')?.id",
            &json!("m-atajurt-3"),
        );
        page.ask("document.querySelector('[data-card] a.mk').click()", &[]);
        page.expect_answer(
            "!!document.querySelector('[data-card] [data-act=back]')",
            &json!(true),
        );
    });
}

#[test]
fn everyone_can_use_kept_cards() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.press("[data-card] [data-act='pin']");
    page.expect_no_card();
    assert_eq!(findings(&page), Vec::<String>::new());
}

/// The card as a screen reader is told of it, in Chromium's tree of names, roles and states.
#[test]
fn a_screen_reader_is_told_of_mention_card_and_way_along() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_focus_in_card(ENTITY);
    let tree = page
        .browser
        .devtools("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().expect("a tree").clone();
    let find = |role: &str, name: &str| {
        nodes
            .iter()
            .find(|node| node["role"]["value"] == role && node["name"]["value"] == name)
            .unwrap_or_else(|| panic!("a {role} called {name}"))
            .clone()
    };
    let state = |node: &Value, name: &str| {
        let properties = node["properties"].as_array().cloned().unwrap_or_default();
        let found = properties.into_iter().find(|one| one["name"] == name);
        found.map(|one| one["value"]["value"].clone())
    };
    find("dialog", "Atajurt");
    let focused = |node: &&Value| {
        node["role"]["value"] == "heading" && state(node, "focused") == Some(json!(true))
    };
    let heading = nodes.iter().find(focused).expect("a heading has the focus");
    assert_eq!(heading["name"]["value"], "Atajurt");
    let mention = nodes.iter().find(|node| {
        node["role"]["value"] == "link" && state(node, "expanded") == Some(json!(true))
    });
    let mention = mention.expect("the mention says that its card is open");
    assert_eq!(mention["name"]["value"], "Atajurt");
    assert_eq!(state(mention, "hasPopup"), Some(json!("dialog")));
    find("button", "Next mention, 3 of 8");
    find("button", "Previous mention, 1 of 8");
    find("button", "Keep this card open");
    find("button", "Copy a link to this card");
    find("button", "Close");
    let status = nodes
        .iter()
        .filter(|node| node["role"]["value"] == "status");
    assert_eq!(status.count(), 1, "one live region");
}

in_every_engine!(the_card_has_its_role_and_name);

fn the_card_has_its_role_and_name(engine: Engine) {
    let server = site::serve();
    let page = Page::open_article(engine, DESKTOP, &server);
    page.expect_ready();
    page.press_mention(MENTION);
    page.expect_card(ENTITY);
    assert_eq!(
        page.role_and_name("[data-card]"),
        ("dialog".into(), "Atajurt".into())
    );
    assert_eq!(
        page.role_and_name("[data-card] [data-act='next']"),
        ("button".into(), "Next mention, 3 of 8".into())
    );
    assert_eq!(
        page.role_and_name(&format!("#{MENTION}")),
        ("link".into(), "Atajurt".into())
    );
}
