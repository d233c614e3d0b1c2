//! The views for all readers: axe-core finds nothing, roles and names are right, and no key leads astray.

use serde_json::json;

use crate::access::check;
use crate::support::acts::{ESCAPE, TAB};
use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, PHONE, Page};
use crate::support::site;
use crate::support::views::tab_of;

const TITLES: [(&str, &str); 4] = [
    ("entities", "Entities"),
    ("timeline", "Timeline"),
    ("relations", "Relations"),
    ("settings", "Settings"),
];

#[track_caller]
fn check_view(view: &str, then: impl Fn(&Page)) {
    check(&site::serve(), |page| {
        page.expect_ready();
        page.open_view(view);
        then(page);
    });
}

#[test]
fn everyone_can_use_the_entities() {
    check_view("entities", |_| {});
}

#[test]
fn everyone_can_use_entities_without_a_kind() {
    check_view("entities", |page| {
        page.ask(
            "document.querySelectorAll('[data-view] [name=kind]').forEach(box => box.click())",
            &[],
        );
        page.expect_answer(
            "document.querySelectorAll('[data-view] li').length",
            &json!(0),
        );
    });
}

#[test]
fn everyone_can_use_the_timeline_with_a_date_chosen() {
    check_view("timeline", |page| {
        page.press("[data-view] a[href^='#event-']");
        page.expect_answer(
            "!!document.querySelector('[data-view] [aria-current]')",
            &json!(true),
        );
    });
}

#[test]
fn everyone_can_use_the_relations_sorted() {
    check_view("relations", |page| {
        page.sort_by(0);
        page.reveal("[data-view] h2");
    });
}

#[test]
fn everyone_can_use_the_settings() {
    check_view("settings", |_| {});
}

#[test]
fn everyone_can_use_the_help() {
    check_view("settings", |page| {
        page.reveal("[data-view] [data-open-view='help']");
        page.press("[data-view] [data-open-view='help']");
        page.expect_view("help");
    });
}

#[test]
fn everyone_can_use_a_card_over_a_view() {
    check_view("entities", |page| {
        page.press("[data-view] li a[href='#ent-atajurt']");
        page.expect_card("atajurt");
    });
}

in_every_engine!(a_view_is_a_region_beside_the_text_and_a_dialog_over_it);

fn a_view_is_a_region_beside_the_text_and_a_dialog_over_it(engine: Engine) {
    let server = site::serve();
    for (window, role) in [(DESKTOP, "region"), (PHONE, "dialog")] {
        let page = Page::open_article(engine, window, &server);
        page.expect_ready();
        for (view, title) in TITLES {
            page.open_view(view);
            let (found, name) = page.role_and_name("[data-view]");
            assert_eq!(found, role, "{view}");
            assert!(name.starts_with(title), "{view} is called {name}");
            assert_eq!(page.has("[data-view][aria-modal='true']"), role == "dialog");
        }
    }
}

/// Presses Tab until everything had its turn twice; the focus never leaves.
#[test]
fn on_a_phone_the_focus_stays_in_the_view() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    for view in ["timeline", "settings"] {
        page.open_view(view);
        let stops = page.number(
            "document.querySelectorAll('[data-view] :is(a, button, input, select)').length",
        );
        for press in 0..(stops as usize).min(120) {
            page.press_key(TAB);
            assert_eq!(
                page.ask(
                    "document.activeElement.closest('[data-view]')?.dataset.view",
                    &[]
                ),
                view,
                "after Tab {}",
                press + 1
            );
        }
        page.press_key(ESCAPE);
        page.expect_no_view();
    }
}

/// The last field may be one of a group that Tab never stops at.
#[test]
fn on_a_phone_the_focus_stays_in_a_view_without_rows() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, PHONE, &server);
    page.expect_ready();
    page.open_view("entities");
    page.ask(
        "document.querySelectorAll('[data-view] [name=kind]').forEach(box => box.click())",
        &[],
    );
    page.focus_on("[data-view] [name='order']:checked");
    page.press_key(TAB);
    page.expect_answer(
        "document.activeElement.closest('[data-view]')?.dataset.view",
        &json!("entities"),
    );
}

#[test]
fn tab_goes_on_from_the_view_s_tab() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    page.open_view("entities");
    page.focus_on("[data-view] ul > li:last-child > a");
    page.press_key(TAB);
    page.expect_focus_on(&tab_of("timeline"));
    assert_eq!(page.view().as_deref(), Some("entities"), "the view stays");
    page.focus_on("[data-view] [data-act='close-view']");
    page.press_key_with_shift(TAB);
    page.expect_focus_on(&tab_of("entities"));
}

/// Every field has a name, and its group too.
#[test]
fn fields_have_names() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    for (view, _) in TITLES {
        page.open_view(view);
        let tree = page
            .browser
            .devtools("Accessibility.getFullAXTree", &json!({}));
        let nodes = tree["nodes"].as_array().expect("a tree");
        for node in nodes {
            let role = node["role"]["value"].as_str().unwrap_or_default();
            if ["checkbox", "radio", "combobox", "button", "link"].contains(&role) {
                let name = node["name"]["value"].as_str().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{view}: a {role} without a name");
            }
        }
    }
}
