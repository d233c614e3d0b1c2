//! A choice of one among many values.

use yew::prelude::*;

/// A value and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    pub value: AttrValue,
    pub label: AttrValue,
}

/// Values under a common label.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionGroup {
    /// None for values that stand alone.
    pub label: Option<AttrValue>,
    pub options: Vec<SelectOption>,
}

/// Properties for [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name in markup.
    pub name: &'static str,
    #[prop_or_default]
    pub id: Option<&'static str>,
    pub groups: Vec<OptionGroup>,
    /// The chosen value.
    pub chosen: AttrValue,
    pub onchange: Callback<Event>,
}

/// A list that opens.
#[component]
pub fn Select(props: &Props) -> Html {
    crate::components::rendered("Select");
    let group = |group: &OptionGroup| {
        let options = group.options.iter().map(|option| {
            let selected = option.value == props.chosen;
            html! { <option value={option.value.clone()} {selected}>{ &option.label }</option> }
        });
        match &group.label {
            Some(label) => html! { <optgroup label={label.clone()}>{ for options }</optgroup> },
            None => html! { <>{ for options }</> },
        }
    };
    html! {
        <select id={props.id} name={props.name} onchange={props.onchange.clone()}>{ for props.groups.iter().map(group) }</select>
    }
}
