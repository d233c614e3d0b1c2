//! A quotation, with who said it; or a pull quotation, the article's own words set large.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) pulled: bool,
    /// The block that says whose words they are.
    #[prop_or_default]
    pub(super) attribution: Option<Html>,
    /// What is quoted.
    pub(super) children: Html,
}

#[component]
pub(super) fn Quotation(props: &Props) -> Html {
    crate::components::rendered("Quotation");
    let class = props.pulled.then_some("pull");
    let words = props.children.clone();
    match &props.attribution {
        Some(attribution) => html! {
            <figure {class}><blockquote>{ words }</blockquote>{ attribution.clone() }</figure>
        },
        None => html! { <blockquote {class}>{ words }</blockquote> },
    }
}
