//! Markup with places, drawn while the app runs. What the browser's side draws is written so: a template is text, which
//! compresses three times better than calls that build the same elements, and far better than what `html!` unrolls.
//!
//! ```text
//! <a class=name href="#ent-{0}" data-kind={1}>{2}</a>
//! ```
//!
//! A place is a digit in braces. In a value it is replaced by words; an attribute that is one absent place is left out.
//! Between tags it is replaced by words or by what else was drawn. `key` is Yew's.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

/// What stands in a place: borrowed, so that a call only points at it.
#[derive(Clone, Copy)]
pub enum Part<'a> {
    Words(&'a str),
    Number(i32),
    Drawn(&'a Html),
    List(&'a [Html]),
    Absent,
}

/// What can stand in a place.
pub trait AsPart {
    fn part(&self) -> Part<'_>;
}

impl AsPart for str {
    fn part(&self) -> Part<'_> {
        Part::Words(self)
    }
}

impl<T: AsPart + ?Sized> AsPart for &T {
    fn part(&self) -> Part<'_> {
        (**self).part()
    }
}

impl AsPart for String {
    fn part(&self) -> Part<'_> {
        Part::Words(self)
    }
}

impl AsPart for i32 {
    fn part(&self) -> Part<'_> {
        Part::Number(*self)
    }
}

impl AsPart for u32 {
    fn part(&self) -> Part<'_> {
        Part::Number(*self as i32)
    }
}

impl AsPart for usize {
    fn part(&self) -> Part<'_> {
        Part::Number(*self as i32)
    }
}

impl AsPart for Html {
    fn part(&self) -> Part<'_> {
        Part::Drawn(self)
    }
}

impl AsPart for [Html] {
    fn part(&self) -> Part<'_> {
        Part::List(self)
    }
}

impl AsPart for Vec<Html> {
    fn part(&self) -> Part<'_> {
        Part::List(self)
    }
}

/// An attribute that says by its presence.
impl AsPart for bool {
    fn part(&self) -> Part<'_> {
        if *self { Part::Words("") } else { Part::Absent }
    }
}

impl<T: AsPart> AsPart for Option<T> {
    fn part(&self) -> Part<'_> {
        self.as_ref().map_or(Part::Absent, AsPart::part)
    }
}

/// Draws a template with its places filled: `draw!("<b>{0}</b>", words)`.
macro_rules! draw {
    ($template:expr $(, $part:expr)* $(,)?) => {
        $crate::app::components::markup::fill($template, &[$($crate::app::components::markup::AsPart::part(&$part)),*])
    };
}
pub(crate) use draw;

/// Draws a template with its places filled.
#[inline(never)]
pub fn fill(template: &'static str, parts: &[Part]) -> Html {
    let mut reader = Reader {
        rest: template,
        parts,
    };
    let mut drawn = reader.children();
    match drawn.len() {
        1 => drawn.remove(0),
        _ => list(drawn),
    }
}

fn list(drawn: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(drawn, None)))
}

struct Reader<'a> {
    rest: &'static str,
    parts: &'a [Part<'a>],
}

