//! A box to tick for each kind of entity that the page has.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::sign::sign;
use crate::model::kind::Kind;
use crate::model::page::EntityList;

/// Properties for [`KindBoxes`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The boxes' name in markup.
    pub name: &'static str,
    pub list: Rc<EntityList>,
    /// Kinds whose box is not ticked.
    pub without: Vec<Kind>,
    /// Called when a box is ticked or cleared, with its kind.
    pub onchoose: Callback<Kind>,
}

/// The boxes, each with its sign and how many entities are of that kind.
#[component]
pub fn KindBoxes(props: &Props) -> Html {
    crate::components::rendered("KindBoxes");
    let messages = use_messages();
    let boxes = Kind::ALL.into_iter().filter_map(|kind| {
        let count = props.list.rows.iter().filter(|row| row.link.kind == kind).count();
        let onchange = props.onchoose.reform(move |_| kind);
        (count > 0).then(|| {
            html! {
                <label data-kind={kind.slug()}>
                    <input type="checkbox" name={props.name} value={kind.slug()} checked={!props.without.contains(&kind)} {onchange} />
                    { sign() }<span>{ messages.of_kinds(kind) }</span><span class="num">{ count.to_string() }</span>
                </label>
            }
        })
    });
    html! { <>{ for boxes }</> }
}
