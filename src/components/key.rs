//! The key to the marks, in the outer margin of wide windows.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::sign::sign;
use crate::model::page::Frame;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
}

/// Lists the signs of the kinds that the text marks.
#[component]
pub fn Key(props: &Props) -> Html {
    crate::components::rendered("Key");
    let messages = use_messages();
    html! {
        <aside class="key" aria-label={messages.key.clone()}>
            <h2>{ &messages.key }</h2>
            <ul>
                for (kind, _) in &props.frame.kinds {
                    <li data-kind={kind.slug()}>
                        { sign() }
                        <span>{ messages.of_kinds(*kind) }</span>
                    </li>
                }
            </ul>
            <p>{ &messages.key_note }</p>
        </aside>
    }
}
