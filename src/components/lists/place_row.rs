//! A place in the list: its name and where on earth it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::entity_link::entity_link;
use crate::components::messages::use_messages;
use crate::components::note::degrees;
use crate::model::page::PlaceList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<PlaceList>,
    /// Its place in the list.
    pub row: usize,
}

#[component]
pub fn PlaceRow(props: &Props) -> Html {
    crate::components::rendered("PlaceRow");
    let messages = use_messages();
    let Some(row) = props.list.rows.get(props.row) else {
        return Html::default();
    };
    html! {
        <li>
            { entity_link(&row.link) }
            <bdi class="num">{ degrees(&row.location, &messages) }</bdi>
            if let Some(near) = &row.location.near { <small dir="auto">{ near }</small> }
        </li>
    }
}
