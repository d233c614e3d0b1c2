//! Words are looked for in the article, to be linked without selecting them.

use yew::prelude::*;

use crate::editor::ask::ask;
use crate::editor::field::Field;
use crate::editor::modal::Modal;
use crate::editor::state::Dialog;
use crate::model::editing::{FoundWords, Request};

/// Properties for [`FindDialog`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Slug of the article.
    pub(super) article: AttrValue,
    pub(super) onopen: Callback<Dialog>,
    pub(super) onclose: Callback<()>,
}

/// A field, and below it where its words stand; each leads to the dialog that links them.
#[component]
pub(super) fn FindDialog(props: &Props) -> Html {
    crate::components::rendered("FindDialog");
    let words = use_state_eq(String::new);
    let found = use_state(|| Ok::<Vec<FoundWords>, String>(Vec::new()));
    // How often was asked: only the last answer counts.
    let asked = use_mut_ref(|| 0_u32);
    {
        let asked = asked.clone();
        let (found, article) = (found.setter(), props.article.clone());
        use_effect_with((*words).clone(), move |words| {
            let request = Request::Find {
                article: article.to_string(),
                words: words.clone(),
            };
            let mine = *asked.borrow() + 1;
            asked.replace(mine);
            ask(&request, move |answer: Result<Vec<FoundWords>, _>| {
                if *asked.borrow() == mine {
                    found.set(answer.map_err(|refusal| refusal.why));
                }
            });
        });
    }
    let oninput = {
        let words = words.setter();
        Callback::from(move |typed| words.set(typed))
    };
    let row = |one: &FoundWords| {
        let dialog = Dialog::Link(one.selection.clone());
        let onclick = props.onopen.reform(move |_: MouseEvent| dialog.clone());
        let linked = one
            .linked
            .as_ref()
            .map(|linked| format!("linked to {}", linked.name));
        html! {
            <li>
                <button type="button" class="row" {onclick}>
                    <span class="num">{ format!("¶ {}", one.selection.block) }</span>
                    <span>
                        <span dir="auto">{ &one.before }<mark>{ &one.selection.words }</mark>{ &one.after }</span>
                        if let Some(linked) = linked { <small>{ linked }</small> }
                    </span>
                </button>
            </li>
        }
    };
    let list = match &*found {
        Err(why) => html! { <p class="failed" role="alert">{ why }</p> },
        Ok(found) if found.is_empty() && !words.trim().is_empty() => {
            html! { <p role="status">{ "The article does not have these words." }</p> }
        }
        Ok(found) => html! { <ol class="rows">{ for found.iter().map(row) }</ol> },
    };
    html! {
        <Modal heading="Link words" onclose={props.onclose.clone()}>
            <Field label="Words of the article" value={(*words).clone()} is_first=true {oninput} />
            { list }
        </Modal>
    }
}
