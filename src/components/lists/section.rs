//! A list of the page under its name.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its address.
    pub id: &'static str,
    pub name: AttrValue,
    pub children: Html,
}

#[component]
pub fn Section(props: &Props) -> Html {
    crate::components::rendered("Section");
    let heading = AttrValue::from([props.id, "-name"].concat());
    html! {
        <section class="list" id={props.id} aria-labelledby={&heading}>
            <h2 id={&heading}>{ &props.name }</h2>
            { props.children.clone() }
        </section>
    }
}
