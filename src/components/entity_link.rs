//! An entity by its name, as lists and drawings name it.

use yew::prelude::*;

use crate::components::sign::sign;
use crate::model::page::EntityLink;

/// The name with its sign, as a link to the entity's note.
pub fn entity_link(link: &EntityLink) -> Html {
    html! {
        <a class="name" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()}>
            { sign() }
            <bdi lang={link.language.clone()}>{ &link.name }</bdi>
        </a>
    }
}
