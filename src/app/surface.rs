//! The reading surface: the article, the key to its marks, and the notes.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::key::key;
use crate::app::components::masthead::{excerpt_end, masthead};
use crate::app::components::note::note;
use crate::app::components::prose::prose;
use crate::app::components::tag::{classed, tag};
use crate::model::messages::Messages;
use crate::model::page::{Block, Frame, Note};

/// Draws article and notes. The build machine writes it into the page; the browser draws it only where a page comes without.
pub fn surface(frame: &Frame, words: &Messages, blocks: &[Rc<Block>], notes: &[Rc<Note>]) -> Html {
    let Some((title, rest)) = blocks.split_first() else {
        return Html::default();
    };
    let article = classed("article", "article")
        .set("data-article", &frame.article)
        .set("lang", &frame.language)
        .put(masthead(title, frame, words))
        .put(prose(rest, frame.long))
        .put(excerpt_end(frame, words));
    let mut lede = tag("p").say(words.notes_lede.as_str());
    if let Some(contact) = &frame.contact {
        let report = tag("a").set("href", contact).say(words.report.as_str());
        lede = lede.say(" ").tag(report);
    }
    let notes = classed("section", "notes")
        .set("id", "notes")
        .set("role", "doc-endnotes")
        .set("aria-labelledby", "notes-name")
        .tag(tag("h2").set("id", "notes-name").say(words.notes.as_str()))
        .tag(lede)
        .put(all_notes(notes, words, frame.long));
    [article.done(), key(frame, words), notes.done()]
        .into_iter()
        .collect()
}

/// Notes that are laid out together in a long page; each such group costs the browser a look at every frame.
const GROUP: usize = 50;

fn all_notes(notes: &[Rc<Note>], words: &Messages, long: bool) -> Html {
    let draw = |one: &Rc<Note>| note(one, words);
    if !long {
        return notes.iter().map(draw).collect();
    }
    let groups = notes
        .chunks(GROUP)
        .map(|group| classed("div", "group").all(group.iter().map(draw)).done());
    groups.collect()
}
