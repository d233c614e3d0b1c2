//! An entity in the list: its name, a few words on it, and where it is mentioned.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::entity_link::entity_link;
use crate::components::lists::along_the_text::along_the_text;
use crate::components::lists::row_place::RowPlace;
use crate::components::strip::strip;
use crate::model::page::EntityList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<EntityList>,
    /// Its place in the list.
    pub row: usize,
    pub place: RowPlace,
}

/// In a long page the drawing waits for the app, which draws the rows that are seen.
#[component]
pub fn EntityRow(props: &Props) -> Html {
    crate::components::rendered("EntityRow");
    let Some(row) = props.list.rows.get(props.row) else {
        return Html::default();
    };
    let later = props.list.long && props.place == RowPlace::Page;
    html! {
        <li>
            { entity_link(&row.link) }
            if let Some(description) = &row.description { <span class="what">{ description }</span> }
            if !row.mentions.is_empty() { { along_the_text(strip(row, props.list.blocks), later) } }
            <span class="num">{ row.mentions.len() }</span>
        </li>
    }
}
