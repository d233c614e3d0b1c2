//! All entities that have a page, by their kinds.

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::sign::sign;
use crate::model::site_page::EntityEntry;

/// Properties for [`EntityIndex`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Those of a kind stand together.
    pub entries: Vec<EntityEntry>,
    /// What the number beside each counts.
    pub counted: String,
}

#[component]
pub fn EntityIndex(props: &Props) -> Html {
    crate::components::rendered("EntityIndex");
    let messages = use_messages();
    html! {
        <>
            <p class="num">{ &props.counted }</p>
            for kind in props.entries.chunk_by(|one, next| one.kind == next.kind) {
                <section class="topics" data-kind={kind[0].kind.slug()}>
                    <h2>{ messages.of_kinds(kind[0].kind) }</h2>
                    <ul class="index">
                        for entry in kind {
                            <li>
                                <a class="name" href={entry.href.clone()}>{ sign() }<bdi lang={entry.name.language.clone()}>{ &entry.name.text }</bdi></a>
                                if let Some(description) = &entry.description { { " " }<bdi class="what">{ description }</bdi> }
                                { " " }<span class="num">{ entry.count.to_string() }</span>
                            </li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}
