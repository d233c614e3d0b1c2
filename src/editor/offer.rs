//! What is offered at selected words.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::state::{Dialog, Offer};
use crate::platform::host::Host;
use crate::platform::layout;

/// From the words to the bar, in CSS pixels.
const GAP: f64 = 8.0;
/// Of the bar with what stands around it.
const SIZE: (f64, f64) = (180.0, 60.0);

/// Properties for [`OfferBar`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) host: Rc<Host>,
    pub(super) offer: Offer,
    pub(super) onopen: Callback<Dialog>,
}

/// A bar below the end of the words; by touch at the foot of the window, since the system's own menu stands at the words.
#[component]
pub(super) fn OfferBar(props: &Props) -> Html {
    crate::components::rendered("OfferBar");
    let place = props.offer.place;
    use_effect_with(place, {
        let host = props.host.clone();
        move |[_, top, right, bottom]| {
            let (width, height) = layout::window_size();
            let left = (right - SIZE.0 / 2.0).clamp(GAP, (f64::from(width) - SIZE.0).max(GAP));
            let below = bottom + GAP;
            let top = if below + SIZE.1 > f64::from(height) {
                top - SIZE.1
            } else {
                below
            };
            layout::set_place(&host, ".offer", left, top.max(GAP), 0.0);
        }
    });
    // A press would take the selection away before it is one.
    let onpointerdown = Callback::from(|event: PointerEvent| event.prevent_default());
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let button = match &props.offer.selection {
        Some(selection) => {
            let dialog = Dialog::Link(selection.clone());
            let onclick = props.onopen.reform(move |_: MouseEvent| dialog.clone());
            html! { <button type="button" class="plain" {onclick}>{ "Link to…" }</button> }
        }
        None => html! { <p>{ "Select words of one paragraph to link them." }</p> },
    };
    html! { <div class="offer" role="group" aria-label="Selected words" {onpointerdown} {onmousedown}>{ button }</div> }
}
