//! The four views as plain lists at the end of the page: entities, timeline, places, relations.

use yew::prelude::*;

use crate::app::atlas::Window;
use crate::app::components::citation::citations;
use crate::app::components::glyph::sign;
use crate::app::components::map::map;
use crate::app::components::plot;
use crate::app::components::rich_text::rich_text;
use crate::model::messages::Messages;
use crate::model::page::{
    Class, EntityLink, EntityList, EntityRow, Event, Page, PlaceRow, RelationEnd, RelationList,
};

/// Draws the lists; a list with nothing in it still stands, so that its address leads somewhere.
pub fn lists(page: &Page) -> Html {
    let words = &*page.messages;
    let (listed, timeline) = (&page.entities, &page.timeline);
    let entities: Vec<Html> = listed.rows.iter().map(|row| entity(row, listed)).collect();
    let events: Vec<Html> = timeline
        .events
        .iter()
        .map(|one| event(one, words))
        .collect();
    let places: Vec<Html> = page
        .places
        .rows
        .iter()
        .map(|row| place(row, words))
        .collect();
    let some = |rows: Vec<Html>, list: fn(Vec<Html>) -> Html| some(rows, words, list);
    html! {
        <>
            { list("entities", words.entities.as_str(), html! { <>if !entities.is_empty() { { drawing(scale(listed.blocks), listed) } }{ some(entities, |rows| html! { <ul class="ents">{ for rows }</ul> }) }</> }) }
            { list("timeline", words.timeline.as_str(), html! { <>
                if timeline.drawing.is_some() { { plot::key(words) }{ plot::timeline(timeline) } }
                { some(events, |rows| html! { <ol class="dates">{ for rows }</ol> }) }
            </> }) }
            { list("map", words.map.as_str(), html! { <>{ figure(page) }{ some(places, |rows| html! { <ul class="places">{ for rows }</ul> }) }</> }) }
            { list("relations", words.relations.as_str(), relations(&page.relations, words)) }
        </>
    }
}

/// From the first paragraph to the last: what the strip of a row stands for.
pub fn scale(blocks: u32) -> Html {
    html! { <div class="scale" aria-hidden="true">{ "\u{b6}\u{2009}1 " }{ blocks.to_string() }</div> }
}

/// The rows as a list, or that there are none.
pub fn some(rows: Vec<Html>, words: &Messages, list: fn(Vec<Html>) -> Html) -> Html {
    if rows.is_empty() {
        html! { <p class="none">{ words.none.as_str() }</p> }
    } else {
        list(rows)
    }
}

/// A list under its name.
pub fn list(id: &'static str, name: &str, inside: Html) -> Html {
    let heading = [id, "-name"].concat();
    html! { <section class="list" id={id} aria-labelledby={heading.clone()}><h2 id={heading}>{ name }</h2>{ inside }</section> }
}

/// The name of an entity with its sign, as a link to its note.
pub fn entity_link(link: &EntityLink) -> Html {
    html! {
        <a class="name" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()}>
            { sign() }<bdi lang={link.language.clone()}>{ link.name.as_str() }</bdi>
        </a>
    }
}

fn entity(row: &EntityRow, list: &EntityList) -> Html {
    html! {
        <li>
            { entity_link(&row.link) }
            if let Some(description) = &row.description { <span class="what">{ description.as_str() }</span> }
            if !row.mentions.is_empty() { { drawing(strip(row, list.blocks), list) } }
            <span class="num">{ row.mentions.len().to_string() }</span>
        </li>
    }
}

/// A part of a drawing along the text. A browser attends to every `svg` of a page whenever it draws a frame: with the
/// 5,000 strips of a book that took up to 4 ms each time. Where scripts run, a long page has them as text, which the
/// list of the app draws for the rows that are seen.
fn drawing(drawn: Html, list: &EntityList) -> Html {
    if list.long {
        html! { <noscript>{ drawn }</noscript> }
    } else {
        drawn
    }
}

/// Width of a strip and distance of strokes in one block, in its own units.
const STRIP: u32 = 144;
const STROKE: u32 = 3;

/// Where along the article an entity is mentioned: a stroke a mention. The card's bar says the same in words.
fn strip(row: &EntityRow, blocks: u32) -> Html {
    let mut path = String::new();
    let mut last = 0;
    for block in &row.mentions {
        let place = (2 * block - 1) * STRIP / (2 * blocks.max(1));
        let place = if last == 0 {
            place
        } else {
            place.max(last + STROKE)
        };
        path.push_str(&format!("M{place} 4v10"));
        last = place;
    }
    html! { <svg class="strip" data-kind={row.link.kind.slug()} viewBox="0 0 144 18" preserveAspectRatio="none" aria-hidden="true"><path d={path} /></svg> }
}

fn event(event: &Event, words: &Messages) -> Html {
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

/// The map; its outlines stand elsewhere in the page.
fn figure(page: &Page) -> Html {
    let Some(atlas) = &page.places.atlas else {
        return Html::default();
    };
    let names = page.places.rows.iter().map(|row| row.link.name.clone());
    let names: Vec<String> = names.collect();
    html! {
        <figure class="drawn" aria-label={page.messages.map.clone()}>{ map(atlas, Window::whole(atlas), MAP, &names) }</figure>
    }
}

fn place(row: &PlaceRow, words: &Messages) -> Html {
    html! {
        <li>
            { entity_link(&row.link) }
            <span class="num">{ row.location.words.as_str() }</span>
            if row.location.approximate { <small>{ words.approximate.as_str() }</small> }
        </li>
    }
}

/// One row a relation, told from its subject's side.
fn relations(list: &RelationList, words: &Messages) -> Html {
    if list.rows.is_empty() {
        return html! { <p class="none">{ words.none.as_str() }</p> };
    }
    let rows = list.rows.iter().map(|row| {
        let object = match &row.object {
            RelationEnd::Entity(link) => entity_link(link),
            RelationEnd::Name(name) => html! { { name.as_str() } },
        };
        html! {
            <tr>
                <th scope="row">{ entity_link(&row.subject) }</th>
                <td><i>{ row.predicate.as_str() }</i></td>
                <td>
                    { object }
                    if let Some(date) = &row.date { { " " }<span class="date">{ date.as_str() }</span> }
                </td>
                <td>{ citations(row.claim.as_deref(), &row.citations, words) }</td>
            </tr>
        }
    });
    html! {
        <table class="reltab">
            <thead><tr><th scope="col">{ words.who.as_str() }</th><th scope="col">{ words.relation.as_str() }</th>
                <th scope="col">{ words.whom.as_str() }</th><th scope="col">{ words.source.as_str() }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
