//! The app as Trunk leaves it: the shell with its styles and scripts, and the files it loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::model::data;

/// What every page takes from the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// All style sheets in their order.
    pub styles: String,
    /// Runs before anything is painted.
    pub theme: String,
    /// Starts the app; `WASM` and `JS` stand for the addresses of the files.
    pub loader: String,
    /// Signs and icons.
    pub sprite: String,
    /// A development server's own script, which reloads the page.
    pub reload: Option<String>,
    /// File name of the app's JavaScript.
    pub js: String,
    /// File name of the app's WebAssembly.
    pub wasm: String,
}

impl Shell {
    /// Reads an app folder.
    ///
    /// # Errors
    /// If the folder holds no app, or the app of another version.
    pub fn read(folder: &Path) -> Result<Self> {
        let index = folder.join("index.html");
        let html = fs::read_to_string(&index).with_context(|| {
            format!("no app in {}; run `make build` (or `trunk build --release`) once, or name its folder with --app", folder.display())
        })?;
        let wasm = only_file(folder, "_bg.wasm")?;
        let js = [wasm.trim_end_matches("_bg.wasm"), ".js"].concat();
        ensure!(
            folder.join(&js).is_file(),
            "the app in {} lacks {js}; build it again with `make build`",
            folder.display()
        );
        let bytes = fs::read(folder.join(&wasm))
            .with_context(|| format!("reading {wasm} in {}", folder.display()))?;
        ensure!(
            bytes
                .windows(data::FORMAT.len())
                .any(|window| window == data::FORMAT.as_bytes()),
            "the app in {} is of another version than this program; build it again with `make build`",
            folder.display()
        );
        parse(&html, js, wasm).with_context(|| format!("in {}", index.display()))
    }
}

/// The files of an app beside its shell, sorted.
///
/// # Errors
/// If the folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries {
        let path = entry
            .with_context(|| format!("reading {}", folder.display()))?
            .path();
        let app = path
            .extension()
            .is_some_and(|kind| kind == "js" || kind == "wasm");
        if path.is_file() && app {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn only_file(folder: &Path, end: &str) -> Result<String> {
    let names: Vec<String> = files(folder)?
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .filter(|name| name.ends_with(end))
        .collect();
    match names.as_slice() {
        [name] => Ok(name.clone()),
        [] => bail!(
            "no file *{end} in {}; build the app with `make build`",
            folder.display()
        ),
        _ => bail!(
            "several files *{end} in {}: {}; delete the folder and run `make build`",
            folder.display(),
            names.join(", ")
        ),
    }
}

fn parse(html: &str, js: String, wasm: String) -> Result<Shell> {
    let styles: String = elements(html, "<style>", "</style>").collect();
    let mut scripts: Vec<&str> = elements(html, "<script>", "</script>").collect();
    let loader = elements(html, "<script type=\"module\">", "</script>")
        .find(|script| script.contains("Article Explorer"));
    let sprite = html
        .find("<svg class=\"sprite\"")
        .and_then(|start| html[start..].split_inclusive("</svg>").next());
    let (Some(loader), Some(sprite), false, false) =
        (loader, sprite, styles.is_empty(), scripts.is_empty())
    else {
        bail!(
            "the shell lacks its styles, scripts or signs; build the app again with `make build`"
        );
    };
    let theme = scripts.remove(0).trim().to_owned();
    let reload = (!scripts.is_empty()).then(|| scripts.concat());
    Ok(Shell {
        styles,
        theme,
        loader: loader.to_owned(),
        sprite: sprite.to_owned(),
        reload,
        js,
        wasm,
    })
}

/// The insides of all elements that open and close just so.
fn elements<'a>(
    html: &'a str,
    open: &'static str,
    close: &'static str,
) -> impl Iterator<Item = &'a str> {
    html.split(open)
        .skip(1)
        .filter_map(move |rest| rest.split(close).next())
}
