//! The notes at the end of the article.

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

/// Each note, and before it the places to which its former addresses lead.
fn all(notes: &[Rc<page::Note>], frame: &Frame) -> Html {
    html! {
        for note in notes {
            for (old, _) in frame.former.iter().filter(|(_, new)| *new == note.entity) {
                <span key={[" ", old].concat()} id={["ent-", old].concat()}></span>
            }
            <Note key={&*note.entity} {note} place={NotePlace::Page} />
        }
    }
}
