//! Events into `events.toml`.

use std::collections::BTreeSet;

use toml_edit::{Item, TableLike, Value};

use crate::compile::slug::slug_of;
use crate::import::cited::rests_on_articles;
use crate::import::entities::Entities;
use crate::import::error::ImportError;
use crate::import::faults::Fault;
use crate::import::target::Target;
use crate::import::toml_file;
use crate::import::toml_text::{line, list_line, quoted};
use crate::import::value;

const FILE: &str = "events.toml";

/// Something dated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EventRecord {
    /// Empty where it has none.
    pub(crate) id: String,
    /// EDTF.
    pub(crate) date: String,
    pub(crate) text: String,
    /// By id or name.
    pub(crate) entities: Vec<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) claim: String,
    /// Where the file has it.
    pub(crate) place: String,
}

/// Adds events that are not there yet.
///
/// # Errors
/// If `events.toml` cannot be read.
pub(crate) fn add(
    records: Vec<EventRecord>,
    entities: &mut Entities,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Result<(), ImportError> {
    let document = toml_file::document(FILE, target)?;
    let list = document.get("events");
    if let (Some(Item::Value(_)), Some(first)) = (list, records.first()) {
        let what = format!("`{FILE}` has its events in one list, to which nothing is added");
        faults.push(Fault::of(
            &*first.place,
            what,
            "write each below a line `[[events]]`, and import again",
        ));
        return Ok(());
    }
    let mut known = Written::default();
    for table in list
        .and_then(Item::as_array_of_tables)
        .into_iter()
        .flatten()
    {
        known.enter(table);
    }
    let mut added = String::new();
    for record in records {
        if let Some(toml) = event(&record, entities, &mut known, target, faults) {
            if !added.is_empty() {
                added.push('\n');
            }
            added += &toml;
        }
    }
    if !added.is_empty() {
        target.append(FILE, &added);
    }
    Ok(())
}

/// The events that are there.
#[derive(Default)]
struct Written {
    /// What they are called.
    slugs: BTreeSet<String>,
    /// Date and text.
    said: BTreeSet<(String, String)>,
}

impl Written {
    fn enter(&mut self, table: &dyn TableLike) {
        let text = |key: &str| {
            table
                .get(key)
                .and_then(Item::as_value)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let (id, date) = (text("id"), text("date"));
        self.slugs
            .insert(if id.is_empty() { dated(&date) } else { id });
        self.said.insert((date, text("text")));
    }
}

/// What an event is called after its date.
pub(crate) fn dated(edtf: &str) -> String {
    let mut slug = edtf.replace('/', "-");
    slug.retain(|letter| letter.is_ascii_digit() || letter == '-');
    slug.trim_matches('-').to_owned()
}

fn event(
    record: &EventRecord,
    entities: &mut Entities,
    known: &mut Written,
    target: &mut Target<'_>,
    faults: &mut Vec<Fault>,
) -> Option<String> {
    let text = entities.prose(&record.text);
    if known.said.contains(&(record.date.clone(), text.clone())) {
        return None;
    }
    let mut concerned = Vec::new();
    for words in &record.entities {
        match entities.find(words) {
            Ok(id) if !concerned.contains(&id) => concerned.push(id),
            Ok(_) => {}
            Err(why) => faults.push(Fault::of(
                &*record.place,
                why,
                "import the entities first, or leave it out",
            )),
        }
    }
    let is_private = concerned.iter().any(|id| entities.is_private(id));
    let source = match entities.citable().sources(&record.sources, target) {
        Ok(Some(source)) => source,
        Ok(None) if is_private => String::new(),
        Ok(None) => match entities.citable().own(target) {
            Ok(own) => own,
            Err(why) => {
                faults.push(Fault::of(&*record.place, why, ""));
                return None;
            }
        },
        Err(why) => {
            let cure = "import the sources first, or write a key of `sources.toml`, a block of an article (`bridge#p2`) or a web address";
            faults.push(Fault::of(&*record.place, why, cure));
            return None;
        }
    };
    if is_private && !rests_on_articles(&source) {
        let what = "what is said of a private person must rest on an article";
        faults.push(Fault::of(
            &*record.place,
            what,
            "write the block of an article as its source: `bridge#p2`",
        ));
        return None;
    }
    let mut toml = "[[events]]\n".to_owned();
    toml += &line("date", &record.date);
    if let Some(id) = id(record, known) {
        toml += &line("id", &id);
    }
    toml += &format!("text = {}\n", quoted(&text));
    if !concerned.is_empty() {
        toml += &list_line("entities", &concerned);
    }
    toml += &format!("source = {source}\n");
    let claim = value::plain(&record.claim);
    if !claim.is_empty() {
        toml += &line("claim", &claim);
    }
    known.said.insert((record.date.clone(), text));
    Some(toml)
}

/// A name of its own, where it has one or another event is called by the same date.
fn id(record: &EventRecord, known: &mut Written) -> Option<String> {
    let by_date = dated(&record.date);
    if record.id.is_empty() && !by_date.is_empty() && known.slugs.insert(by_date) {
        return None;
    }
    let words: Vec<_> = record.text.split_whitespace().take(6).collect();
    let words = if record.id.is_empty() {
        words.join(" ")
    } else {
        record.id.clone()
    };
    let mut base = slug_of(&words);
    base.truncate(40);
    let base = match base.trim_matches('-') {
        "" => "event",
        base => base,
    };
    let numbered = (2_u64..).map(|number| format!("{base}-{number}"));
    let mut free = [base.to_owned()].into_iter().chain(numbered);
    free.find(|slug| known.slugs.insert(slug.clone()))
}
