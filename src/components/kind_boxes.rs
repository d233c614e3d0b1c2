//! A box to tick for each kind of entity that the page has.

use std::collections::BTreeMap;
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
    /// One box for all kinds that have a sign in common, since what is chosen is about signs.
    #[prop_or_default]
    pub by_sign: bool,
    /// Called when a box is ticked or cleared, with its kind.
    pub onchoose: Callback<Kind>,
}

/// The boxes, each with its sign and how many entities are of that kind.
#[component]
pub fn KindBoxes(props: &Props) -> Html {
    crate::components::rendered("KindBoxes");
    let messages = use_messages();
    let mut kinds = BTreeMap::<Kind, (u32, Vec<&str>)>::new();
    for row in &props.list.rows {
        let kind = row.link.kind;
        let shown = if props.by_sign { kind.like() } else { kind };
        let (count, names) = kinds.entry(shown).or_default();
        *count += 1;
        let name = messages.of_kinds(kind);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let boxes = kinds.into_iter().map(|(kind, (count, names))| {
        let onchange = props.onchoose.reform(move |_| kind);
        html! {
            <label data-kind={kind.slug()}>
                <input type="checkbox" name={props.name} value={kind.value()} checked={!props.without.contains(&kind)} {onchange} />
                { sign() }<span>{ names.join(", ") }</span><span class="num">{ count.to_string() }</span>
            </label>
        }
    });
    html! { <>{ for boxes }</> }
}
