//! `make pictures`: every state at every width and theme, on one sheet to look at (`target/pictures/sheet.html`).

#![allow(
    clippy::unwrap_used,
    reason = "a picture that cannot be taken stops the sheet"
)]

#[allow(
    dead_code,
    reason = "the tests' words for what a reader does; a part serves here"
)]
#[path = "support/support.rs"]
mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use support::browser::{Loan, lend};
use support::engine::Engine;
use support::server::{Faults, Server};
use support::wait::eventually;

/// A name, a page of the site with its fragment, and what is done once the app listens: a selector is pressed, after `?`
/// pointed at, after `^` brought to the upper edge; `=` and words writes them into the search.
type State = (&'static str, &'static str, &'static [&'static str]);

const TABLE: &str = "^[data-view] table";
const PINNED: &str = "[data-card] [data-act=pin]";

/// With the app.
const WHOLE: [State; 35] = [
    ("top", "", &[]),
    ("text", "#p6", &[]),
    ("card", "", &["#m-guldariya-sherizatkyzy-1"]),
    ("card-low", "", &["#m-atajurt-4"]),
    (
        "card-mentions",
        "",
        &[
            "#m-atajurt-2",
            "[data-card] [data-act=all]",
            "^[data-card] .told",
        ],
    ),
    ("card-place", "", &["#m-almaty-1", "^[data-card] .where"]),
    (
        "card-stepped",
        "",
        &["#m-atajurt-2", "[data-card] [data-act=next]"],
    ),
    (
        "card-trail",
        "",
        &[
            "#m-atajurt-2",
            "[data-card] .say a, [data-card] .facts a.mk",
            "[data-act=taller]",
        ],
    ),
    (
        "card-pinned",
        "",
        &[
            "#m-atajurt-2",
            PINNED,
            "#m-xinjiang-1",
            PINNED,
            "#m-strike-hard-1",
        ],
    ),
    ("card-lowered", "", &["#m-atajurt-2", "[data-act=lower]"]),
    ("card-tall", "", &["#m-atajurt-2", "[data-act=taller]"]),
    ("card-by-address", "#ent-almaty", &[]),
    (
        "card-of-a-block",
        "#m-atajurt-2",
        &["[data-card] .facts a[href^='#p']"],
    ),
    (
        "card-pinned-under-view",
        "",
        &[
            "#m-atajurt-2",
            PINNED,
            "#m-xinjiang-1",
            PINNED,
            "[data-open-view=relations]",
        ],
    ),
    (
        "relations-of-one",
        "#relations",
        &["[data-view] svg a[href^='#ent-']"],
    ),
    (
        "card-over-view",
        "#entities",
        &["[data-view] a[href='#ent-xinjiang']"],
    ),
    ("peek", "", &["?#m-almaty-1"]),
    (
        "way-back",
        "",
        &[
            "#m-atajurt-2",
            "[data-card] [data-act=next]",
            "[data-card] [data-act=close]",
        ],
    ),
    ("entities", "#entities", &[]),
    (
        "entities-by-name",
        "#entities",
        &["[data-view] [value=concept]", "[data-view] [value=name]"],
    ),
    ("timeline", "#timeline", &[]),
    ("timeline-list", "#timeline", &["^[data-view] .dates"]),
    ("map", "#map", &[]),
    ("map-list", "#map", &["^[data-view] .places"]),
    ("relations", "#relations", &[]),
    (
        "relations-whole",
        "#relations",
        &["[data-view] [data-act=whole]"],
    ),
    ("relations-table", "#relations", &[TABLE]),
    (
        "relations-sorted",
        "#relations",
        &["[data-view] [data-act=sort][data-value='2']", TABLE],
    ),
    ("search", "#search", &[]),
    ("search-results", "#search", &["=china"]),
    ("search-nothing", "#search", &["=qqqq"]),
    ("settings", "#settings", &[]),
    ("help", "#help", &[]),
    ("cite", "#cite", &[]),
    (
        "settings-changed",
        "#settings",
        &[
            "[data-view] [name=marks][value=first]",
            "[data-view] [name=size][value=x]",
        ],
    ),
];
/// As the page is without scripts.
const BARE: [State; 10] = [
    ("bare-top", "", &[]),
    ("bare-note", "#ent-atajurt", &[]),
    ("bare-end", "#p12", &[]),
    ("bare-notes", "#notes", &[]),
    ("bare-entities", "#entities", &[]),
    ("bare-timeline", "#timeline", &[]),
    ("bare-map", "#map", &[]),
    ("bare-relations", "#relations", &[]),
    ("bare-sources", "#sources", &[]),
    ("bare-cite", "#cite", &[]),
];
/// A site with what the first article has not.
const ANY: [State; 11] = [
    ("site-front", "#", &[]),
    ("site-section", "sections/harbour/#", &[]),
    ("site-entity", "entities/dredger/#", &[]),
    ("site-entities", "entities/#", &[]),
    ("lead", "clock-tower/#", &[]),
    (
        "figures",
        "clock-tower/#",
        &["^figure figure, article figure"],
    ),
    ("table", "the-dredger/#", &["^article table"]),
    ("quotations", "the-dredger/#", &["^article blockquote"]),
    ("footnote", "the-dredger/#", &["a[href='#fn-1']"]),
    ("footnotes", "the-dredger/#fn-3", &["^#fn-1"]),
    ("card-own-kind", "the-dredger/#", &["#m-dredger-2"]),
];
/// How the page looks, and how wide its window is then: two widths show what a look changes.
const LOOKS: [(&str, &[i64]); 6] = [
    ("light", &[360, 768, 1280, 1920]),
    ("low", &[320, 640]),
    ("dark", &[360, 1280]),
    ("sepia", &[360, 1280]),
    ("forced", &[360, 1280]),
    ("rtl", &[360, 1280]),
];

