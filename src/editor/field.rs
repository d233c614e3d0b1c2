//! A field with its label.

use yew::prelude::*;

use crate::model::editing::Choice;
use crate::platform::document::Element;
use crate::platform::fields;
use crate::platform::focus::focus_element;

/// Properties for [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) label: AttrValue,
    /// What to type, below the field.
    #[prop_or_default]
    pub(super) help: AttrValue,
    pub(super) value: AttrValue,
    /// How many lines it shows; one where none is given.
    #[prop_or_default]
    pub(super) lines: u32,
    /// It takes the focus when it comes.
    #[prop_or_default]
    pub(super) is_first: bool,
    /// Nothing is saved while it is empty.
    #[prop_or_default]
    pub(super) is_required: bool,
    pub(super) oninput: Callback<String>,
}

/// A field for words: of one line, or of so many.
#[component]
pub(super) fn Field(props: &Props) -> Html {
    crate::components::rendered("Field");
    let oninput = props
        .oninput
        .reform(|event: InputEvent| fields::value(&event));
    let value = props.value.clone();
    let node = use_first(props.is_first);
    // What to type is no part of its name.
    let (name, help) = (
        props.label.clone(),
        (!props.help.is_empty()).then(|| props.help.clone()),
    );
    let field = if props.lines > 1 {
        html! { <textarea ref={node} aria-label={name} aria-description={help} rows={lines(&props.value, props.lines).to_string()} dir="auto" autofocus={props.is_first} required={props.is_required} {value} {oninput} /> }
    } else {
        html! { <input ref={node} type="text" aria-label={name} aria-description={help} dir="auto" autocomplete="off" autofocus={props.is_first} required={props.is_required} {value} {oninput} /> }
    };
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            { field }
            if !props.help.is_empty() { <small>{ &props.help }</small> }
        </label>
    }
}

/// Letters to a line, on a phone.
const LINE: usize = 40;
/// No field is higher, but can be drawn so.
const MOST_LINES: usize = 10;

/// How many lines a field has for its words.
fn lines(words: &str, least: u32) -> usize {
    let lines = words
        .split('\n')
        .map(|line| 1 + line.chars().count() / LINE);
    lines.sum::<usize>().clamp(least as usize, MOST_LINES)
}

/// A field that takes the focus when it comes, if it is to. One that is there when its dialog opens is chosen by `autofocus`.
#[hook]
pub(super) fn use_first(is_first: bool) -> NodeRef {
    let node = use_node_ref();
    use_effect_with(node.clone(), move |node| {
        if is_first && let Some(field) = node.cast::<Element>() {
            focus_element(&field, true);
        }
    });
    node
}

/// Properties for [`Chooser`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChooserProps {
    pub(super) label: AttrValue,
    pub(super) choices: Vec<Choice>,
    pub(super) value: AttrValue,
    /// What stands for no value.
    #[prop_or_default]
    pub(super) none: AttrValue,
    /// Nothing is saved while nothing is chosen.
    #[prop_or_default]
    pub(super) is_required: bool,
    pub(super) onchange: Callback<String>,
}

/// A choice among values; one that is none of them is offered as it stands.
#[component]
pub(super) fn Chooser(props: &ChooserProps) -> Html {
    crate::components::rendered("Chooser");
    let onchange = props.onchange.reform(|event: Event| fields::value(&event));
    let is_chosen = |value: &str| *props.value == *value;
    let is_known = props.choices.iter().any(|one| is_chosen(&one.value));
    let option = |one: &Choice| {
        let selected = is_chosen(&one.value);
        html! { <option value={one.value.clone()} {selected}>{ shortened(&one.label) }</option> }
    };
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <select required={props.is_required} {onchange}>
                if props.value.is_empty() || !props.none.is_empty() {
                    <option value="" selected={props.value.is_empty()}>{ &props.none }</option>
                }
                { for props.choices.iter().map(option) }
                if !is_known && !props.value.is_empty() {
                    <option value={props.value.clone()} selected=true>{ shortened(&props.value) }</option>
                }
            </select>
        </label>
    }
}

/// Letters of an option; browsers draw it in one line.
const LONGEST: usize = 90;

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => [&words[..end], "…"].concat(),
        None => words.to_owned(),
    }
}
