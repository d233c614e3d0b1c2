//! The open card: a copy of the page's note with what only a card can tell, its trail, its tools and the way along
//! the mentions.

use yew::prelude::*;

use crate::app::components::glyph::icon;
use crate::app::components::occurrence::{Named, Strip, strip};
use crate::app::components::tag::{Tag, classed, tag};
use crate::model::words::Words;

/// What a card shows of an entity, besides what the reader did with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub entity: String,
    /// Slug of its kind.
    pub kind: String,
    /// The copy of its note.
    pub copy: Html,
    /// What else the pressed words mean.
    pub also: Vec<Named>,
    pub strip: Strip,
    /// Whoever is mentioned in the same sentences.
    pub together: Vec<Named>,
    /// Where the trail leads, by name.
    pub behind: Option<String>,
    pub ahead: Option<String>,
}

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    pub sheet: bool,
    pub tall: bool,
    /// There is room for another kept card.
    pub pinnable: bool,
    pub peeks: bool,
    /// All mentions are listed, not only the first ones.
    pub all: bool,
}

/// The card is keyed by its entity: another entity is another element, whatever a translator did to this one.
pub fn card(content: &Content, state: State, words: &Words) -> Html {
    classed("section", "card")
        .keyed(&content.entity)
        .set("role", "dialog")
        .maybe("aria-modal", state.sheet.then_some("true"))
        .set("aria-labelledby", "card-name")
        .set("data-card", &content.entity)
        .set("data-kind", &content.kind)
        .flag("data-tall", state.tall)
        .put(trail(content, words))
        .put(tools(state, words))
        .tag(
            classed("div", "card-body")
                .put(content.copy.clone())
                .put(names("also", words.also_here(), &content.also))
                .put(sentences(&content.strip, state.all, words))
                .put(names("with", words.together(), &content.together)),
        )
        .put(strip(&content.strip, words))
        .done()
}

fn tools(state: State, words: &Words) -> Html {
    let switch = |on: bool| Some(if on { "true" } else { "false" });
    let mut tools = classed("div", "tools");
    if state.sheet {
        tools = tools.tag(
            tool("taller", "taller", words.taller()).maybe("aria-pressed", switch(state.tall)),
        );
    }
    tools
        .tag(tool("peeks", "peek", words.peeks()).maybe("aria-pressed", switch(state.peeks)))
        .tag(tool("pin", "pin", words.pin()).flag("disabled", !state.pinnable))
        .tag(tool("share", "share", words.share()))
        .tag(tool("close", "close", words.close()))
        .done()
}

/// A control that is an icon, and what pressing it does (`src/app/listening.rs`).
pub fn tool(act: &'static str, sign: &'static str, name: &str) -> Tag {
    classed("button", "tool")
        .set("type", "button")
        .set("data-act", act)
        .set("aria-label", name)
        .set("title", name)
        .put(icon(sign))
}

fn trail(content: &Content, words: &Words) -> Html {
    if content.behind.is_none() && content.ahead.is_none() {
        return Html::default();
    }
    let step = |act: &'static str, name: &Option<String>, pattern: &str, sign: &'static str| {
        let Some(name) = name else {
            return Html::default();
        };
        tag("button")
            .set("type", "button")
            .set("data-act", act)
            .set("aria-label", &Words::fill(pattern, name))
            .put(icon(sign))
            .tag(tag("bdi").say(name))
            .done()
    };
    classed("div", "trail")
        .put(step("back", &content.behind, words.trail_back(), "prev"))
        .put(step(
            "forward",
            &content.ahead,
            words.trail_forward(),
            "next",
        ))
        .done()
}

fn label(words: &str) -> Tag {
    classed("h4", "lab").say(words)
}

/// Links to other entities under a label.
fn names(class: &'static str, name: &str, named: &[Named]) -> Html {
    if named.is_empty() {
        return Html::default();
    }
    let links = named.iter().map(|one| {
        let link = classed("a", "mk")
            .set("href", &["#ent-", &one.entity].concat())
            .set("data-kind", &one.kind)
            .maybe("lang", one.language.as_deref())
            .say(&one.name);
        tag("li").tag(link).done()
    });
    classed("section", "names")
        .set("data-names", class)
        .tag(label(name))
        .tag(tag("ul").all(links))
        .done()
}

/// Mentions listed before the reader asks for all.
const LISTED: usize = 6;

/// Every mention with its sentence; each leads there.
fn sentences(strip: &Strip, all: bool, words: &Words) -> Html {
    let count = strip.mentions.len();
    if count < 2 {
        return Html::default();
    }
    let listed = if all { count } else { LISTED };
    let rows = strip
        .mentions
        .iter()
        .enumerate()
        .take(listed)
        .map(|(row, mention)| {
            let [before, said, after] = &mention.sentence;
            let link = tag("a")
                .set("href", &["#", &mention.id].concat())
                .maybe(
                    "aria-current",
                    (strip.current == Some(row)).then_some("true"),
                )
                .tag(classed("span", "num").say(&words.fill_mark(&mention.block.to_string())))
                .tag(tag("q").say(before).tag(tag("b").say(said)).say(after));
            tag("li").tag(link).done()
        });
    let number = count.to_string();
    let mut section = classed("section", "told")
        .tag(label(&Words::fill(words.mentions(), &number)))
        .tag(tag("ol").all(rows));
    if listed < count {
        let more = classed("button", "more")
            .set("type", "button")
            .set("data-act", "all");
        section = section.tag(more.say(&Words::fill(words.all_mentions(), &number)));
    }
    section.done()
}

/// A card kept in the margin: the copy, and a way to let go of it.
pub fn pinned(entity: &str, kind: &str, copy: Html, words: &Words) -> Html {
    classed("section", "card pinned")
        .keyed(entity)
        .set("aria-labelledby", &["pin-", entity].concat())
        .set("data-pinned", entity)
        .set("data-kind", kind)
        .tag(classed("div", "tools").tag(tool("close", "close", words.unpin())))
        .tag(classed("div", "card-body").put(copy))
        .done()
}
