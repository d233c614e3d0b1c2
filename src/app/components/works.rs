//! The works that the page cites, as a list at its end.

use yew::prelude::*;

use crate::app::components::citation::citations;
use crate::app::components::lists::{list, some};
use crate::model::messages::Messages;
use crate::model::work::{Read, Reliability, Work};

/// Draws each work with the mark that leads to it from the notes too.
pub fn works(works: &[Work], words: &Messages) -> Html {
    let rows = works.iter().map(|one| work(one, words));
    let rows = some(rows.collect(), words, |rows| {
        html! { <ul class="works">{ for rows }</ul> }
    });
    list("sources", words.sources.as_str(), rows)
}

fn work(work: &Work, words: &Messages) -> Html {
    let remarks = remarks(work, words);
    html! {
        <li>
            if work.language.is_some() { <span lang={work.language.clone()}>{ work.title.as_str() }</span> } else { { work.title.as_str() } }
            { citations(None, std::slice::from_ref(&work.citation), words) }
            if !remarks.is_empty() { { " " }<span class="src">{ remarks.join(" · ") }</span> }
        </li>
    }
}

/// How it was read and how far to trust it, where that is not as usual.
fn remarks<'a>(work: &Work, words: &'a Messages) -> Vec<&'a str> {
    let copy = match work.read {
        Read::Page => None,
        Read::Copy => Some(words.copy_read.as_str()),
    };
    let trust = match work.reliability {
        Reliability::Strong | Reliability::Good => None,
        Reliability::Official => Some(words.official.as_str()),
        Reliability::Low => Some(words.low.as_str()),
    };
    copy.into_iter().chain(trust).collect()
}
