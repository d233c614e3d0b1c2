//! TEI into an article with mentions, footnotes and lists, and into entities: names in the text, and lists of persons,
//! places and organisations.

mod blocks;
mod header;
mod inlines;
mod listed;
mod names;
mod node;

use roxmltree::{Document as Xml, ParsingOptions};

use crate::import::entities::Entities;
use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::imported::Input;
use crate::import::target::Target;
use crate::import::tei::blocks::Blocks;
use crate::import::tei::names::Names;
use crate::import::tei::node::is;
use crate::import::text;
use crate::import::{article_file, attributes};

/// Elements and other parts of a file.
const MOST_NODES: u32 = 2_000_000;

/// Elements in each other; they are read by calls within calls.
const DEEPEST: usize = 100;

/// Makes an article of a file, and entities of those that it names.
///
/// # Errors
/// If it is no XML, declares entities, is nested too deep, or has no text.
pub(crate) fn read(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let name = &input.name;
    let text = text::decoded_as(name, &input.bytes, declared(&input.bytes).as_deref())?;
    text::ensure_short(name, &text)?;
    attributes::ensure_few(name, &text, false)?;
    let xml = parsed(name, &text)?;
    let root = xml.root_element();
    let mut faults = Vec::new();
    let listed = listed::entities(root, &mut faults);
    let mut names = Names::of(listed, Entities::of(target, name));
    let body = root.descendants().find(|node| is(*node, "body"));
    let Some(body) = body.filter(|body| header::has_words(*body)) else {
        return lists_alone(names, name, target, faults);
    };
    let mut document = header::document(root);
    let mut blocks = Blocks::new(&mut names, target);
    document.blocks = blocks.read(body);
    document.footnotes = blocks.take_footnotes();
    faults.extend(blocks.take_faults());
    article_file::write(document, name, target)?;
    // They rest on what the article says.
    let mut entities = Entities::of(target, name);
    for (_, record, place) in names.take_new() {
        entities.add(record, &place, target, &mut faults);
    }
    tell(faults, name, target);
    Ok(())
}

/// A file that only lists persons, places and organisations.
fn lists_alone(
    mut names: Names,
    name: &str,
    target: &mut Target<'_>,
    mut faults: Vec<Fault>,
) -> Result<(), ImportError> {
    let all = names.take_listed();
    if all.is_empty() {
        let help = "save it again with its text, or name another file";
        return Err(ImportError::new(
            name,
            "there is no text in this file",
            help,
        ));
    }
    let mut entities = Entities::of(target, name);
    for (record, place) in all {
        entities.add(record, &place, target, &mut faults);
    }
    tell(faults, name, target);
    Ok(())
}

fn parsed<'t>(name: &str, text: &'t str) -> Result<Xml<'t>, ImportError> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let xml = Xml::parse_with_options(text, options).map_err(|error| {
        let place = error.pos();
        let (message, help) = match error {
            roxmltree::Error::DtdDetected => (
                "it declares its own entities or grammar (`<!DOCTYPE`), which are not read".to_owned(),
                "delete the declaration, and write the letters themselves instead of entities such as `&eacute;`",
            ),
            error => (format!("this XML cannot be read: {error}"), "mend it, or save it again where it comes from"),
        };
        ImportError::new(name, message, help).at_line(place.row as usize, place.col as usize)
    })?;
    let too_deep = xml
        .descendants()
        .find(|node| node.ancestors().nth(DEEPEST).is_some());
    if let Some(node) = too_deep {
        let place = xml.text_pos_at(node.range().start);
        let message = format!("more than {DEEPEST} elements stand in each other");
        let error = ImportError::new(name, message, "take out elements that only hold others");
        return Err(error.at_line(place.row as usize, place.col as usize));
    }
    Ok(xml)
}

/// The encoding that the file says it is in.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let rest = head.split("encoding=").nth(1)?;
    let quote = rest
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    rest[1..].split(quote).next().map(str::to_owned)
}
