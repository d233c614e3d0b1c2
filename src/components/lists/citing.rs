//! How to cite the article.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::lists::section::Section;
use crate::components::messages::use_messages;
use crate::components::rich_text::rich_text;
use crate::model::work::CitingList;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<CitingList>,
}

/// Draws the article in each style of citing.
#[component]
pub fn Citing(props: &Props) -> Html {
    let messages = use_messages();
    html! {
        <Section id="cite" name={messages.cite.clone()}>
            <ul class="cites">
                for cited in &props.list.styles {
                    <li data-cite={cited.style.slug()}>
                        <b class="lab">{ cited.style.name() }</b>
                        { " " }
                        <span class="cited">{ rich_text(&cited.text) }</span>
                    </li>
                }
            </ul>
        </Section>
    }
}
