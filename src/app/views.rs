//! The views: what stands beside the text, or over it on a small window. Each draws its list from the page's records.
//! [`open_view`] shows the one that is open.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::view::Viewing;
use crate::app::reading::{Action, Settings};
use crate::model::messages::Messages;

mod cite;
mod entities;
mod help;
mod map;
pub(super) mod open_view;
mod relations;
mod search;
mod settings;
mod timeline;

/// Properties for each view: what was chosen in it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewProps {
    pub(super) viewing: Viewing,
    /// It takes the whole window.
    pub(super) covers: bool,
    /// Inner size of the window, in CSS pixels.
    pub(super) window: (u32, u32),
    pub(super) settings: Settings,
}

/// What sends actions to the reducer as a view means them: the same as long as the view is shown, so that nothing is drawn
/// anew for it.
#[hook]
fn use_sender<T: 'static>(meaning: fn(T) -> Action) -> Callback<T> {
    let reader = use_reader();
    let sender = use_mut_ref(|| None);
    let mut sender = sender.borrow_mut();
    let sender = sender.get_or_insert_with(|| reader.dispatch.reform(meaning));
    sender.clone()
}

/// "12", or "3 of 12" where not all are listed.
fn count(listed: usize, all: usize, messages: &Messages) -> String {
    if listed == all {
        all.to_string()
    } else {
        Messages::fill_of(&messages.some_of, listed, all)
    }
}
