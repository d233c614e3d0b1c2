//! A long visit: a thousand openings leave nothing behind.

use serde_json::json;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::site;

/// What the page holds, once the browser has thrown away what nobody needs.
#[derive(Debug)]
struct Held {
    nodes: f64,
    listeners: f64,
    heap: f64,
    pages: f64,
}

fn held(page: &Page) -> Held {
    // What a collection finalizes is gone after the next one.
    for _ in 0..3 {
        page.browser
            .devtools("HeapProfiler.collectGarbage", &json!({}));
        page.settle();
    }
    let counters = page.browser.devtools("Memory.getDOMCounters", &json!({}));
    let heap = page.browser.devtools("Runtime.getHeapUsage", &json!({}));
    Held {
        nodes: counters["nodes"].as_f64().unwrap(),
        listeners: counters["jsEventListeners"].as_f64().unwrap(),
        heap: heap["usedSize"].as_f64().unwrap(),
        pages: pages(page),
    }
}

/// How large the app's own memory is, in pages of 64 KiB.
fn pages(page: &Page) -> f64 {
    let ask = |command: &str, parameters| page.browser.devtools(command, &parameters);
    let kind = ask(
        "Runtime.evaluate",
        json!({ "expression": "WebAssembly.Memory.prototype" }),
    );
    let all = ask(
        "Runtime.queryObjects",
        json!({ "prototypeObjectId": kind["result"]["objectId"] }),
    );
    let sum = ask(
        "Runtime.callFunctionOn",
        json!({ "objectId": all["objects"]["objectId"], "returnByValue": true,
            "functionDeclaration": "function() { return this.reduce((sum, one) => sum + one.buffer.byteLength, 0) / 65536; }" }),
    );
    sum["result"]["value"].as_f64().unwrap()
}

fn open_and_close(page: &Page, times: u32) {
    page.browser.run_until_called(
        "const [times, done] = arguments;
         (async () => {
            const turn = () => new Promise(next => setTimeout(next));
            const mentions = [...document.querySelectorAll('a[data-entity][id]')];
            for (let at = 0; at < times; at++) {
                mentions[at % mentions.length].click();
                while (!document.querySelector('[data-card]')) await turn();
                document.querySelector('[data-card] [data-act=close]').click();
                while (document.querySelector('[data-card]') || location.hash) await turn();
            }
         })().then(() => done(null));",
        &[json!(times)],
    );
}

#[test]
fn a_thousand_openings_leave_nothing_behind() {
    let server = site::serve();
    let page = Page::open(Engine::Chromium, DESKTOP, &server, &site::article());
    page.expect_ready();
    // The browser's own notes on code that runs often grow for some four hundred openings.
    (0..5).for_each(|_| open_and_close(&page, 100));
    let few = held(&page);
    (0..5).for_each(|_| open_and_close(&page, 100));
    let many = held(&page);
    assert!(many.nodes <= few.nodes + 2.0, "nodes: {few:?}, {many:?}");
    assert!(
        many.listeners <= few.listeners,
        "listeners: {few:?}, {many:?}"
    );
    // Twenty-four bytes an opening.
    assert!(many.heap <= few.heap + 12_000.0, "heap: {few:?}, {many:?}");
    assert!(many.pages <= few.pages, "WASM memory: {few:?}, {many:?}");
}
