//! How to cite the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::text::plain;
use crate::model::work::{Cited, CitingList};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<CitingList>,
    /// Called when a style's copy button is pressed, with the words to copy.
    #[prop_or_default]
    pub oncopy: Option<Callback<AttrValue>>,
}

/// Draws the article in each style of citing.
#[component]
pub fn Citing(props: &Props) -> Html {
    crate::components::rendered("Citing");
    let messages = use_messages();
    html! {
        <Section id="cite" name={messages.cite.clone()}><CitingStyles ..props.clone() /></Section>
    }
}

/// The styles alone; where their words can be copied, each has a button.
#[component]
pub fn CitingStyles(props: &Props) -> Html {
    crate::components::rendered("CitingStyles");
    let messages = use_messages();
    html! {
        <ul class="cites">
            for cited in &props.list.styles {
                <li data-cite={cited.style.slug()}>
                    <b class="lab">{ cited.style.name() }</b>
                    { " " }
                    <span class="cited">{ rich_text(&cited.text) }</span>
                    { copy(cited, props.oncopy.as_ref(), &messages) }
                </li>
            }
        </ul>
    }
}

fn copy(cited: &Cited, oncopy: Option<&Callback<AttrValue>>, messages: &Messages) -> Option<Html> {
    let words = AttrValue::from(plain(&cited.text));
    let onclick = oncopy?.reform(move |_| words.clone());
    Some(
        html! { <button type="button" class="more" data-act="copy" {onclick}>{ &messages.copy }</button> },
    )
}
