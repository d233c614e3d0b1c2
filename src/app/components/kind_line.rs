//! What an entity is, and what it is called elsewhere.

use yew::prelude::*;

use crate::app::components::glyph::sign;
use crate::model::kind::Kind;
use crate::model::page::Name;
use crate::model::words::Words;

/// Sign, kind, and a few words: "Organisation rights group".
pub fn kind_line(kind: Kind, description: Option<&str>, words: &Words) -> Html {
    html! {
        <p class="kind">
            { sign(kind) }<b>{ words.of_kind(kind) }</b>
            if let Some(description) = description { { " " }<span>{ description }</span> }
        </p>
    }
}

/// Names in other languages, each in its own; nothing where there is none.
pub fn native_names(names: &[Name]) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    let names = names.iter().map(|name| html! { <span><bdi lang={name.language.clone()}>{ name.text.as_str() }</bdi></span> });
    html! { <p class="native">{ for names }</p> }
}
