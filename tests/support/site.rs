//! The site under test.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use super::server::{Faults, Server, Wasm};

/// The folder of the site as published.
pub fn folder() -> PathBuf {
    let given = env::var_os("ARTICLE_EXPLORER_SITE").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    assert!(
        folder.join("index.html").exists(),
        "no site in {}: `make build` first",
        folder.display()
    );
    folder
}

/// The site, at a host's root.
pub fn serve() -> Server {
    serve_with(Faults::default())
}

/// The site that the publisher's tool makes of other content, by its folder in the project.
pub fn serve_other(content: &str) -> Server {
    serve_other_with(content, Faults::default())
}

/// The same, for readers who switched scripts off.
pub fn serve_other_without_scripts(content: &str) -> Server {
    let scripts_off = true;
    serve_other_with(
        content,
        Faults {
            scripts_off,
            ..Faults::default()
        },
    )
}

fn serve_other_with(content: &str, faults: Faults) -> Server {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(content.replace('/', "-"));
    build(&root.join(content), &folder);
    Server::start(&folder, "/", faults)
}

/// Writes a site with the publisher's tool, from the app that `make build` left.
pub fn build(content: &Path, out: &Path) {
    build_with(content, out, &[]);
}

/// The same with more options. One after the other: tests share folders.
pub fn build_with(content: &Path, out: &Path, options: &[&str]) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
        .args(["build", "--content"])
        .arg(content)
        .arg("--out")
        .arg(out)
        .args(options)
        .output()
        .expect("the publisher's tool starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "article-explorer build: {said}");
}

/// The site, at a path of a host.
pub fn serve_below(path: &str) -> Server {
    Server::start(&folder(), path, Faults::default())
}

/// The site, for readers who switched scripts off.
pub fn serve_without_scripts() -> Server {
    serve_with(Faults {
        scripts_off: true,
        ..Faults::default()
    })
}

/// The site, by a host at which something becomes of the WASM.
pub fn serve_with_wasm(wasm: Wasm) -> Server {
    serve_with(Faults {
        wasm,
        ..Faults::default()
    })
}

/// The site, at a host's root, by a host with faults.
pub fn serve_with(faults: Faults) -> Server {
    Server::start(&folder(), "/", faults)
}

/// The path of the first article's page.
pub fn article() -> String {
    let holds_article = |page: &Path| {
        fs::read_to_string(page).is_ok_and(|html| html.contains("<article data-article="))
    };
    let mut pages: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.sort();
    let page = pages
        .iter()
        .find(|page| page.is_dir() && holds_article(&page.join("index.html")));
    page.map_or_else(String::new, |page| {
        format!("{}/", page.file_name().unwrap().display())
    })
}
