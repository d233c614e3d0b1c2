//! The facts of an entity, each with its source.

use yew::prelude::*;

use crate::editor::field::{Chooser, Field};
use crate::model::editing::{Choice, FactValue};

/// Properties for [`FactFields`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) facts: Vec<FactValue>,
    /// What they may rest on.
    pub(super) sources: Vec<Choice>,
    /// Sentences of the articles that may be facts.
    pub(super) sentences: Vec<Choice>,
    pub(super) onchange: Callback<Vec<FactValue>>,
}

/// A group of fields for each fact, and ways to add one.
#[component]
pub(super) fn FactFields(props: &Props) -> Html {
    crate::components::rendered("FactFields");
    let facts = &props.facts;
    let changed = |change: fn(&mut FactValue, String), row: usize| {
        let facts = facts.clone();
        props.onchange.reform(move |typed: String| {
            let mut facts = facts.clone();
            change(&mut facts[row], typed);
            facts
        })
    };
    let removed = |row: usize| {
        let facts = facts.clone();
        props.onchange.reform(move |_: MouseEvent| {
            let mut facts = facts.clone();
            facts.remove(row);
            facts
        })
    };
    let added = |fact: FactValue| {
        let facts = facts.clone();
        props.onchange.reform(move |_: MouseEvent| {
            let mut facts = facts.clone();
            facts.push(fact.clone());
            facts
        })
    };
    let fields = |(row, fact): (usize, &FactValue)| {
        html! {
            <fieldset class="fact-fields" key={row}>
                <legend>{ format!("Fact {}", row + 1) }</legend>
                <Field label="What is claimed" is_first={fact.row.is_none()} is_required=true value={fact.text.clone()} lines=2 oninput={changed(|fact, typed| fact.text = typed, row)} />
                <Chooser label="Source" choices={props.sources.clone()} value={fact.source.clone()} none="Choose…" is_required=true onchange={changed(|fact, chosen| fact.source = chosen, row)} />
                <Field label="When it held" help="as 2025-07-23, 2025-07, 2016~; empty where it does not matter" value={fact.date.clone()} oninput={changed(|fact, typed| fact.date = typed, row)} />
                <button type="button" class="plain" aria-label={format!("Remove fact {}", row + 1)} onclick={removed(row)}>{ "Remove" }</button>
            </fieldset>
        }
    };
    let is_told = |sentence: &&Choice| !facts.iter().any(|fact| fact.source == sentence.value);
    let sentence = |one: &Choice| {
        let fact = FactValue {
            row: None,
            text: one.label.clone(),
            source: one.value.clone(),
            date: String::new(),
        };
        html! { <li><button type="button" class="row" dir="auto" onclick={added(fact)}>{ &one.label }</button></li> }
    };
    let sentences: Vec<_> = props
        .sentences
        .iter()
        .filter(is_told)
        .map(sentence)
        .collect();
    html! {
        <>
            { for facts.iter().enumerate().map(fields) }
            <button type="button" class="plain" onclick={added(FactValue::default())}>{ "Add a fact" }</button>
            if !sentences.is_empty() {
                <details>
                    <summary>{ format!("Use a sentence of the article ({})", sentences.len()) }</summary>
                    <ul class="rows">{ for sentences }</ul>
                </details>
            }
        </>
    }
}
