//! What the interface says, handed down to every component by context.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::messages::Messages;

/// The messages of the page.
#[hook]
pub fn use_messages() -> Rc<Messages> {
    use_context().expect("a provider of messages stands at the root of every tree")
}
