//! Where the app comes from: a folder in which wasm-bindgen left it, or this program itself.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::publish::app::App;

/// The app in this folder, or the one that this program comes with.
///
/// # Errors
/// If there is none, or one of another version.
pub(super) fn find(folder: Option<&Path>) -> Result<App> {
    folder.map_or_else(own, read)
}

/// The same with the editor in it, for pages that their author looks at.
///
/// # Errors
/// If there is none, or one of another version.
pub(super) fn find_with_editor(folder: Option<&Path>) -> Result<App> {
    folder.map_or_else(own_with_editor, read)
}

/// `make tool` compiles the finished apps in.
#[cfg(feature = "embed-app")]
macro_rules! embedded {
    ($folder:literal) => {
        App::new(
            include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/target/",
                $folder,
                "/article-explorer.js"
            ))
            .to_vec(),
            include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/target/",
                $folder,
                "/article-explorer_bg.wasm"
            ))
            .to_vec(),
        )
    };
}

#[cfg(feature = "embed-app")]
fn own() -> Result<App> {
    embedded!("app")
}

#[cfg(feature = "embed-app")]
fn own_with_editor() -> Result<App> {
    embedded!("app-editor")
}

/// A program for developing comes without; `make build` leaves one here.
#[cfg(not(feature = "embed-app"))]
fn own() -> Result<App> {
    read(Path::new("target/app"))
}

/// `make serve` leaves one here.
#[cfg(not(feature = "embed-app"))]
fn own_with_editor() -> Result<App> {
    let folder = Path::new("target/app-dev");
    if folder.exists() { read(folder) } else { own() }
}

/// Reads an app folder.
///
/// # Errors
/// If the folder holds no app, or the app of another version.
pub(super) fn read(folder: &Path) -> Result<App> {
    let [js, wasm] = paths(folder)?;
    let bytes = |path: &Path| fs::read(path).with_context(|| format!("reading {}", path.display()));
    App::new(bytes(&js)?, bytes(&wasm)?).with_context(|| format!("in {}", folder.display()))
}

/// The app's JavaScript and WebAssembly in a folder.
///
/// # Errors
/// If the folder does not hold exactly one app.
pub(super) fn paths(folder: &Path) -> Result<[PathBuf; 2]> {
    let missing = || {
        format!(
            "no app in {}; run `make app` once, or name its folder with --app",
            folder.display()
        )
    };
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(missing)? {
        let path = entry.with_context(missing)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        found.extend(name.strip_suffix("_bg.wasm").map(str::to_owned));
    }
    match found.as_slice() {
        [name] => Ok([".js", "_bg.wasm"].map(|end| folder.join([name, end].concat()))),
        [] => bail!(missing()),
        _ => bail!(
            "several apps in {}: {}; delete those that are old",
            folder.display(),
            found.join(", ")
        ),
    }
}
