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

/// What is shown, and where.
struct State {
    name: &'static str,
    fragment: &'static str,
    scripts: bool,
    /// What is pressed, one after the other, once the app listens; `?` before a selector points at it instead.
    press: &'static [&'static str],
}

const STATES: [State; 13] = [
    State {
        name: "top",
        fragment: "",
        scripts: true,
        press: &[],
    },
    State {
        name: "text",
        fragment: "#p6",
        scripts: false,
        press: &[],
    },
    State {
        name: "note-without-scripts",
        fragment: "#ent-atajurt",
        scripts: false,
        press: &[],
    },
    State {
        name: "card",
        fragment: "",
        scripts: true,
        press: &["#m-guldariya-sherizatkyzy-1"],
    },
    State {
        name: "card-low",
        fragment: "",
        scripts: true,
        press: &["#m-atajurt-4"],
    },
    State {
        name: "card-stepped",
        fragment: "",
        scripts: true,
        press: &["#m-atajurt-2", "[data-card] [data-act=next]"],
    },
    State {
        name: "card-trail",
        fragment: "",
        scripts: true,
        press: &[
            "#m-atajurt-2",
            "[data-card] .say a, [data-card] .facts a.mk",
            "[data-act=taller]",
        ],
    },
    State {
        name: "card-pinned",
        fragment: "",
        scripts: true,
        press: &[
            "#m-atajurt-2",
            "[data-act=pin]",
            "#m-xinjiang-1",
            "[data-act=pin]",
            "#m-strike-hard-1",
        ],
    },
    State {
        name: "peek",
        fragment: "",
        scripts: true,
        press: &["?#m-almaty-1"],
    },
    State {
        name: "notes",
        fragment: "#notes",
        scripts: false,
        press: &[],
    },
    State {
        name: "timeline",
        fragment: "#timeline",
        scripts: false,
        press: &[],
    },
    State {
        name: "places",
        fragment: "#map",
        scripts: false,
        press: &[],
    },
    State {
        name: "relations",
        fragment: "#relations",
        scripts: false,
        press: &[],
    },
];
const WINDOWS: [(i64, i64); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];
const LOOKS: [&str; 5] = ["light", "dark", "sepia", "forced", "rtl"];

#[test]
fn every_state_at_every_width_and_theme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).unwrap();
    let site = support::site::folder();
    let (whole, bare) = (
        Server::start(&site, "/", Faults::default()),
        Server::start(
            &site,
            "/",
            Faults {
                scripts_off: true,
                ..Faults::default()
            },
        ),
    );
    let mut sheet = String::from(
        "<!doctype html><meta charset=utf-8><title>Pictures</title><style>body{font:14px sans-serif;margin:16px}div{display:flex;flex-wrap:wrap;gap:12px}\
         figure{margin:0}img{display:block;height:420px;border:1px solid #999}</style>",
    );
    for state in &STATES {
        write!(sheet, "<h2>{}</h2><div>", state.name).unwrap();
        for look in LOOKS {
            for (width, height) in WINDOWS {
                // One width shows what forced colours and the other direction change.
                if matches!(look, "forced" | "rtl") && !matches!(width, 360 | 1280) {
                    continue;
                }
                let tab = lend(Engine::Chromium);
                dress(&tab, look, width, height);
                let server = if state.scripts { &whole } else { &bare };
                tab.go(&server.address(state.fragment));
                undress(&tab, look);
                if state.scripts {
                    eventually("the app listens", || {
                        (tab.run("return document.documentElement.dataset.ready", &[]) == "wasm")
                            .then_some(())
                    });
                }
                for press in state.press {
                    act(&tab, press);
                }
                let name = format!("{}-{look}-{width}.png", state.name);
                take(&tab, &folder.join(&name));
                write!(sheet, "<figure><img src=\"{name}\" loading=lazy><figcaption>{look} {width}</figcaption></figure>").unwrap();
            }
        }
        sheet.push_str("</div>");
    }
    fs::write(folder.join("sheet.html"), sheet).unwrap();
    print_to(&whole, &folder);
    println!("{}", folder.join("sheet.html").display());
}

fn dress(tab: &Loan, look: &str, width: i64, height: i64) {
    tab.devtools(
        "Emulation.setDeviceMetricsOverride",
        &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
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

/// Presses what there is to press in this window, or points at it, and lets it come.
fn act(tab: &Loan, press: &str) {
    let point = "for (const kind of ['pointermove', 'pointerover']) found.dispatchEvent(new PointerEvent(kind,
        { bubbles: true, pointerType: 'mouse', clientX: found.getBoundingClientRect().left + 5, clientY: found.getBoundingClientRect().top + 5 }))";
    let (selector, how) = match press.strip_prefix('?') {
        Some(selector) => (selector, point),
        None => (press, "found.click()"),
    };
    tab.run(
        &format!("const found = document.querySelector(arguments[0]); if (found?.checkVisibility()) {{ {how} }}"),
        &[json!(selector)],
    );
    // Longer than a peek waits.
    let pause = if press.starts_with('?') { 700 } else { 200 };
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
