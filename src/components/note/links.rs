//! Ways to the same entity outside the page.

use yew::prelude::*;

use crate::model::page::Note;

/// The links; nothing where there is none.
pub(super) fn links(note: &Note) -> Html {
    if note.links.is_empty() {
        return Html::default();
    }
    html! {
        <p class="ids">
            for link in &note.links {
                <a class="src" href={link.href.clone()}>{ &link.label }</a>
            }
        </p>
    }
}
