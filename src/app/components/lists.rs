//! The four views as plain lists at the end of the page: entities, timeline, places, relations.

use yew::prelude::*;

use crate::app::atlas::Window;
use crate::app::components::citation::citations;
use crate::app::components::glyph::sign;
use crate::app::components::map::map;
use crate::app::components::plot;
use crate::app::components::rich_text::rich_text;
use crate::model::kind::Kind;
use crate::model::page::{Class, Event, Frame, Map, Note, Page};
use crate::model::words::Words;

/// Draws the lists; a list with nothing in it still stands, so that its address leads somewhere.
pub fn lists(page: &Page) -> Html {
    let words = &page.frame.words;
    let notes: Vec<&Note> = page.notes.iter().collect();
    let blocks = page.frame.blocks;
    let entities: Vec<Html> = notes.iter().map(|note| entity(note, &page.frame)).collect();
    let events: Vec<Html> = page.events.iter().map(|one| event(one, words)).collect();
    let places: Vec<Html> = notes.iter().filter_map(|note| place(note, words)).collect();
    let relations = relations(&notes, words);
    let some = |rows: Vec<Html>, list: fn(Vec<Html>) -> Html| some(rows, words, list);
    html! {
        <>
            { list("entities", words.entities(), html! { <>if !entities.is_empty() { { drawing(scale(blocks), &page.frame) } }{ some(entities, |rows| html! { <ul class="ents">{ for rows }</ul> }) }</> }) }
            { list("timeline", words.timeline(), html! { <>
                if page.timeline.is_some() { { plot::key(words) }{ plot::timeline(page) } }
                { some(events, |rows| html! { <ol class="dates">{ for rows }</ol> }) }
            </> }) }
            { list("map", words.map(), html! { <>{ figure(page) }{ some(places, |rows| html! { <ul class="places">{ for rows }</ul> }) }</> }) }
            { list("relations", words.relations(), relations) }
        </>
    }
}

/// From the first paragraph to the last: what the strip of a row stands for.
pub fn scale(blocks: u32) -> Html {
    html! { <div class="scale" aria-hidden="true">{ "\u{b6}\u{2009}1 " }{ blocks.to_string() }</div> }
}

/// The rows as a list, or that there are none.
pub fn some(rows: Vec<Html>, words: &Words, list: fn(Vec<Html>) -> Html) -> Html {
    if rows.is_empty() {
        html! { <p class="none">{ words.none() }</p> }
    } else {
        list(rows)
    }
}

/// A list under its name.
pub fn list(id: &'static str, name: &str, inside: Html) -> Html {
    let heading = [id, "-name"].concat();
    html! { <section class="list" id={id} aria-labelledby={heading.clone()}><h2 id={heading}>{ name }</h2>{ inside }</section> }
}

fn entity_link(entity: &str, kind: Kind, name: &str, language: Option<&str>) -> Html {
    html! {
        <a class="name" href={["#ent-", entity].concat()} data-kind={kind.slug()}>
            { sign() }<bdi lang={language.map(str::to_owned)}>{ name }</bdi>
        </a>
    }
}

/// The name of an entity with its sign, as a link to its note.
pub fn note_link(note: &Note) -> Html {
    entity_link(
        &note.entity,
        note.kind,
        &note.name.text,
        Some(&note.name.language),
    )
}

fn entity(note: &Note, frame: &Frame) -> Html {
    html! {
        <li>
            { note_link(note) }
            if let Some(description) = &note.description { <span class="what">{ description.as_str() }</span> }
            if !note.mentions.is_empty() { { drawing(strip(note, frame.blocks), frame) } }
            <span class="num">{ note.mentions.len().to_string() }</span>
        </li>
    }
}

/// A part of a drawing along the text. A browser attends to every `svg` of a page whenever it draws a frame: with the
/// 5,000 strips of a book that took up to 4 ms each time. Where scripts run, a long page has them as text, which the
/// list of the app draws for the rows that are seen.
fn drawing(drawn: Html, frame: &Frame) -> Html {
    if frame.long {
        html! { <noscript>{ drawn }</noscript> }
    } else {
        drawn
    }
}

/// Width of a strip and distance of strokes in one block, in its own units.
const STRIP: u32 = 144;
const STROKE: u32 = 3;

