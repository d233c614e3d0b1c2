//! A choice of one among a few values, side by side.

use yew::prelude::*;

/// A value and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    pub value: &'static str,
    pub label: AttrValue,
}

/// Properties for [`Segments`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name in markup and in what is kept.
    pub name: &'static str,
    /// What else its buttons are grouped by: in one document all buttons of a name are one choice.
    #[prop_or_default]
    pub scope: AttrValue,
    pub options: Vec<Segment>,
    pub chosen: AttrValue,
    /// Called when a value is chosen, with the field's name and the value.
    pub onchoose: Callback<(&'static str, AttrValue)>,
}

/// A radio button for each value.
#[component]
pub fn Segments(props: &Props) -> Html {
    crate::components::rendered("Segments");
    let group = AttrValue::from([props.name, &*props.scope].concat());
    let option = |segment: &Segment| {
        let (name, value) = (props.name, segment.value);
        let onchange = props
            .onchoose
            .reform(move |_| (name, AttrValue::Static(value)));
        html! {
            <label>
                <input type="radio" name={group.clone()} {value} checked={*props.chosen == *value} {onchange} />
                <span>{ &segment.label }</span>
            </label>
        }
    };
    html! { <div class="seg" data-seg={props.name}>{ for props.options.iter().map(option) }</div> }
}
