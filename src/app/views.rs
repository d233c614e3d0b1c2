//! The views: what stands beside the text, or over it on a small window. Each draws its list from the page's records.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::view::{View, Viewing};
use crate::app::reading::{Action, Settings};
use crate::app::views::cite::CiteView;
use crate::app::views::entities::EntitiesView;
use crate::app::views::help::HelpView;
use crate::app::views::map::MapView;
use crate::app::views::relations::RelationsView;
use crate::app::views::search::SearchView;
use crate::app::views::settings::SettingsView;
use crate::app::views::timeline::TimelineView;
use crate::model::messages::Messages;

mod cite;
mod entities;
mod help;
mod map;
mod relations;
mod search;
mod settings;
mod timeline;

/// Properties for each view: what was chosen in it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewProps {
    pub(super) viewing: Viewing,
    /// It takes the whole window.
    pub(super) covers: bool,
    /// Inner size of the window, in CSS pixels.
    pub(super) window: (u32, u32),
    pub(super) settings: Settings,
}

/// Properties for [`OpenView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) view: View,
    pub(super) viewing: Viewing,
    pub(super) covers: bool,
    pub(super) window: (u32, u32),
    pub(super) settings: Settings,
}

/// The view of that name. To be keyed by it.
#[component]
pub(super) fn OpenView(props: &Props) -> Html {
    crate::components::rendered("OpenView");
    let view = props.view;
    let props = ViewProps {
        viewing: props.viewing.clone(),
        covers: props.covers,
        window: props.window,
        settings: props.settings.clone(),
    };
    match view {
        View::Entities => html! { <EntitiesView ..props /> },
        View::Timeline => html! { <TimelineView ..props /> },
        View::Map => html! { <MapView ..props /> },
        View::Relations => html! { <RelationsView ..props /> },
        View::Search => html! { <SearchView ..props /> },
        View::Settings => html! { <SettingsView ..props /> },
        View::Cite => html! { <CiteView ..props /> },
        View::Help => html! { <HelpView ..props /> },
    }
}

/// What sends actions to the reducer as a view means them: the same as long as the view is shown, so that nothing is drawn
/// anew for it.
#[hook]
fn use_sender<T: 'static>(meaning: fn(T) -> Action) -> Callback<T> {
    let reader = use_reader();
    let sender = use_mut_ref(|| None);
    let mut sender = sender.borrow_mut();
    let sender = sender.get_or_insert_with(|| reader.dispatch.reform(meaning));
    sender.clone()
}

/// "12", or "3 of 12" where not all are listed.
fn count(listed: usize, all: usize, messages: &Messages) -> String {
    if listed == all {
        all.to_string()
    } else {
        Messages::fill_of(&messages.some_of, listed, all)
    }
}
