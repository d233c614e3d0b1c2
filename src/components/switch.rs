//! A setting that is on or off.

use yew::prelude::*;

/// Properties for [`Switch`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub name: &'static str,
    pub label: AttrValue,
    pub on: bool,
    /// Called when it is pressed, with its name and whether it is to be on.
    pub onturn: Callback<(&'static str, bool)>,
}

/// A box to tick.
#[component]
pub fn Switch(props: &Props) -> Html {
    crate::components::rendered("Switch");
    let (name, on) = (props.name, props.on);
    let onchange = props.onturn.reform(move |_| (name, !on));
    html! {
        <label class="check"><input type="checkbox" name={props.name} value="on" checked={on} {onchange} /><span>{ &props.label }</span></label>
    }
}
