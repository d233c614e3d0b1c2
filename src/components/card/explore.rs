//! Ways from a card into the views, where they show its entity, into what a reader writes, and to the publisher.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::card::action::CardAction;
use crate::components::icon::icon;
use crate::components::messages::use_messages;
use crate::model::page::Note;

/// Properties for [`Explore`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
    /// There are dated events about it.
    pub(super) dated: bool,
    /// The address of a message to the publisher about it.
    pub(super) report: Option<String>,
    pub(super) onact: Callback<CardAction>,
}

/// The links, and how to cite the note.
#[component]
pub(super) fn Explore(props: &Props) -> Html {
    crate::components::rendered("Explore");
    let messages = use_messages();
    let Props {
        note,
        dated,
        report,
        onact,
    } = props;
    let related = note
        .relations
        .iter()
        .any(|relation| relation.other.is_some());
    let oncite = onact.reform(|_| CardAction::Cite);
    let way = |view: &'static str, name: &str| {
        html! {
            <li><a href={["#", view].concat()} data-open-view={view} data-value={note.entity.clone()}>{ icon(view) }{ name }</a></li>
        }
    };
    html! {
        <section class="names explore">
            <h4 class="lab">{ &messages.explore }</h4>
            <ul>
                if *dated { { way("timeline", &messages.timeline) } }
                if related { { way("relations", &messages.relations) } }
                <li><button type="button" class="more" data-act="cite" onclick={oncite}>{ &messages.cite_link }</button></li>
                if let Some(report) = report { <li><a href={report.clone()}>{ &messages.report }</a></li> }
            </ul>
        </section>
    }
}
