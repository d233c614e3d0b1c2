//! The box in which an entity is looked for (ARIA combobox with a list below it).

use yew::prelude::*;

use crate::editor::field::use_first;

/// Properties for [`LinkBox`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Row of the list that the keys are on, if they are on one.
    pub(super) active: Option<usize>,
    pub(super) oninput: Callback<InputEvent>,
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

/// The box, which takes the focus when it comes.
#[component]
pub(super) fn LinkBox(props: &Props) -> Html {
    crate::components::rendered("LinkBox");
    let node = use_first(true);
    html! {
        <label class="field">
            <span>{ "Name or alias" }</span>
            <input ref={node} type="text" id="link-box" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls="link-rows"
                aria-activedescendant={props.active.map(|row| format!("link-row-{row}"))} autocomplete="off" dir="auto"
                oninput={props.oninput.clone()} onkeydown={props.onkeydown.clone()} />
        </label>
    }
}
