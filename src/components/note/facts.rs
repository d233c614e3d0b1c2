//! The facts of an entity, each beside the source it was read in.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::page::{Class, Note, NoteFact};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
}

/// What the article says, what is background and what is later each stand under a label of their own.
#[component]
pub(super) fn FactList(props: &Props) -> Html {
    crate::components::rendered("FactList");
    let messages = use_messages();
    let facts = &props.note.facts;
    html! {
        <>
            for facts in facts.chunk_by(|one, next| one.class == next.class) {
                { section(facts, &messages) }
            }
        </>
    }
}

/// Facts of one class; there is at least one.
fn section(facts: &[NoteFact], messages: &Messages) -> Html {
    let class = facts[0].class;
    let (title, remark) = match class {
        Class::Article => (&messages.article_says, None),
        Class::Background => (&messages.background, Some(&messages.background_note)),
        Class::Later => (&messages.later, Some(&messages.later_note)),
    };
    html! {
        <section class="facts" data-class={class.slug()}>
            <h4 class="lab">
                { title }
                if let Some(remark) = remark { { " " }<small>{ remark }</small> }
            </h4>
            <ul>
                for fact in facts { { self::fact(fact, messages) } }
            </ul>
        </section>
    }
}

fn fact(fact: &NoteFact, messages: &Messages) -> Html {
    html! {
        <li data-fact="" dir="auto">
            { rich_text(&fact.text) }
            { citations(fact.claim.as_deref(), &fact.citations, messages) }
        </li>
    }
}
