//! Lists of persons, places and organisations: who is there, with names, dates and places.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::compile::rules::is_language;
use crate::import::date::{Dated, date};
use crate::import::entities::{EntityRecord, FactRecord, PlaceRecord, number};
use crate::import::faults::Fault;
use crate::import::tei::header::name_of;
use crate::import::tei::node::{is, words};
use crate::import::work::tidy;

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// An entry of a list, and the line in which it begins.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) record: EntityRecord,
    pub(super) line: usize,
}

/// All entries by their `xml:id`, or by a number where they have none.
pub(super) fn entities(root: Node<'_, '_>, faults: &mut Vec<Fault>) -> BTreeMap<String, Listed> {
    let mut listed = BTreeMap::new();
    let kinds = [
        ("person", "person"),
        ("place", "place"),
        ("org", "organisation"),
    ];
    for node in root.descendants() {
        let Some((_, kind)) = kinds.iter().find(|(element, _)| is(node, element)) else {
            continue;
        };
        let line = node.document().text_pos_at(node.range().start).row as usize;
        let record = record(node, kind);
        if record.names.is_empty() {
            faults.push(Fault::on(
                line,
                format!("a {kind} without a name"),
                "give it one, and import the file again",
            ));
            continue;
        }
        let id = node
            .attribute((XML, "id"))
            .map_or_else(|| format!("\u{0}{}", listed.len()), str::to_owned);
        listed.entry(id).or_insert(Listed { record, line });
    }
    listed
}

fn record(node: Node<'_, '_>, kind: &str) -> EntityRecord {
    let own = [
        "persName",
        "placeName",
        "orgName",
        "geogName",
        "name",
        "settlement",
        "country",
        "region",
        "bloc",
    ];
    let mut names: Vec<(String, Option<String>)> = Vec::new();
    let mut aliases = Vec::new();
    for child in node
        .children()
        .filter(|child| own.iter().any(|name| is(*child, name)))
    {
        let name = tidy(&name_of(child));
        let language = child
            .attribute((XML, "lang"))
            .filter(|language| is_language(language))
            .map(str::to_owned);
        if name.is_empty() || names.iter().any(|(own, _)| *own == name) {
            continue;
        }
        let is_new =
            names.is_empty() || language.is_some() && names.iter().all(|(_, own)| *own != language);
        if is_new {
            names.push((name, language));
        } else {
            aliases.push(name);
        }
    }
    let child = |name: &str| node.children().find(|child| is(*child, name));
    let described = ["occupation", "note", "desc", "trait"]
        .iter()
        .find_map(|name| child(name))
        .map(words)
        .unwrap_or_default();
    let is_short = described.chars().count() <= 80;
    let (description, summary) = if is_short {
        (described, String::new())
    } else {
        (String::new(), described)
    };
    let identifiers = node.children().filter(|child| is(*child, "idno"));
    let identifiers = identifiers.filter_map(|idno| {
        let value = words(idno);
        let scheme = idno.attribute("type").unwrap_or_default().to_lowercase();
        number(&value)
            .map(|(scheme, number)| (scheme.to_owned(), number))
            .or_else(|| {
                let number = crate::compile::identifiers::tidied(&scheme, &value)?;
                Some((scheme, number))
            })
    });
    EntityRecord {
        kind: kind.to_owned(),
        identifiers: identifiers.collect(),
        names,
        aliases,
        description,
        summary,
        place: place(node),
        facts: dates(node),
        ..EntityRecord::default()
    }
}

/// `<geo>41.687142 -74.870109</geo>`.
fn place(node: Node<'_, '_>) -> Option<PlaceRecord> {
    let location = node.children().find(|child| is(*child, "location"))?;
    let geo = location.descendants().find(|one| is(*one, "geo"))?;
    let text = words(geo);
    let mut numbers = text
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<f64>().ok());
    let (latitude, longitude) = (numbers.next()??, numbers.next()??);
    let fits = numbers.next().is_none() && latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    fits.then_some(PlaceRecord {
        latitude,
        longitude,
        approximate: false,
        extent: None,
    })
}

/// Birth and death, where they have a date.
fn dates(node: Node<'_, '_>) -> Vec<FactRecord> {
    let facts = [("birth", "Born."), ("death", "Died.")]
        .into_iter()
        .filter_map(|(element, text)| {
            let event = node.children().find(|child| is(*child, element))?;
            let date = dated(event)
                .or_else(|| dated(event.children().find(|child| is(*child, "date"))?))?;
            Some(FactRecord {
                text: text.to_owned(),
                date,
                ..FactRecord::default()
            })
        });
    facts.collect()
}

/// The date that an element's attributes tell, as EDTF.
fn dated(node: Node<'_, '_>) -> Option<String> {
    let says = |name: &str| {
        let written = node.attribute(name)?;
        match date(written, None) {
            Dated::Date(date) => Some(date),
            Dated::Ambiguous(..) | Dated::Unknown => None,
        }
    };
    if let Some(date) = says("when").or_else(|| says("when-iso")) {
        return Some(date);
    }
    let from = says("from").or_else(|| says("notBefore"));
    let to = says("to").or_else(|| says("notAfter"));
    let interval = match (from, to) {
        (Some(from), Some(to)) => format!("{from}/{to}"),
        (Some(from), None) => format!("{from}/.."),
        (None, Some(to)) => format!("../{to}"),
        (None, None) => return None,
    };
    crate::compile::when::parse(&interval)
        .is_ok()
        .then_some(interval)
}
