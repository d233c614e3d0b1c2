//! How an entity is related to others, read from its side.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::messages::use_messages;
use crate::components::relation_row::relation_row;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteRelation};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
}

#[component]
pub(super) fn NoteRelations(props: &Props) -> Html {
    crate::components::rendered("NoteRelations");
    let messages = use_messages();
    html! {
        <section class="rels">
            <h4 class="lab">{ &messages.relations }</h4>
            <ul>
                for relation in &props.note.relations { { row(relation, &messages) } }
            </ul>
        </section>
    }
}

fn row(relation: &NoteRelation, messages: &Messages) -> Html {
    let other = other(relation);
    let marks = citations(relation.claim.as_deref(), &relation.citations, messages);
    let (predicate, date) = (&relation.predicate, relation.date.as_deref());
    relation_row(other, predicate, relation.reversed, date, marks)
}

/// The other entity: a link where it has a note here.
fn other(relation: &NoteRelation) -> Html {
    match &relation.other {
        Some(slug) => html! {
            <a class="mk" data-kind={relation.other_kind.slug()} href={["#ent-", slug].concat()}>
                <bdi>{ &relation.other_name }</bdi>
            </a>
        },
        None => html! { <bdi>{ &relation.other_name }</bdi> },
    }
}
