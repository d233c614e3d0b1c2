//! Source marks: a boxed ¶ for the article, publisher and date for anything else. One look tells which.

use yew::prelude::*;

use crate::app::components::tag::classed;
use crate::model::messages::Messages;
use crate::model::page::Citation;

/// The marks after a claim, who makes it first where it is somebody's view; a dot parts two works.
/// Works come last.
pub fn citations(claim: Option<&str>, citations: &[Citation], words: &Messages) -> Html {
    let space = || html! { { " " } };
    let mut marks = Vec::new();
    if let Some(claim) = claim {
        let who = classed("span", "who").set("data-claim", "").say(claim);
        marks.extend([space(), who.done()]);
    }
    for (row, citation) in citations.iter().enumerate() {
        let mark = match citation {
            Citation::Block(number) => block_mark(*number, words),
            Citation::Work { label, href } => {
                classed("a", "src").set("href", href).say(label).done()
            }
        };
        marks.extend([space(), mark]);
        if matches!(citation, Citation::Work { .. }) && row + 1 < citations.len() {
            marks.push(classed("span", "dot").say("\u{a0}·").done());
        }
    }
    marks.into_iter().collect()
}

/// `¶ 4`, which leads to the block.
pub fn block_mark(number: u32, words: &Messages) -> Html {
    let number = number.to_string();
    classed("a", "src para")
        .set("href", &["#p", &number].concat())
        .set("aria-label", &words.fill_paragraph(&number))
        .say(&words.fill_mark(&number))
        .done()
}
