//! Source marks: a boxed ¶ for the article, publisher and date for anything else. One look tells which.

use yew::prelude::*;

use crate::app::components::tag::classed;
use crate::model::page::Citation;
use crate::model::words::Words;

/// The marks after a claim, who makes it first where it is somebody's view; a semicolon parts two works.
pub fn citations(claim: Option<&str>, citations: &[Citation], words: &Words) -> Html {
    let text = |words: &'static str| html! { { words } };
    let mut marks = Vec::new();
    if let Some(claim) = claim {
        let who = classed("span", "who").set("data-claim", "").say(claim);
        marks.extend([text(" "), who.done()]);
    }
    let mut gap = " ";
    for citation in citations {
        let mark = match citation {
            Citation::Block(number) => block_mark(*number, words),
            Citation::Work { label, href } => {
                classed("a", "src").set("href", href).say(label).done()
            }
        };
        let before = if matches!(citation, Citation::Work { .. }) {
            std::mem::replace(&mut gap, "; ")
        } else {
            " "
        };
        marks.extend([text(before), mark]);
    }
    marks.into_iter().collect()
}

/// `¶ 4`, which leads to the block.
pub fn block_mark(number: u32, words: &Words) -> Html {
    let number = number.to_string();
    classed("a", "src para")
        .set("href", &["#p", &number].concat())
        .set("aria-label", &words.fill_paragraph(&number))
        .say(&words.fill_mark(&number))
        .done()
}
