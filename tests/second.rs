//! A second article of a wholly different kind, in `tests/sites/two/`: it compiles alone, and with a copy of the
//! first it is one site at any path of a host.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data::FORMAT;
use tempfile::TempDir;

const FIRST: &str = "burning-xi-jinping";
const SECOND: &str = "where-apples-come-from";
const ONE: &str = "content";
const TWO: &str = "tests/sites/two";
/// A site of many pages.
const ANY: &str = "tests/sites/any";
const PICTURE: &str = "images/apple-cross-section.svg";
/// Fragments that are there once the app is.
const OF_THE_APP: [&str; 3] = ["search", "settings", "help"];

/// A publisher's workspace: an app, content, and the site made from it.
struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// The site that the program makes of these folders.
    fn with(folders: &[&str]) -> Self {
        let workspace = Self::of(folders);
        let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["build", "--app", "app"])
            .current_dir(workspace.folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        workspace
    }

    /// The second site with the first article in it.
    fn joined() -> Self {
        Self::with(&[TWO, ONE])
    }

    /// The content of these folders as one. Of two files with one name the later folder has it, but the first says
    /// what the site is called, and sources and events of all stand in one file.
    fn of(folders: &[&str]) -> Self {
        let workspace = Self {
            folder: TempDir::new().unwrap(),
        };
        workspace.write("app/x.js", "0");
        workspace.write("app/x_bg.wasm", FORMAT);
        for folder in folders {
            for path in files_below(&here(folder)) {
                let bytes = fs::read(here(folder).join(&path)).unwrap();
                let before = fs::read(workspace.path("content").join(&path)).unwrap_or_default();
                let bytes = match path.as_str() {
                    "site.toml" if !before.is_empty() => before,
                    "sources.toml" | "events.toml" => [before, bytes].join(&b'\n'),
                    _ => bytes,
                };
                workspace.write(&["content/", &path].concat(), bytes);
            }
        }
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path("dist").join(name)).unwrap()
    }

    fn page(&self, article: &str) -> String {
        self.read(&[article, "/index.html"].concat())
    }

    /// What becomes of an address in a page when the site stands below a path of a host.
    fn fault(&self, page: &str, element: &Element) -> Option<String> {
        let (address, fragment) = element
            .address
            .split_once('#')
            .unwrap_or((element.address, ""));
        if ["https:", "http:", "mailto:", "data:"]
            .iter()
            .any(|scheme| address.starts_with(scheme))
        {
            return None;
        }
        if address.starts_with('/') || address.contains(':') {
            return Some("is not relative".to_owned());
        }
        let Some(target) = target(page, address) else {
            return Some("leads out of the site".to_owned());
        };
        if !self.path("dist").join(&target).is_file() {
            return Some(format!("leads to {target}, which is not there"));
        }
        let is_reached = element.name != "a"
            || fragment.is_empty()
            || OF_THE_APP.contains(&fragment)
            || self.read(&target).contains(&format!(" id=\"{fragment}\""));
        (!is_reached).then(|| format!("leads nowhere in {target}"))
    }
}

fn here(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The paths of all files below a folder, sorted, with `/` between parts.
fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(path).unwrap();
            open.extend(entries.map(|entry| entry.unwrap().path()));
        } else {
            let parts = path.strip_prefix(folder).unwrap().iter();
            let parts: Vec<_> = parts.map(|part| part.to_str().unwrap()).collect();
            found.push(parts.join("/"));
        }
    }
    found.sort();
    found
}

/// An element that names an address.
struct Element<'a> {
    name: &'a str,
    address: &'a str,
}

fn elements(html: &str) -> impl Iterator<Item = Element<'_>> {
    html.split('<').filter_map(|element| {
        let (inside, _) = element.split_once('>')?;
        let address = [" href=\"", " src=\""]
            .iter()
            .find_map(|key| inside.split_once(key))?
            .1;
        Some(Element {
            name: inside.split(' ').next()?,
            address: address.split('"').next()?,
        })
    })
}

