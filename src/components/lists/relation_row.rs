//! A relation in the table, told from its subject's side.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::entity_link::entity_link;
use crate::components::messages::use_messages;
use crate::model::page::{RelationEnd, RelationList};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<RelationList>,
    /// Its place in the list.
    pub row: usize,
    /// The reader has chosen it.
    pub chosen: bool,
}

#[component]
pub fn RelationRow(props: &Props) -> Html {
    crate::components::rendered("RelationRow");
    let messages = use_messages();
    let Some(row) = props.list.rows.get(props.row) else {
        return Html::default();
    };
    let object = match &row.object {
        RelationEnd::Entity(link) => entity_link(link),
        RelationEnd::Name(name) => html! { <bdi>{ name }</bdi> },
    };
    html! {
        <tr aria-current={props.chosen.then_some("true")}>
            <th scope="row">{ entity_link(&row.subject) }</th>
            <td><i dir="auto">{ &row.predicate }</i></td>
            <td>
                { object }
                if let Some(date) = &row.date { { " " }<bdi class="date">{ date }</bdi> }
            </td>
            <td>{ citations(row.claim.as_deref(), &row.citations, &messages) }</td>
        </tr>
    }
}
