//! The table of all relations.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::nothing::Nothing;
use crate::components::lists::relation_row::RelationRow;
use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::model::page::RelationList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<RelationList>,
}

#[component]
pub fn Relations(props: &Props) -> Html {
    crate::components::rendered("Relations");
    let messages = use_messages();
    html! {
        <Section id="relations" name={messages.relations.clone()}><RelationTable list={&props.list} /></Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    pub list: Rc<RelationList>,
    /// Rows of the list in the order in which they stand here; that of the list where none was chosen.
    #[prop_or_default]
    pub order: Option<Rc<Vec<usize>>>,
    /// The column by which they are sorted, and whether its last comes first.
    #[prop_or_default]
    pub sorted: Option<(u32, bool)>,
    /// The row of the list that the reader has chosen.
    #[prop_or_default]
    pub chosen: Option<usize>,
    /// Called when a column's heading is pressed, with the column to sort by.
    #[prop_or_default]
    pub onsort: Option<Callback<u32>>,
}

/// The table; where it can be sorted, the heads of its columns are buttons.
#[component]
pub fn RelationTable(props: &TableProps) -> Html {
    crate::components::rendered("RelationTable");
    let messages = use_messages();
    let list = &props.list;
    if list.rows.is_empty() {
        return html! { <Nothing /> };
    }
    let columns = [
        &messages.who,
        &messages.relation,
        &messages.whom,
        &messages.source,
    ];
    let order = props.order.clone();
    let order = order.unwrap_or_else(|| Rc::new((0..list.rows.len()).collect()));
    html! {
        <table class="reltab">
            <thead><tr data-order={messages.order.clone()}>for (column, name) in (0..).zip(columns) { { head(column, name, props) } }</tr></thead>
            <tbody>for row in order.iter().copied() { <RelationRow key={row} {list} {row} chosen={props.chosen == Some(row)} /> }</tbody>
        </table>
    }
}

fn head(column: u32, name: &str, props: &TableProps) -> Html {
    let Some(onsort) = &props.onsort else {
        return html! { <th scope="col">{ name }</th> };
    };
    let sorted = props.sorted.filter(|sorted| sorted.0 == column);
    let sorted = sorted.map(|sorted| if sorted.1 { "descending" } else { "ascending" });
    html! {
        <th scope="col" aria-sort={sorted}>
            <button type="button" class="more" data-act="sort" data-value={column.to_string()} onclick={onsort.reform(move |_| column)}>{ name }</button>
        </th>
    }
}
