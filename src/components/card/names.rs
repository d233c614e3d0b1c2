//! Links to other entities under a label.

use yew::prelude::*;

use crate::model::page::EntityLink;

/// Properties for [`Names`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Its name in markup (`data-names`).
    pub(super) name: &'static str,
    pub(super) label: AttrValue,
    pub(super) links: Vec<EntityLink>,
}

/// The links; nothing where there is none.
#[component]
pub(super) fn Names(props: &Props) -> Html {
    crate::components::rendered("Names");
    if props.links.is_empty() {
        return Html::default();
    }
    html! {
        <section class="names" data-names={props.name}>
            <h4 class="lab">{ &props.label }</h4>
            <ul>{ for props.links.iter().map(link) }</ul>
        </section>
    }
}

fn link(link: &EntityLink) -> Html {
    html! {
        <li><a class="mk" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()} lang={link.language.clone()}>{ &link.name }</a></li>
    }
}
