//! Source marks: a boxed ¶ for the article, publisher and date for anything else. One look tells which.

use yew::prelude::*;

use crate::model::messages::Messages;
use crate::model::page::Citation;

/// The marks after a claim, who makes it first where it is somebody's view; a dot parts two works.
/// Works come last.
pub fn citations(claim: Option<&str>, citations: &[Citation], messages: &Messages) -> Html {
    let count = citations.len();
    html! {
        <>
            if let Some(claim) = claim {
                { " " }<span class="who" data-claim="" dir="auto">{ claim }</span>
            }
            for (row, citation) in citations.iter().enumerate() {
                { " " }{ mark(citation, messages) }
                if matches!(citation, Citation::Work { .. }) && row + 1 < count {
                    <span class="dot">{ "\u{a0}·" }</span>
                }
            }
        </>
    }
}

fn mark(citation: &Citation, messages: &Messages) -> Html {
    match citation {
        Citation::Block(number) => block_mark(*number, messages),
        Citation::Work {
            label,
            href,
            archived,
        } => html! {
            <>
                if let Some(href) = href {
                    <a class="src" dir="auto" href={href.clone()}>{ label }</a>
                } else {
                    <span class="src" dir="auto">{ label }</span>
                }
                if let Some(archived) = archived {
                    { " " }<a class="src" href={archived.clone()}>{ &messages.archived }</a>
                }
            </>
        },
    }
}

/// `¶ 4`, which leads to the block.
pub fn block_mark(number: u32, messages: &Messages) -> Html {
    let number = number.to_string();
    html! {
        <a class="src para" href={["#p", &number].concat()} aria-label={messages.fill_paragraph(&number)}>
            { messages.fill_mark(&number) }
        </a>
    }
}
