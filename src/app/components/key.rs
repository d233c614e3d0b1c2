//! The key to the marks, in the outer margin of wide windows.

use yew::prelude::*;

use crate::app::components::glyph::sign;
use crate::app::components::tag::{classed, tag};
use crate::model::messages::Messages;
use crate::model::page::Frame;

/// Lists the kinds that the text marks and how many entities of each it names.
pub fn key(frame: &Frame, words: &Messages) -> Html {
    let rows = frame.kinds.iter().map(|(kind, count)| {
        tag("li")
            .set("data-kind", kind.slug())
            .put(sign())
            .tag(tag("span").say(words.of_kinds(*kind)))
            .tag(classed("span", "num").say(&count.to_string()))
            .done()
    });
    classed("aside", "key")
        .set("aria-label", words.key.as_str())
        .tag(tag("h2").say(words.key.as_str()))
        .tag(tag("ul").all(rows))
        .tag(tag("p").say(words.key_note.as_str()))
        .done()
}
