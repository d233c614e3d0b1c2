//! The box that is searched with (ARIA combobox with a list below it).

use yew::prelude::*;

use crate::components::icon::icon;
use crate::components::messages::use_messages;

/// Properties for [`SearchBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Receives the box. What is typed in it is the browser's: a value that is drawn would take back letters that were typed
    /// since.
    pub field: NodeRef,
    /// Row of the result that the keys are on, if there are results.
    pub active: Option<usize>,
    pub oninput: Callback<InputEvent>,
    pub onkeydown: Callback<KeyboardEvent>,
}

/// The box, which takes focus when the search opens.
#[component]
pub fn SearchBox(props: &Props) -> Html {
    crate::components::rendered("SearchBox");
    let messages = use_messages();
    let active = props
        .active
        .map(|row| ["result-", &row.to_string()].concat());
    html! {
        <label class="box">
            { icon("search") }
            <input type="search" id="search-box" name="query" role="combobox" aria-label={messages.search.clone()} aria-autocomplete="list"
                aria-controls="search-results" aria-expanded={if active.is_some() { "true" } else { "false" }} aria-activedescendant={active}
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                ref={props.field.clone()} oninput={props.oninput.clone()} onkeydown={props.onkeydown.clone()} />
        </label>
    }
}