/// The file that an address in a page means, by its path below the site's root; none outside of it.
fn target(page: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            "" => parts.push("index.html"),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The element that begins with `start`, up to its first `end`.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

fn without_tags(html: &str) -> String {
    html.split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect()
}

#[test]
fn the_second_site_compiles_without_a_finding() {
    let files = Files::read(&here(TWO)).unwrap();
    assert_eq!(compile(&files).findings, []);
}

#[test]
fn two_sites_join_into_one_without_a_finding() {
    let files = Files::read(&Workspace::of(&[TWO, ONE]).path("content")).unwrap();
    assert_eq!(compile(&files).findings, []);
}

#[test]
fn the_front_page_lists_both_articles() {
    let front = Workspace::joined().read("index.html");
    assert!(front.contains("<h1>Roads to Almaty</h1>"));
    for link in [
        "<a href=\"./burning-xi-jinping/\" class=\"name\">Burning Xi Jinping: Is Kazakh Rights Group Facing Its Final Days?</a>",
        "<a href=\"./where-apples-come-from/\" class=\"name\">Where the apple comes from</a>",
    ] {
        assert!(front.contains(link), "{link} in\n{front}");
    }
}

#[test]
fn every_address_holds_at_any_path_of_a_host() {
    let (mut seen, mut dead) = (0, Vec::new());
    let joined = Workspace::joined();
    for workspace in [&joined, &Workspace::with(&[ANY])] {
        for page in files_below(&workspace.path("dist")) {
            if !page.ends_with(".html") {
                continue;
            }
            let html = workspace.read(&page);
            for element in elements(&html) {
                seen += 1;
                if let Some(fault) = workspace.fault(&page, &element) {
                    dead.push(format!("{page}: {} {fault}", element.address));
                }
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
    assert!(seen > 1000, "{seen} addresses are all there were");
    for end in [".js", "_bg.wasm"] {
        let workspace = &joined;
        let files = files_below(&workspace.path("dist"));
        let file = files.iter().find(|file| file.ends_with(end)).unwrap();
        let address = format!("\"../{file}\"");
        assert!(
            workspace.page(SECOND).contains(&address),
            "the app's {file}"
        );
    }
}

#[test]
fn a_shared_entity_tells_of_the_other_article() {
    let workspace = Workspace::joined();
    for (article, other) in [(FIRST, SECOND), (SECOND, FIRST)] {
        let page = workspace.page(article);
        let note = part(&page, "data-note=\"almaty\"", "</article>");
        let link = format!("href=\"../{other}/#ent-almaty\"");
        assert!(note.contains(&link), "{link} in\n{note}");
        assert!(workspace.page(other).contains("id=\"ent-almaty\""));
        assert!(!note.contains(&format!("href=\"../{article}/")));
    }
    let alone = Workspace::with(&[TWO]).page(SECOND);
    let note = part(&alone, "data-note=\"almaty\"", "</article>");
    assert!(!note.contains("href=\"../"), "alone there is no other");
}

/// Kazakhstan, which both articles name, leads to the protest, whose summary links to a private person of the first.
#[test]
fn a_summary_that_names_a_private_person_is_told_where_the_article_names_the_person() {
    let workspace = Workspace::joined();
    for (article, told) in [(FIRST, true), (SECOND, false)] {
        let page = workspace.page(article);
        let note = part(&page, "data-note=\"nov13-demonstration\"", "</article>");
        let summary = "A small protest near the Chinese border";
        assert_eq!(note.contains(summary), told, "{article}: {note}");
    }
}

#[test]
fn old_and_uncertain_dates_read_as_words() {
    let page = Workspace::with(&[TWO]).page(SECOND);
    let timeline = part(&page, "id=\"timeline\"", "</section>");
    let events = timeline.split("<li ").skip(1).map(|event| {
        let words = part(event, "<time ", "</time>").split_once('>').unwrap().1;
        (words, event.contains("data-vague"))
    });
    let events: Vec<_> = events.collect();
    let before_1900 = [
        ("about 2600 BC to 2450 BC", true),
        ("perhaps about 400 BC", true),
        ("about 350 BC to 287 BC", true),
        ("about 160 BC", true),
        ("about AD 77", true),
        ("about 1704", true),
        ("1 May 1753", false),
        ("1790–1794", false),
        ("perhaps July 1793", true),
        ("1830", false),
        ("1854", false),
        ("perhaps 1865", true),
    ];
    assert_eq!(events[..before_1900.len()], before_1900);
    assert_eq!(events[before_1900.len()], ("1 September 1929", false));
}

#[test]
fn a_picture_comes_along_with_its_words_and_licence() {
    let workspace = Workspace::joined();
    let original = fs::read_to_string(here(TWO).join(PICTURE)).unwrap();
    let page = workspace.page(SECOND);
    let figure = part(&page, "<figure>", "</figure>");
    // Its name tells hosts and browsers which bytes these are.
    let published = part(figure, " src=\"../", "\"");
    let (stem, ending) = PICTURE.split_once('.').unwrap();
    assert!(published.starts_with(stem) && published.ends_with(ending));
    let remark = ["<!--", part(&original, "<!--", "-->"), "-->"].concat();
    assert_eq!(workspace.read(published), original.replace(&remark, ""));
    assert!(figure.contains(&format!("<a href=\"../{published}\">")));
    assert!(figure.contains(" width=\"640\"") && figure.contains(" height=\"340\""));
    assert!(figure.contains("alt=\"Line drawing of an apple cut in half twice."));
    assert!(figure.contains("<figcaption>Article Explorer · CC0-1.0</figcaption>"));
}

#[test]
fn an_article_reads_the_same_alone_and_beside_another() {
    let joined = Workspace::joined();
    for (folder, article) in [(ONE, FIRST), (TWO, SECOND)] {
        let alone = Workspace::with(&[folder]);
        let text = |workspace: &Workspace| {
            without_tags(part(
                &workspace.page(article),
                "data-article=",
                "</article>",
            ))
        };
        assert_eq!(text(&alone), text(&joined), "{article}");
        let app = |workspace: &Workspace| {
            let mut files = files_below(&workspace.path("dist"));
            files.retain(|file| file.ends_with(".js") || file.ends_with(".wasm"));
            files
        };
        assert_eq!(
            app(&alone),
            app(&joined),
            "the same app, named by its bytes"
        );
    }
}
