//! Whom the texts mention: persons, places, organisations and peoples, events in `standOff`; laws, policies, concepts in a
//! taxonomy, since TEI has no list of them; and the sources.

use crate::export::public::Public;
use crate::export::tei::naming::{text_id, xml_id};
use crate::export::xml::Xml;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Entity, Source};
use crate::publish::structured::exact;

/// A list, its entries, the names in them, and which kinds of entity it holds.
const LISTS: [(&str, &str, &str, &[Kind]); 4] = [
    ("listPerson", "person", "persName", &[Kind::Person]),
    ("listPlace", "place", "placeName", &[Kind::Place]),
    (
        "listOrg",
        "org",
        "orgName",
        &[Kind::Organisation, Kind::People],
    ),
    ("listEvent", "event", "label", &[Kind::Event]),
];

/// The lists; nothing where there is nobody.
pub(super) fn stand_off(xml: &mut Xml, public: &Public) {
    let listed = |entity: &Entity| {
        let mut lists = LISTS.iter();
        lists.any(|(.., kinds)| kinds.contains(&entity.kind.like()))
    };
    let has_events = public.events().next().is_some();
    if !has_events && !public.entities().any(|(_, entity)| listed(entity)) {
        return;
    }
    xml.open("standOff", &[]);
    xml.line();
    for (list, entry, naming, kinds) in LISTS {
        let all = public.entities();
        let all = all.filter(|(_, entity)| kinds.contains(&entity.kind.like()));
        let all: Vec<_> = all.collect();
        let is_events = list == "listEvent";
        if all.is_empty() && !(is_events && has_events) {
            continue;
        }
        xml.open(list, &[]);
        xml.line();
        for (id, entity) in all {
            entry_of(xml, public, (id, entity), entry, naming);
        }
        if is_events {
            events(xml, public);
        }
        xml.close(list);
        xml.line();
    }
    relations(xml, public);
    xml.close("standOff");
    xml.line();
}

fn entry_of(
    xml: &mut Xml,
    public: &Public,
    (id, entity): (Id<Entity>, &Entity),
    entry: &str,
    naming: &str,
) {
    let xml_id = xml_id(public, id);
    // A person has no type.
    let kind = public.kind(entity.kind);
    let is_plain = matches!(
        entity.kind,
        Kind::Person | Kind::Place | Kind::Organisation | Kind::Event
    );
    let attribute = if entry == "person" { "role" } else { "type" };
    let kind = (attribute, Some(&*kind).filter(|_| !is_plain));
    xml.open(entry, &[("xml:id", Some(&xml_id)), kind]);
    for name in public.names(entity) {
        xml.element(naming, &[("xml:lang", Some(&name.language))], &name.text);
    }
    if naming != "label" {
        for alias in public.aliases(entity) {
            xml.element(naming, &[("type", Some("alias"))], alias);
        }
    }
    if entry == "place"
        && let Some(place) = &entity.place
    {
        let certainty = place.approximate.then_some("approximate");
        xml.open("location", &[("type", certainty)]);
        let degrees = format!("{} {}", place.latitude, place.longitude);
        xml.element("geo", &[], &degrees);
        xml.close("location");
    }
    if entry == "event" {
        about(xml, public, entity, "desc");
    }
    for one in &entity.identifiers {
        let value = one.url.as_ref().unwrap_or(&one.value);
        xml.element("idno", &[("type", Some(&one.name))], value);
    }
    if entry != "event" {
        about(xml, public, entity, "note");
    }
    xml.close(entry);
    xml.line();
}

/// What its author says of an entity: a few words, a summary, facts with what they rest on.
fn about(xml: &mut Xml, public: &Public, entity: &Entity, element: &str) {
    if let Some(words) = public.words(&entity.description) {
        xml.element(element, &[("type", Some("description"))], words);
    }
    let summary = entity.summary.as_ref();
    if let Some(summary) = summary.and_then(|text| public.text(text)) {
        xml.element(element, &[("type", Some("summary"))], &summary);
    }
    for (fact, told) in public.facts(entity) {
        let when = fact.date.as_ref().map(|date| date.edtf.as_str());
        let source = addresses(public, &told.sources);
        xml.open(
            element,
            &[("type", Some("fact")), ("source", Some(&source))],
        );
        xml.text(&told.text);
        if let Some(edtf) = when {
            xml.text(" (");
            let exact = fact.date.as_ref().and_then(exact);
            xml.element("date", &[("when", exact)], edtf);
            xml.text(")");
        }
        xml.close(element);
    }
}

