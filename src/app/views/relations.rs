//! Relations: one entity with those it is related to, as a bracket, or the whole graph; and the table of all of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::{Reader, use_reader};
use crate::app::reading::Action;
use crate::app::reading::view::{Choice, Viewing};
use crate::app::views::{ViewProps, count, use_sender};
use crate::components::bracket::Bracket;
use crate::components::graph_drawing::GraphDrawing;
use crate::components::lists::relations::RelationTable;
use crate::components::messages::use_messages;
use crate::components::select::{OptionGroup, Select, SelectOption};
use crate::components::view::View;
use crate::model::messages::Messages;
use crate::model::page::{Citation, EntityLink, RelationEnd, RelationList, RelationRow};
use crate::platform::host::Host;
use crate::platform::{collation, fields, layout, task};

/// The drawing over the table.
#[component]
pub(super) fn RelationsView(props: &ViewProps) -> Html {
    crate::components::rendered("RelationsView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let viewing = &props.viewing;
    let Some(list) = reader.records.relations() else {
        return Html::default();
    };
    let hubs = use_memo(list.clone(), |list| hubs(list));
    let order = use_memo((list.clone(), viewing.sorted), |(list, sorted)| {
        order(list, *sorted, &messages)
    });
    let first = hubs.first().map(|hub| Rc::from(hub.entity.as_str()));
    let hub: Option<Rc<str>> = viewing.hub.clone().or(first);
    use_centered(reader.host.clone(), viewing.whole, hub.clone());
    let onsort = use_sender(|column| Action::Choose(Choice::Sort(column)));
    let onhub =
        use_sender(|event: Event| Action::Choose(Choice::Hub(fields::value(&event).into())));
    let onall = use_sender(|()| Action::Choose(Choice::All));
    let onrelation = use_sender(|row| Action::Choose(Choice::Relation(row)));
    use_row_in_sight(reader.host.clone(), viewing.relation);
    let all = list.rows.len();
    let around = hub.as_deref().filter(|_| !viewing.whole);
    let drawn = around
        .and_then(|hub| reader.records.note(hub))
        .map_or(all, |note| note.relations.len());
    let controls = controls(&hubs, hub.as_deref(), viewing, onhub, &reader, &messages);
    html! {
        <View slug="relations" name={messages.relations.clone()} count={count(drawn, all, &messages)} covers={props.covers} {controls}
            {onclose}>
            if viewing.whole {
                <div class="whole" tabindex="0"><GraphDrawing list={list.clone()} {onrelation} /></div>
            } else {
                { bracket(hub.as_deref(), &list, viewing, (onall, onrelation), &reader) }
            }
            <section class="list"><RelationTable {list} order={Some(order)} sorted={viewing.sorted} chosen={viewing.relation} onsort={Some(onsort)} /></section>
        </View>
    }
}

/// Scrolls the whole graph, once it is drawn, to the entity whose relations were drawn before.
#[hook]
fn use_centered(host: Rc<Host>, whole: bool, hub: Option<Rc<str>>) {
    use_effect_with(whole, move |whole| {
        if let Some(hub) = hub.filter(|_| *whole) {
            let hub = ["[href='#ent-", &hub, "']"].concat();
            task::next(move || layout::center(&host, ".whole", &hub));
        }
    });
}

/// Scrolls the view so that the chosen row stands in its middle.
#[hook]
fn use_row_in_sight(host: Rc<Host>, relation: Option<usize>) {
    use_effect_with(relation, move |relation| {
        if relation.is_some() {
            task::next(move || layout::center(&host, ".view-body", ".reltab [aria-current]"));
        }
    });
}

/// Entities that are related to others with a note here, those with most relations first, of equals the first in the list.
fn hubs(list: &RelationList) -> Vec<EntityLink> {
    let mut hubs: Vec<(EntityLink, usize)> = Vec::new();
    let mut add = |link: &EntityLink| match hubs.iter_mut().find(|hub| hub.0.entity == link.entity)
    {
        Some(hub) => hub.1 += 1,
        None => hubs.push((link.clone(), 1)),
    };
    for row in &list.rows {
        if let RelationEnd::Entity(object) = &row.object {
            add(&row.subject);
            add(object);
        }
    }
    hubs.sort_by_key(|hub| std::cmp::Reverse(hub.1));
    hubs.into_iter().map(|hub| hub.0).collect()
}

/// Whose relations are drawn, and the switch to the whole graph.
fn controls(
    hubs: &[EntityLink],
    hub: Option<&str>,
    viewing: &Viewing,
    onchange: Callback<Event>,
    reader: &Reader,
    messages: &Messages,
) -> Html {
    let Some(hub) = hub else {
        return Html::default();
    };
    let option = |hub: &EntityLink| SelectOption {
        value: hub.entity.clone().into(),
        label: hub.name.clone().into(),
    };
    let groups = vec![OptionGroup {
        label: None,
        options: hubs.iter().map(option).collect(),
    }];
    let onclick = reader.dispatch.reform(|_| Action::Choose(Choice::Whole));
    html! {
        <div class="only">
            <label for="hub">{ &messages.around }</label>
            <Select name="hub" id="hub" {groups} chosen={hub.to_owned()} {onchange} />
            <button type="button" class="more" data-act="whole" aria-pressed={if viewing.whole { "true" } else { "false" }} {onclick}>
                { &messages.whole_graph }
            </button>
        </div>
    }
}

fn bracket(
    hub: Option<&str>,
    list: &Rc<RelationList>,
    viewing: &Viewing,
    (onall, onrelation): (Callback<()>, Callback<usize>),
    reader: &Reader,
) -> Html {
    let Some(note) = hub.and_then(|hub| reader.records.note(hub)) else {
        return Html::default();
    };
    html! { <Bracket {note} list={list.clone()} all={viewing.all} {onall} {onrelation} /> }
}

/// The rows in the order of the words in a column, in the order of the page's language; as they are without one.
fn order(list: &RelationList, sorted: Option<(u32, bool)>, messages: &Messages) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..list.rows.len()).collect();
    if let Some((column, descending)) = sorted {
        let words: Vec<String> = list
            .rows
            .iter()
            .map(|row| cell(row, column, messages))
            .collect();
        rows.sort_by(|&one, &other| {
            let order = collation::compare(&words[one], &words[other]);
            if descending { order.reverse() } else { order }
        });
    }
    rows
}

/// The words in a cell, as they are drawn.
fn cell(row: &RelationRow, column: u32, messages: &Messages) -> String {
    match column {
        0 => row.subject.name.clone(),
        1 => row.predicate.clone(),
        2 => {
            let object = match &row.object {
                RelationEnd::Entity(link) => &link.name,
                RelationEnd::Name(name) => name,
            };
            let date = row.date.iter().flat_map(|date| [" ", date]);
            [object.as_str()].into_iter().chain(date).collect()
        }
        _ => {
            let last = row.citations.len();
            let sources = (1..)
                .zip(&row.citations)
                .map(|(number, citation)| match citation {
                    Citation::Block(number) => messages.fill_mark(&number.to_string()),
                    Citation::Work { label, .. } if number < last => [label, "\u{a0}·"].concat(),
                    Citation::Work { label, .. } => label.clone(),
                });
            let marks: Vec<String> = row.claim.iter().cloned().chain(sources).collect();
            marks.join(" ")
        }
    }
}
