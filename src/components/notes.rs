//! The notes at the end of the article.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::note::{Note, NotePlace};
use crate::model::page::{self, Frame};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
    pub notes: Vec<Rc<page::Note>>,
}

/// Notes that are laid out together in a long page; each such group costs the browser a look at every frame.
const GROUP: usize = 50;

/// Draws all notes under their name.
#[component]
pub fn Notes(props: &Props) -> Html {
    crate::components::rendered("Notes");
    let messages = use_messages();
    let Props { frame, notes } = props;
    html! {
        <section class="notes supplemental" id="notes" role="doc-endnotes" aria-labelledby="notes-name">
            <h2 id="notes-name">{ &messages.notes }</h2>
            <p>
                { &messages.notes_lede }
                if let Some(contact) = &frame.contact { { " " }<a href={contact.clone()}>{ &messages.report }</a> }
            </p>
            if frame.long {
                for group in notes.chunks(GROUP) { <div class="group">{ all(group, frame) }</div> }
            } else {
                { all(notes, frame) }
            }
        </section>
    }
}

/// Each note, within the ids that its entity had: the styles know it by them as by its own.
fn all(notes: &[Rc<page::Note>], frame: &Frame) -> Html {
    let mut former = BTreeMap::<_, Vec<_>>::new();
    for (old, new) in &frame.former {
        former.entry(&**new).or_default().push(old);
    }
    html! {
        for note in notes {
            { former.remove(&*note.entity).into_iter().flatten().fold(self::note(note), |inside, old| {
                html! { <div key={&*note.entity} class="was" id={["ent-", old].concat()}>{ inside }</div> }
            }) }
        }
    }
}

fn note(note: &Rc<page::Note>) -> Html {
    html! { <Note key={&*note.entity} {note} place={NotePlace::Page} /> }
}
