//! The list of the works that the page cites.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::lists::nothing::Nothing;
use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::work::{Read, Reliability, Work, WorkList};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<WorkList>,
}

/// Draws each work with the mark that leads to it from the notes too.
#[component]
pub fn Works(props: &Props) -> Html {
    crate::components::rendered("Works");
    let messages = use_messages();
    let works = &props.list.works;
    html! {
        <Section id="sources" name={messages.sources.clone()}>
            if works.is_empty() {
                <Nothing />
            } else {
                <ul class="works">
                    for (number, one) in (1..).zip(works) { { work(number, one, &messages) } }
                </ul>
            }
        </Section>
    }
}

fn work(number: u32, work: &Work, messages: &Messages) -> Html {
    let remarks = remarks(work, messages);
    html! {
        <li id={["source-", &number.to_string()].concat()}>
            if let Some(title) = &work.title { <bdi lang={work.language.clone()}>{ title }</bdi> }
            { citations(None, std::slice::from_ref(&work.citation), messages) }
            if !remarks.is_empty() { { " " }<span class="src">{ remarks.join(" · ") }</span> }
        </li>
    }
}

/// What helps to find it; how it was read and how far to trust it, where that is not as usual.
fn remarks<'a>(work: &'a Work, messages: &'a Messages) -> Vec<&'a str> {
    let details = work.details.iter().map(String::as_str);
    let copy = match work.read {
        Read::Page => None,
        Read::Copy => Some(&*messages.copy_read),
    };
    let trust = match work.reliability {
        Reliability::Strong | Reliability::Good => None,
        Reliability::Official => Some(&*messages.official),
        Reliability::Low => Some(&*messages.low),
    };
    details.chain(copy).chain(trust).collect()
}
