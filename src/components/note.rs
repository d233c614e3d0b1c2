//! An entity's text: the note at the end of the page, and the inside of its card.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::picture::{CARD, img};
use crate::model::page;

mod back_links;
mod facts;
mod head;
mod links;
mod location;
mod note_place;
mod passages;
mod relations;
mod summary;

#[cfg(test)]
mod tests;

pub use crate::components::note::location::degrees;
pub use crate::components::note::note_place::NotePlace;

use back_links::BackLinks;
use facts::FactList;
use head::Head;
use location::Location;
use passages::Passages;
use relations::NoteRelations;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub note: Rc<page::Note>,
    pub place: NotePlace,
}

/// Draws an entity's text in the order: name, kind, native names, passages, summary, facts, relations, mentions.
#[component]
pub fn Note(props: &Props) -> Html {
    crate::components::rendered("Note");
    let messages = use_messages();
    let Props { note, place } = props;
    let heading = match place {
        NotePlace::Page => None,
        NotePlace::Card { heading, .. } => Some(heading.clone()),
    };
    let in_page = *place == NotePlace::Page;
    let inside = html! {
        <>
            <Head {note} {heading} />
            <div class="note-body">
                if note.mentions.iter().any(|mention| mention.passage.is_some()) {
                    <Passages {note} place={place.clone()} />
                }
                { summary::summary(note, &messages) }
                if let Some(picture) = &note.picture {
                    <figure>
                        { img(picture, CARD, true) }
                        if let Some(credit) = &picture.credit { <figcaption>{ credit }</figcaption> }
                    </figure>
                }
                <FactList {note} />
                if !note.relations.is_empty() { <NoteRelations {note} /> }
                if note.place.is_some() { <Location {note} /> }
                { links::links(note) }
                if in_page && !note.mentions.is_empty() { <BackLinks {note} /> }
            </div>
        </>
    };
    let kind = note.kind.slug();
    if !in_page {
        return html! { <article class="copy" data-kind={kind}>{ inside }</article> };
    }
    html! {
        <article class="note" id={["ent-", &note.entity].concat()} data-note={note.entity.clone()} data-kind={kind} aria-label={note.name.text.clone()}>
            { inside }
            <a class="shut" href="#read" aria-label={messages.close_note.clone()}></a>
        </article>
    }
}
