//! What must hold of a site's file before anything of it is written: names become files.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::compile::file_names::is_device;
use crate::compile::slug::is_slug;
use crate::import::error::ImportError;
use crate::model::site_json::{FORMAT, ImageJson, SiteJson};

/// Letters of a name: with an ending every system takes them.
const LONGEST: usize = 200;

/// Quotations, lists and entries in each other, which are read by calls within calls.
const DEEPEST: usize = 64;

/// Says that a file has another shape.
///
/// # Errors
/// If it has.
pub(super) fn format(name: &str, text: &str) -> Result<(), ImportError> {
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    match value.get("format") {
        Some(format) if *format != FORMAT => {
            let message = format!("a site of format {format}, and {FORMAT} is read here");
            let help = "export it again with this version of the program";
            Err(ImportError::new(name, message, help))
        }
        _ => Ok(()),
    }
}

/// Says what is wrong with a site's names.
///
/// # Errors
/// If one is no name of a file, or two have one.
pub(super) fn site(name: &str, site: &SiteJson) -> Result<(), ImportError> {
    let articles = site.articles.iter().map(|one| ("articles", &one.id));
    let entities = site.entities.iter().map(|one| ("entities", &one.id));
    let sources = site.sources.iter().map(|one| ("sources", &one.id));
    let events = site.events.iter().map(|one| ("events", &one.id));
    let kinds = site.kinds.iter().map(|one| ("kinds", &one.id));
    let colours = site.colours.iter().map(|one| ("colours", &one.name));
    let all = articles.chain(entities).chain(sources).chain(events);
    let mut met = BTreeSet::new();
    for (list, id) in all.chain(kinds).chain(colours) {
        if !is_slug(id) || id.len() > LONGEST || is_device(id) {
            let message = format!("`{}` among its {list} is no name of a file", short(id));
            let help =
                "name it in small letters, digits and hyphens, there and where it is referred to";
            return Err(ImportError::new(name, message, help));
        }
        if !met.insert((list, id)) {
            let message = format!("two of its {list} are called `{id}`");
            return Err(ImportError::new(
                name,
                message,
                "give one of them another name",
            ));
        }
    }
    let blocks = site.articles.iter().flat_map(|article| &article.blocks);
    if blocks.clone().any(|block| block.within.len() > DEEPEST) {
        let message = format!("more than {DEEPEST} quotations and lists stand in each other");
        return Err(ImportError::new(
            name,
            message,
            "take out those that only hold others",
        ));
    }
    match images(site).into_iter().find(|file| !is_below(file)) {
        Some(file) => {
            let message = format!(
                "`{}` is no path of a picture in a content folder",
                short(file)
            );
            Err(ImportError::new(
                name,
                message,
                "name it like `images/bridge.jpg`",
            ))
        }
        None => Ok(()),
    }
}

/// The pictures that a site shows.
pub(super) fn images(site: &SiteJson) -> BTreeSet<&str> {
    let articles = site.articles.iter().flat_map(|article| {
        let blocks = article.blocks.iter().flat_map(|block| &block.image);
        article.image.iter().chain(blocks)
    });
    let entities = site.entities.iter().flat_map(|entity| &entity.image);
    let images = articles
        .chain(entities)
        .map(|image: &ImageJson| &*image.file);
    images.chain(site.logo.as_deref()).collect()
}

/// Whether a path stays below the content folder, and is no content itself.
fn is_below(path: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('.') && !is_device(part);
    path.split('/').all(is_part)
        && !path.contains(['\\', ':', '\0', '\n', '<', '>'])
        && !path.ends_with(".toml")
        && !path.ends_with(".md")
        && path.len() <= LONGEST
}

fn short(words: &str) -> String {
    words.chars().take(60).collect()
}
