//! A page without its prose, as live preview needs it: the app draws what the build machine draws.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::engine::Engine;
use crate::support::page::{DESKTOP, Page};
use crate::support::server::{Faults, Server};
use crate::support::site;

/// Writes the site with the publisher's tool, from the app that `make build` left.
#[track_caller]
fn build(name: &str, blank: bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(name);
    let mut tool = Command::new(env!("CARGO_BIN_EXE_article-explorer"));
    tool.arg("build").arg("--out").arg(&folder);
    if blank {
        tool.arg("--blank");
    }
    let output = tool.output().expect("the publisher's tool starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "article-explorer build: {said}");
    folder
}

in_every_engine!(the_app_draws_what_the_build_machine_draws);

fn the_app_draws_what_the_build_machine_draws(engine: Engine) {
    let drawn = |blank: bool| {
        let name = format!("{engine:?}-{}", if blank { "blank" } else { "whole" });
        let server = Server::start(&build(&name, blank), "/", Faults::default());
        let page = Page::open(engine, DESKTOP, &server, &site::article());
        page.expect_ready();
        page.expect_silence();
        let markup = page.ask("document.getElementById('reading').innerHTML", &[]);
        markup.as_str().expect("markup is text").to_owned()
    };
    let (whole, blank) = (drawn(false), drawn(true));
    let differs = whole
        .bytes()
        .zip(blank.bytes())
        .position(|(one, other)| one != other);
    if let Some(at) = differs {
        let around = |markup: &str| {
            String::from_utf8_lossy(
                &markup.as_bytes()[at.saturating_sub(80)..(at + 80).min(markup.len())],
            )
            .into_owned()
        };
        panic!(
            "at byte {at}:\n  built: {}\n  drawn: {}",
            around(&whole),
            around(&blank)
        );
    }
    assert_eq!(whole.len(), blank.len());
}
