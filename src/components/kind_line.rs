//! What an entity is, and what it is called elsewhere.

use yew::prelude::*;

use crate::components::sign::sign;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::Name;

/// Sign, kind, and a few words: "Organisation · rights group".
pub fn kind_line(kind: Kind, description: Option<&str>, messages: &Messages) -> Html {
    html! {
        <p class="kind">
            { sign() }
            <b>{ messages.of_kind(kind) }</b>
            if let Some(description) = description {
                <span>{ " · " }</span><bdi>{ description }</bdi>
            }
        </p>
    }
}

/// Names in other languages, each in its own; nothing where there is none.
pub fn native_names(names: &[Name]) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <p class="native">
            for name in names {
                <span><bdi lang={name.language.clone()}>{ &name.text }</bdi></span>
            }
        </p>
    }
}
