//! Annotations that stand apart from their text, onto an article: each finds its words, and becomes a mention there.

mod annotation;
mod folded;
mod locate;
mod recogito;
mod spacy;
mod splice;
mod unit;
mod web_annotation;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::compile::passages::{Passage, passages};
use crate::import::entities::{Entities, EntityRecord, kind_of, number};
use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::format::Format;
use crate::import::imported::Input;
use crate::import::standoff::annotation::{Annotation, StandOff};
use crate::import::standoff::locate::{Found, Quotes};
use crate::import::standoff::splice::{Placed, spliced};
use crate::import::target::Target;
use crate::import::text;
use crate::import::work::tidy;

/// Bytes of a file of annotations.
const LONGEST: usize = 20 << 20;

/// Annotations of a file that are read.
const MOST: usize = 20_000;

/// Puts the annotations of a file onto the article that has their words.
///
/// # Errors
/// If the file cannot be read, or no article has the words.
pub(crate) fn read(
    format: Format,
    input: &Input,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    let name = &input.name;
    if input.bytes.len() > LONGEST {
        let message = format!("the annotations have more than {} MB", LONGEST >> 20);
        return Err(ImportError::new(name, message, "export those of one text"));
    }
    let text = text::decoded(name, &input.bytes)?;
    let mut standoff = if format == Format::Recogito {
        recogito::read(name, &text)?
    } else {
        let value: Value = serde_json::from_str(&text).map_err(|error| {
            let message = format!("this JSON cannot be read: {error}");
            ImportError::new(name, message, "save it again where it comes from")
                .at_line(error.line().max(1), error.column().max(1))
        })?;
        match format {
            Format::WebAnnotation => web_annotation::read(&value),
            _ => spacy::read(&value),
        }
    };
    if standoff.annotations.len() > MOST {
        let what = format!("only the first {MOST} annotations are read");
        standoff.faults.push(Fault::of("", what, "part the file"));
        standoff.annotations.truncate(MOST);
    }
    let mut faults = std::mem::take(&mut standoff.faults);
    let slugs: Vec<_> = target.slugs("articles", ".md").into_iter().collect();
    if slugs.is_empty() {
        let help = "import the text itself first, or both together";
        return Err(ImportError::new(
            name,
            "there is no article for the annotations",
            help,
        ));
    }
    let quotes = Quotes::of(&standoff);
    let path = chosen(&slugs, &quotes, target).ok_or_else(|| {
        let help = "import the text that they were made for, or both together";
        ImportError::new(name, "no article has the words of the annotations", help)
    })?;
    place_all(&path, &standoff, &quotes, name, target, &mut faults);
    tell(faults, name, target);
    Ok(())
}

/// The path of the article that has most of the words, the first of those that have as many.
fn chosen(slugs: &[String], quotes: &Quotes, target: &Target<'_>) -> Option<String> {
    let counted = slugs.iter().map(|slug| {
        let path = format!("articles/{slug}.md");
        let text = target.text(&path).unwrap_or_default();
        let passages = passages(&path, text, |_| None);
        let words: Vec<_> = passages.iter().map(Passage::text).collect();
        (quotes.count(&words), path.clone())
    });
    let best = counted.reduce(|best, one| if one.0 > best.0 { one } else { best });
    best.filter(|(count, _)| *count > 0).map(|(_, path)| path)
}

/// Makes mentions of all annotations that find their words.
fn place_all(
    path: &str,
    standoff: &StandOff,
    quotes: &Quotes,
    file: &str,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) {
    let text = target.text(path).unwrap_or_default().to_owned();
    let mut entities = Entities::of(target, file);
    let names = entities.first_names();
    let passages = passages(path, &text, |id| names.get(id).map(|name| &**name));
    let words: Vec<_> = passages.iter().map(Passage::text).collect();
    let located = quotes.locate(&words);
    let mut idle: BTreeMap<String, usize> = BTreeMap::new();
    let mut placed = Vec::new();
    for (annotation, found) in standoff.annotations.iter().zip(located) {
        let Found { passage, range } = match found {
            Ok(found) => found,
            Err(why) => {
                faults.push(Fault::of(
                    &*annotation.place,
                    why,
                    "mark the words in the article by hand, `[[id|words]]`",
                ));
                continue;
            }
        };
        let words = &passages[passage].text()[range.clone()];
        match entity(annotation, words, &mut entities, target, faults) {
            Some(id) => placed.push(Placed {
                place: annotation.place.clone(),
                passage,
                range,
                id,
            }),
            None => *idle.entry(annotation.label.clone()).or_default() += 1,
        }
    }
    for (label, count) in idle {
        let what = match &*label {
            "" => "they do not say whom or what they mean".to_owned(),
            label => format!("`{}` is no kind of entity", tidy(label)),
        };
        faults.push(Fault::of(
            "",
            format!("annotations that mark no entity ({count}): {what}"),
            "",
        ));
    }
    let after = spliced(path, &text, &passages, &names, placed, faults);
    if after != text {
        target.write(path, after);
    }
}

/// The entity that an annotation means: by its number or id, by the words, else a new one of the kind that it says.
fn entity(
    annotation: &Annotation,
    words: &str,
    entities: &mut Entities,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let mut record = EntityRecord {
        kind: annotation.label.clone(),
        names: vec![(tidy(words), None)],
        ..EntityRecord::default()
    };
    let mut others = Vec::new();
    for id in &annotation.ids {
        if let Some((scheme, number)) = number(id) {
            if let Some(known) = entities.numbered(scheme, &number) {
                return Some(known);
            }
            record.identifiers.push((scheme.to_owned(), number));
            continue;
        }
        let last = id
            .trim_end_matches('/')
            .rsplit(['/', '#', ':'])
            .next()
            .unwrap_or(id);
        let last = last.strip_prefix("ent-").unwrap_or(last);
        if entities.holds(last) {
            return Some(last.to_owned());
        }
        let is_address = id.contains("://");
        if is_address {
            others.push(id.clone());
        } else if record.id.is_empty() {
            record.id = last.to_owned();
        }
    }
    let is_entity =
        kind_of(&annotation.label, &[]).is_some() || entities.is_kind(&annotation.label);
    if record.identifiers.is_empty()
        && record.id.is_empty()
        && let Ok(known) = entities.find(words)
        && (is_entity || annotation.label.is_empty() && !annotation.ids.is_empty())
    {
        return Some(known);
    }
    if !is_entity {
        return None;
    }
    record.hints = others
        .iter()
        .map(|address| format!("in the annotations: {}", tidy(address)))
        .collect();
    entities.add(record, &annotation.place, target, faults)
}
