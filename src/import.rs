//! What people have already, made into content files: documents into articles, data into entities, events and sources.
//!
//! [`import()`] tells formats apart (`recognition`), and each has its reader. Readers of documents make a small tree of it
//! (`document`), which is written as exactly the Markdown that the compiler reads (`writer`). Readers of data make works of it
//! (`work`, written by `sources`), entities (`entities`) and events (`events`), or find the words of annotations in an article
//! (`standoff`). All of them write into a [`Target`](target::Target), which knows what is there already. Pure, any target: the
//! files stand at the rim.

mod article_file;
mod attributes;
mod bibliography;
mod bibtex;
mod byline;
mod cited;
mod csl;
mod date;
mod document;
mod docx;
mod entities;
mod error;
mod escape;
mod events;
mod faults;
mod flatten;
mod format;
mod html;
mod imported;
mod language;
mod language_names;
mod languages;
mod list_items;
mod markdown;
mod months;
mod pictures;
mod plain_text;
mod publication;
mod recognition;
mod ris;
mod site_file;
mod site_json;
mod sources;
mod standoff;
mod table;
mod target;
mod tei;
mod text;
mod toml_file;
mod toml_text;
mod value;
mod wikidata;
mod work;
mod work_author;
mod writer;

pub use crate::import::error::ImportError;
pub use crate::import::imported::{Imported, Input, LeftOut};

use crate::compile::files::Files;
use crate::import::format::Format;
use crate::import::pictures::Pictures;
use crate::import::target::Target;

/// Makes content files of what was found or named, beside those of a content folder.
///
/// # Errors
/// If nothing of it can be read, or one file is not what its beginning says.
pub fn import(inputs: &[Input], folder: &Files) -> Result<Imported, ImportError> {
    import_beside(inputs, folder, &|_| None)
}

/// The same; `others` reads files of the folder of which [`Files`] holds the beginning only, to find a picture again.
///
/// # Errors
/// As [`import()`].
pub fn import_beside(
    inputs: &[Input],
    folder: &Files,
    others: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Imported, ImportError> {
    let mut target = Target::reading(folder, others);
    let mut refused = Vec::new();
    let mut known = Vec::new();
    for input in inputs {
        match recognition::format(input) {
            Ok(format) => known.push((format, input)),
            Err(error) => refused.push(error),
        }
    }
    if known.is_empty() {
        return Err(refused.into_iter().next().unwrap_or_else(nothing));
    }
    for error in refused {
        target.refuse(error);
    }
    // Whatever refers to others comes after them.
    known.sort_by_key(|(format, _)| format.turn());
    let mut pictures = Pictures::default();
    for (_, input) in known
        .iter()
        .filter(|(format, _)| *format == Format::Picture)
    {
        pictures.add(input);
    }
    let notes = known
        .iter()
        .filter(|(format, _)| *format == Format::Markdown);
    let mut notes: Vec<&Input> = notes.map(|(_, input)| *input).collect();
    let mut unread = Vec::new();
    for (format, input) in &known {
        if *format == Format::Markdown {
            // All of them at once: they refer to each other.
            markdown::read(&std::mem::take(&mut notes), &mut pictures, &mut target)?;
            continue;
        }
        match read(*format, input, &mut pictures, &mut target) {
            Ok(()) => {}
            // A table of something else among notes keeps nobody's notes out.
            Err(error) if format.is_data() => unread.push(error),
            Err(error) => return Err(error),
        }
    }
    if unread.len() == known.len() {
        return Err(unread.swap_remove(0));
    }
    for error in unread {
        target.refuse(error);
    }
    for name in pictures.unshown() {
        target.refuse(unshown(name));
    }
    if known.iter().all(|(format, _)| *format == Format::Picture) {
        let only = known.first().map(|(_, input)| unshown(&input.name));
        return Err(only.unwrap_or_else(nothing));
    }
    // Data that is there already adds nothing, and what it leaves out is told each time.
    let is_text = known.iter().all(|(format, _)| !format.is_data());
    if let Some(error) = target.idle().filter(|_| is_text) {
        return Err(error);
    }
    site_file::complete(&mut target);
    Ok(target.into_imported())
}

/// The pictures that a document shows from beside it: paths below its own folder.
pub fn beside(input: &Input) -> Vec<String> {
    match recognition::format(input) {
        Ok(Format::Html) => html::beside(input),
        Ok(Format::Markdown) => markdown::beside(input),
        Ok(Format::Site) => site_json::beside(input),
        _ => Vec::new(),
    }
}

fn read<'i>(
    format: Format,
    input: &'i Input,
    pictures: &mut Pictures<'i>,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    match format {
        Format::Picture | Format::Markdown => Ok(()),
        Format::Site => site_json::read(input, pictures, target),
        Format::Html => html::read(input, pictures, target),
        Format::Text => plain_text::read(input, target),
        Format::Docx => docx::read(input, pictures, target),
        Format::Tei => tei::read(input, target),
        Format::Table => table::read(input, target),
        Format::Spacy | Format::WebAnnotation | Format::Recogito => {
            standoff::read(format, input, target)
        }
        Format::BibTex => bibliography::bibtex(input, target),
        Format::Ris => bibliography::ris(input, target),
        Format::CslJson => bibliography::csl_json(input, target),
        Format::Wikidata => wikidata::read(input, target),
    }
}

/// A picture is no text: one comes with a document that shows it.
fn unshown(name: &str) -> ImportError {
    let help = "put it into `images/` of the content folder, and write `![what it shows](images/NAME)` on a line of its own";
    ImportError::new(name, "no document here shows this picture", help)
}

fn nothing() -> ImportError {
    ImportError::new("", "there is nothing to import", "name a file")
}
