//! What a reader downloads, against the limits in `tests/limits.toml`. Needs the built site.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

fn site() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let site = std::env::var_os("ARTICLE_EXPLORER_SITE").map_or(dist, PathBuf::from);
    assert!(
        site.join("index.html").is_file(),
        "no site in {}; run `make build` first",
        site.display()
    );
    site
}

fn file(end: &str) -> Vec<u8> {
    let names = fs::read_dir(site())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut found = names.filter(|path| path.to_str().unwrap().ends_with(end));
    fs::read(
        found
            .next()
            .unwrap_or_else(|| panic!("no *{end} in the site")),
    )
    .unwrap()
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).unwrap();
    out.len()
}

#[track_caller]
fn check(part: &str, what: &str, bytes: usize) {
    let limits: Table = include_str!("limits.toml").parse().unwrap();
    let number = |key: &str| usize::try_from(limits[part][key].as_integer().unwrap()).unwrap();
    let limit = number("limit");
    println!("{what}: {bytes} bytes (limit {limit})");
    assert!(
        bytes <= limit,
        "{what}: {bytes} bytes, the limit is {limit}: {}",
        limits[part]["reason"].as_str().unwrap()
    );
}

#[test]
fn the_app_is_small() {
    let (wasm, js) = (compressed(&file("_bg.wasm")), compressed(&file(".js")));
    check("app", &format!("WASM {wasm} + JS {js}"), wasm + js);
}

#[test]
fn the_page_is_small() {
    let page = fs::read(site().join("index.html")).unwrap();
    check("page", "HTML with styles and data", compressed(&page));
}

#[test]
fn the_wasm_knows_nothing_of_the_content() {
    let wasm = String::from_utf8_lossy(&file("_bg.wasm")).into_owned();
    for word in ["Atajurt", "Xinjiang", "burning-xi-jinping"] {
        assert!(
            !wasm.contains(word),
            "`{word}` stands in the WASM: an edit to an article would need Rust"
        );
    }
}