/// Where along the article an entity is mentioned: a stroke a mention. The card's bar says the same in words.
fn strip(note: &Note, blocks: u32) -> Html {
    let mut path = String::new();
    let mut last = 0;
    for mention in &note.mentions {
        let place = (2 * mention.block - 1) * STRIP / (2 * blocks.max(1));
        let place = if last == 0 {
            place
        } else {
            place.max(last + STROKE)
        };
        path.push_str(&format!("M{place} 4v10"));
        last = place;
    }
    html! { <svg class="strip" data-kind={note.kind.slug()} viewBox="0 0 144 18" preserveAspectRatio="none" aria-hidden="true"><path d={path} /></svg> }
}

fn event(event: &Event, words: &Words) -> Html {
    let class = match event.class {
        Class::Article => "article",
        Class::Background => "background",
        Class::Later => "later",
    };
    let id = ["event-", &event.event].concat();
    let about = (!event.entities.is_empty()).then(|| event.entities.join(" "));
    let sentence = event
        .sentence
        .map(|(from, to)| [from.to_string(), to.to_string()].join(" "));
    html! {
        <li id={id.clone()} data-class={class} data-vague={event.date.vague.then_some("")} data-about={about} data-words={sentence}>
            <a href={["#", &id].concat()}><time datetime={event.date.edtf.clone()}>{ event.date.words.as_str() }</time></a>
            <p><span class="what">{ rich_text(&event.text) }</span>{ citations(event.claim.as_deref(), &event.citations, words) }</p>
        </li>
    }
}

/// Width of the map in the page, in CSS pixels.
const MAP: i32 = 432;

/// The map with its outlines, which the app's own drawings use too.
fn figure(page: &Page) -> Html {
    let Some(drawn) = &page.map else {
        return Html::default();
    };
    let atlas = &drawn.atlas;
    let name = |entity: &str| page.notes.iter().find(|note| note.entity == entity);
    let names = atlas.places.iter().map(|pin| {
        name(&pin.entity)
            .map(|note| note.name.text.clone())
            .unwrap_or_default()
    });
    let names: Vec<String> = names.collect();
    let scale = ["scale(", &Map::STEP.to_string(), ")"].concat();
    html! {
        <>
            <svg class="sprite" width="0" height="0" aria-hidden="true"><path id="map-land" transform={scale.clone()} d={drawn.land.clone()} /><path id="map-borders" transform={scale} d={drawn.borders.clone()} /></svg>
            <figure class="drawn" aria-label={page.frame.words.map().to_owned()}>{ map(atlas, Window::whole(atlas), MAP, &names) }</figure>
        </>
    }
}

fn place(note: &Note, words: &Words) -> Option<Html> {
    let place = note.place.as_ref()?;
    Some(html! {
        <li>
            { note_link(note) }
            <span class="num">{ place.words.as_str() }</span>
            if place.approximate { <small>{ words.approximate() }</small> }
        </li>
    })
}

/// One row a relation, told from its subject's side.
fn relations(notes: &[&Note], words: &Words) -> Html {
    let mut rows = notes.iter().flat_map(|note| {
        note.relations.iter().filter(|relation| relation.told_here).map(move |relation| {
            let other = match &relation.other {
                // As in the list of entities, letter for letter.
                Some(slug) => match notes.iter().find(|other| other.entity == *slug) {
                    Some(other) if other.name.text == relation.other_name => note_link(other),
                    _ => entity_link(slug, relation.other_kind, &relation.other_name, None),
                },
                None => html! { { relation.other_name.as_str() } },
            };
            html! {
                <tr>
                    <th scope="row">{ note_link(note) }</th>
                    <td><i>{ relation.predicate.as_str() }</i></td>
                    <td>
                        { other }
                        if let Some(date) = &relation.date { { " " }<span class="date">{ date.as_str() }</span> }
                    </td>
                    <td>{ citations(relation.claim.as_deref(), &relation.citations, words) }</td>
                </tr>
            }
        })
    });
    let Some(first) = rows.next() else {
        return html! { <p class="none">{ words.none() }</p> };
    };
    html! {
        <table class="reltab">
            <thead><tr><th scope="col">{ words.who() }</th><th scope="col">{ words.relation() }</th>
                <th scope="col">{ words.whom() }</th><th scope="col">{ words.source() }</th></tr></thead>
            <tbody>{ first }{ for rows }</tbody>
        </table>
    }
}
