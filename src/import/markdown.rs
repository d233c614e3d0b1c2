//! Markdown of other programs: articles, and the notes of a vault, whose wiki links, aliases and properties become mentions
//! and entities.

mod builder;
mod embeds;
mod entities;
mod frames;
mod front;
mod known;
mod note;
mod signs;

use std::collections::BTreeMap;

use crate::import::article_file;
use crate::import::document::Document;
use crate::import::error::ImportError;
use crate::import::imported::Input;
use crate::import::markdown::builder::{Builder, Built};
use crate::import::markdown::entities::Passage;
use crate::import::markdown::front::Front;
use crate::import::markdown::known::Entities;
use crate::import::markdown::note::Note;
use crate::import::pictures::Pictures;
use crate::import::target::Target;
use crate::import::text;

/// Makes articles and entities of all Markdown that is imported at once: notes refer to each other.
///
/// # Errors
/// If one is too long, or in an encoding that it does not tell.
pub(crate) fn read(
    inputs: &[&Input],
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    if inputs.is_empty() {
        return Ok(());
    }
    let mut notes = Vec::new();
    for input in inputs {
        let text = text::decoded(&input.name, &input.bytes)?;
        text::ensure_short(&input.name, &text)?;
        if text.starts_with("+++\n") {
            own_article(&input.name, &text, target);
            continue;
        }
        notes.push(Note::new(&input.name, text, target)?);
    }
    let linked = note::linked(&notes);
    let (entities, articles): (Vec<Note>, Vec<Note>) =
        notes.into_iter().partition(|note| note.is_entity(&linked));
    let mut known = Entities::of(target);
    for note in &entities {
        known.add_note(note, target);
    }
    for note in &articles {
        known.add_article(note);
    }
    let mut passages: BTreeMap<String, Passage> = BTreeMap::new();
    for note in articles {
        article(&note, &mut known, &mut passages, pictures, target);
    }
    known.write(entities, &passages, pictures, target);
    Ok(())
}

/// An article in this program's own format is taken as it is.
fn own_article(name: &str, text: &str, target: &mut Target<'_>) {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if let Some(path) = target.same("articles", stem, "article", text) {
        target.note(format!("`{path}` is there already, with just these words"));
        return;
    }
    let slug = target.slug("articles", stem, "article", ".md");
    target.begin_site(stem, None);
    target.write(&format!("articles/{slug}.md"), text);
}

fn article(
    note: &Note,
    known: &mut Entities,
    passages: &mut BTreeMap<String, Passage>,
    pictures: &mut Pictures<'_>,
    target: &mut Target<'_>,
) {
    let Built { blocks, footnotes } = Builder::new(note, known, pictures, target).build();
    let front = &note.front;
    let document = Document {
        blocks,
        footnotes,
        ..front.document()
    };
    let slug = match article_file::write(document, &note.name, target) {
        Ok(slug) => slug,
        Err(error) => {
            target.refuse(error);
            return;
        }
    };
    front.tell(&note.name, target);
    let text = target
        .text(&format!("articles/{slug}.md"))
        .unwrap_or_default()
        .to_owned();
    entities::passages(&slug, &text, passages);
}

/// The addresses of pictures beside a text.
pub(crate) fn beside(input: &Input) -> Vec<String> {
    let Ok(text) = text::decoded(&input.name, &input.bytes) else {
        return Vec::new();
    };
    let (_, body) = Front::split(&text);
    let addresses = signs::addresses(&text[body..]).into_iter();
    addresses
        .filter_map(|address| crate::import::pictures::below("", &address))
        .collect()
}

#[cfg(test)]
mod tests;
