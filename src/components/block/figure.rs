//! A picture with its caption.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::element::around;
use crate::components::mention::words;
use crate::components::picture;
use crate::model::page::PageBlock;

/// Blocks that may stand in the first screen: their pictures are loaded with the page.
const FIRST_SCREEN: u32 = 3;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) block: Rc<PageBlock>,
    /// Bears its number, as in [`Heading`](super::heading::Heading).
    pub(super) numbered: bool,
}

#[component]
pub(super) fn Figure(props: &Props) -> Html {
    crate::components::rendered("Figure");
    let Props { block, numbered } = props;
    let Some(picture) = &block.picture else {
        return Html::default();
    };
    let is_lazy = block.number > FIRST_SCREEN;
    let caption = (!block.text.is_empty()).then(|| words(&block.text));
    let inside = picture::inside(picture, caption, is_lazy);
    around("figure", block, *numbered, inside)
}
