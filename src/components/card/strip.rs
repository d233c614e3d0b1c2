//! Where in the article a card's entity is mentioned: the bar at the card's foot, and the steps along the mentions.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::card::action::CardAction;
use crate::components::changing_words::changing_words;
use crate::components::messages::use_messages;
use crate::components::tool::Tool;
use crate::model::messages::Messages;
use crate::model::page::{Note, NoteMention};

/// Properties for [`Strip`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) note: Rc<Note>,
    /// The row of the mention that the card belongs to.
    pub(super) current: Option<usize>,
    /// How many blocks the article has.
    pub(super) blocks: u32,
    pub(super) onact: Callback<CardAction>,
}

/// The row one step forward or back from the current mention; wraps around at the ends. None where there is no other.
pub fn neighbour(count: usize, current: Option<usize>, forward: bool) -> Option<usize> {
    if count == 0 || (count == 1 && current.is_some()) {
        return None;
    }
    Some(match (current, forward) {
        (Some(row), true) => (row + 1) % count,
        (Some(row), false) => (row + count - 1) % count,
        (None, true) => 0,
        (None, false) => count - 1,
    })
}

/// The bar and the steps.
#[component]
pub(super) fn Strip(props: &Props) -> Html {
    crate::components::rendered("Strip");
    let messages = use_messages();
    let count = props.note.mentions.len();
    let line = match (count, props.current) {
        (0, _) => messages.not_mentioned.clone(),
        (1, _) => messages.only_mention.clone(),
        (_, Some(row)) => Messages::fill_of(&messages.mention_of, row + 1, count),
        (_, None) => Messages::fill_number(&messages.mentions_in_text, count),
    };
    let step = |forward: bool, act: &'static str, icon: &'static str, pattern: &str| {
        let row = neighbour(count, props.current, forward)?;
        let label = Messages::fill_of(pattern, row + 1, count);
        let onpress = props.onact.reform(move |()| CardAction::Step { forward });
        Some(html! { <Tool {act} {icon} {label} {onpress} /> })
    };
    html! {
        <div class="foot">
            if count > 0 { { bar(props, &messages) } }
            <div class="steps">
                { changing_words("num", line) }
                { step(false, "previous", "prev", &messages.previous_mention) }
                { step(true, "next", "next", &messages.next_mention) }
            </div>
        </div>
    }
}

fn bar(props: &Props, messages: &Messages) -> Html {
    let cells = cells(&props.note.mentions, props.blocks);
    html! {
        <div class="bars" role="group" aria-label={messages.where_in_text.clone()}>
            { for cells.iter().map(|rows| cell(rows, props, messages)) }
        </div>
    }
}

/// A part of the article with a stroke for each of its mentions: a link to the first.
fn cell(rows: &[usize], props: &Props, messages: &Messages) -> Html {
    let first = rows.first().and_then(|&row| props.note.mentions.get(row));
    let Some(first) = first else {
        return html! { <span></span> };
    };
    let block = messages.fill_mark(&first.block.to_string());
    let label = match rows.len() {
        1 => block,
        count => [
            &*block,
            ": ",
            &Messages::fill_number(&messages.mentions, count),
        ]
        .concat(),
    };
    let here = |row: &usize| props.current == Some(*row);
    let current = rows.iter().any(here).then_some("true");
    let strokes = rows
        .iter()
        .map(|row| html! { <i data-here={here(row).then_some("")}></i> });
    html! {
        <a href={format!("#m-{}-{}", props.note.entity, first.number)} title={label} aria-current={current}>{ for strokes }</a>
    }
}

/// Cells a bar has at most: each is to be pressed.
const CELLS: u32 = 12;

/// The rows of the mentions in each of at most twelve equal parts of the article.
fn cells(mentions: &[NoteMention], blocks: u32) -> Vec<Vec<usize>> {
    let count = blocks.clamp(1, CELLS);
    let mut cells = vec![Vec::new(); count as usize];
    for (row, mention) in mentions.iter().enumerate() {
        let cell = mention.block.saturating_sub(1) * count / blocks.max(1);
        cells[cell.min(count - 1) as usize].push(row);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(blocks: &[u32]) -> Vec<NoteMention> {
        let mention = |&block: &u32| NoteMention {
            number: 1,
            block,
            passage: None,
        };
        blocks.iter().map(mention).collect()
    }

    #[test]
    fn a_short_article_has_a_cell_for_each_block() {
        assert_eq!(cells(&at(&[1, 3, 3]), 3), [vec![0], vec![], vec![1, 2]]);
    }

    #[test]
    fn a_long_one_has_twelve_parts() {
        let cells = cells(&at(&[1, 100, 101, 1200]), 1200);
        assert_eq!(cells.len(), 12);
        assert_eq!(
            (&cells[0], &cells[1], &cells[11]),
            (&vec![0, 1], &vec![2], &vec![3])
        );
    }

    #[test]
    fn steps_go_round_and_begin_at_the_ends() {
        assert_eq!(neighbour(3, Some(2), true), Some(0));
        assert_eq!(neighbour(3, Some(0), false), Some(2));
        assert_eq!(neighbour(3, None, true), Some(0));
        assert_eq!(neighbour(3, None, false), Some(2));
        assert_eq!(neighbour(1, Some(0), true), None, "the only one");
    }
}
