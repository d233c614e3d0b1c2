//! The line of a relation in a drawing, for the mouse: resting on it names the relation, pressing it shows its row in the
//! table, which says the same to everyone.

use yew::prelude::*;

use crate::model::page::{RelationEnd, RelationList};

/// Properties for [`RelationLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// SVG path data.
    pub path: String,
    /// The relation in words.
    pub title: String,
    /// Called when the line is pressed.
    pub onpress: Callback<()>,
    /// What stands at the line.
    #[prop_or_default]
    pub children: Html,
}

/// The line, and a wider one that is not seen but meant by the mouse.
#[component]
pub fn RelationLine(props: &Props) -> Html {
    crate::components::rendered("RelationLine");
    let Props { path, title, .. } = props;
    html! {
        <g class="line" onclick={props.onpress.reform(|_| ())}>
            <title>{ title }</title>
            <path class="reach" d={path.clone()} />
            <path d={path.clone()} />
            { props.children.clone() }
        </g>
    }
}

/// The relation in a row of the list, in words: "A founded by B".
pub fn in_words(list: &RelationList, row: usize) -> String {
    let Some(row) = list.rows.get(row) else {
        return String::new();
    };
    let object = match &row.object {
        RelationEnd::Entity(link) => &link.name,
        RelationEnd::Name(name) => name,
    };
    [&*row.subject.name, " ", &row.predicate, " ", object].concat()
}
