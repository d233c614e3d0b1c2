//! The items at the foot of the window, and what they do.

use yew::prelude::*;

use crate::app::measured;
use crate::app::reader::use_reader;
use crate::app::reading::Action;
use crate::components::foot_bar::{FootAction, FootBar, FootBarItems};

/// Properties for [`Foot`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) items: FootBarItems,
}

/// The bar at the foot.
#[component]
pub(super) fn Foot(props: &Props) -> Html {
    crate::components::rendered("Foot");
    let reader = use_reader();
    let onact = use_callback(reader, |action, reader| {
        reader.dispatch.emit(match action {
            FootAction::Back => measured::return_to_text(),
            FootAction::Resume => Action::Resume,
            FootAction::Quote => Action::Quote,
            FootAction::Hit { forward } => measured::walk(&reader.host, forward),
            FootAction::CloseCopy => Action::ForgetCopy(None),
            FootAction::End => Action::EndGoing,
        });
    });
    html! { <FootBar items={props.items.clone()} {onact} /> }
}
