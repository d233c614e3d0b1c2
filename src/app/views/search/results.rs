//! What was found, in groups; each result is an option of the box's list.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reader::{Reader, use_reader};
use crate::app::reading::{Passage, numbered};
use crate::app::search::{Entry, Group, Hit, Index, SearchResults};
use crate::app::search_index::SearchIndex;
use crate::app::views::count;
use crate::components::changing_words::changing_words;
use crate::components::measures::ROW;
use crate::components::messages::use_messages;
use crate::components::sign::sign;
use crate::model::messages::Messages;

/// Hits that are shown of a group.
pub(super) const SHOWN: usize = 8;

/// How many results a window of this height has room for, and a little more.
pub(super) fn room(height: u32) -> usize {
    (height / ROW) as usize + 2
}

/// How many results are shown.
pub(super) fn shown(found: &SearchResults) -> usize {
    let counts = found.groups.iter().map(|group| group.hits.len().min(SHOWN));
    counts.sum()
}

/// The result of a row, as they are shown one after another.
pub(super) fn at(found: &SearchResults, mut row: usize) -> Option<(Group, &Hit)> {
    for group in Group::ALL {
        let hits = &found.groups[group as usize].hits;
        let shown = hits.len().min(SHOWN);
        if row < shown {
            return Some((group, hits.get(row)?));
        }
        row -= shown;
    }
    None
}

/// The place of a hit of the text.
pub(super) fn passage(index: &Index, hit: &Hit) -> Option<Passage> {
    let entry = index.entry(Group::Text, hit)?;
    let text = index.text(Group::Text, hit, 0)?;
    let (first, last) = (hit.marks.first()?, hit.marks.last()?);
    let unit = |at: usize| (at - text.start) as u32;
    Some(Passage {
        id: entry.id.as_str().into(),
        words: Some((unit(first.start), unit(last.end))),
    })
}

/// Properties for [`Results`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) index: SearchIndex,
    pub(super) found: Rc<SearchResults>,
    /// The result that the keys are on.
    pub(super) active: usize,
    /// Results that are drawn at most.
    pub(super) most: usize,
    /// Called when a result is followed, with its row.
    pub(super) onfollow: Callback<usize>,
}

/// The groups in their order; nothing of one without results.
#[component]
pub(super) fn Results(props: &Props) -> Html {
    crate::components::rendered("Results");
    let reader = use_reader();
    let messages = use_messages();
    let names = [
        &messages.entities,
        &messages.in_text,
        &messages.footnotes,
        &messages.facts,
        &messages.timeline,
        &messages.sources,
    ];
    let groups = props.index.with(|index| {
        let mut row = 0;
        let mut groups = Vec::new();
        for (group, name) in Group::ALL.into_iter().zip(names) {
            let results = &props.found.groups[group as usize];
            let drawn = SHOWN.min(props.most.saturating_sub(row));
            let mut rows = Vec::new();
            for hit in results.hits.iter().take(drawn) {
                rows.extend(result(index, group, hit, row, props, &reader, &messages));
                row += 1;
            }
            if !rows.is_empty() {
                let shown = results.hits.len().min(SHOWN);
                groups.push(section(name, count(shown, results.total, &messages), rows));
            }
        }
        groups
    });
    // The box keeps the focus: who comes back from a result goes on there.
    let onmousedown = Callback::from(|press: MouseEvent| press.prevent_default());
    html! {
        <div class="results" role="listbox" id="search-results" aria-label={messages.search.clone()} {onmousedown}>{ groups }</div>
    }
}

// Keys everywhere: a translator's changes in words go with the words. And else Yew adds what comes last by moving the words of all before, and the browser scrolls along.
fn section(name: &str, count: String, rows: Vec<Html>) -> Html {
    html! {
        <div key={name} role="group" aria-label={name.to_owned()}>
            <p key="head" class="group-head" aria-hidden="true"><b>{ name }</b>{ changing_words("num", count) }</p>
            { rows }
        </div>
    }
}

fn result(
    index: &Index,
    group: Group,
    hit: &Hit,
    row: usize,
    props: &Props,
    reader: &Reader,
    messages: &Messages,
) -> Option<Html> {
    let entry = index.entry(group, hit)?;
    let ResultLines { lead, main, rest } = lines(index, group, entry, hit, reader, messages)?;
    let kind = entry.kind.map(|kind| kind.slug());
    let selected = if props.active == row { "true" } else { "false" };
    let onclick = props.onfollow.reform(move |_| row);
    Some(html! {
        <div key={row} class="result" role="option" id={["result-", &row.to_string()].concat()} data-result={entry.id.clone()} aria-selected={selected} {onclick}>
            <span key={["lead ", &entry.id].concat()} class="lead" data-kind={kind}>{ lead }</span>
            <span key={["main ", &main.concat()].concat()}>{ pieces(&main) }</span>
            <small key={["rest ", &rest.concat()].concat()}>{ pieces(&rest) }</small>
        </div>
    })
}

/// What a result says: what stands before it, its words, and the words below.
#[derive(Default)]
struct ResultLines {
    lead: Html,
    main: Vec<String>,
    rest: Vec<String>,
}

fn lines(
    index: &Index,
    group: Group,
    entry: &Entry,
    hit: &Hit,
    reader: &Reader,
    messages: &Messages,
) -> Option<ResultLines> {
    let text = |number| index.text(group, hit, number);
    let whole = |number| Some(index.pieces(group, text(number)?, &hit.marks));
    let part = |number| {
        let (whole, part) = (text(number)?, index.snippet(group, text(number)?, hit));
        let mut pieces = index.pieces(group, part, &hit.marks);
        // What is left out is told, at both ends.
        if let Some(first) = pieces.first_mut().filter(|_| part.start > whole.start) {
            first.insert_str(0, "… ");
        }
        if let Some(last) = pieces.last_mut().filter(|_| part.end < whole.end) {
            last.push_str(" …");
        }
        Some(pieces)
    };
    Some(match group {
        Group::Entities => ResultLines {
            lead: sign(),
            main: whole(0)?,
            rest: other_name(&whole),
        },
        Group::Text => ResultLines {
            lead: html! { { messages.fill_mark(entry.id.get(1..)?) } },
            main: part(0)?,
            rest: Vec::new(),
        },
        Group::Footnotes => ResultLines {
            lead: html! { <sup>{ entry.id.strip_prefix("fn-")? }</sup> },
            main: part(0)?,
            rest: Vec::new(),
        },
        Group::Facts => {
            let entity = numbered(entry.id.strip_prefix("fact-")?)?.0;
            ResultLines {
                lead: sign(),
                main: part(0)?,
                rest: vec![reader.records.link(entity)?.name],
            }
        }
        Group::Timeline => ResultLines {
            main: part(1)?,
            rest: whole(0)?,
            ..ResultLines::default()
        },
        Group::Sources => ResultLines {
            main: part(0)?,
            ..ResultLines::default()
        },
    })
}

/// The name that was found, if it is not the one that heads the note; else the description, which comes last.
fn other_name(whole: &dyn Fn(usize) -> Option<Vec<String>>) -> Vec<String> {
    let mut last = Vec::new();
    for name in (1..).map_while(whole) {
        let found = name.len() > 1;
        last = name;
        if found {
            break;
        }
    }
    last
}

/// Words in turn plain and marked.
fn pieces(pieces: &[String]) -> Html {
    let piece = |(row, words): (usize, &String)| {
        if row % 2 == 1 {
            html! { <mark>{ words }</mark> }
        } else {
            html! { { words } }
        }
    };
    html! { <>{ for pieces.iter().enumerate().map(piece) }</> }
}
