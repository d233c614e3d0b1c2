//! An entity's text: the note at the end of the page and the inside of a card are this one component.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::citation::{block_mark, citations};
use crate::app::components::glyph::icon;
use crate::app::components::kind_line::{kind_line, native_names};
use crate::app::components::rich_text::rich_text;
use crate::model::page::{Class, Fact, Mention, Note as Record, Relation, Summary};
use crate::model::words::Words;

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// At the end of the page: it has the entity's address, and is its card where no script runs.
    Page,
    /// Inside a card opened from the mention with this number, if any.
    Card(Option<u32>),
}

/// Properties for [`Note`].
#[derive(Clone, Properties)]
pub struct Props {
    pub note: Rc<Record>,
    pub words: Rc<Words>,
    pub standing: Standing,
}

/// The same note is the same allocation: nothing is compared word by word.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.note, &other.note) && self.standing == other.standing
    }
}

/// Draws an entity's text in the order: name, kind, native names, this passage, summary, facts, relations, mentions.
#[component]
pub fn Note(props: &Props) -> Html {
    let (note, words, standing) = (&*props.note, &*props.words, props.standing);
    let inside = html! {
        <>
            { heading(note, words, standing) }
            <div class="note-body">
                { passages(note, words, standing) }
                { summary(note, words, standing) }
                { picture(note) }
                { facts(note, words, standing, Class::Article) }
                { facts(note, words, standing, Class::Background) }
                { facts(note, words, standing, Class::Later) }
                { relations(&note.relations, words, standing) }
                { elsewhere(note) }
                { named_in(&note.entity, &note.mentions, words) }
            </div>
        </>
    };
    match standing {
        Standing::Card(_) => inside,
        Standing::Page => html! {
            <article class="note" id={["ent-", &note.entity].concat()} data-note={note.entity.clone()} data-kind={note.kind.slug()}>
                { inside }
                <a class="shut" href="#read" aria-label={words.close_note().to_owned()}>{ icon("close") }</a>
            </article>
        },
    }
}

/// A label is a heading one level below the name.
fn label(standing: Standing, inside: Html) -> Html {
    let tag = match standing {
        Standing::Page => "h4",
        Standing::Card(_) => "h3",
    };
    html! { <@{tag} class="lab">{ inside }</@> }
}

fn heading(note: &Record, words: &Words, standing: Standing) -> Html {
    let name = html! { <bdi lang={note.name.language.clone()}>{ note.name.text.as_str() }</bdi> };
    html! {
        <div class="note-head">
            if standing == Standing::Page {
                <h3 data-number={note.number.map(|number| number.to_string())}>{ name }</h3>
            } else {
                <h2 id="card-name" tabindex="-1">{ name }</h2>
            }
            { kind_line(note.kind, note.description.as_deref(), words) }
            { native_names(&note.native) }
        </div>
    }
}

/// In the page every passage's note under its ¶; in a card the one of the mention that was pressed.
fn passages(note: &Record, words: &Words, standing: Standing) -> Html {
    let shown = |mention: &&Mention| match standing {
        Standing::Page => true,
        Standing::Card(pressed) => pressed == Some(mention.number),
    };
    let drawn = note.mentions.iter().filter(shown).filter_map(|mention| {
        let passage = mention.passage.as_ref()?;
        let name = match standing {
            Standing::Page => html! { <>{ words.passage_of() }{ " " }{ block_mark(mention.block, words) }</> },
            Standing::Card(_) => html! { { words.in_passage() } },
        };
        Some(html! { <div class="here">{ label(standing, name) }<p>{ rich_text(passage) }</p></div> })
    });
    drawn.collect()
}

fn summary(note: &Record, words: &Words, standing: Standing) -> Html {
    match &note.summary {
        None => Html::default(),
        Some(Summary::Written(text)) => html! { <p class="say">{ rich_text(text) }</p> },
        Some(Summary::Sentence(sentence, block)) => html! {
            <div class="say borrowed">
                { label(standing, html! { words.from_text() }) }
                <p>{ sentence.as_str() }{ " " }{ block_mark(*block, words) }</p>
            </div>
        },
    }
}

fn picture(note: &Record) -> Html {
    note.image
        .as_ref()
        .map(|image| {
            html! {
                <figure>
                    <img src={image.src.clone()} alt={image.alt.clone()} loading="lazy" />
                    <figcaption>{ image.credit.as_str() }{ " · " }{ image.licence.as_str() }</figcaption>
                </figure>
            }
        })
        .unwrap_or_default()
}

/// The facts of one class under their label; nothing where there is none.
fn facts(note: &Record, words: &Words, standing: Standing, class: Class) -> Html {
    let drawn: Vec<Html> = (1..)
        .zip(&note.facts)
        .filter(|(_, fact)| fact.class == class)
        .map(|(number, fact)| one_fact(number, fact, words))
        .collect();
    if drawn.is_empty() {
        return Html::default();
    }
    let (name, title, remark) = match class {
        Class::Article => ("article", words.article_says(), ""),
        Class::Background => ("background", words.background(), words.background_note()),
        Class::Later => ("later", words.later(), words.later_note()),
    };
    html! {
        <section class="facts" data-class={name}>
            { label(standing, html! { <>{ title }if !remark.is_empty() { { " " }<small>{ remark }</small> }</> }) }
            <ul>{ for drawn }</ul>
        </section>
    }
}

fn one_fact(number: u32, fact: &Fact, words: &Words) -> Html {
    html! {
        <li data-fact={number.to_string()}>
            { rich_text(&fact.text) }{ citations(fact.claim.as_deref(), &fact.citations, words) }
        </li>
    }
}

fn relations(relations: &[Relation], words: &Words, standing: Standing) -> Html {
    if relations.is_empty() {
        return Html::default();
    }
    let rows = relations.iter().map(|relation| {
        let other = match &relation.other {
            Some(slug) => html! { <a class="mk" data-kind={relation.other_kind.slug()} href={["#ent-", slug].concat()}>{ relation.other_name.as_str() }</a> },
            None => html! { { relation.other_name.as_str() } },
        };
        let predicate = html! { <i>{ relation.predicate.as_str() }</i> };
        let date = relation.date.as_ref().map(|date| html! { <span class="date">{ " " }{ date.as_str() }</span> }).unwrap_or_default();
        html! {
            <li>
                if relation.reversed { { other }{ " " }{ predicate } } else { { predicate }{ " " }{ other } }
                { date }{ citations(relation.claim.as_deref(), &relation.citations, words) }
            </li>
        }
    });
    html! { <section class="rels">{ label(standing, html! { words.relations() }) }<ul>{ for rows }</ul></section> }
}

fn elsewhere(note: &Record) -> Html {
    if note.links.is_empty() {
        return Html::default();
    }
    let links = note
        .links
        .iter()
        .map(|link| html! { <a class="src" href={link.href.clone()}>{ link.label.as_str() }</a> });
    html! { <p class="ids">{ for links }</p> }
}

fn named_in(entity: &str, mentions: &[Mention], words: &Words) -> Html {
    if mentions.is_empty() {
        return Html::default();
    }
    let links = mentions.iter().map(|mention| {
        let (number, block) = (mention.number.to_string(), mention.block.to_string());
        let label = Words::fill(words.back_to(), &block);
        html! { <a href={["#m-", entity, "-", &number].concat()} aria-label={label}>{ words.fill_mark(&block) }</a> }
    });
    html! { <p class="back">{ words.named_in() }{ " " }{ for links }</p> }
}
