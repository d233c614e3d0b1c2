//! An entity's file as a form.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use toml_edit::DocumentMut;

use crate::compile::files::Files;
use crate::compile::lenient;
use crate::compile::mention_list::in_article;
use crate::compile::source_text::escaped;
use crate::edit::outcome::refusal;
use crate::edit::source_label::source_label;
use crate::edit::{choices, entity_values};
use crate::model::editing::{Choice, EntityForm, Refusal};
use crate::model::site::Site;

/// Sentences that are offered.
const SENTENCES: usize = 40;

/// The form of an entity, with what its facts may rest on.
///
/// # Errors
/// If its file is gone or no TOML.
pub fn entity_form(files: &Files, id: &str) -> Result<EntityForm, Refusal> {
    let (path, text) = file(files, id)?;
    let document = document(&path, text)?;
    let site = lenient::site(files);
    let site = site.ok_or_else(|| refusal("`site.toml` cannot be read; mend it first"))?;
    let sentences = sentences(&site, id);
    let values = entity_values::read(&document);
    let works = site
        .sources
        .iter()
        .map(|(_, work)| format!("\"{}\"", work.slug));
    let said = sentences.iter().map(|one| one.value.clone());
    // What a fact rests on by now may be neither.
    let given = values.facts.iter().map(|fact| fact.source.clone());
    let mut sources: Vec<Choice> = Vec::new();
    for value in works.chain(said).chain(given) {
        if !value.is_empty() && !sources.iter().any(|one| one.value == value) {
            let label = source_label(&site, &value);
            sources.push(Choice { value, label });
        }
    }
    Ok(EntityForm {
        id: id.to_owned(),
        revision: revision(text),
        values,
        kinds: choices::kinds(&site),
        sources,
        sentences,
    })
}

/// The file of an entity and its text.
///
/// # Errors
/// If there is none.
pub(super) fn file<'f>(files: &'f Files, id: &str) -> Result<(String, &'f str), Refusal> {
    let path = format!("entities/{id}.toml");
    let bytes = files.files.get(&path);
    let bytes = bytes.ok_or_else(|| refusal(format!("there is no `{path}` any more")))?;
    let text = std::str::from_utf8(bytes);
    let text =
        text.map_err(|_| refusal(format!("`{path}` is not UTF-8; save it as UTF-8 first")))?;
    Ok((path, text))
}

/// A file's text as TOML.
///
/// # Errors
/// If it is none.
pub(super) fn document(path: &str, text: &str) -> Result<DocumentMut, Refusal> {
    let text = text
        .strip_prefix('\u{FEFF}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    let broken = |error: toml_edit::TomlError| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text[..at.min(text.len())].matches('\n').count() + 1;
        let message = error.message();
        refusal(format!(
            "`{path}` cannot be read, line {line}: {message}; mend it in the file first"
        ))
    };
    text.parse::<DocumentMut>().map_err(broken)
}

/// A few letters that tell a text from others.
pub(super) fn revision(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The sentences that mention it, each once, with the source that cites them.
fn sentences(site: &Site, id: &str) -> Vec<Choice> {
    let mut told = BTreeSet::new();
    let mut sentences = Vec::new();
    for (_, article) in site.articles.iter() {
        let mentions = in_article(site, article).into_iter();
        for one in mentions.filter(|one| one.entity == id) {
            if sentences.len() < SENTENCES && told.insert((one.block, one.sentence.clone())) {
                let quote = escaped(&one.sentence);
                sentences.push(Choice {
                    value: format!("{{ article = \"{}\", quote = \"{quote}\" }}", article.slug),
                    label: one.sentence,
                });
            }
        }
    }
    sentences
}
