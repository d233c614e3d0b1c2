//! Components as markup, for their tests, and a note to draw. Every message says its own key.

use std::convert::Infallible;
use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::model::kind::Kind;
use crate::model::messages::Messages;
use crate::model::page::{Class, Name, Note, NoteFact, NoteMention};
use crate::model::text::{Span, Text};

#[derive(Clone, PartialEq, Properties)]
struct Props {
    drawn: Html,
}

#[component]
fn Root(props: &Props) -> Html {
    let Ok(messages) = Messages::gather(|key| Ok::<_, Infallible>(key.to_owned()));
    html! {
        <ContextProvider<Rc<Messages>> context={Rc::new(messages)}>
            { props.drawn.clone() }
        </ContextProvider<Rc<Messages>>>
    }
}

/// What is drawn.
pub(super) fn markup(drawn: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(Props { drawn });
    pollster::block_on(renderer.hydratable(false).render())
}

fn text(words: &str) -> Text<String> {
    vec![Span::Words(words.to_owned())]
}

/// An entity that is mentioned three times, in two passages as something.
pub(super) fn note() -> Rc<Note> {
    let mention = |number: u32, passage: Option<&str>| NoteMention {
        number,
        block: number + 10,
        passage: passage.map(text),
    };
    let fact = |class, words: &str| NoteFact {
        class,
        text: text(words),
        claim: None,
        citations: Vec::new(),
    };
    Rc::new(Note {
        entity: "ada".to_owned(),
        kind: Kind::Person,
        name: Name {
            text: "Ada".to_owned(),
            language: "en".to_owned(),
        },
        native: Vec::new(),
        aliases: Vec::new(),
        description: None,
        summary: None,
        facts: vec![
            fact(Class::Article, "one"),
            fact(Class::Article, "two"),
            fact(Class::Later, "three"),
        ],
        relations: Vec::new(),
        mentions: vec![
            mention(1, Some("the mayor")),
            mention(2, None),
            mention(3, Some("the clerk")),
        ],
        place: None,
        links: Vec::new(),
        picture: None,
    })
}
