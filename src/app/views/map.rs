//! The map: the part that a reader chose, and the page's list of places below it.

use yew::prelude::*;

use crate::app::components::card::tool;
use crate::app::components::markup::draw;
use crate::app::reading::view::{Sight, Viewing};
use crate::app::records::Records;
use crate::components::map_drawing::geometry::{Window, clusters};
use crate::components::map_drawing::{lengths, map};
use crate::model::messages::Messages;
use crate::model::page::Atlas;
use crate::platform::layout::atlas_width;
use crate::platform::lists::Copy;
use crate::platform::notes;

/// The atlas with the names of its places, and the list.
pub(in crate::app) struct Map {
    atlas: Atlas,
    names: Vec<String>,
    copy: Copy,
}

impl Map {
    pub(super) fn of(records: &Records) -> Option<Self> {
        let atlas = records.atlas()?;
        let mut names = Vec::new();
        for pin in &atlas.places {
            names.push(notes::name_of(&pin.entity).unwrap_or_default());
        }
        Some(Self {
            atlas,
            names,
            copy: Copy::of("map")?,
        })
    }

    pub(super) fn count(&self) -> (usize, usize) {
        (self.names.len(), self.names.len())
    }

    /// What is seen: as chosen, or around an entity, or everything.
    fn window(&self, viewing: &Viewing) -> Window {
        let whole = Window::whole(&self.atlas);
        match &viewing.sight {
            Sight::Whole => whole,
            Sight::Window(window) => *window,
            Sight::Around(entity) => {
                let pin = self.atlas.places.iter().find(|pin| *pin.entity == **entity);
                pin.map_or(whole, |pin| Window::around(&self.atlas, pin))
            }
        }
    }

    /// The window after a move: enlarged about a point, then drawn along; figures as in [`Window`].
    pub(in crate::app) fn moved(
        &self,
        viewing: &Viewing,
        hundredths: i32,
        at: (i32, i32),
        by: (i32, i32),
    ) -> Window {
        let window = self.window(viewing).zoom(&self.atlas, hundredths, at);
        window.pan(&self.atlas, by.0, by.1)
    }

    pub(super) fn draw(&self, viewing: &Viewing, words: &Messages) -> Html {
        let (window, width) = (self.window(viewing), atlas_width());
        draw!(
            "<div class=atlas role=group aria-label={0} tabindex=0>{1}<div class=zoom>{2}{3}{4}</div></div>{5}{6}",
            words.map.as_str(),
            map(&self.atlas, &self.names(), window, width),
            tool("zoom-in", "plus", words.zoom_in.as_str()),
            tool("zoom-out", "minus", words.zoom_out.as_str()),
            tool("zoom-whole", "whole", words.zoom_whole.as_str()),
            self.cluster(viewing, window, width),
            Html::VRef(self.copy.node()),
        )
    }

    fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// The places of a dot that stands for several.
    fn cluster(&self, viewing: &Viewing, window: Window, width: i32) -> Html {
        let clusters = clusters(&self.atlas, window, width, &lengths(&self.names()));
        let Some(cluster) = viewing.cluster.and_then(|row| clusters.get(row)) else {
            return Html::default();
        };
        let mut links = Vec::new();
        for &row in &cluster.rows {
            if let (Some(pin), Some(name)) = (self.atlas.places.get(row), self.names.get(row)) {
                links.push(draw!(
                    "<li><a class=name href=\"#ent-{0}\" data-kind=place>{1}</a></li>",
                    pin.entity,
                    name,
                ));
            }
        }
        draw!("<ul class=cluster>{0}</ul>", links)
    }
}
