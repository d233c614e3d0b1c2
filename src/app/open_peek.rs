//! The peek on the page's records.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::Subject;
use crate::components::footnote_card::FootnotePeek;
use crate::components::peek::Peek;

/// Properties for [`OpenPeek`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) subject: Subject,
    /// Which mention of the entity the pointer rests on.
    pub(super) mention: u32,
}

/// The peek; nothing where the page has no note on the entity. To be keyed by what it is about.
#[component]
pub(super) fn OpenPeek(props: &Props) -> Html {
    crate::components::rendered("OpenPeek");
    let reader = use_reader();
    let records = &reader.records;
    let peek = match &props.subject {
        Subject::Entity(entity) => records
            .note(entity)
            .map(|note| html! { <Peek {note} mention={props.mention} /> }),
        Subject::Footnote(number) => records
            .footnote(*number)
            .map(|footnote| html! { <FootnotePeek number={*number} {footnote} /> }),
    };
    peek.unwrap_or_default()
}
