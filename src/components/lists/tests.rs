//! How a long page keeps the drawings of its rows.

use super::*;
use crate::components::lists::entity_row::EntityRow;
use crate::components::testing::markup;
use crate::model::kind::Kind;
use crate::model::page::{self, EntityLink};

fn row(long: bool, place: RowPlace) -> String {
    let row = page::EntityRow {
        link: EntityLink {
            entity: "ada".to_owned(),
            kind: Kind::Person,
            name: "Ada".to_owned(),
            language: None,
        },
        description: None,
        mentions: vec![1, 2],
    };
    let list = EntityList {
        rows: vec![row],
        by_name: vec![0],
        by_count: vec![0],
        blocks: 2,
        long,
    };
    markup(html! { <EntityRow list={Rc::new(list)} row=0 {place} /> })
}

#[test]
fn in_a_long_page_the_drawing_of_a_row_waits_for_the_app() {
    assert!(row(true, RowPlace::Page).contains("<noscript><svg"));
    for drawn in [row(true, RowPlace::View), row(false, RowPlace::Page)] {
        assert!(
            drawn.contains("<svg") && !drawn.contains("noscript"),
            "{drawn}"
        );
    }
}

#[test]
fn a_row_has_a_stroke_for_each_mention() {
    assert!(row(false, RowPlace::Page).contains("M36 4v10M108 4v10"));
}
