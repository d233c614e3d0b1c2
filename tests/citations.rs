//! Citations: what a reader is told of a source, and that a citation holds while the text around it changes.
//!
//! A site here is `tests/findings/base.txt` with files laid over it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use article_explorer::compile::files::Files;
use article_explorer::compile::{Outcome, compile};
use article_explorer::model::data::FORMAT;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, pages};
use scraper::{Html, Selector};

#[path = "citations/anchors.rs"]
mod anchors;
#[path = "citations/changes.rs"]
mod changes;
#[path = "citations/citing.rs"]
mod citing;
#[path = "citations/foreign.rs"]
mod foreign;
#[path = "citations/sources.rs"]
mod sources;

type Texts = BTreeMap<String, String>;

fn archive(text: &str) -> Texts {
    text.split("--- ")
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// The small site with these files laid over it.
fn texts(files: &str) -> Texts {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
    let mut texts = archive(&fs::read_to_string(base).unwrap());
    texts.extend(archive(files));
    texts
}

fn outcome(texts: &Texts) -> Outcome {
    compile(&Files::from_texts(texts.clone()))
}

/// A page of the site, which has no errors.
fn page(files: &str, name: &str) -> Html {
    let outcome = outcome(&texts(files));
    let site = outcome
        .site
        .unwrap_or_else(|| panic!("{:#?}", outcome.findings));
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    let pages = pages(&site, &app, Options::default()).unwrap();
    Html::parse_document(std::str::from_utf8(&pages[name]).unwrap())
}

/// The words of each element, runs of white space as one space.
fn words(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector);
    found
        .map(|element| {
            let text: String = element.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// An attribute of each element that has it.
fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = page.select(&selector);
    found
        .filter_map(|element| element.attr(name))
        .map(str::to_owned)
        .collect()
}
