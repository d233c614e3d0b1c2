//! Elements as calls. `html!` unrolls every attribute and child where it stands; what the browser's side draws a lot
//! of takes a third of those bytes so.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VNode, VTag, VText};

/// An element under construction. Behind a pointer, so that a call moves four bytes and not the element.
pub struct Tag(Rc<VTag>);

/// Begins an element.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Rc::new(VTag::new(name)))
}

/// Begins an element of a class.
pub fn classed(name: &'static str, class: &'static str) -> Tag {
    tag(name).set("class", class)
}

impl Tag {
    /// Changes the element, which nobody else holds before it is done.
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(element) = Rc::get_mut(&mut self.0) {
            change(element);
        }
        self
    }

    #[must_use]
    #[inline(never)]
    pub fn set(self, name: &'static str, value: &str) -> Self {
        self.change(|element| element.add_attribute(name, AttrValue::from(value.to_owned())))
    }

    /// Sets an attribute that may be absent.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets an attribute that says by its presence.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.maybe(name, on.then_some(""))
    }

    /// Another key is another element, whatever others did to this one.
    #[must_use]
    pub fn keyed(self, key: &str) -> Self {
        self.change(|element| element.key = Some(Key::from(key)))
    }

    /// Sets whether a box is ticked.
    #[must_use]
    pub fn checked(self, on: bool) -> Self {
        self.change(|element| element.set_checked(on))
    }

    /// Sets what is typed in a field.
    #[must_use]
    pub fn typed(self, words: &str) -> Self {
        self.change(|element| element.set_value(Some(AttrValue::from(words.to_owned()))))
    }

    /// Adds words.
    #[must_use]
    pub fn say(self, words: &str) -> Self {
        self.put(VText::new(words.to_owned()).into())
    }

    /// Adds an element or whatever else is drawn.
    #[must_use]
    #[inline(never)]
    pub fn put(self, inside: Html) -> Self {
        self.change(|element| element.add_child(inside))
    }

    /// Adds an element.
    #[must_use]
    pub fn tag(self, inside: Tag) -> Self {
        self.put(inside.done())
    }

    /// Adds a row of them.
    #[must_use]
    pub fn all(mut self, inside: impl IntoIterator<Item = Html>) -> Self {
        for one in inside {
            self = self.put(one);
        }
        self
    }

    pub fn done(self) -> Html {
        VNode::VTag(self.0)
    }
}
