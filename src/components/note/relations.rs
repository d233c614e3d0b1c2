//! How an entity is related to others, read from its side.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::messages::use_messages;
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
    let predicate = html! { <i dir="auto">{ &relation.predicate }</i> };
    let (first, second) = if relation.reversed {
        (other, predicate)
    } else {
        (predicate, other)
    };
    html! {
        <li>
            { first }{ " " }{ second }
            if let Some(date) = &relation.date { { " " }<bdi class="date">{ date }</bdi> }
            { citations(relation.claim.as_deref(), &relation.citations, messages) }
        </li>
    }
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
