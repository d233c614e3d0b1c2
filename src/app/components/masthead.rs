//! The head of an article: title, who wrote it where and when, and what a first-time reader should know.

use yew::prelude::*;

use crate::app::components::prose::block;
use crate::app::components::tag::{classed, tag};
use crate::model::messages::Messages;
use crate::model::page::{Block, Frame};

/// Draws the title with what stands below it.
pub fn masthead(title: &Block, frame: &Frame, words: &Messages) -> Html {
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
    let meta = meta.tag(cite.say(words.cite_link.as_str()));
    let mut head = classed("header", "head")
        .put(block(title))
        .tag(meta)
        .tag(classed("p", "hint").say(words.hint.as_str()));
    if frame.excerpt {
        head = head.put(notice(
            words.excerpt.as_str(),
            words.excerpt_notice.as_str(),
            frame,
            words,
        ));
    }
    head.done()
}

/// Says where the supplied text stops, outside the article's own words.
pub fn excerpt_end(frame: &Frame, words: &Messages) -> Html {
    if !frame.excerpt {
        return Html::default();
    }
    notice(
        words.excerpt_end.as_str(),
        words.excerpt_stop.as_str(),
        frame,
        words,
    )
}

fn notice(label: &str, sentence: &str, frame: &Frame, words: &Messages) -> Html {
    let mut said = tag("span").say(sentence);
    if let Some(url) = &frame.url {
        said = said
            .say(" ")
            .tag(tag("a").set("href", url).say(words.read_on.as_str()));
    }
    classed("p", "excerpt")
        .tag(tag("b").say(label))
        .tag(said)
        .done()
}
