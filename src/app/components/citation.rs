//! Source marks: a boxed ¶ for the article, publisher and date for anything else. One look tells which.

use yew::prelude::*;

use crate::model::page::Citation;
use crate::model::words::Words;

/// The marks after a claim, who makes it first where it is somebody's view.
pub fn citations(claim: Option<&str>, citations: &[Citation], words: &Words) -> Html {
    html! {
        <>
            if let Some(claim) = claim { { " " }<span class="who" data-claim="">{ claim }</span> }
            { for citations.iter().map(|citation| mark(citation, words)) }
        </>
    }
}

fn mark(citation: &Citation, words: &Words) -> Html {
    match citation {
        Citation::Block(number) => html! { <>{ " " }{ block_mark(*number, words) }</> },
        Citation::Work { label, title, href } => html! {
            <>{ " " }<a class="src" href={href.clone()} title={title.clone()}>{ label.as_str() }</a></>
        },
    }
}

/// `¶ 4`, which leads to the block.
pub fn block_mark(number: u32, words: &Words) -> Html {
    let number = number.to_string();
    html! {
        <a class="src para" href={["#p", &number].concat()} aria-label={words.fill_paragraph(&number)}>
            { words.fill_mark(&number) }
        </a>
    }
}
