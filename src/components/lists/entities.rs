//! The list of all entities.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::along_the_text::along_the_text;
use crate::components::lists::entity_row::EntityRow;
use crate::components::lists::nothing::Nothing;
use crate::components::lists::row_place::RowPlace;
use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::components::strip::scale;
use crate::model::page::EntityList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<EntityList>,
}

#[component]
pub fn Entities(props: &Props) -> Html {
    crate::components::rendered("Entities");
    let messages = use_messages();
    let list = &props.list;
    let rows = list.rows.len();
    html! {
        <Section id="entities" name={messages.entities.clone()}>
            if rows > 0 {
                { along_the_text(scale(list.blocks), list.long) }
                <ul class="ents">
                    for row in 0..rows { <EntityRow key={row} {list} {row} place={RowPlace::Page} /> }
                </ul>
            } else {
                <Nothing />
            }
        </Section>
    }
}
