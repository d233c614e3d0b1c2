//! The open card on the page's records, with what is read from the text once it is shown.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::measured;
use crate::app::page_state;
use crate::app::page_text::{self, SentenceReader};
use crate::app::reader::{Reader, use_reader};
use crate::app::reading::{Action, CardState, Direction, Opener, Subject, Why};
use crate::components::card::{Card, CardAction, CardOptions, Context, neighbour};
use crate::components::messages::use_messages;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::{EntityLink, Note};
use crate::platform::host::Host;
use crate::platform::{address, task};

/// Mentions whose sentences are read; of a book's hero they are thousands.
const READ: usize = 100;
/// Entities of the same sentences that are named, those that are there most often.
const TOGETHER: usize = 12;

/// Properties for [`OpenCard`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) open: CardState,
    pub(super) options: CardOptions,
}

/// The card; nothing where the page has no note on the entity. To be keyed by the entity.
#[component]
pub(super) fn OpenCard(props: &Props) -> Html {
    crate::components::rendered("OpenCard");
    let reader = use_reader();
    let messages = use_messages();
    let open = &props.open;
    let shown = use_shown();
    let entity = open.subject.entity().cloned().unwrap_or_default();
    let note = use_memo(entity.clone(), |entity| reader.records.note(entity));
    let context = use_memo((note.clone(), shown), |(note, shown)| {
        let note = note.as_ref().as_ref().filter(|_| *shown)?;
        Some(Rc::new(context_of(note, &reader)))
    });
    let also = use_memo(open.opener.clone(), |opener| {
        also(opener.as_ref(), &entity, &reader)
    });
    let onact = use_callback(
        (open.clone(), note.clone(), reader.clone()),
        |action, (open, note, reader)| {
            let note = note.as_ref().as_ref();
            if let Some(action) = note.and_then(|note| meaning(reader, action, open, note)) {
                reader.dispatch.emit(action);
            }
        },
    );
    let Some(note) = (*note).clone() else {
        return Html::default();
    };
    let name = |trail: &[Subject]| name_of(trail.last()?, &reader, &messages);
    html! {
        <Card {note} mention={own(open)} blocks={reader.frame.blocks} options={props.options} behind={name(&open.behind)}
            ahead={name(&open.ahead)} also={(*also).clone()} context={(*context).clone()} {onact} />
    }
}

/// How the trail calls what a card is about.
pub(super) fn name_of(
    subject: &Subject,
    reader: &Reader,
    messages: &Messages,
) -> Option<AttrValue> {
    let name = match subject {
        Subject::Entity(entity) => reader.records.link(entity)?.name,
        Subject::Footnote(number) => Messages::fill(&messages.footnote, &number.to_string()),
    };
    Some(name.into())
}

/// Whether the card has been on the screen for a frame: what takes longer may be added to it.
#[hook]
fn use_shown() -> bool {
    let shown = use_state_eq(|| false);
    let setter = shown.setter();
    use_effect_with((), move |()| {
        task::before_frame(move || task::next(move || setter.set(true)));
    });
    *shown
}

/// Which mention of its entity the card was opened from; none where the opener led here from another entity.
pub(super) fn own(open: &CardState) -> Option<u32> {
    let opener = open.opener.as_ref()?;
    let entity = open.subject.entity()?;
    opener.is_of(entity).then_some(opener.number)
}

/// What a control of the card means.
fn meaning(reader: &Reader, action: CardAction, open: &CardState, note: &Note) -> Option<Action> {
    Some(match action {
        CardAction::Close => Action::Dismiss(Why::Close),
        CardAction::Pin => Action::Pin,
        CardAction::Share => Action::Share,
        CardAction::Cite => Action::Copy(cited(reader, note)?.into()),
        CardAction::Taller => Action::Height(open.height.taller()),
        CardAction::Lower => Action::Height(open.height.lower()),
        CardAction::TogglePeeks => Action::TogglePeeks,
        CardAction::Back => Action::Trail(Direction::Back),
        CardAction::Forward => Action::Trail(Direction::Forward),
        CardAction::ListAll => Action::ListAll,
        CardAction::Step { forward } => step(&reader.host, open, note, forward)?,
    })
}

/// How to cite a note: its name, what it belongs to, its address.
fn cited(reader: &Reader, note: &Note) -> Option<String> {
    let whole = &reader.records.citing()?.note;
    let name = ["“", &note.name.text, ".” "].concat();
    let page = page_state::lasting_address(&reader.host);
    let address = [" ", &page, "#ent-", &note.entity, "."].concat();
    Some([&name, whole.as_str(), &address].concat())
}

/// To the mention one step along the card's.
pub(super) fn step(host: &Host, open: &CardState, note: &Note, forward: bool) -> Option<Action> {
    let own = own(open);
    let mentions = &note.mentions;
    let current = mentions.iter().position(|one| Some(one.number) == own);
    let to = &mentions[neighbour(mentions.len(), current, forward)?];
    let to = Opener::of(&note.entity, to.number);
    Some(measured::jump(host, to, open.opener.as_ref()))
}

/// What else the pressed words mean.
fn also(opener: Option<&Opener>, entity: &str, reader: &Reader) -> Vec<EntityLink> {
    let also = opener.map_or_else(Vec::new, |opener| page_text::also(&reader.host, &opener.id));
    let others = also.iter().filter(|other| **other != *entity);
    others
        .filter_map(|other| reader.records.link(other))
        .collect()
}

/// What a card tells beside the note.
fn context_of(note: &Note, reader: &Reader) -> Context {
    let records = &reader.records;
    let mut context = Context::default();
    let mut together: Vec<(String, u32)> = Vec::new();
    let mut text = SentenceReader::default();
    for mention in note.mentions.iter().take(READ) {
        let id = Opener::of(&note.entity, mention.number).id;
        let (sentence, entities) = text.sentence(&reader.host, &id).unwrap_or_default();
        context.sentences.push(sentence);
        for entity in entities {
            if entity == note.entity {
                continue;
            }
            match together.iter_mut().find(|one| one.0 == entity) {
                Some(known) => known.1 += 1,
                None => together.push((entity, 1)),
            }
        }
    }
    // Of equals the one that the text names first.
    together.sort_by_key(|one| std::cmp::Reverse(one.1));
    together.truncate(TOGETHER);
    let links = together.iter().filter_map(|one| records.link(&one.0));
    context.together = links.collect();
    if let Some(timeline) = records.timeline() {
        let about = |row: &usize| timeline.events[*row].entities.contains(&note.entity);
        context.events = (0..timeline.events.len()).filter(about).collect();
        context.timeline = Some(timeline);
    }
    if note.kind.like() == Kind::Place {
        context.places = records.places();
    }
    context.report = reader.frame.contact.as_ref().map(|contact| {
        let about = address::encode(&[" – ", &note.name.text].concat());
        [contact.as_str(), &about].concat()
    });
    context
}
