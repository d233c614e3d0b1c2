//! The views: what stands beside the text, or over it on a small window. Each is the page's own list made live, under
//! a head and controls that the page holds ready (`components/panels.rs`).

use yew::prelude::*;

use crate::app::components::tag::classed;
use crate::app::reading::view::{Order, View, Viewing};
use crate::app::records::Records;
use crate::model::words::Words;
use crate::platform::lists::Copy;
use crate::platform::panel::Panel;

mod entities;
mod relations;
mod timeline;

use entities::Entities;
use relations::Relations;
use timeline::Timeline;

/// What the open view shows.
pub(super) struct Content {
    view: View,
    panel: Panel,
    pub(super) body: Body,
}

/// What stands below a view's controls.
pub(super) enum Body {
    Entities(Entities),
    Timeline(Timeline),
    Relations(Relations),
    /// A copy of the page's list, if it has one.
    Copy(Option<Copy>),
}

impl Content {
    /// What a view shows as it opens; `None` where the page lacks what it needs.
    pub(super) fn of(view: View, records: &Records) -> Option<Self> {
        let body = match view {
            View::Entities => Body::Entities(Entities::of(records)?),
            View::Timeline => Body::Timeline(Timeline::of()?),
            View::Relations => Body::Relations(Relations::of()?),
            _ => Body::Copy(Copy::of(view.slug())),
        };
        let panel = Panel::of(view.slug())?;
        Some(Self { view, panel, body })
    }

    /// Brings what is shown in line with what was chosen.
    pub(super) fn update(&mut self, viewing: &Viewing, words: &Words) {
        let (listed, all) = match &mut self.body {
            Body::Entities(entities) => {
                let listed = |kind: &str| viewing.without.iter().all(|one| one.slug() != kind);
                self.panel.choose("kind", listed);
                self.panel
                    .choose("order", |order| Order::from_slug(order) == viewing.order);
                entities.update(viewing)
            }
            Body::Timeline(timeline) => {
                self.panel.select(Some(&viewing.only));
                timeline.update(viewing)
            }
            Body::Relations(relations) => relations.update(viewing),
            Body::Copy(_) => return self.panel.show_settings(),
        };
        let count = if listed == all {
            all.to_string()
        } else {
            Words::fill_of(words.some_of(), listed, all)
        };
        self.panel.say(&count);
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
pub(super) fn view(content: &mut Content, viewing: &Viewing, covers: bool, words: &Words) -> Html {
    let body = match &mut content.body {
        Body::Entities(entities) => entities.draw(words),
        Body::Timeline(timeline) => timeline.draw(),
        Body::Relations(relations) => {
            let hub = content.panel.select(viewing.hub.as_deref());
            relations.draw(&hub.unwrap_or_default(), viewing, words)
        }
        Body::Copy(copy) => copy
            .as_ref()
            .map(Copy::node)
            .map(Html::VRef)
            .unwrap_or_default(),
    };
    let view = content.view.slug();
    classed("section", "view")
        .keyed(view)
        .set("data-view", view)
        .set("data-shown", "")
        .set("role", if covers { "dialog" } else { "region" })
        .maybe("aria-modal", covers.then_some("true"))
        .set("aria-labelledby", "view-name")
        .put(Html::VRef(content.panel.head()))
        .tag(
            classed("div", "view-body")
                .put(Html::VRef(content.panel.controls()))
                .put(body),
        )
        .done()
}
