//! Components as markup, for their tests. Every message says its own key.

use std::convert::Infallible;
use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::model::messages::Messages;

#[derive(Clone, PartialEq, Properties)]
struct Props {
    drawn: Html,
}

#[component]
fn Root(props: &Props) -> Html {
    let Ok(messages) = Messages::gather(|key| Ok::<_, Infallible>(key.to_owned()));
    html! {
        <ContextProvider<Rc<Messages>> context={Rc::new(messages)}>
            { props.drawn.clone() }
        </ContextProvider<Rc<Messages>>>
    }
}

/// What is drawn.
pub(super) fn markup(drawn: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(Props { drawn });
    pollster::block_on(renderer.hydratable(false).render())
}
