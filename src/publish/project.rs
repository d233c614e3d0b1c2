//! From a site to what one article's page shows.

use std::rc::Rc;

use crate::components::measures::PANEL;
use crate::model::id::Id;
use crate::model::page::{self, EventList, EventRow, Footnote, FootnoteList, Note, Outlines, Page};
use crate::model::site::Article;
use crate::model::when::When;
use crate::model::work::{Work, WorkList};
use crate::publish::map::Map;
use crate::publish::messages::Interface;
use crate::publish::project::projector::Projector;
use crate::publish::site_index::SiteIndex;

pub(super) use crate::publish::project::shown::{mentioned, noted};

mod cite;
pub(crate) mod cited;
mod contact;
pub(super) mod description;
mod entity_link;
pub(super) mod entity_page;
mod event;
mod frame;
pub mod left_out;
mod lists;
mod location;
pub(super) mod note;
pub(super) mod picture;
mod places;
mod projector;
mod relations;
mod runs;
mod shown;
mod told;
pub(super) mod topics;
mod units;
mod works;

/// What the page of an article shows: the entities it mentions, and those that their notes name.
pub fn page(index: &SiteIndex, id: Id<Article>, interface: &Interface, root: &str) -> Page {
    let projector = Projector::new(index, id, interface, root);
    let order = projector.mentioned();
    let noted = projector.noted();
    let notes: Vec<Rc<Note>> = noted
        .iter()
        .map(|&entity| Rc::new(note::note(&projector, entity)))
        .collect();
    let map = places::map(&projector, &noted);
    let events = index.events(id, projector.numbers.keys());
    let events = events.filter_map(|event| Some((event, projector.event(event)?)));
    let (told, events): (Vec<_>, Vec<EventRow>) = events.unzip();
    let works = works::works(&projector, &noted, &told);
    let dates: Vec<&When> = events.iter().map(|event| &event.date).collect();
    let timeline = index
        .drawings
        .timeline(&dates, PANEL, &interface.publish)
        .as_ref()
        .clone();
    let frame = frame::frame(&projector, order);
    let blocks = runs::blocks(&projector).into_iter().map(Rc::new);
    let (layout, outlines) = match map {
        Some(Map {
            land,
            borders,
            layout,
        }) => (Some(layout), Some(Outlines { land, borders })),
        None => (None, None),
    };
    Page {
        messages: Rc::new(interface.page.clone()),
        article: Rc::new(page::PageArticle {
            blocks: blocks.collect(),
        }),
        footnotes: Rc::new(footnotes(&projector)),
        entities: Rc::new(lists::entities(&notes, &frame)),
        timeline: Rc::new(EventList {
            events,
            drawing: timeline,
        }),
        places: Rc::new(lists::places(&notes, layout)),
        outlines,
        relations: Rc::new(lists::relations(&notes, &index.drawings)),
        works: Rc::new(WorkList { works }),
        citing: Rc::new(cited::cited(&projector)),
        frame: Rc::new(frame),
        notes,
    }
}

/// The works that the page of an article cites.
pub fn cited_works(
    index: &SiteIndex,
    id: Id<Article>,
    interface: &Interface,
    root: &str,
) -> Vec<Work> {
    let projector = Projector::new(index, id, interface, root);
    let events = index.events(id, projector.numbers.keys());
    let told: Vec<_> = events
        .filter(|event| projector.event(event).is_some())
        .collect();
    works::works(&projector, &projector.noted(), &told)
}

fn footnotes(projector: &Projector) -> FootnoteList {
    let footnotes = projector.article.footnotes.iter();
    let footnotes = footnotes.map(|footnote| Footnote {
        paragraphs: footnote
            .paragraphs
            .iter()
            .map(|text| projector.text(text))
            .collect(),
        signs: footnote.signs.clone(),
    });
    FootnoteList {
        footnotes: footnotes.collect(),
    }
}
