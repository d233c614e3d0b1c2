//! What the editor shows.

use std::rc::Rc;

use yew::Reducible;

use crate::model::editing::{Selection, Steps};

/// Everything that its components share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub dialog: Dialog,
    /// Words are selected that may be linked.
    pub offer: Option<Offer>,
    /// What can be taken back.
    pub steps: Steps,
    pub told: Option<Told>,
}

/// What stands over the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Dialog {
    #[default]
    Shut,
    /// Words are looked for.
    Find,
    /// Words are to be linked.
    Link(Selection),
    /// The form of the entity with this id.
    Entity(String),
}

/// What is offered for selected words.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// None where they reach over several blocks, which no mention can.
    pub selection: Option<Selection>,
    /// Where they end: left, top, right, bottom, in CSS pixels from the window's upper left corner.
    pub place: [f64; 4],
}

/// What came of the last request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Done(String),
    Failed(String),
}

/// What changes the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Offer(Option<Offer>),
    Open(Dialog),
    Close,
    Steps(Steps),
    Told(Told),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Offer(offer) => {
                // What is selected in a dialog is no words of the text.
                if next.dialog == Dialog::Shut {
                    next.offer = offer;
                }
            }
            Action::Open(dialog) => {
                next.offer = None;
                next.told = None;
                next.dialog = dialog;
            }
            Action::Close => next.dialog = Dialog::Shut,
            Action::Steps(steps) => next.steps = steps,
            Action::Told(told) => {
                if matches!(told, Told::Done(_)) {
                    next.dialog = Dialog::Shut;
                }
                next.told = Some(told);
            }
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let state = Rc::new(State::default());
        let state = actions
            .into_iter()
            .fold(state, |state, action| state.reduce(action));
        (*state).clone()
    }

    #[test]
    fn what_is_done_shuts_the_dialog_and_what_failed_does_not() {
        let open = || Action::Open(Dialog::Entity("ada".to_owned()));
        let done = after([open(), Action::Told(Told::Done("Changed Ada".to_owned()))]);
        assert_eq!(done.dialog, Dialog::Shut);
        let failed = after([open(), Action::Told(Told::Failed("full".to_owned()))]);
        assert_eq!(failed.dialog, Dialog::Entity("ada".to_owned()));
        assert!(failed.told.is_some());
    }

    #[test]
    fn a_selection_in_a_dialog_offers_nothing() {
        let offer = Offer {
            selection: None,
            place: [0.0; 4],
        };
        let found = after([Action::Open(Dialog::Find), Action::Offer(Some(offer))]);
        assert_eq!(found.offer, None);
    }
}
