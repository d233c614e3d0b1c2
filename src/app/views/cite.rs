//! How to cite the article, in each style, with a button that copies it.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::Action;
use crate::app::views::{ViewProps, use_sender};
use crate::components::lists::citing::CitingStyles;
use crate::components::messages::use_messages;
use crate::components::view::View;

/// The ways of citing.
#[component]
pub(super) fn CiteView(props: &ViewProps) -> Html {
    crate::components::rendered("CiteView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let citing = reader.records.citing();
    let oncopy = use_sender(|words: AttrValue| Action::Copy((&*words).into()));
    html! {
        <View slug="cite" name={messages.cite.clone()} covers={props.covers} {onclose}>
            if let Some(list) = citing { <section class="list"><CitingStyles {list} {oncopy} /></section> }
        </View>
    }
}
