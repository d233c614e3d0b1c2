//! The reading surface: the article, the key to its marks, and the notes.

use yew::prelude::*;

use crate::app::components::key::key;
use crate::app::components::masthead::{excerpt_end, masthead};
use crate::app::components::note::note;
use crate::app::components::prose::prose;
use crate::app::components::tag::{classed, tag};
use crate::model::page::{Block, Frame, Note};
use crate::model::words::Words;

/// Draws article and notes. The build machine writes it into the page; the browser draws it only where a page comes without.
pub fn surface(frame: &Frame, blocks: &[Block], notes: &[Note]) -> Html {
    let Some((title, rest)) = blocks.split_first() else {
        return Html::default();
    };
    let words = &frame.words;
    let article = classed("article", "article")
        .set("data-article", &frame.article)
        .set("lang", &frame.language)
        .put(masthead(title, frame))
        .put(prose(rest, frame.long))
        .put(excerpt_end(frame));
    let mut lede = tag("p").say(words.notes_lede());
    if let Some(contact) = &frame.contact {
        let report = tag("a").set("href", contact).say(words.report());
        lede = lede.say(" ").tag(report);
    }
    let notes = classed("section", "notes")
        .set("id", "notes")
        .set("role", "doc-endnotes")
        .set("aria-labelledby", "notes-name")
        .tag(tag("h2").set("id", "notes-name").say(words.notes()))
        .tag(lede)
        .put(all_notes(notes, words, frame.long));
    [article.done(), key(frame), notes.done()]
        .into_iter()
        .collect()
}

/// Notes that are laid out together in a long page; each such group costs the browser a look at every frame.
const GROUP: usize = 50;

fn all_notes(notes: &[Note], words: &Words, long: bool) -> Html {
    let draw = |one: &Note| note(one, words);
    if !long {
        return notes.iter().map(draw).collect();
    }
    let groups = notes
        .chunks(GROUP)
        .map(|group| classed("div", "group").all(group.iter().map(draw)).done());
    groups.collect()
}
