//! The bar at the top, the dock at the foot of a phone: the site's name and the ways into the views.

use yew::prelude::*;

use crate::components::icon::icon;
use crate::components::messages::use_messages;
use crate::components::picture;
use crate::model::page::Picture;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The site's name.
    pub site: AttrValue,
    /// The site's logo.
    #[prop_or_default]
    pub logo: Option<Picture>,
    /// Address of the site's root from the page.
    pub home: AttrValue,
    /// The article's title.
    pub title: AttrValue,
    /// The views that would be empty, by slug; none leads into them.
    #[prop_or_default]
    pub empty: Vec<&'static str>,
}

/// Draws the bar. The ways in are links to the lists at the end of the page, so they work without scripts; search and
/// settings are the app's, and without it their links are not shown.
#[component]
pub fn Bar(props: &Props) -> Html {
    crate::components::rendered("Bar");
    let messages = use_messages();
    let views = [
        ("search", &messages.search),
        ("entities", &messages.entities),
        ("timeline", &messages.timeline),
        ("map", &messages.map),
        ("relations", &messages.relations),
    ];
    html! {
        <header class="bar">
            <p class="bar-name">
                <a href={&props.home}>
                    if let Some(logo) = &props.logo { { picture::logo(logo) } }
                    { &props.site }
                </a>
                <span class="now" aria-hidden="true">{ &props.title }</span>
            </p>
            <nav class="tabs" aria-label={messages.views.clone()}>
                for (view, name) in views.into_iter().filter(|(view, _)| !props.empty.contains(view)) {
                    <a href={["#", view].concat()} data-open-view={view}>{ icon(view) }<span>{ name }</span></a>
                }
                <a href="#settings" data-open-view="settings"><i class="letters"></i><span>{ &messages.settings }</span></a>
            </nav>
        </header>
    }
}
