//! What stands at the foot of every page of a site: its imprint, its licence.

use yew::prelude::*;

use crate::model::page::Elsewhere;

/// Properties for [`SiteFoot`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub links: Vec<Elsewhere>,
}

#[component]
pub fn SiteFoot(props: &Props) -> Html {
    crate::components::rendered("SiteFoot");
    html! {
        <footer class="page site-foot">
            <p>for link in &props.links { <a href={link.href.clone()}>{ &link.label }</a> }</p>
        </footer>
    }
}
