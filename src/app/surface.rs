//! The reading surface: the article, the key to its marks, and the notes.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::key::key;
use crate::app::components::masthead::{excerpt_end, masthead};
use crate::app::components::note::{Note, Standing};
use crate::app::components::prose::prose;
use crate::model::page::{Block, Frame, Note as Record};
use crate::model::words::Words;

/// What the surface shows: a page without its lists.
#[derive(Debug)]
pub struct Content {
    pub frame: Frame,
    pub blocks: Vec<Block>,
    pub notes: Vec<Rc<Record>>,
}

/// Properties for [`Surface`].
#[derive(Clone, Properties)]
pub struct Props {
    pub content: Rc<Content>,
}

/// The same surface is the same allocation: nothing is compared word by word.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}

/// Draws article and notes. The build machine writes it into the page; the browser draws it only where a page comes without.
#[component]
pub fn Surface(props: &Props) -> Html {
    let Content {
        frame,
        blocks,
        notes,
    } = &*props.content;
    let Some((title, rest)) = blocks.split_first() else {
        return Html::default();
    };
    let words = Rc::new(frame.words.clone());
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
                { all_notes(notes, &words, frame.long) }
            </section>
        </>
    }
}

/// Notes that are laid out together in a long page; each such group costs the browser a look at every frame.
const GROUP: usize = 50;

fn all_notes(notes: &[Rc<Record>], words: &Rc<Words>, long: bool) -> Html {
    let draw = |note: &Rc<Record>| {
        html! { <Note note={note.clone()} words={words.clone()} standing={Standing::Page} /> }
    };
    if !long {
        return notes.iter().map(draw).collect();
    }
    let groups = notes
        .chunks(GROUP)
        .map(|group| html! { <div class="group">{ for group.iter().map(draw) }</div> });
    groups.collect()
}
