//! What tests of the reducer share.

use crate::app::reading::{Action, Effect, Reading};

/// Takes the actions in turn; returns the state and the effects of the last.
pub(in crate::app::reading) fn after(actions: &[Action]) -> (Reading, Vec<Effect>) {
    let mut reading = Reading::default();
    let mut last = Vec::new();
    for action in actions {
        (reading, last) = reading.step(action.clone(), 0.0);
    }
    (reading, last)
}
