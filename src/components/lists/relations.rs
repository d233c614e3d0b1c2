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
    let messages = use_messages();
    let list = &props.list;
    let rows = list.rows.len();
    let columns = [
        &messages.who,
        &messages.relation,
        &messages.whom,
        &messages.source,
    ];
    let table = || {
        html! {
            <table class="reltab">
                <thead><tr>for name in columns { <th scope="col">{ name }</th> }</tr></thead>
                <tbody>for row in 0..rows { <RelationRow key={row} {list} {row} /> }</tbody>
            </table>
        }
    };
    html! {
        <Section id="relations" name={messages.relations.clone()}>
            if rows > 0 { { table() } } else { <Nothing /> }
        </Section>
    }
}
