//! Words of the article that mean somebody, and the words between them.

use yew::prelude::*;

use crate::components::rich_text::spans;
use crate::model::page::PageRun;
use crate::model::text::Span;

/// Draws the words of a block, mentions as links.
pub fn words(text: &[Span<PageRun>]) -> Html {
    spans(text, &mention)
}

/// A mention is a plain link to the entity's note; its first run bears its id, later parts take no tab stop.
/// One wholly covered by others has no words of its own: its id marks the place.
fn mention(run: &PageRun, text: &[Span<PageRun>]) -> Html {
    let id = ["m-", &run.entity, "-", &run.number.to_string()].concat();
    if text.is_empty() {
        return html! { <span {id}></span> };
    }
    let (id, part) = if run.first {
        (Some(id), None)
    } else {
        (None, Some(id))
    };
    let also = (!run.also.is_empty()).then(|| run.also.join(" "));
    let flag = |on: bool| on.then_some("");
    html! {
        <a {id} href={["#ent-", &run.entity].concat()} tabindex={part.is_some().then_some("-1")}
            data-entity={run.entity.clone()} data-kind={run.kind.slug()}
            data-first={flag(run.opening)} data-inside={flag(run.inside && run.opening)}
            data-endnote={run.endnotes.clone()} data-section={flag(run.section)}
            data-also={also} data-part={part}>
            { words(text) }
        </a>
    }
}
