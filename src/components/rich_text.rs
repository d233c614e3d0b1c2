//! Running text in notes and facts: emphasis, links that lead away, links to other entities.

use yew::prelude::*;

use crate::components::footnote_sign::footnote_sign;
use crate::model::text::Span;

/// Draws `text`; a mark becomes a link to the entity's note. `data-entity` stays off: it is for mentions in blocks.
pub fn rich_text(text: &[Span<String>]) -> Html {
    spans(text, &|entity: &String, words: &[Span<String>]| {
        html! { <a class="mk" href={["#ent-", entity].concat()}>{ rich_text(words) }</a> }
    })
}

/// Draws spans of any kind of text, marked runs as `mark` says.
pub fn spans<T>(text: &[Span<T>], mark: &impl Fn(&T, &[Span<T>]) -> Html) -> Html {
    match text {
        [one] => span(one, mark),
        many => many.iter().map(|one| span(one, mark)).collect(),
    }
}

fn span<T>(one: &Span<T>, mark: &impl Fn(&T, &[Span<T>]) -> Html) -> Html {
    match one {
        Span::Words(words) => html! { { words } },
        Span::Emphasis(text) => html! { <em>{ spans(text, mark) }</em> },
        Span::Strong(text) => html! { <strong>{ spans(text, mark) }</strong> },
        Span::Code(words) => html! { <code>{ words }</code> },
        Span::Link { href, text } => html! { <a href={href.clone()}>{ spans(text, mark) }</a> },
        Span::Marked { to, text } => mark(to, text),
        Span::Break => html! { <br /> },
        Span::Struck(text) => html! { <s>{ spans(text, mark) }</s> },
        Span::Superscript(text) => html! { <sup>{ spans(text, mark) }</sup> },
        Span::Subscript(text) => html! { <sub>{ spans(text, mark) }</sub> },
        // Only a table draws its cells.
        Span::Cell { text, .. } => spans(text, mark),
        Span::Footnote(sign) => footnote_sign(*sign),
    }
}
