//! The head of an article: title, who wrote it where and when, and what a first-time reader should know.

use yew::prelude::*;

use crate::app::components::prose::block;
use crate::model::page::{Block, Frame};

/// Draws the title with what stands below it.
pub fn masthead(title: &Block, frame: &Frame) -> Html {
    let words = &frame.words;
    html! {
        <header class="head">
            { block(title) }
            <p class="meta">
                { for frame.byline.iter().map(|author| html! { <b>{ author.as_str() }</b> }) }
                if let Some(publisher) = &frame.publisher { <span>{ publisher.as_str() }</span> }
                if let Some(date) = &frame.date { <time datetime={date.edtf.clone()}>{ date.words.as_str() }</time> }
            </p>
            <p class="hint">{ words.hint() }</p>
            if frame.excerpt { { notice(words.excerpt(), words.excerpt_notice(), frame) } }
        </header>
    }
}

/// Says where the supplied text stops, outside the article's own words.
pub fn excerpt_end(frame: &Frame) -> Html {
    if !frame.excerpt {
        return Html::default();
    }
    notice(frame.words.excerpt_end(), frame.words.excerpt_stop(), frame)
}

fn notice(label: &str, sentence: &str, frame: &Frame) -> Html {
    html! {
        <p class="excerpt">
            <b>{ label }</b>
            <span>
                { sentence }
                if let Some(url) = &frame.url { { " " }<a href={url.clone()}>{ frame.words.read_on() }</a> }
            </span>
        </p>
    }
}