impl Reader<'_> {
    /// What stands up to one of `ends`, which are ASCII; the reader then stands before it.
    fn until(&mut self, ends: &[u8]) -> &'static str {
        let at = self.rest.bytes().position(|one| ends.contains(&one));
        let parted = self.rest.split_at_checked(at.unwrap_or(self.rest.len()));
        let (before, rest) = parted.unwrap_or((self.rest, ""));
        self.rest = rest;
        before
    }

    /// Steps over one letter, if it is that.
    fn skip(&mut self, what: char) -> bool {
        let rest = self.rest.strip_prefix(what);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What stands in the place that begins here.
    fn part(&mut self) -> Part<'_> {
        self.skip('{');
        let number = self.until(b"}").bytes().next().unwrap_or_default();
        self.skip('}');
        let part = self.parts.get(usize::from(number.wrapping_sub(b'0')));
        part.copied().unwrap_or(Part::Absent)
    }

    /// Everything up to an end tag.
    fn children(&mut self) -> Vec<Html> {
        let mut drawn = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with("</") {
            if self.rest.starts_with('{') {
                match self.part() {
                    Part::Words(words) => drawn.push(VText::new(words.to_owned()).into()),
                    Part::Number(number) => drawn.push(VText::new(number.to_string()).into()),
                    Part::Drawn(html) => drawn.push(html.clone()),
                    Part::List(list) => drawn.extend_from_slice(list),
                    Part::Absent => {}
                }
            } else if self.skip('<') {
                drawn.push(self.element());
            } else {
                drawn.push(VText::new(self.until(b"<{")).into());
            }
        }
        drawn
    }

    /// The element whose name comes next.
    fn element(&mut self) -> Html {
        let mut element = VTag::new(self.until(b" >/"));
        // Whole lists of attributes and children: adding to what stands there costs 3 kB of WASM.
        let mut attributes = Attributes::IndexMap(Rc::default());
        while self.skip(' ') {
            let (name, value) = self.attribute();
            if name == "key" {
                element.key = value.map(Key::from);
            } else if let Some(value) = value
                && let Attributes::IndexMap(map) = &mut attributes
                && let Some(map) = Rc::get_mut(map)
            {
                let value = AttributeOrProperty::Attribute(value.into());
                map.insert(AttrValue::Static(name), value);
            }
        }
        element.set_attributes(attributes);
        let alone = self.skip('/');
        self.skip('>');
        if !alone {
            let inside = self.children();
            if let Some(children) = element.children_mut() {
                *children = list(inside);
            }
            self.until(b">");
            self.skip('>');
        }
        VNode::VTag(Rc::new(element))
    }

    /// The attribute that comes next; no value where it is one absent place.
    fn attribute(&mut self) -> (&'static str, Option<String>) {
        let name = self.until(b"= >/");
        let mut value = String::new();
        let mut absent = false;
        if self.skip('=') {
            let quoted = self.skip('"');
            let ends: &[u8] = if quoted { b"\"{" } else { b" >/{" };
            loop {
                value.push_str(self.until(ends));
                if !self.rest.starts_with('{') {
                    break;
                }
                match self.part() {
                    Part::Words(words) => value.push_str(words),
                    Part::Number(number) => value.push_str(&number.to_string()),
                    Part::Drawn(_) | Part::List(_) | Part::Absent => absent = true,
                }
            }
            if quoted {
                self.skip('"');
            }
        }
        (name, (!absent).then_some(value))
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    #[derive(Clone, PartialEq, Properties)]
    struct Props {
        drawn: Html,
    }

    #[component]
    fn Show(props: &Props) -> Html {
        props.drawn.clone()
    }

    #[track_caller]
    fn check(drawn: Html, markup: &str) {
        let renderer = LocalServerRenderer::<Show>::with_props(Props { drawn });
        assert_eq!(
            pollster::block_on(renderer.hydratable(false).render()),
            markup
        );
    }

    #[test]
    fn places_are_filled_with_words_and_drawings() {
        let inner = draw!("<b>{0}</b>", "a < b");
        check(
            draw!(
                "<p class=one id=\"m-{0}-{1}\">x {0} {2}</p><i/>",
                "k",
                "2",
                inner
            ),
            "<p class=\"one\" id=\"m-k-2\">x k <b>a &lt; b</b></p><i></i>",
        );
    }

    #[test]
    fn an_attribute_that_is_absent_is_left_out() {
        check(
            draw!(
                "<p lang={0} hidden={1} data-x={2}></p>",
                None::<&str>,
                false,
                true
            ),
            "<p data-x=\"\"></p>",
        );
    }

    #[test]
    fn lists_stand_in_one_place() {
        let rows: Vec<Html> = ["1", "2"].map(|row| draw!("<li>{0}</li>", row)).into();
        check(draw!("<ul>{0}</ul>", rows), "<ul><li>1</li><li>2</li></ul>");
    }
}
