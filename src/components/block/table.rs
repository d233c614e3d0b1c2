//! A table. Its cells have spaces between them, so that its text is words too; browsers show none in such places.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::around;
use crate::components::block::scroll::Scroll;
use crate::components::mention::words;
use crate::components::messages::use_messages;
use crate::model::page::{PageBlock, PageRun};
use crate::model::text::{Align, Span, plain};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) block: Rc<PageBlock>,
    pub(super) columns: u32,
    /// Bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Table(props: &Props) -> Html {
    crate::components::rendered("Table");
    let messages = use_messages();
    let Props {
        block,
        columns,
        numbered,
    } = props;
    let columns = (*columns).max(1) as usize;
    let (head, rows) = block.text.split_at(columns.min(block.text.len()));
    let row = |(at, cells): (usize, &[Span<PageRun>])| {
        let is_last = (at + 2) * columns >= block.text.len();
        html! { <tr>{ for (0..).zip(cells).map(|(column, one)| cell(one, false, is_last && column + 1 == columns)) }</tr> }
    };
    let inside = html! {
        <Scroll label={messages.table.clone()}>
            <table>
                <thead><tr>{ for head.iter().map(|one| cell(one, true, rows.is_empty())) }</tr></thead>
                <tbody>{ for rows.chunks(columns).enumerate().map(row) }</tbody>
            </table>
        </Scroll>
    };
    around("div", block, *numbered, inside)
}

/// A cell; a heading without words is none.
fn cell(span: &Span<PageRun>, is_head: bool, is_last: bool) -> Html {
    let Span::Cell { align, text } = span else {
        return Html::default();
    };
    let space = if is_last { "" } else { " " };
    let is_head = is_head && !plain(text).is_empty();
    let (name, scope) = if is_head {
        ("th", Some("col"))
    } else {
        ("td", None)
    };
    html! { <><@{name} {scope} data-align={side(*align)}>{ words(text) }</@>{ space }</> }
}

/// Where a cell's words stand, unless they begin as all do.
fn side(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("center"),
        Align::End => Some("end"),
    }
}
