//! An entity's text: the note at the end of the page, of which a card shows a copy.

use yew::prelude::*;

use crate::app::components::citation::{block_mark, citations};
use crate::app::components::kind_line::{kind_line, native_names};
use crate::app::components::rich_text::rich_text;
use crate::app::components::tag::{Tag, classed, tag};
use crate::model::messages::Messages;
use crate::model::page::{Class, Fact, Mention, Note as Record, Relation, Summary};

/// Draws an entity's text in the order: name, kind, native names, passages, summary, facts, relations, mentions.
/// It has the entity's address, and is its card where no script runs.
pub fn note(note: &Record, words: &Messages) -> Html {
    let facts = |class| facts(note, words, class);
    let shut = classed("a", "shut")
        .set("href", "#read")
        .set("aria-label", words.close_note.as_str());
    classed("article", "note")
        .set("id", &["ent-", &note.entity].concat())
        .set("data-note", &note.entity)
        .set("data-kind", note.kind.slug())
        .tag(heading(note, words))
        .tag(
            classed("div", "note-body")
                .all(passages(note, words))
                .put(summary(note, words))
                .put(picture(note))
                .put(facts(Class::Article))
                .put(facts(Class::Background))
                .put(facts(Class::Later))
                .put(relations(&note.relations, words))
                .put(location(note, words))
                .put(elsewhere(note))
                .put(named_in(&note.entity, &note.mentions, words)),
        )
        .tag(shut)
        .done()
}

fn label() -> Tag {
    classed("h4", "lab")
}

fn heading(note: &Record, words: &Messages) -> Tag {
    let name = tag("bdi")
        .set("lang", &note.name.language)
        .say(&note.name.text);
    classed("div", "note-head")
        .tag(tag("h3").tag(name))
        .put(kind_line(note.kind, note.description.as_deref(), words))
        .put(native_names(&note.native))
}

/// What the entity is in each passage that says so, under its ¶.
fn passages(note: &Record, words: &Messages) -> impl Iterator<Item = Html> {
    note.mentions.iter().filter_map(|mention| {
        let passage = mention.passage.as_ref()?;
        let name = label()
            .say(words.passage_of.as_str())
            .say(" ")
            .put(block_mark(mention.block, words));
        let here = classed("div", "here").set("data-passage", &mention.number.to_string());
        Some(here.tag(name).tag(tag("p").put(rich_text(passage))).done())
    })
}

fn summary(note: &Record, words: &Messages) -> Html {
    match &note.summary {
        None => Html::default(),
        Some(Summary::Written(text)) => classed("p", "say").put(rich_text(text)).done(),
        Some(Summary::Sentence(sentence, block)) => classed("div", "say borrowed")
            .tag(label().say(words.from_text.as_str()))
            .tag(
                tag("p")
                    .say(sentence)
                    .say(" ")
                    .put(block_mark(*block, words)),
            )
            .done(),
    }
}

fn picture(note: &Record) -> Html {
    let Some(image) = &note.image else {
        return Html::default();
    };
    let shown = tag("img")
        .set("src", &image.src)
        .set("alt", &image.alt)
        .set("loading", "lazy");
    let caption = tag("figcaption")
        .say(&image.credit)
        .say(" · ")
        .say(&image.licence);
    tag("figure").tag(shown).tag(caption).done()
}

/// The facts of one class under their label; nothing where there is none.
fn facts(note: &Record, words: &Messages, class: Class) -> Html {
    let drawn: Vec<Html> = note
        .facts
        .iter()
        .filter(|fact| fact.class == class)
        .map(|fact| one_fact(fact, words))
        .collect();
    if drawn.is_empty() {
        return Html::default();
    }
    let (name, title, remark) = match class {
        Class::Article => ("article", words.article_says.as_str(), ""),
        Class::Background => (
            "background",
            words.background.as_str(),
            words.background_note.as_str(),
        ),
        Class::Later => ("later", words.later.as_str(), words.later_note.as_str()),
    };
    let mut title = label().say(title);
    if !remark.is_empty() {
        title = title.say(" ").tag(tag("small").say(remark));
    }
    classed("section", "facts")
        .set("data-class", name)
        .tag(title)
        .tag(tag("ul").all(drawn))
        .done()
}

fn one_fact(fact: &Fact, words: &Messages) -> Html {
    tag("li")
        .set("data-fact", "")
        .put(rich_text(&fact.text))
        .put(citations(fact.claim.as_deref(), &fact.citations, words))
        .done()
}

fn relations(relations: &[Relation], words: &Messages) -> Html {
    if relations.is_empty() {
        return Html::default();
    }
    let rows = relations.iter().map(|relation| {
        let other = match &relation.other {
            Some(slug) => classed("a", "mk")
                .set("data-kind", relation.other_kind.slug())
                .set("href", &["#ent-", slug].concat())
                .say(&relation.other_name)
                .done(),
            None => html! { { relation.other_name.as_str() } },
        };
        let predicate = tag("i").say(&relation.predicate).done();
        let (first, second) = if relation.reversed {
            (other, predicate)
        } else {
            (predicate, other)
        };
        let mut row = tag("li").put(first).say(" ").put(second);
        if let Some(date) = &relation.date {
            row = row.tag(classed("span", "date").say(" ").say(date));
        }
        row.put(citations(
            relation.claim.as_deref(),
            &relation.citations,
            words,
        ))
        .done()
    });
    classed("section", "rels")
        .tag(label().say(words.relations.as_str()))
        .tag(tag("ul").all(rows))
        .done()
}

fn location(note: &Record, words: &Messages) -> Html {
    let Some(place) = &note.place else {
        return Html::default();
    };
    let mut line = classed("p", "where").say(&place.words);
    if place.approximate {
        line = line
            .say(" ")
            .tag(tag("small").say(words.approximate.as_str()));
    }
    line.done()
}

fn elsewhere(note: &Record) -> Html {
    if note.links.is_empty() {
        return Html::default();
    }
    let links = note.links.iter().map(|link| {
        classed("a", "src")
            .set("href", &link.href)
            .say(&link.label)
            .done()
    });
    classed("p", "ids").all(links).done()
}

fn named_in(entity: &str, mentions: &[Mention], words: &Messages) -> Html {
    if mentions.is_empty() {
        return Html::default();
    }
    let links = mentions.iter().map(|mention| {
        let (number, block) = (mention.number.to_string(), mention.block.to_string());
        tag("a")
            .set("href", &["#m-", entity, "-", &number].concat())
            .set(
                "aria-label",
                &Messages::fill(words.back_to.as_str(), &block),
            )
            .say(&words.fill_mark(&block))
            .done()
    });
    classed("p", "back")
        .say(words.named_in.as_str())
        .say(" ")
        .all(links)
        .done()
}
