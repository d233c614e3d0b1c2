//! Elements as calls. `html!` unrolls every attribute and child where it stands; what the browser's side draws a lot
//! of takes a third of those bytes so.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag, VText};

/// An element under construction.
pub struct Tag(VTag);

/// Begins an element.
pub fn tag(name: &'static str) -> Tag {
    Tag(VTag::new(name))
}

/// Begins an element of a class.
pub fn classed(name: &'static str, class: &'static str) -> Tag {
    tag(name).set("class", class)
}

impl Tag {
    #[must_use]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.0
            .add_attribute(name, AttrValue::from(value.to_owned()));
        self
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
    pub fn keyed(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Sets whether a box is ticked.
    #[must_use]
    pub fn checked(mut self, on: bool) -> Self {
        self.0.set_checked(on);
        self
    }

    /// Sets what is typed in a field.
    #[must_use]
    pub fn typed(mut self, words: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(words.to_owned())));
        self
    }

    /// Adds words.
    #[must_use]
    pub fn say(self, words: &str) -> Self {
        self.put(VText::new(words.to_owned()).into())
    }

    /// Adds an element or whatever else is drawn.
    #[must_use]
    pub fn put(mut self, inside: Html) -> Self {
        self.0.add_child(inside);
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn tag(self, inside: Tag) -> Self {
        self.put(inside.done())
    }

    /// Adds a row of them.
    #[must_use]
    pub fn all(mut self, inside: impl IntoIterator<Item = Html>) -> Self {
        self.0.add_children(inside);
        self
    }

    pub fn done(self) -> Html {
        self.0.into()
    }
}
