//! The live region: what screen readers announce.

use yew::prelude::*;

use crate::app::reader::{Reader, use_reader};
use crate::app::reading::{Announcement, Opener};
use crate::components::changing_words::changing_words;
use crate::components::messages::use_messages;
use crate::model::messages::Messages;
use crate::model::text::plain;

/// Properties for [`LiveRegion`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) announcement: Option<Announcement>,
}

/// A live region (ARIA `status`), which stays in the page: browsers announce changes of one that is there.
#[component]
pub(super) fn LiveRegion(props: &Props) -> Html {
    crate::components::rendered("LiveRegion");
    let reader = use_reader();
    let messages = use_messages();
    let words = match &props.announcement {
        Some(Announcement::Moved(opener)) => moved(opener, &reader, &messages),
        Some(Announcement::Event(event)) => event_words(event, &reader),
        Some(Announcement::Copied) => messages.copied.clone(),
        Some(Announcement::NotCopied) => messages.not_copied.clone(),
        Some(Announcement::Text(words)) => words.to_string(),
        None => String::new(),
    };
    html! { <p class="vh" role="status">{ changing_words("", words) }</p> }
}

/// "Moved to mention 2 of 7".
fn moved(opener: &Opener, reader: &Reader, messages: &Messages) -> String {
    let note = opener
        .entity()
        .and_then(|entity| reader.records.note(entity));
    let count = note.map_or(0, |note| note.mentions.len());
    Messages::fill_of(&messages.moved, opener.number as usize, count)
}

/// An event in one line.
fn event_words(event: &str, reader: &Reader) -> String {
    let timeline = reader.records.timeline();
    let events = timeline.as_ref().map(|timeline| &timeline.events);
    let found = events.and_then(|events| events.iter().find(|one| one.event == event));
    found.map_or_else(String::new, |event| {
        [&*event.date.words, ": ", &plain(&event.text)].concat()
    })
}
