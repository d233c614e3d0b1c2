//! The page scrolls without waiting for the app: nobody between the reader's wheel or finger and the page may hold it up.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::site;

/// Listeners that could hold up scrolling, of the whole page: type and whether they promise not to.
fn listeners(page: &Page) -> Vec<(String, bool)> {
    let ask = |command: &str, parameters| page.browser.devtools(command, &parameters);
    let mut all = Vec::new();
    for target in [
        "window",
        "document",
        "document.documentElement",
        "document.body",
    ] {
        let object = ask("Runtime.evaluate", json!({ "expression": target }));
        let heard = ask(
            "DOMDebugger.getEventListeners",
            json!({ "objectId": object["result"]["objectId"] }),
        );
        for listener in heard["listeners"].as_array().unwrap() {
            let kind = listener["type"].as_str().unwrap().to_owned();
            all.push((kind, listener["passive"].as_bool().unwrap()));
        }
    }
    all
}

#[test]
fn nothing_stands_between_the_wheel_and_the_page() {
    let server = site::serve();
    let page = Page::open_article(Engine::Chromium, DESKTOP, &server);
    page.expect_ready();
    for view in ["", "map"] {
        if !view.is_empty() {
            page.open_view(view);
        }
        let all = listeners(&page);
        assert!(
            all.iter().any(|(kind, _)| kind == "click"),
            "the app listens: {all:?}"
        );
        let holding: Vec<_> = all
            .iter()
            .filter(|(kind, passive)| {
                ["wheel", "touchstart", "touchmove"].contains(&&**kind) && !passive
            })
            .collect();
        assert!(holding.is_empty(), "{holding:?}");
    }
}
