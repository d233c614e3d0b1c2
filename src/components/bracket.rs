//! One entity with those it is related to, as a bracket: a stem, a branch to each, arcs between those that are related to
//! each other too.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::measures;
use crate::components::messages::use_messages;
use crate::components::relation_line::{RelationLine, in_words};
use crate::components::sign::sign;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteRelation, RelationEnd, RelationList, RelationRow};

/// Branches before the reader asks for all.
const BRANCHES: usize = 9;
/// Distance of branches, in CSS pixels.
const BRANCH: usize = measures::BRANCH as usize;

/// Properties for [`Bracket`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The note on the entity in the middle.
    pub note: Rc<Note>,
    /// All relations of the page.
    pub list: Rc<RelationList>,
    /// All branches are drawn, not only the best sourced.
    pub all: bool,
    pub onall: Callback<()>,
    /// Called when a line is pressed, with the relation's row in the list.
    pub onrelation: Callback<usize>,
}

/// The bracket; a button for the rest where there is more.
#[component]
pub fn Bracket(props: &Props) -> Html {
    crate::components::rendered("Bracket");
    let messages = use_messages();
    let note = &props.note;
    let related = note
        .relations
        .iter()
        .filter(|relation| relation.other.is_some());
    let mut relations: Vec<&NoteRelation> = related.collect();
    let count = relations.len();
    if !props.all {
        keep_best(&mut relations);
    }
    let rest = count - relations.len();
    let arcs = arcs(&relations, props);
    html! {
        <div class="bracket">
            <p class="hub" data-kind={note.kind.slug()}>{ sign() }<a href={["#ent-", &note.entity].concat()}><bdi>{ &note.name.text }</bdi></a></p>
            { stems(&relations, props) }
            <ul>{ for relations.iter().map(|relation| branch(relation, &messages)) }</ul>
            { arcs.clone() }
            if rest > 0 {
                <button class="more" type="button" data-act="all-branches" onclick={props.onall.reform(|_| ())}>
                    { Messages::fill_number(&messages.and_more, rest) }
                </button>
            }
            if arcs.is_some() { <p class="legend">{ &messages.arcs }</p> }
        </div>
    }
}

/// Keeps the relations with most sources, of equals the first.
fn keep_best(relations: &mut Vec<&NoteRelation>) {
    let mut rows: Vec<usize> = (0..relations.len()).collect();
    rows.sort_by_key(|&row| std::cmp::Reverse(relations[row].citations.len()));
    rows.truncate(BRANCHES);
    rows.sort_unstable();
    *relations = rows.into_iter().map(|row| relations[row]).collect();
}

/// A curve from the stem to each branch, with an arrowhead at the relation's object.
fn stems(relations: &[&NoteRelation], props: &Props) -> Html {
    let hub = relations.len() * BRANCH / 2;
    let stem = |(place, relation): (usize, &&NoteRelation)| {
        let to = middle(place);
        let head = if relation.reversed {
            "m0-4-4 4 4 4"
        } else {
            "m-4-4 4 4-4 4"
        };
        let path = format!("M0 {hub}h8C32 {hub} 12 {to} 36 {to}{head}");
        let row = row_of(relation, props);
        row.map(|row| line(path, row, props))
    };
    drawing(
        "stems",
        relations.len(),
        relations.iter().enumerate().filter_map(stem).collect(),
    )
}

/// Dashed arcs between neighbours that are related to each other too.
fn arcs(relations: &[&NoteRelation], props: &Props) -> Option<Html> {
    let place = |slug: &str| {
        relations
            .iter()
            .position(|relation| relation.other.as_deref() == Some(slug))
    };
    let mut arcs = Vec::new();
    for (row, relation) in props.list.rows.iter().enumerate() {
        if let RelationEnd::Entity(object) = &relation.object
            && let (Some(one), Some(other)) =
                (place(&relation.subject.entity), place(&object.entity))
            && one != other
        {
            let (from, to) = (middle(one), middle(other));
            let path = format!("M0 {from}C36 {from} 36 {to} 0 {to}");
            arcs.push(line(path, row, props));
        }
    }
    (!arcs.is_empty()).then(|| drawing("arcs", relations.len(), arcs))
}

/// The row of the list that tells a relation of the note, from whichever side.
fn row_of(relation: &NoteRelation, props: &Props) -> Option<usize> {
    let other = relation.other.as_deref()?;
    let (subject, object) = if relation.is_subject {
        (&*props.note.entity, other)
    } else {
        (other, &*props.note.entity)
    };
    let tells = |row: &RelationRow| {
        row.subject.entity == subject
            && matches!(&row.object, RelationEnd::Entity(link) if link.entity == object)
            && (!relation.is_subject || row.predicate == relation.predicate)
    };
    props.list.rows.iter().position(tells)
}

fn line(path: String, row: usize, props: &Props) -> Html {
    let onpress = props.onrelation.reform(move |()| row);
    html! { <RelationLine {path} title={in_words(&props.list, row)} {onpress} /> }
}

fn drawing(class: &'static str, rows: usize, lines: Vec<Html>) -> Html {
    html! {
        <svg {class} width="40" height={(rows * BRANCH).to_string()} aria-hidden="true">{ for lines }</svg>
    }
}

fn middle(row: usize) -> usize {
    row * BRANCH + BRANCH / 2
}

/// A relation in the order in which it reads, with its first source.
fn branch(relation: &NoteRelation, messages: &Messages) -> Html {
    let other = relation.other.as_deref().unwrap_or_default();
    let link = html! {
        <a class="name" href={["#ent-", other].concat()} data-kind={relation.other_kind.slug()}>{ sign() }<bdi>{ &relation.other_name }</bdi></a>
    };
    let predicate = html! { <i dir="auto">{ &relation.predicate }</i> };
    let (first, second) = if relation.reversed {
        (link, predicate)
    } else {
        (predicate, link)
    };
    let source = relation.citations.get(..1).unwrap_or_default();
    html! { <li>{ first }{ " " }{ second }{ citations(None, source, messages) }</li> }
}
