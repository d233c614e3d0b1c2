//! Arcs joined end to end, each walked once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::publish::map::world::grid::{ArcIndex, Point, TURN, number};

/// Chains as long as can be. Where coasts meet, an even number of ends meet, so that their chains close.
pub(super) fn chains(
    steps: impl Iterator<Item = ArcIndex>,
    arcs: &[Vec<Point>],
) -> Vec<Vec<ArcIndex>> {
    let steps: Vec<ArcIndex> = steps.collect();
    let mut open = Open {
        arcs,
        leaving: BTreeMap::new(),
    };
    for step in steps.iter().flat_map(|&step| [step, !step]) {
        let node = open.start(step);
        open.leaving.entry(node).or_default().insert(step);
    }
    steps.iter().filter_map(|&step| open.chain(step)).collect()
}

/// Arcs that no chain has taken yet, by the nodes from which they can be walked.
struct Open<'a> {
    arcs: &'a [Vec<Point>],
    leaving: BTreeMap<Point, BTreeSet<ArcIndex>>,
}

impl Open<'_> {
    /// The chain of a step, forwards and backwards; none if another has taken it.
    fn chain(&mut self, step: ArcIndex) -> Option<Vec<ArcIndex>> {
        if !self.take(step) {
            return None;
        }
        let mut chain = VecDeque::from([step]);
        let mut last = step;
        while let Some(next) = self.leave(self.start(!last)) {
            chain.push_back(next);
            last = next;
        }
        let mut first = step;
        while let Some(before) = self.leave(self.start(first)) {
            first = !before;
            chain.push_front(first);
        }
        Some(chain.into())
    }

    /// Where a step begins. The antimeridian is one place, from either side.
    fn start(&self, step: ArcIndex) -> Point {
        let arc = &self.arcs[number(step)];
        let end = if step < 0 { arc.last() } else { arc.first() };
        let [east, north] = *end.expect("an arc has points");
        [east.rem_euclid(TURN), north]
    }

    /// Takes an arc, whichever way it is walked.
    fn take(&mut self, step: ArcIndex) -> bool {
        [step, !step].into_iter().all(|step| {
            let steps = self.leaving.get_mut(&self.start(step));
            steps.is_some_and(|steps| steps.remove(&step))
        })
    }

    /// Takes an arc that leaves a node.
    fn leave(&mut self, node: Point) -> Option<ArcIndex> {
        let step = *self.leaving.get(&node)?.first()?;
        self.take(step);
        Some(step)
    }
}
