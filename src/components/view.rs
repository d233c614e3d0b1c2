//! What stands beside the text, or over it on a small window: a head, controls, and what they choose from.

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::tool::Tool;

/// Properties for [`View`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name in addresses (`#map`) and markup.
    pub slug: &'static str,
    pub name: AttrValue,
    /// How much it holds, beside the name.
    #[prop_or_default]
    pub count: Option<AttrValue>,
    /// It takes the whole window, so it is modal.
    pub covers: bool,
    /// Fields and switches above what they choose from.
    #[prop_or_default]
    pub controls: Html,
    #[prop_or_default]
    pub children: Html,
    /// Called when a key is pressed while something in it has the focus.
    #[prop_or_default]
    pub onkeydown: Option<Callback<KeyboardEvent>>,
    /// Called when it scrolls.
    #[prop_or_default]
    pub onscroll: Option<Callback<Event>>,
    pub onclose: Callback<()>,
}

/// Whether the view is seen, by context; one that would cover the text that it led into stays as it is, out of sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewSeen(pub bool);

/// A region, or a dialog where it covers the text. Its name takes focus when it opens.
#[component]
pub fn View(props: &Props) -> Html {
    crate::components::rendered("View");
    let messages = use_messages();
    let seen = use_context::<ViewSeen>().is_none_or(|seen| seen.0);
    let role = if props.covers { "dialog" } else { "region" };
    html! {
        <section class="view" data-view={props.slug} data-shown={seen.then_some("")} {role} aria-modal={(seen && props.covers).then_some("true")} aria-labelledby="view-name"
            onkeydown={props.onkeydown.clone()}>
            <div class="view-head">
                <h2 id="view-name" tabindex="-1">{ &props.name }{ " " }<small key={props.count.as_deref().unwrap_or_default()} class="num">{ props.count.clone() }</small></h2>
                <Tool act="close-view" icon="close" label={messages.close.clone()} onpress={props.onclose.clone()} />
            </div>
            <div class="view-body" onscroll={props.onscroll.clone()}>
                <div class="controls">{ props.controls.clone() }</div>
                { props.children.clone() }
            </div>
        </section>
    }
}
