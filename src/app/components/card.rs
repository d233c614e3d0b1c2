//! The open card: a copy of the page's note with what only a card can tell, its trail, its tools and the way along
//! the mentions.

use yew::prelude::*;

use crate::app::components::markup::draw;
use crate::app::components::occurrence::{Named, Strip, strip};
use crate::components::icon::icon;
use crate::model::messages::Messages;

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
    /// Copies of the timeline's rows about it.
    pub events: Vec<Html>,
    /// Where it lies, drawn small.
    pub locator: Html,
    /// Where along the article it is mentioned, in thousandths of its height.
    pub marks: Vec<u32>,
    /// It has relations to others of the page.
    pub related: bool,
    /// The address of a message to the publisher about it.
    pub report: Option<String>,
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
pub fn card(content: &Content, state: State, words: &Messages) -> Html {
    let body = draw!(
        "{0}{1}{2}{3}{4}{5}{6}",
        content.copy,
        names("also", words.also_here.as_str(), &content.also),
        content.locator,
        sentences(&content.strip, state.all, words),
        names("with", words.together.as_str(), &content.together),
        dates(content, words),
        explore(content, words),
    );
    draw!(
        "<section class=card key={0} role=dialog aria-modal={1} aria-labelledby=card-name data-card={0} data-kind={2} data-tall={3}>\
            {4}{5}<div class=card-body>{6}</div>{7}</section>",
        &content.entity,
        state.sheet.then_some("true"),
        &content.kind,
        state.tall,
        trail(content, words),
        tools(state, words),
        body,
        strip(&content.strip, words),
    )
}

fn tools(state: State, words: &Messages) -> Html {
    let tall = Some(state.tall);
    let taller = || switch("taller", "taller", words.taller.as_str(), tall, true);
    let peeks = Some(state.peeks);
    draw!(
        "<div class=tools>{0}{1}{2}{3}{4}</div>",
        state.sheet.then(taller),
        switch("peeks", "peek", words.peeks.as_str(), peeks, true),
        switch("pin", "pin", words.pin.as_str(), None, state.pinnable),
        tool("share", "share", words.share.as_str()),
        tool("close", "close", words.close.as_str()),
    )
}

/// A control that is an icon, and what pressing it does (`src/app/listening/controls.rs`).
pub fn tool(act: &str, sign: &str, name: &str) -> Html {
    switch(act, sign, name, None, true)
}

/// One that says whether it is on, or cannot be pressed now.
fn switch(act: &str, sign: &str, name: &str, pressed: Option<bool>, enabled: bool) -> Html {
    let pressed = pressed.map(|on| if on { "true" } else { "false" });
    draw!(
        "<button class=tool type=button data-act={0} aria-label={1} title={1} aria-pressed={2} disabled={3}>{4}</button>",
        act,
        name,
        pressed,
        !enabled,
        icon(sign),
    )
}

fn trail(content: &Content, words: &Messages) -> Html {
    if content.behind.is_none() && content.ahead.is_none() {
        return Html::default();
    }
    let step = |act: &str, name: &Option<String>, pattern: &str, sign: &str| match name {
        Some(name) => draw!(
            "<button type=button data-act={0} aria-label={1}>{2}<bdi>{3}</bdi></button>",
            act,
            &Messages::fill(pattern, name),
            icon(sign),
            name,
        ),
        None => Html::default(),
    };
    draw!(
        "<div class=trail>{0}{1}</div>",
        step("back", &content.behind, words.trail_back.as_str(), "prev"),
        step(
            "forward",
            &content.ahead,
            words.trail_forward.as_str(),
            "next"
        ),
    )
}

/// Links to other entities under a label.
fn names(class: &str, name: &str, named: &[Named]) -> Html {
    if named.is_empty() {
        return Html::default();
    }
    let mut links = Vec::new();
    for one in named {
        links.push(draw!(
            "<li><a class=mk href=\"#ent-{0}\" data-kind={1} lang={2}>{3}</a></li>",
            one.entity,
            one.kind,
            one.language,
            one.name,
        ));
    }
    draw!(
        "<section class=names data-names={0}><h4 class=lab>{1}</h4><ul>{2}</ul></section>",
        class,
        name,
        links,
    )
}

/// Dates listed before the reader goes to the timeline.
const DATES: usize = 6;

fn dates(content: &Content, words: &Messages) -> Html {
    if content.events.is_empty() {
        return Html::default();
    }
    let listed = content.events.get(..DATES).unwrap_or(&content.events);
    draw!(
        "<section class=its-dates><h4 class=lab>{0}</h4><ol class=dates>{1}</ol></section>",
        words.dates_of.as_str(),
        listed,
    )
}

/// Ways into the views, where they show this entity.
fn explore(content: &Content, words: &Messages) -> Html {
    let (dated, related) = (!content.events.is_empty(), content.related);
    if !dated && !related && content.report.is_none() {
        return Html::default();
    }
    let way = |view: &str, name: &str| {
        draw!(
            "<li><a href=\"#{0}\" data-open-view={0} data-value={1}>{2}{3}</a></li>",
            view,
            content.entity,
            icon(view),
            name,
        )
    };
    let report = content.report.as_ref();
    draw!(
        "<section class=\"names explore\"><h4 class=lab>{0}</h4><ul>{1}{2}{3}</ul></section>",
        words.explore.as_str(),
        dated.then(|| way("timeline", words.timeline.as_str())),
        related.then(|| way("relations", words.relations.as_str())),
        report.map(|contact| draw!(
            "<li><a href={0}>{1}</a></li>",
            contact,
            words.report.as_str()
        )),
    )
}

/// Mentions listed before the reader asks for all.
const LISTED: usize = 6;

/// Every mention with its sentence; each leads there.
fn sentences(strip: &Strip, all: bool, words: &Messages) -> Html {
    let count = strip.mentions.len();
    if count < 2 {
        return Html::default();
    }
    let listed = if all { count } else { LISTED };
    let mut rows = Vec::new();
    for (row, mention) in strip.mentions.iter().take(listed).enumerate() {
        let [before, said, after] = &mention.sentence;
        rows.push(draw!(
            "<li><a href=\"#{0}\" aria-current={1}><span class=num>{2}</span><span>{3}<mark>{4}</mark>{5}</span></a></li>",
            mention.id,
            (strip.current == Some(row)).then_some("true"),
            Messages::fill_number(words.paragraph_mark.as_str(), mention.block as usize),
            before,
            said,
            after,
        ));
    }
    let more = (listed < count).then(|| {
        draw!(
            "<button class=more type=button data-act=all>{0}</button>",
            Messages::fill_number(words.all_mentions.as_str(), count),
        )
    });
    draw!(
        "<section class=told><h4 class=lab>{0}</h4><ol>{1}</ol>{2}</section>",
        Messages::fill_number(words.mentions.as_str(), count),
        rows,
        more,
    )
}

/// A card kept in the margin: the copy, and a way to let go of it.
pub fn pinned(entity: &str, kind: &str, copy: &Html, words: &Messages) -> Html {
    draw!(
        "<section class=\"card pinned\" key={0} aria-labelledby=\"pin-{0}\" data-pinned={0} data-kind={1}>\
            <div class=tools>{2}</div><div class=card-body>{3}</div></section>",
        entity,
        kind,
        tool("close", "close", words.unpin.as_str()),
        copy,
    )
}
