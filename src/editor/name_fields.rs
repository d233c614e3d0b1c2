//! The names of an entity: the first heads its card, each is found in the text by itself.

use yew::prelude::*;

use crate::editor::field::Field;
use crate::model::editing::NameValue;

/// Properties for [`NameFields`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) names: Vec<NameValue>,
    pub(super) onchange: Callback<Vec<NameValue>>,
}

/// A name and its language to a line.
#[component]
pub(super) fn NameFields(props: &Props) -> Html {
    crate::components::rendered("NameFields");
    let names = &props.names;
    let changed = |change: fn(&mut NameValue, String), row: usize| {
        let names = names.clone();
        props.onchange.reform(move |typed: String| {
            let mut names = names.clone();
            change(&mut names[row], typed);
            names
        })
    };
    let onadd = {
        let names = names.clone();
        props.onchange.reform(move |_: MouseEvent| {
            let new = NameValue::default();
            names.iter().cloned().chain([new]).collect()
        })
    };
    let removed = |row: usize| {
        let names = names.clone();
        props.onchange.reform(move |_: MouseEvent| {
            let mut names = names.clone();
            names.remove(row);
            names
        })
    };
    let fields = |(row, name): (usize, &NameValue)| {
        html! {
            <div class="name-fields" role="group" aria-label={format!("Name {}", row + 1)} key={row}>
                <Field label={if row == 0 { "Name" } else { "Further name" }} is_first={row == 0 || name.row.is_none()} is_required=true value={name.text.clone()} oninput={changed(|name, typed| name.text = typed, row)} />
                <Field label="Language" help="as fr; empty: the site’s" value={name.language.clone()} oninput={changed(|name, typed| name.language = typed, row)} />
                if row > 0 {
                    <button type="button" class="plain" aria-label={format!("Remove name {} {}", row + 1, name.text)} onclick={removed(row)}>{ "Remove" }</button>
                }
            </div>
        }
    };
    html! {
        <>
            { for names.iter().enumerate().map(fields) }
            <button type="button" class="plain" onclick={onadd}>{ "Add a name" }</button>
        </>
    }
}
