//! What is offered for a while at the foot of the window: the way back after a jump, going on where the last visit
//! ended, a link to selected words, and walking along the hits of a search.

use yew::prelude::*;

use crate::app::components::card::tool;
use crate::app::components::markup::draw;
use crate::components::icon::icon;
use crate::model::messages::Messages;

/// What is offered now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offers {
    /// The block to go back to.
    pub back: Option<u32>,
    /// The block where the last visit ended.
    pub resume: Option<u32>,
    /// Words of the text are selected.
    pub quote: bool,
    /// The hit that was gone to, counted from 1, and how many there are.
    pub hit: Option<(usize, usize)>,
}

/// Draws the offers; nothing where there is none.
pub fn belt(offers: &Offers, words: &Messages) -> Html {
    let walk = offers.hit.map(|(number, count)| {
        draw!(
            "<div class=walk role=group aria-label={0}>{1}<span class=num>{2}</span>{3}{4}</div>",
            words.search.as_str(),
            tool("hit-previous", "prev", words.hit_previous.as_str()),
            &Messages::fill_of(words.hit_of.as_str(), number, count),
            tool("hit-next", "next", words.hit_next.as_str()),
            tool("hit-end", "close", words.close.as_str()),
        )
    });
    draw!(
        "<div class=belt key=belt>{0}{1}{2}{3}</div>",
        walk,
        way(
            offers.quote.then_some(0),
            "quote",
            "share",
            words.quote.as_str()
        ),
        way(offers.resume, "resume", "next", words.resume.as_str()),
        way(offers.back, "return", "prev", words.back_to_place.as_str()),
    )
}

/// A control that may name a block.
fn way(block: Option<u32>, act: &str, sign: &str, pattern: &str) -> Option<Html> {
    Some(draw!(
        "<button class=way-back type=button data-act={0}>{1}{2}</button>",
        act,
        icon(sign),
        Messages::fill_number(pattern, block? as usize),
    ))
}

/// Marks of mentions at the window's edge, in thousandths of the article's height, as a path.
fn edge(marks: &[u32]) -> String {
    let mut path = String::new();
    for mark in marks {
        path.push_str(&["M1 ", &mark.to_string(), "h8"].concat());
    }
    path
}

/// The edge drawn with its marks.
pub fn edge_drawing(class: &str, marks: &[u32]) -> Html {
    draw!(
        "<svg class={0} viewBox=\"0 0 10 1000\" preserveAspectRatio=none aria-hidden=true><path d={1}/></svg>",
        class,
        &edge(marks),
    )
}
