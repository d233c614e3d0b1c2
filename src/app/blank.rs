//! A page that came without its article, notes and lists: the same components as on the build machine draw them here.

use yew::prelude::*;

use crate::app::reader::{Reader, use_reader};
use crate::components::lists::Lists;
use crate::components::surface::Surface;

/// The reading surface and the lists, each in its place of the page.
#[component]
pub(super) fn Blank() -> Html {
    crate::components::rendered("Blank");
    let reader = use_reader();
    html! { <>{ surface(&reader) }{ lists(&reader) }</> }
}

fn surface(reader: &Reader) -> Option<Html> {
    let records = &reader.records;
    let article = records.article()?;
    let entities = records.entities()?;
    let notes: Vec<_> = entities
        .rows
        .iter()
        .filter_map(|row| records.note(&row.link.entity))
        .collect();
    let drawn = html! { <Surface frame={reader.frame.clone()} {article} {notes} footnotes={records.footnotes().unwrap_or_default()} /> };
    Some(create_portal(drawn, reader.host.element("reading")?))
}

fn lists(reader: &Reader) -> Option<Html> {
    let records = &reader.records;
    let drawn = html! {
        <Lists entities={records.entities()?} timeline={records.timeline()?} places={records.places()?} relations={records.relations()?}
            works={records.works()?} citing={records.citing()?} />
    };
    Some(create_portal(drawn, reader.host.element("lists")?))
}
