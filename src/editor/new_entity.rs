//! What a new entity begins with: its name and its kind.

use yew::prelude::*;

use crate::editor::field::{Chooser, Field};
use crate::model::editing::{Choice, Target};

/// Properties for [`NewEntity`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) name: AttrValue,
    pub(super) kinds: Vec<Choice>,
    pub(super) onbegin: Callback<Target>,
}

/// The fields, and the button that begins it.
#[component]
pub(super) fn NewEntity(props: &Props) -> Html {
    crate::components::rendered("NewEntity");
    let name = use_state_eq(|| props.name.to_string());
    let kind = use_state_eq(String::new);
    let onname = {
        let name = name.setter();
        Callback::from(move |typed| name.set(typed))
    };
    let onkind = {
        let kind = kind.setter();
        Callback::from(move |chosen| kind.set(chosen))
    };
    let onsubmit = {
        let target = Target::New {
            name: (*name).clone(),
            kind: (*kind).clone(),
        };
        props.onbegin.reform(move |event: SubmitEvent| {
            event.prevent_default();
            target.clone()
        })
    };
    html! {
        <form {onsubmit}>
            <Field label="Name" value={(*name).clone()} is_first=true oninput={onname} />
            <Chooser label="Kind" choices={props.kinds.clone()} value={(*kind).clone()} none="Choose…" onchange={onkind} />
            <button type="submit" class="main" disabled={kind.is_empty() || name.trim().is_empty()}>{ "Begin and link" }</button>
        </form>
    }
}
