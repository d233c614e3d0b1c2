//! The timeline: the page's dates with their drawing, filtered by entity or kind, one of them chosen.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::{Reader, use_reader};
use crate::app::reading::Action;
use crate::app::reading::date_filter::DateFilter;
use crate::app::reading::view::Choice;
use crate::app::views::{ViewProps, count, use_sender};
use crate::components::lists::RowPlace;
use crate::components::lists::event_row::EventRow;
use crate::components::messages::use_messages;
use crate::components::select::{OptionGroup, Select, SelectOption};
use crate::components::timeline_drawing::TimelineDrawing;
use crate::components::timeline_key::TimelineKey;
use crate::components::view::View;
use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::{EntityLink, EntityList, EventList, EventRow as Dated};
use crate::platform::fields;

/// The dates under their filter.
#[component]
pub(super) fn TimelineView(props: &ViewProps) -> Html {
    crate::components::rendered("TimelineView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let Some(list) = reader.records.timeline() else {
        return Html::default();
    };
    let viewing = &props.viewing;
    let onfilter = use_sender(|event: Event| {
        Action::Choose(Choice::Dates(DateFilter::from_value(&fields::value(
            &event,
        ))))
    });
    let listed = use_memo((list.clone(), viewing.dates.clone()), |(list, dates)| {
        listed(list, dates, &reader)
    });
    let chosen = row_of(&list, viewing.event.as_deref());
    let onkeydown = {
        let (list, listed, dispatch) = (list.clone(), listed.clone(), reader.dispatch.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = step(&event, &list, &listed, chosen) {
                event.prevent_default();
                dispatch.emit(Action::Event(next));
            }
        })
    };
    let shown = listed.iter().filter(|listed| **listed).count();
    let rows = (0..listed.len()).filter(|row| listed[*row]);
    html! {
        <View slug="timeline" name={messages.timeline.clone()} count={count(shown, list.events.len(), &messages)} covers={props.covers}
            controls={filter(&list, &viewing.dates, onfilter, &reader, &messages)} {onkeydown} {onclose}>
            <section class="list">
                if list.drawing.is_some() { <TimelineKey /><TimelineDrawing list={list.clone()} listed={Some(Rc::clone(&listed))} {chosen} /> }
                if list.events.is_empty() {
                    <p class="none">{ &messages.none }</p>
                } else {
                    <ol class="dates">for row in rows { <EventRow key={row} list={&list} {row} place={RowPlace::View} chosen={chosen == Some(row)} /> }</ol>
                }
            </section>
        </View>
    }
}

fn row_of(list: &EventList, event: Option<&str>) -> Option<usize> {
    let event = event?;
    list.events.iter().position(|one| one.event == event)
}

/// Whether each row is listed.
fn listed(list: &EventList, dates: &DateFilter, reader: &Reader) -> Vec<bool> {
    let is_of = |entity: &String, kind: Kind| {
        let link = reader.records.link(entity);
        link.is_some_and(|link| link.kind == kind)
    };
    let keeps = |event: &Dated| match dates {
        DateFilter::All => true,
        DateFilter::Kind(kind) => event.entities.iter().any(|entity| is_of(entity, *kind)),
        DateFilter::Entity(only) => event.entities.iter().any(|entity| **entity == **only),
    };
    list.events.iter().map(keeps).collect()
}

/// The listed event that an arrow key leads to.
fn step(
    event: &KeyboardEvent,
    list: &EventList,
    listed: &[bool],
    chosen: Option<usize>,
) -> Option<Rc<str>> {
    let forward = match fields::key_outside_fields(event)?.as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return None,
    };
    let is_listed = |row: &usize| listed[*row];
    let next = match chosen {
        Some(at) if forward => (at + 1..listed.len()).find(is_listed),
        Some(at) => (0..at).rev().find(is_listed),
        None => (0..listed.len()).find(is_listed),
    };
    Some(list.events[next?].event.as_str().into())
}

/// Whose dates are listed: everyone's, a kind's, one entity's.
fn filter(
    list: &EventList,
    dates: &DateFilter,
    onchange: Callback<Event>,
    reader: &Reader,
    messages: &Messages,
) -> Html {
    if list.events.is_empty() {
        return Html::default();
    }
    let Some(entities) = reader.records.entities() else {
        return Html::default();
    };
    let option = |filter: &DateFilter, label: &str| SelectOption {
        value: filter.value().into(),
        label: label.to_owned().into(),
    };
    let groups = vec![
        OptionGroup {
            label: None,
            options: vec![option(&DateFilter::All, &messages.all_dates)],
        },
        OptionGroup {
            label: Some(messages.kind.clone().into()),
            options: dated_kinds(list, &entities)
                .into_iter()
                .map(|kind| option(&DateFilter::Kind(kind), messages.of_kinds(kind)))
                .collect(),
        },
        OptionGroup {
            label: Some(messages.entities.clone().into()),
            options: dated(list, &entities)
                .map(|row| option(&DateFilter::Entity(row.entity.as_str().into()), &row.name))
                .collect(),
        },
    ];
    html! {
        <label class="only"><span>{ &messages.show }</span><Select name="only" {groups} chosen={dates.value()} {onchange} /></label>
    }
}

/// Entities that events are about, in the order of the notes.
fn dated<'a>(
    list: &'a EventList,
    entities: &'a EntityList,
) -> impl Iterator<Item = &'a EntityLink> {
    let about = |entity: &String| {
        list.events
            .iter()
            .any(|event| event.entities.contains(entity))
    };
    entities
        .rows
        .iter()
        .map(|row| &row.link)
        .filter(move |link| about(&link.entity))
}

fn dated_kinds(list: &EventList, entities: &EntityList) -> BTreeSet<Kind> {
    dated(list, entities).map(|link| link.kind).collect()
}
