//! The views: what stands beside the text, or over it on a small window. Each is the page's own list made live, under
//! a head and controls that the page holds ready (`components/panels.rs`).

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::app::reading::view::{Order, View, Viewing};
use crate::app::records::Records;
use crate::components::map_drawing::geometry::Window;
use crate::model::messages::Messages;
use crate::platform::lists::{self, Copy};
use crate::platform::panel::Panel;

mod entities;
mod map;
mod relations;
pub(super) mod search;
mod timeline;

use entities::Entities;
use map::Map;
use relations::Relations;
use search::Search;
use timeline::Timeline;

/// What the open view shows.
pub(super) struct Content {
    view: View,
    panel: Panel,
    body: Body,
}

/// What stands below a view's controls.
enum Body {
    Entities(Entities),
    Timeline(Timeline),
    Map(Map),
    Relations(Relations),
    Search(Box<Search>),
    /// A copy of the page's list, if it has one.
    Copy(Option<Copy>),
}

impl Content {
    /// What a view shows as it opens; `None` where the page lacks what it needs.
    pub(super) fn of(view: View, records: &Records, words: &Messages) -> Option<Self> {
        let body = match view {
            View::Entities => Body::Entities(Entities::of(records)?),
            View::Timeline => Body::Timeline(Timeline::of()?),
            View::Map => Map::of(records).map_or(Body::Copy(Copy::of("map")), Body::Map),
            View::Relations => Body::Relations(Relations::of()?),
            View::Search => Body::Search(Box::new(Search::of(records))),
            _ => Body::Copy(Copy::of(view.slug())),
        };
        if let (View::Cite, Body::Copy(Some(copy))) = (view, &body) {
            lists::offer_copies(copy, words.copy.as_str());
        }
        let panel = Panel::of(view.slug())?;
        Some(Self { view, panel, body })
    }

    /// Brings what is shown in line with what was chosen.
    pub(super) fn update(&mut self, viewing: &Viewing, words: &Messages) {
        let (listed, all) = match &mut self.body {
            Body::Entities(entities) => {
                let listed = |kind: &str| viewing.without.iter().all(|one| one.slug() != kind);
                self.panel.choose("kind", &listed);
                let ordered = |order: &str| Order::from_slug(order) == viewing.order;
                self.panel.choose("order", &ordered);
                entities.update(viewing)
            }
            Body::Timeline(timeline) => {
                self.panel.select(Some(&viewing.only));
                timeline.update(viewing)
            }
            Body::Map(map) => map.count(),
            Body::Relations(relations) => {
                self.panel.press("whole", viewing.whole);
                let hub = self.panel.select(viewing.hub.as_deref());
                relations.update(hub.unwrap_or_default(), viewing)
            }
            Body::Search(search) => {
                search.update(viewing);
                return self
                    .panel
                    .follow(&viewing.query, search.count(), viewing.active);
            }
            Body::Copy(_) => return self.panel.show_settings(),
        };
        let count = if listed == all {
            all.to_string()
        } else {
            Messages::fill_of(words.some_of.as_str(), listed, all)
        };
        self.panel.say(&count);
    }
}

impl Content {
    pub(super) fn search(&self) -> Option<&Search> {
        match &self.body {
            Body::Search(search) => Some(search),
            _ => None,
        }
    }

    pub(super) fn timeline(&self) -> Option<&Timeline> {
        match &self.body {
            Body::Timeline(timeline) => Some(timeline),
            _ => None,
        }
    }

    /// The part of the map that a move leads to; figures as in [`Window`].
    pub(super) fn moved_map(
        &self,
        viewing: &Viewing,
        hundredths: i32,
        at: (i32, i32),
        by: (i32, i32),
    ) -> Option<Window> {
        match &self.body {
            Body::Map(map) => Some(map.moved(viewing, hundredths, at, by)),
            _ => None,
        }
    }

    /// Reads on for the search; whether there is more to read.
    pub(super) fn read(&mut self) -> bool {
        match &mut self.body {
            Body::Search(search) => search.read(),
            _ => false,
        }
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
pub(super) fn view(content: &Content, viewing: &Viewing, covers: bool, words: &Messages) -> Html {
    let body = match &content.body {
        Body::Entities(entities) => entities.draw(words),
        Body::Timeline(timeline) => timeline.draw(),
        Body::Map(map) => map.draw(viewing, words),
        Body::Relations(relations) => {
            let hub = content.panel.select(viewing.hub.as_deref());
            relations.draw(&hub.unwrap_or_default(), viewing, words)
        }
        Body::Search(search) => search.draw(viewing, words),
        Body::Copy(Some(copy)) => Html::VRef(copy.node()),
        Body::Copy(None) => Html::default(),
    };
    draw!(
        "<section class=view key={0} data-view={0} data-shown role={1} aria-modal={2} aria-labelledby=view-name>\
            {3}<div class=view-body>{4}{5}</div></section>",
        content.view.slug(),
        if covers { "dialog" } else { "region" },
        covers.then_some("true"),
        Html::VRef(content.panel.head()),
        Html::VRef(content.panel.controls()),
        body,
    )
}
