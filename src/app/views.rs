//! The views: what stands beside the text, or over it on a small window. Each is the page's own list made live.

use yew::prelude::*;

use crate::app::components::card::tool;
use crate::app::components::tag::{classed, tag};
use crate::app::reading::view::{View, Viewing};
use crate::app::records::Records;
use crate::model::words::Words;
use crate::platform::lists;

mod entities;

use entities::Entities;

/// What the open view shows.
pub(super) enum Content {
    Entities(Entities),
    /// A copy of the page's list.
    Copy(Html),
}

impl Content {
    /// What a view shows as it opens; `None` where the page lacks its list.
    pub(super) fn of(view: View, records: &Records) -> Option<Self> {
        Some(match view {
            View::Entities => Self::Entities(Entities::of(records)?),
            _ => Self::Copy(Html::VRef(lists::copy(view.slug())?)),
        })
    }
}

/// The id of what takes the focus when a view opens.
pub(super) fn focus_of(view: View) -> &'static str {
    match view {
        View::Search => "search-box",
        _ => "view-name",
    }
}

/// Draws the open view.
pub(super) fn view(
    view: View,
    content: &mut Content,
    viewing: &Viewing,
    covers: bool,
    words: &Words,
) -> Html {
    let (count, body) = match content {
        Content::Entities(entities) => entities.draw(viewing, words),
        Content::Copy(copy) => (String::new(), copy.clone()),
    };
    let name = tag("h2")
        .set("id", "view-name")
        .set("tabindex", "-1")
        .say(name_of(view, words))
        .say(" ")
        .tag(classed("small", "num").say(&count));
    let head =
        classed("header", "view-head")
            .tag(name)
            .tag(tool("close-view", "close", words.close()));
    classed("section", "view")
        .keyed(view.slug())
        .set("data-view", view.slug())
        .set("data-shown", "")
        .set("role", if covers { "dialog" } else { "region" })
        .maybe("aria-modal", covers.then_some("true"))
        .set("aria-labelledby", "view-name")
        .tag(head)
        .tag(classed("div", "view-body").put(body))
        .done()
}

fn name_of(view: View, words: &Words) -> &str {
    match view {
        View::Entities => words.entities(),
        View::Timeline => words.timeline(),
        View::Map => words.map(),
        View::Relations => words.relations(),
        View::Search => words.search(),
        View::Settings => words.settings(),
        View::Cite => words.cite(),
        View::Help => words.help(),
    }
}
