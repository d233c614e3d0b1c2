//! The head of an article: title, who wrote it where and when, and what a first-time reader should know.

use yew::prelude::*;

use crate::app::components::prose::block;
use crate::app::components::tag::{classed, tag};
use crate::model::page::{Block, Frame};

/// Draws the title with what stands below it.
pub fn masthead(title: &Block, frame: &Frame) -> Html {
    let words = &frame.words;
    let authors = frame
        .byline
        .iter()
        .map(|author| tag("b").say(author).done());
    let mut meta = classed("p", "meta").all(authors);
    if let Some(publisher) = &frame.publisher {
        meta = meta.tag(tag("span").say(publisher));
    }
    if let Some(date) = &frame.date {
        meta = meta.tag(tag("time").set("datetime", &date.edtf).say(&date.words));
    }
    let cite = tag("a").set("href", "#cite").set("data-open-view", "cite");
    let meta = meta.tag(cite.say(words.cite_link()));
    let mut head = classed("header", "head")
        .put(block(title))
        .tag(meta)
        .tag(classed("p", "hint").say(words.hint()));
    if frame.excerpt {
        head = head.put(notice(words.excerpt(), words.excerpt_notice(), frame));
    }
    head.done()
}

/// Says where the supplied text stops, outside the article's own words.
pub fn excerpt_end(frame: &Frame) -> Html {
    if !frame.excerpt {
        return Html::default();
    }
    notice(frame.words.excerpt_end(), frame.words.excerpt_stop(), frame)
}

fn notice(label: &str, sentence: &str, frame: &Frame) -> Html {
    let mut said = tag("span").say(sentence);
    if let Some(url) = &frame.url {
        said = said
            .say(" ")
            .tag(tag("a").set("href", url).say(frame.words.read_on()));
    }
    classed("p", "excerpt")
        .tag(tag("b").say(label))
        .tag(said)
        .done()
}