#[test]
fn every_state_at_every_width_and_theme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).unwrap();
    let site = support::site::folder();
    let serve = |scripts_off| {
        Server::start(
            &site,
            "/",
            Faults {
                scripts_off,
                ..Faults::default()
            },
        )
    };
    let (whole, bare) = (serve(false), serve(true));
    let any = support::site::serve_other("tests/sites/any");
    let states: Vec<_> = WHOLE
        .iter()
        .map(|state| (&whole, state))
        .chain(ANY.iter().map(|state| (&any, state)))
        .chain(BARE.iter().map(|state| (&bare, state)))
        .collect();
    for (look, widths) in LOOKS {
        for &width in widths {
            let tab = lend(Engine::Chromium);
            dress(&tab, look, width);
            for (row, (server, (name, address, acts))) in states.iter().enumerate() {
                tab.go("about:blank");
                let store =
                    json!({ "origin": server.address(""), "storageTypes": "local_storage" });
                tab.devtools("Storage.clearDataForOrigin", &store);
                // Another address each time: to another fragment alone the browser would not load anew.
                let (page, fragment) = address.split_once('#').unwrap_or(("", ""));
                tab.go(&server.address(&format!("{page}?{row}#{fragment}")));
                undress(&tab, look);
                if row < WHOLE.len() + ANY.len() {
                    eventually("the app listens", || {
                        (tab.run("return document.documentElement.dataset.ready", &[]) == "wasm")
                            .then_some(())
                    });
                }
                for what in *acts {
                    act(&tab, what);
                }
                take(&tab, &folder.join(format!("{name}-{look}-{width}.png")));
            }
        }
    }
    fs::write(
        folder.join("sheet.html"),
        sheet(
            &states
                .iter()
                .map(|(_, (name, ..))| *name)
                .collect::<Vec<_>>(),
        ),
    )
    .unwrap();
    print_to(&whole, &folder);
    println!("{}", folder.join("sheet.html").display());
}

fn sheet(names: &[&str]) -> String {
    let mut sheet = String::from(
        "<!doctype html><meta charset=utf-8><title>Pictures</title><style>body{font:14px sans-serif;margin:16px}div{display:flex;flex-wrap:wrap;gap:12px}\
         figure{margin:0}img{display:block;height:420px;border:1px solid #999}</style><p><a href=a4.pdf>A4</a> <a href=letter.pdf>Letter</a></p>",
    );
    for name in names {
        write!(sheet, "<h2>{name}</h2><div>").unwrap();
        for (look, widths) in LOOKS {
            for width in widths {
                write!(sheet, "<figure><img src=\"{name}-{look}-{width}.png\" loading=lazy><figcaption>{look} {width}</figcaption></figure>").unwrap();
            }
        }
        sheet.push_str("</div>");
    }
    sheet
}

fn dress(tab: &Loan, look: &str, width: i64) {
    let height = match width {
        320 => 256,
        360 => 740,
        640 => 400,
        768 => 1024,
        1280 => 800,
        _ => 1080,
    };
    tab.devtools(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640 }),
    );
    tab.devtools(
        "Emulation.setTouchEmulationEnabled",
        &json!({ "enabled": width < 640 }),
    );
    let scheme = if look == "dark" { "dark" } else { "light" };
    let forced = if look == "forced" { "active" } else { "none" };
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }, { "name": "forced-colors", "value": forced }]);
    tab.devtools(
        "Emulation.setEmulatedMedia",
        &json!({ "features": features }),
    );
}

fn undress(tab: &Loan, look: &str) {
    match look {
        "sepia" => tab.run("document.documentElement.dataset.theme = 'sepia'", &[]),
        "rtl" => tab.run("document.documentElement.dir = 'rtl'", &[]),
        _ => return,
    };
}

/// Does what there is to do in this window, and lets it come.
fn act(tab: &Loan, what: &str) {
    let point = "for (const kind of ['pointermove', 'pointerover']) found.dispatchEvent(new PointerEvent(kind,
        { bubbles: true, pointerType: 'mouse', clientX: found.getBoundingClientRect().left + 5, clientY: found.getBoundingClientRect().top + 5 }))";
    let write = "found.value = arguments[1]; found.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    let (mark, rest) = what.split_at(1);
    // Longer than a peek waits.
    let (selector, how, pause) = match mark {
        "?" => (rest, point, 700),
        "^" => (rest, "found.scrollIntoView()", 100),
        "=" => ("#search-box", write, 300),
        _ => (what, "found.click()", 200),
    };
    tab.run(
        &format!("const found = document.querySelector(arguments[0]); if (found?.checkVisibility()) {{ {how} }}"),
        &[json!(selector), json!(rest)],
    );
    tab.run_until_called(&format!("setTimeout(arguments[0], {pause})"), &[]);
}

fn take(tab: &Loan, path: &Path) {
    let picture = tab.devtools("Page.captureScreenshot", &json!({}));
    fs::write(
        path,
        BASE64_STANDARD
            .decode(picture["data"].as_str().unwrap())
            .unwrap(),
    )
    .unwrap();
}

/// The page on paper, A4 and Letter, with a card open that must not be there.
fn print_to(server: &Server, folder: &Path) {
    let tab = lend(Engine::Chromium);
    tab.go(&server.address("#ent-atajurt"));
    for (name, width, height) in [("a4", 8.27, 11.69), ("letter", 8.5, 11.0)] {
        let paper = tab.devtools(
            "Page.printToPDF",
            &json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false }),
        );
        let pdf = BASE64_STANDARD
            .decode(paper["data"].as_str().unwrap())
            .unwrap();
        fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    }
}
