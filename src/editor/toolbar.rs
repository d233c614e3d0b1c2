//! What the editor always shows: how to link words without selecting them, what was done, and how to take it back.

use yew::prelude::*;

use crate::editor::state::{Dialog, Told};
use crate::model::editing::{Request, StepLine, Steps};

/// Properties for [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) steps: Steps,
    pub(super) told: Option<Told>,
    pub(super) onopen: Callback<Dialog>,
    /// Called with [`Request::Undo`] or [`Request::Redo`].
    pub(super) onstep: Callback<Request>,
}

/// The bar.
#[component]
pub(super) fn Toolbar(props: &Props) -> Html {
    crate::components::rendered("Toolbar");
    let Props {
        steps,
        told,
        onopen,
        onstep,
    } = props;
    let (said, is_failure) = match told {
        Some(Told::Done(said)) => (said.clone(), false),
        Some(Told::Failed(said)) => (said.clone(), true),
        None => (String::new(), false),
    };
    let step = |request: fn(u64) -> Request,
                name: &'static str,
                keys: &str,
                what: &Option<StepLine>| {
        let Some(what) = what else {
            return Html::default();
        };
        let number = what.number;
        let onclick = onstep.reform(move |_: MouseEvent| request(number));
        let label = [name, ": ", &*what.told].concat();
        html! { <button type="button" class="plain" title={format!("{label} ({keys})")} aria-label={label} {onclick}>{ name }</button> }
    };
    let onfind = onopen.reform(|_: MouseEvent| Dialog::Find);
    html! {
        <div class="editor-bar" role="group" aria-label="Links and steps">
            <p role="status" title={said.clone()} class={classes!("told-by-editor", is_failure.then_some("failed"))}>{ said }</p>
            { step(Request::Undo, "Undo", "Ctrl+Z", &steps.undo) }
            { step(Request::Redo, "Redo", "Ctrl+Shift+Z", &steps.redo) }
            <button type="button" class="plain" title="Link words without selecting them (Ctrl+Shift+L)" onclick={onfind}>{ "Link words…" }</button>
        </div>
    }
}
