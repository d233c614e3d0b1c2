//! The lists at the end of the page: what the views show, the works cited, and how to cite the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::page::{EntityList, EventList, PlaceList, RelationList};
use crate::model::work::{CitingList, WorkList};

mod along_the_text;
pub mod citing;
pub mod entities;
pub mod entity_row;
pub mod event_row;
pub mod nothing;
pub mod place_row;
pub mod places;
pub mod relation_row;
pub mod relations;
mod row_place;
pub mod section;
pub mod timeline;
pub mod works;

pub use crate::components::lists::row_place::RowPlace;

use citing::Citing;
use entities::Entities;
use places::Places;
use relations::Relations;
use timeline::Timeline;
use works::Works;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub entities: Rc<EntityList>,
    pub timeline: Rc<EventList>,
    pub places: Rc<PlaceList>,
    pub relations: Rc<RelationList>,
    pub works: Rc<WorkList>,
    pub citing: Rc<CitingList>,
}

/// Draws the lists; a list with nothing in it still stands, so that its address leads somewhere.
#[component]
pub fn Lists(props: &Props) -> Html {
    crate::components::rendered("Lists");
    html! {
        <>
            <Entities list={&props.entities} />
            <Timeline list={&props.timeline} />
            <Places list={&props.places} />
            <Relations list={&props.relations} />
            <Works list={&props.works} />
            <Citing list={&props.citing} />
        </>
    }
}

#[cfg(test)]
mod tests;
