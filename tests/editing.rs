//! Editing in the page: each edit is the smallest change of the author's files that does it, and none that would break them.
//!
//! A site here is `tests/findings/base.txt` with files laid over it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::path::Path;

use article_explorer::compile::files::Files;
use article_explorer::edit::{Edit, link, select};
use article_explorer::model::editing::{Link, Refusal, Selection, Target};

#[path = "editing/forms.rs"]
mod forms;
#[path = "editing/links.rs"]
mod links;
#[path = "editing/new_entities.rs"]
mod new_entities;
#[path = "editing/words.rs"]
mod words;

/// The base with files laid over it.
fn site(over: &[(&str, &str)]) -> Files {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
    let base = fs::read_to_string(base).unwrap();
    let files = base
        .split("--- ")
        .skip(1)
        .map(|file| file.split_once('\n').unwrap());
    let mut files = Files::from_texts(files);
    for (path, text) in over {
        files
            .files
            .insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    files
}

/// The base with another article.
fn town(body: &str) -> Files {
    let text = format!("+++\ntitle = \"The town\"\n+++\n{body}");
    site(&[("articles/town.md", &text)])
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.files[path].clone()).unwrap()
}

/// The words that a page shows in a block, as somebody selects them there.
fn selection(files: &Files, block: u32, words: &str) -> Selection {
    let page = article_explorer::compile::lenient::site(files).unwrap();
    let mut articles = page.articles.iter();
    let (_, article) = articles.find(|(_, one)| one.slug == "town").unwrap();
    let shown = &article.blocks[block as usize - 1].text;
    let shown = article_explorer::model::text::plain(shown);
    let at = shown
        .find(words)
        .unwrap_or_else(|| panic!("`{words}` in `{shown}`"));
    Selection {
        article: "town".to_owned(),
        block,
        before: shown[..at].chars().filter(|c| !c.is_whitespace()).count(),
        words: words.to_owned(),
        longer: 0,
    }
}

fn to(id: &str) -> Target {
    Target::Entity(id.to_owned())
}

fn linked(files: &Files, block: u32, words: &str, target: Target) -> Result<Edit, Refusal> {
    let selection = selection(files, block, words);
    let seen = select(files, &selection)
        .ok()
        .and_then(|words| words.linked);
    let request = Link {
        selection,
        target,
        seen: seen.map(|linked| linked.entity),
        everywhere: false,
        keeps_note: false,
    };
    link(files, &request)
}

/// The files as they are after an edit.
fn after(files: &Files, edit: &Edit) -> Files {
    let mut after = files.clone();
    for (path, bytes) in &edit.files {
        after.files.insert(path.clone(), bytes.clone());
    }
    after
}
