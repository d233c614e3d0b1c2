//! The reading surface: the article, the key to its marks, and the notes.

use yew::prelude::*;

use crate::app::components::key::key;
use crate::app::components::masthead::{excerpt_end, masthead};
use crate::app::components::note::note;
use crate::app::components::prose::prose;
use crate::model::page::{Block, Frame, Note};
use crate::model::words::Words;

/// Draws article and notes. The build machine writes it into the page; the browser draws it only where a page comes without.
pub fn surface(frame: &Frame, blocks: &[Block], notes: &[Note]) -> Html {
    let Some((title, rest)) = blocks.split_first() else {
        return Html::default();
    };
    let words = &frame.words;
    html! {
        <>
            <article class="article" data-article={frame.article.clone()} lang={frame.language.clone()}>
                { masthead(title, frame) }
                { prose(rest, frame.long) }
                { excerpt_end(frame) }
            </article>
            { key(frame) }
            <section class="notes" id="notes" role="doc-endnotes" aria-labelledby="notes-name">
                <h2 id="notes-name">{ words.notes() }</h2>
                <p>{ words.notes_lede() }</p>
                { all_notes(notes, words, frame.long) }
            </section>
        </>
    }
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
        .map(|group| html! { <div class="group">{ for group.iter().map(draw) }</div> });
    groups.collect()
}
