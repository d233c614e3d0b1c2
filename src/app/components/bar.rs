//! The bar at the top, the dock at the foot of a phone: the site's name and the ways into the views.

use yew::prelude::*;

use crate::app::components::glyph::icon;
use crate::model::messages::Messages;

/// Draws the bar. The ways in are links to the lists at the end of the page, so they work without scripts.
pub fn bar(site: &str, home: &str, title: &str, words: &Messages) -> Html {
    let views = [
        ("search", words.search.as_str()),
        ("entities", words.entities.as_str()),
        ("timeline", words.timeline.as_str()),
        ("map", words.map.as_str()),
        ("relations", words.relations.as_str()),
    ];
    // Search and settings are the app's; without it their links are not shown.
    let links = views.iter().map(|(view, word)| {
        html! { <a href={["#", view].concat()} data-open-view={*view}>{ icon(view) }<span>{ *word }</span></a> }
    });
    html! {
        <header class="bar">
            <p class="bar-name"><a href={home.to_owned()}>{ site }</a><span class="now" aria-hidden="true">{ title }</span></p>
            <nav class="tabs" aria-label={words.views.clone()}>
                { for links }
                <a href="#settings" data-open-view="settings" aria-label={words.settings.clone()}><span aria-hidden="true">{ "Aa" }</span></a>
            </nav>
        </header>
    }
}
