//! A button that is an icon.

use yew::prelude::*;

use crate::components::icon::icon;

/// Properties for [`Tool`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name in markup (`data-act`), for styles and tests.
    pub act: &'static str,
    /// The icon's name in the sprite (`static/icons.svg`).
    pub icon: &'static str,
    /// What it does, in the reader's words.
    pub label: AttrValue,
    /// Whether it is on, for a switch.
    #[prop_or_default]
    pub pressed: Option<bool>,
    #[prop_or_default]
    pub disabled: bool,
    pub onpress: Callback<()>,
}

/// The button. Its tooltip is its name: with a label beside it some screen readers say both.
#[component]
pub fn Tool(props: &Props) -> Html {
    crate::components::rendered("Tool");
    // It keeps the focus, unlike one with the attribute `disabled`: whoever pressed it last goes on from here.
    let onclick = (!props.disabled).then(|| props.onpress.reform(|_| ()));
    html! {
        <button class="tool" type="button" data-act={props.act} title={props.label.clone()}
            aria-pressed={props.pressed.map(|on| if on { "true" } else { "false" })} aria-disabled={props.disabled.then_some("true")} {onclick}>
            { icon(props.icon) }
        </button>
    }
}
