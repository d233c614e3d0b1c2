//! Search: one box over names, text, facts, dates and sources.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::measured;
use crate::app::reader::use_reader;
use crate::app::reading::view::{Choice, Hits};
use crate::app::reading::{Action, Passage, Subject, numbered};
use crate::app::search::{Group, SearchResults};
use crate::app::search_index::SearchIndex;
use crate::app::views::search::results::{Results, shown};
use crate::app::views::{ViewProps, use_sender};
use crate::components::changing_words::changing_words;
use crate::components::messages::use_messages;
use crate::components::search_box::SearchBox;
use crate::components::view::View;
use crate::model::messages::Messages;
use crate::platform::document::Element;
use crate::platform::host::Host;
use crate::platform::{fields, task};

mod results;

/// Hits of the text that can be walked along.
const WALKED: usize = 200;
/// Milliseconds without a key after which more results are drawn than the window can show.
const REST: i32 = 500;

/// The box over its results.
#[component]
pub(super) fn SearchView(props: &ViewProps) -> Html {
    crate::components::rendered("SearchView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let index: SearchIndex = use_context().expect("the explorer provides the search's index");
    let viewing = &props.viewing;
    let (query, active) = (viewing.query.clone(), viewing.active);
    let slices = use_reading(&index);
    let found = use_memo((query.clone(), slices), |(query, _)| {
        index.find(query, WALKED)
    });
    let rested = use_rested(query.clone());
    let count = shown(&found);
    let status = status(&query, &found, &messages);
    use_effect_with(status.clone(), {
        let dispatch = reader.dispatch.clone();
        move |status: &String| dispatch.emit(Action::Announce(status.as_str().into()))
    });
    let follow = use_callback(
        (index.clone(), Rc::clone(&found), reader.clone()),
        |row, (index, found, reader)| {
            for action in follow(&reader.host, index, found, row) {
                reader.dispatch.emit(action);
            }
        },
    );
    let onkeydown = use_callback(
        (follow.clone(), reader.dispatch.clone(), active, count),
        |event: KeyboardEvent, (follow, dispatch, active, count)| {
            let (active, count) = (*active, (*count).max(1));
            let row = match fields::key(&event).as_deref() {
                Some("ArrowDown") => active + 1,
                Some("ArrowUp") => active + count - 1,
                Some("Enter") => {
                    event.prevent_default();
                    return follow.emit(active);
                }
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Choose(Choice::Active(row % count)));
        },
    );
    let oninput =
        use_sender(|event: InputEvent| Action::Choose(Choice::Query(fields::value(&event).into())));
    let field = use_field(query.clone());
    let all = rested || active > 0;
    let controls = html! {
        <SearchBox {field} active={(count > 0).then_some(active)} {oninput} {onkeydown} />
    };
    html! {
        <View slug="search" name={messages.search.clone()} covers={props.covers} {controls} {onclose}>
            <p class="status">{ changing_words("", status) }</p>
            <Results {index} found={Rc::clone(&found)} {active} most={if all { usize::MAX } else { results::room(props.window.1) }} onfollow={follow} />
        </View>
    }
}

/// The box, in which stands, as the search opens, what was searched for before.
#[hook]
fn use_field(query: Rc<str>) -> NodeRef {
    let field = use_node_ref();
    use_effect_with(field.clone(), move |field| {
        if let Some(field) = field.cast::<Element>() {
            fields::set_value(&field, &query);
        }
    });
    field
}

/// Reads on in the page while the search is open; how many slices were read since.
#[hook]
fn use_reading(index: &SearchIndex) -> u32 {
    let slices = use_state_eq(|| 0);
    let (index, setter, count) = (index.clone(), slices.setter(), *slices);
    use_effect_with(count, move |_| {
        if !index.is_complete() {
            task::next(move || {
                index.read_on();
                setter.set(count + 1);
            });
        }
    });
    count
}

/// Whether nothing more was typed for a while.
#[hook]
fn use_rested(query: Rc<str>) -> bool {
    let rested = use_state_eq(|| query.clone());
    let setter = rested.setter();
    let latest = use_mut_ref(|| query.clone());
    *latest.borrow_mut() = query.clone();
    use_effect_with(query.clone(), move |query| {
        let query = query.clone();
        task::later(REST, move || {
            if *latest.borrow() == query {
                setter.set(query);
            }
        });
    });
    *rested == query
}

/// How much was found, in words.
fn status(query: &str, found: &SearchResults, messages: &Messages) -> String {
    let total: usize = found.groups.iter().map(|group| group.total).sum();
    match (query.is_empty(), total) {
        (true, _) => messages.search_what.clone(),
        (false, 0) => Messages::fill(&messages.search_none, query),
        (false, 1) => messages.one_result.clone(),
        (false, _) => Messages::fill_number(&messages.results, total),
    }
}

/// What following a result does.
fn follow(host: &Host, index: &SearchIndex, found: &SearchResults, row: usize) -> Vec<Action> {
    let mut actions = vec![Action::Choose(Choice::Active(row))];
    actions.extend(lead(host, index, found, row).unwrap_or_default());
    actions
}

/// To where a result leads; one of the text begins a walk along all of them.
fn lead(
    host: &Host,
    index: &SearchIndex,
    found: &SearchResults,
    row: usize,
) -> Option<Vec<Action>> {
    let (group, hit) = results::at(found, row)?;
    let id = index.with(|index| index.entry(group, hit).map(|entry| entry.id.clone()))?;
    let card = |subject: Subject| vec![measured::press(subject, None, false)];
    Some(match group {
        Group::Entities => card(id.as_str().into()),
        Group::Footnotes => card(Subject::from_fragment(&id)?),
        Group::Facts => card(numbered(id.strip_prefix("fact-")?)?.0.into()),
        Group::Timeline => vec![Action::Event(id.strip_prefix("event-")?.into())],
        Group::Sources => vec![measured::go(host, Passage::whole(&*id), None)],
        Group::Text => {
            let hits = &found.groups[Group::Text as usize].hits;
            let at = hits.iter().position(|one| one == hit)?;
            let passages = index.with(|index| {
                let passages = hits.iter().map(|hit| results::passage(index, hit));
                passages.collect::<Option<Rc<[Passage]>>>()
            })?;
            let to = passages[at].clone();
            let walk = Action::Choose(Choice::Hits(Hits { passages, at }));
            vec![walk, measured::go(host, to, None)]
        }
    })
}
