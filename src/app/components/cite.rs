//! How to cite the article, at the end of its page.

use yew::prelude::*;

use crate::app::components::lists::list;
use crate::app::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::work::Cited;

/// Draws the article in each style of citing.
pub fn cite(cited: &[Cited], words: &Messages) -> Html {
    let rows = cited.iter().map(|cited| {
        html! {
            <li data-cite={cited.style.slug()}>
                <b class="lab">{ cited.style.name() }</b>{ " " }<span class="cited">{ rich_text(&cited.text) }</span>
            </li>
        }
    });
    list(
        "cite",
        words.cite.as_str(),
        html! { <ul class="cites">{ for rows }</ul> },
    )
}
