//! Running text in notes and facts: emphasis, links that lead away, links to other entities.

use yew::prelude::*;

use crate::app::components::tag::classed;
use crate::model::text::Span;

/// Draws `text`; a mark becomes a link to the entity's note. `data-entity` stays off: it is for mentions in blocks.
pub fn rich_text(text: &[Span<String>]) -> Html {
    spans(text, &|entity: &String, words: &[Span<String>]| {
        entity_link(entity, words)
    })
}

fn entity_link(entity: &str, words: &[Span<String>]) -> Html {
    classed("a", "mk")
        .set("href", &["#ent-", entity].concat())
        .put(rich_text(words))
        .done()
}

/// Draws spans of any kind of text, marked runs as `mark` says.
pub fn spans<T>(text: &[Span<T>], mark: &impl Fn(&T, &[Span<T>]) -> Html) -> Html {
    text.iter().map(|span| draw(span, mark)).collect()
}

fn draw<T>(span: &Span<T>, mark: &impl Fn(&T, &[Span<T>]) -> Html) -> Html {
    match span {
        Span::Words(words) => html! { { words.as_str() } },
        Span::Emphasis(text) => html! { <em>{ spans(text, mark) }</em> },
        Span::Strong(text) => html! { <strong>{ spans(text, mark) }</strong> },
        Span::Code(words) => html! { <code>{ words.as_str() }</code> },
        Span::Link { href, text } => html! { <a href={href.clone()}>{ spans(text, mark) }</a> },
        Span::Marked { to, text } => mark(to, text),
        Span::Break => html! { <br /> },
    }
}
