//! The view that is open.

use yew::prelude::*;

use crate::app::reading::Settings;
use crate::app::reading::view::{View, Viewing};
use crate::app::views::ViewProps;
use crate::app::views::cite::CiteView;
use crate::app::views::entities::EntitiesView;
use crate::app::views::help::HelpView;
use crate::app::views::map::MapView;
use crate::app::views::relations::RelationsView;
use crate::app::views::search::SearchView;
use crate::app::views::settings::SettingsView;
use crate::app::views::timeline::TimelineView;

/// Properties for [`OpenView`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct Props {
    pub(in crate::app) view: View,
    pub(in crate::app) viewing: Viewing,
    pub(in crate::app) covers: bool,
    pub(in crate::app) window: (u32, u32),
    pub(in crate::app) settings: Settings,
}

/// The view of that name. To be keyed by it.
#[component]
pub(in crate::app) fn OpenView(props: &Props) -> Html {
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
