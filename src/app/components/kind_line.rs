//! What an entity is, and what it is called elsewhere.

use yew::prelude::*;

use crate::app::components::glyph::sign;
use crate::app::components::tag::{classed, tag};
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::Name;

/// Sign, kind, and a few words: "Organisation rights group".
pub fn kind_line(kind: Kind, description: Option<&str>, words: &Messages) -> Html {
    let mut line = classed("p", "kind")
        .put(sign())
        .tag(tag("b").say(words.of_kind(kind)));
    if let Some(description) = description {
        line = line.say(" ").tag(tag("span").say(description));
    }
    line.done()
}

/// Names in other languages, each in its own; nothing where there is none.
pub fn native_names(names: &[Name]) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    let names = names.iter().map(|name| {
        let name = tag("bdi").set("lang", &name.language).say(&name.text);
        tag("span").tag(name).done()
    });
    classed("p", "native").all(names).done()
}
