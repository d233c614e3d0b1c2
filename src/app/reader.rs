//! What every component of the explorer can reach: where it lives, what the page says, and the way to the reducer.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::reading::Action;
use crate::app::records::Records;
use crate::model::page::Frame;
use crate::platform::host::Host;

/// What the explorer's components share. It never changes while the page stands.
#[derive(Clone, PartialEq)]
pub(super) struct Reader {
    pub(super) host: Rc<Host>,
    pub(super) frame: Rc<Frame>,
    pub(super) records: Records,
    /// Sends an action to the reducer.
    pub(super) dispatch: Callback<Action>,
}

impl Reader {
    /// What sets choices of this explorer apart from those of others in the document; nothing in a page of its own.
    pub(super) fn scope(&self) -> AttrValue {
        if self.host.is_page() {
            AttrValue::default()
        } else {
            self.host.storage_prefix.clone().into()
        }
    }
}

/// The explorer's shared parts.
///
/// # Panics
/// Outside the explorer's tree.
#[hook]
pub(super) fn use_reader() -> Reader {
    use_context().expect("the explorer provides its records and its reducer")
}
