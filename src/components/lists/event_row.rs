//! An event in the list: its date and what happened.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::lists::row_place::RowPlace;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::model::page::EventList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<EventList>,
    /// Its place in the list.
    pub row: usize,
    pub place: RowPlace,
    /// The reader has chosen it.
    #[prop_or_default]
    pub chosen: bool,
}

#[component]
pub fn EventRow(props: &Props) -> Html {
    crate::components::rendered("EventRow");
    let messages = use_messages();
    let Some(event) = props.list.events.get(props.row) else {
        return Html::default();
    };
    let name = AttrValue::from(["event-", &event.event].concat());
    let in_page = props.place == RowPlace::Page;
    let about = (!event.entities.is_empty()).then(|| event.entities.join(" "));
    let sentence = event
        .sentence
        .map(|(from, to)| [from.to_string(), to.to_string()].join(" "));
    html! {
        <li id={in_page.then(|| name.clone())} data-id={(!in_page).then(|| name.clone())} data-class={event.class.slug()}
            data-vague={event.date.vague.then_some("")} data-about={about} data-words={sentence}
            data-chosen={props.chosen.then_some("")}>
            if in_page {
                for old in &event.former { <span id={["event-", old].concat()}></span> }
            }
            <a href={["#", &name].concat()} aria-current={props.chosen.then_some("true")}>
                <time dir="auto" datetime={event.date.edtf.clone()}>{ &event.date.words }</time>
            </a>
            <p dir="auto">
                <span class="what">{ rich_text(&event.text) }</span>
                { citations(event.claim.as_deref(), &event.citations, &messages) }
            </p>
        </li>
    }
}
