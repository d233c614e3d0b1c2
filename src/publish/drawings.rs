//! Drawings of a build: each is made once, however many pages show the same facts.

use std::sync::Arc;

use crate::model::page::Timeline;
use crate::model::when::When;
use crate::publish::graph::{self, Drawing, Edge, Node};
use crate::publish::map::{self, Map, NamedPlace};
use crate::publish::memory::Memory;
use crate::publish::messages::PublishMessages;
use crate::publish::timeline;

/// What a timeline is drawn from: earliest and latest day and vagueness of each date, the width, the messages.
type Dated = (Vec<(i32, i32, bool)>, u32, [String; 2]);

/// What has been drawn so far, by what it was drawn from.
#[derive(Default)]
pub(in crate::publish) struct Drawings {
    maps: Memory<String, Option<Map>>,
    graphs: Memory<(Vec<Node>, Vec<Edge>), Drawing>,
    timelines: Memory<Dated, Option<Timeline>>,
}

impl Drawings {
    /// The map round places, as [`map::map`] draws it.
    pub(in crate::publish) fn map(&self, named_places: &[NamedPlace]) -> Arc<Option<Map>> {
        let facts = format!("{named_places:?}");
        self.maps.get(facts, || map::map(named_places))
    }

    /// The graph of relations, as [`graph::layout`] draws it.
    pub(in crate::publish) fn graph(&self, nodes: &[Node], edges: &[Edge]) -> Arc<Drawing> {
        let facts = (nodes.to_vec(), edges.to_vec());
        self.graphs.get(facts, || graph::layout(nodes, edges))
    }

    /// Dates to scale, as [`timeline::timeline`] draws them.
    pub(in crate::publish) fn timeline(
        &self,
        dates: &[&When],
        width: u32,
        messages: &PublishMessages,
    ) -> Arc<Option<Timeline>> {
        let days = dates
            .iter()
            .map(|date| (date.earliest, date.latest, date.vague));
        let said = [messages.months.clone(), messages.before_christ.clone()];
        let draw = || timeline::timeline(dates, width, messages);
        self.timelines.get((days.collect(), width, said), draw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_relations_are_laid_out_once() {
        let drawings = Drawings::default();
        let nodes = [Node { width: 40 }, Node { width: 60 }];
        let edges = [Edge {
            from: 0,
            to: 1,
            label: 20,
        }];
        let once = drawings.graph(&nodes, &edges);
        assert!(Arc::ptr_eq(&once, &drawings.graph(&nodes, &edges)));
        assert_ne!(once, drawings.graph(&nodes, &[]));
    }

    #[test]
    fn places_that_differ_in_a_name_have_maps_of_their_own() {
        let place = crate::model::site::Place {
            latitude: 43.2,
            longitude: 76.9,
            approximate: false,
            extent: None,
        };
        let named_place = |name| {
            [NamedPlace {
                entity: "a",
                names: vec![name],
                place,
            }]
        };
        let drawings = Drawings::default();
        let once = drawings.map(&named_place("Almaty"));
        assert!(Arc::ptr_eq(&once, &drawings.map(&named_place("Almaty"))));
        assert!(!Arc::ptr_eq(
            &once,
            &drawings.map(&named_place("Kazakhstan"))
        ));
    }
}