/// Sources as pointers: works stand in this file, blocks in its texts or on their pages.
fn addresses(public: &Public, sources: &[String]) -> String {
    let base = public.site.base_url.as_deref().unwrap_or_default();
    let pointers = sources.iter().map(|source| match source.split_once('#') {
        Some((article, block)) if public.is_written(article) => {
            format!("#{}", text_id(article, block))
        }
        Some((article, block)) => format!("{base}{article}/#{block}"),
        None => format!("#src-{source}"),
    });
    pointers.collect::<Vec<_>>().join(" ")
}

fn events(xml: &mut Xml, public: &Public) {
    for (event, told) in public.events() {
        let id = format!("event-{}", event.slug);
        let source = addresses(public, &told.sources);
        let corresp = event
            .entities
            .iter()
            .map(|id| format!("#{}", xml_id(public, *id)));
        let corresp = corresp.collect::<Vec<_>>().join(" ");
        let attributes = [
            ("xml:id", Some(&*id)),
            ("when", exact(&event.date)),
            ("corresp", Some(&*corresp).filter(|all| !all.is_empty())),
            ("source", Some(&*source)),
        ];
        xml.open("event", &attributes);
        xml.element("label", &[], &event.date.words);
        xml.element("desc", &[], &told.text);
        xml.close("event");
        xml.line();
    }
}

fn relations(xml: &mut Xml, public: &Public) {
    let all = public.entities().flat_map(|(id, entity)| {
        let relations = public.relations(entity);
        relations
            .map(|(relation, told)| (id, relation, told))
            .collect::<Vec<_>>()
    });
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        return;
    }
    xml.open("listRelation", &[]);
    xml.line();
    for (id, relation, told) in all {
        let active = format!("#{}", xml_id(public, id));
        let passive = format!("#{}", xml_id(public, relation.object));
        let source = addresses(public, &told.sources);
        // A name is one word in TEI.
        let name = told.text.split_whitespace().collect::<Vec<_>>().join("-");
        let attributes = [
            ("name", Some(&*name)),
            ("active", Some(&*active)),
            ("passive", Some(&*passive)),
            ("when", relation.date.as_ref().and_then(exact)),
            ("source", Some(&*source)),
        ];
        xml.empty("relation", &attributes);
        xml.line();
    }
    xml.close("listRelation");
    xml.line();
}

/// Laws, policies, concepts.
pub(super) fn taxonomy(xml: &mut Xml, public: &Public) {
    let is_listed = |entity: &Entity| {
        matches!(
            entity.kind.like(),
            Kind::Law | Kind::Policy | Kind::Concept | Kind::Own(_)
        )
    };
    let all = public.entities().filter(|(_, entity)| is_listed(entity));
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        return;
    }
    xml.open("encodingDesc", &[]);
    xml.open("classDecl", &[]);
    xml.open("taxonomy", &[]);
    xml.line();
    for (id, entity) in all {
        xml.open("category", &[("xml:id", Some(&xml_id(public, id)))]);
        xml.open("catDesc", &[]);
        let kind = public.kind(entity.kind);
        for name in public.names(entity) {
            let attributes = [("type", Some(&*kind)), ("xml:lang", Some(&*name.language))];
            xml.element("term", &attributes, &name.text);
        }
        for one in &entity.identifiers {
            let value = one.url.as_ref().unwrap_or(&one.value);
            xml.element("idno", &[("type", Some(&one.name))], value);
        }
        about(xml, public, entity, "gloss");
        xml.close("catDesc");
        xml.close("category");
        xml.line();
    }
    xml.close("taxonomy");
    xml.close("classDecl");
    xml.close("encodingDesc");
}

/// The works that are cited.
pub(super) fn sources(xml: &mut Xml, public: &Public) {
    let all: Vec<_> = public.sources().collect();
    if all.is_empty() {
        return;
    }
    xml.open("listBibl", &[]);
    xml.line();
    for source in all {
        source_of(xml, source);
        xml.line();
    }
    xml.close("listBibl");
}

fn source_of(xml: &mut Xml, source: &Source) {
    let id = format!("src-{}", source.slug);
    xml.open("bibl", &[("xml:id", Some(&id))]);
    for author in &source.author {
        xml.open("author", &[]);
        if source.organisations.contains(author) {
            xml.element("orgName", &[], author);
        } else {
            xml.text(author);
        }
        xml.close("author");
    }
    let parts = [("title", &source.title), ("publisher", &source.publisher)];
    for (name, words) in parts {
        if let Some(words) = words {
            xml.element(name, &[], words);
        }
    }
    if let Some(date) = &source.date {
        xml.element("date", &[("when", exact(date))], &date.words);
    }
    for (kind, value) in [("ISBN", &source.isbn), ("DOI", &source.doi)] {
        if let Some(value) = value {
            xml.element("idno", &[("type", Some(kind))], value);
        }
    }
    if let Some(url) = source.url.as_ref().or(source.archived.as_ref()) {
        xml.empty("ptr", &[("target", Some(url))]);
    }
    xml.close("bibl");
}
