//! The key to the marks, in the outer margin of wide windows.

use yew::prelude::*;

use crate::app::components::glyph::sign;
use crate::model::page::Frame;

/// Lists the kinds that the text marks and how many entities of each it names.
pub fn key(frame: &Frame) -> Html {
    let words = &frame.words;
    let rows = frame.kinds.iter().map(|(kind, count)| {
        html! { <li data-kind={kind.slug()}>{ sign(*kind) }<span>{ words.of_kinds(*kind) }</span><span class="num">{ count.to_string() }</span></li> }
    });
    html! {
        <aside class="key" aria-label={words.key().to_owned()}>
            <h2>{ words.key() }</h2>
            <ul>{ for rows }</ul>
            <p>{ words.key_note() }</p>
        </aside>
    }
}
