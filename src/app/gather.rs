//! What a card or a peek shows, gathered from the page when it opens: the page itself is the data.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::app::components::occurrence::{Mention, Named, Strip};
use crate::app::components::{card, peek};
use crate::app::reading::peek::Peek;
use crate::app::reading::{Open, Opener};
use crate::app::records::{Frame, Records};
use crate::components::map_drawing::locator;
use crate::model::messages::Messages;
use crate::platform::notes::{self, Note};
use crate::platform::{layout, lists, prose, quote};

/// Mentions whose sentences are read; of a book's hero they are thousands.
const READ: usize = 100;

/// What the card on an entity shows; `None` where the page has no note on it. The copy of one that was shown
/// `before` stays, and the reader's focus in it.
pub(super) fn card(
    open: &Open,
    before: Option<card::Content>,
    blocks: u32,
    words: &Messages,
) -> Option<card::Content> {
    let own = own(&open.entity, open.opener.as_ref());
    let mut content = match before.filter(|before| *before.entity == *open.entity) {
        Some(before) => {
            if let Html::VRef(copy) = &before.copy {
                notes::pass(copy, own.map(|own| own.number));
            }
            before
        }
        None => fresh(open, own, blocks, words)?,
    };
    let name = |trail: &[Rc<str>]| notes::name_of(trail.last()?);
    content.behind = name(&open.behind);
    content.ahead = name(&open.ahead);
    let mentions = &content.strip.mentions;
    content.strip.current = own.and_then(|own| mentions.iter().position(|one| *one.id == *own.id));
    let mut also = match &open.opener {
        Some(opener) => prose::also(&opener.id),
        None => Vec::new(),
    };
    also.retain(|other| **other != *open.entity);
    content.also = named(also);
    Some(content)
}

/// The card on an entity as it opens.
fn fresh(
    open: &Open,
    own: Option<&Opener>,
    blocks: u32,
    words: &Messages,
) -> Option<card::Content> {
    let note = Note::of(&open.entity)?;
    let mut mentions = Vec::new();
    for id in note.mentions() {
        if let Some(block) = prose::block_of(&id) {
            mentions.push(Mention {
                id,
                block,
                sentence: Default::default(),
            });
        }
    }
    Some(card::Content {
        entity: open.entity.to_string(),
        kind: note.kind(),
        copy: copy(&note, own, "card-name", words),
        strip: Strip {
            mentions,
            current: None,
            blocks,
        },
        ..card::Content::default()
    })
}

/// Adds what is read from the text and the lists, which takes longer than a press should.
pub(super) fn sentences(content: &mut card::Content, records: &Records, frame: &Frame) {
    let words = &frame.words;
    content.report = frame.contact.as_ref().map(|contact| {
        let name = notes::name_of(&content.entity).unwrap_or_default();
        let about = quote::encode(&[" – ", &name].concat());
        [contact, &*about].concat()
    });
    content.events.clear();
    for row in lists::events_of(&content.entity) {
        content.events.push(Html::VRef(row));
    }
    content.related = Note::of(&content.entity).is_some_and(|note| !note.relations().is_empty());
    content.marks = layout::along(content.strip.mentions.iter().take(READ).map(|one| &*one.id));
    if content.kind == "place" {
        content.locator = locate(&content.entity, records, words).unwrap_or_default();
    }
    let mut together = Vec::new();
    let mut reader = prose::Reader::default();
    for mention in content.strip.mentions.iter_mut().take(READ) {
        let Some(sentence) = reader.sentence(&mention.id) else {
            continue;
        };
        mention.sentence = sentence.words;
        for entity in sentence.entities {
            if *entity != *content.entity && !together.contains(&entity) {
                together.push(entity);
            }
        }
    }
    content.together = named(together);
}

/// A small map that leads to the large one.
fn locate(entity: &str, records: &Records, words: &Messages) -> Option<Html> {
    const SIZE: (i32, i32) = (366, 120);
    let atlas = records.atlas()?;
    let pin = atlas.places.iter().find(|pin| pin.entity == entity)?;
    Some(draw!(
        "<a class=locator href=\"#map\" data-open-view=map data-value={0} aria-label={1}>{2}</a>",
        entity,
        words.on_map.as_str(),
        locator(&atlas, pin, SIZE.0, SIZE.1),
    ))
}

/// A kept card's copy of its note, and its kind.
pub(super) fn pinned(
    entity: &str,
    opener: Option<&Opener>,
    words: &Messages,
) -> Option<(String, Html)> {
    let note = Note::of(entity)?;
    let heading = ["pin-", entity].concat();
    Some((
        note.kind(),
        copy(&note, own(entity, opener), &heading, words),
    ))
}

/// What a peek says.
pub(super) fn peek(peek: &Peek) -> Option<peek::Content> {
    let note = Note::of(&peek.entity)?;
    let gist = note.gist(peek.opener.number);
    Some(peek::Content {
        entity: peek.entity.to_string(),
        slug: note.kind(),
        kind: gist.kind,
        description: gist.description,
        name: gist.name.text,
        language: gist.name.language,
        sentence: gist.sentence,
        mentions: note.mentions().len(),
    })
}

/// The opener, where it is a mention of this entity and not of one that led here.
fn own<'a>(entity: &str, opener: Option<&'a Opener>) -> Option<&'a Opener> {
    opener.filter(|opener| opener.is_of(entity))
}

fn copy(note: &Note, opener: Option<&Opener>, heading: &str, words: &Messages) -> Html {
    let copy = note.copy(
        opener.map(|opener| opener.number),
        heading,
        words.in_passage.as_str(),
    );
    copy.map(Html::VRef).unwrap_or_default()
}

fn named(entities: Vec<String>) -> Vec<Named> {
    let mut named = Vec::new();
    for entity in entities {
        if let Some(note) = Note::of(&entity) {
            let name = note.name();
            named.push(Named {
                kind: note.kind(),
                entity,
                name: name.text,
                language: name.language,
            });
        }
    }
    named
}
