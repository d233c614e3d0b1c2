//! From a site to what one article's page shows.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::components::measures::PANEL;
use crate::model::id::Id;
use crate::model::page::{self, Class, EventList, EventRow, Form, Note, Outlines, Page};
use crate::model::site::{Article, Entity, Mention, Reference, Site};
use crate::model::text::{Span, Text, plain, retarget, walk};
use crate::model::when::When;
use crate::model::work::{CitingList, WorkList};
use crate::publish::map::Map;
use crate::publish::messages::Interface;
use crate::publish::site_index::SiteIndex;

mod cite;
mod cited;
mod contact;
mod entity_link;
mod frame;
mod lists;
pub(super) mod note;
mod places;
mod relations;
mod runs;
mod works;

/// What the parts of a projection share.
struct Projection<'a> {
    index: &'a SiteIndex<'a>,
    site: &'a Site,
    id: Id<Article>,
    article: &'a Article,
    interface: &'a Interface,
    /// Plain text of each block.
    texts: Vec<String>,
    /// Address of the site's root from the page.
    root: &'a str,
    /// Entities that have a note in the page.
    shown: BTreeSet<Id<Entity>>,
    /// Number of each mentioned entity among the endnotes, counted from 1.
    numbers: BTreeMap<Id<Entity>, u32>,
    mentions_of: BTreeMap<Id<Entity>, Vec<Id<Mention>>>,
    /// By the block they stand in, counted from 1.
    mentions_in: BTreeMap<u32, Vec<Id<Mention>>>,
    /// Relations told by shown entities, by the entity they are told of: the teller and the relation's row.
    told_of: BTreeMap<Id<Entity>, Vec<(Id<Entity>, usize)>>,
}

/// What the page of an article shows: the entities it mentions, and those that their notes name.
pub fn page(index: &SiteIndex, id: Id<Article>, interface: &Interface, root: &str) -> Page {
    let site = index.site;
    let article = &site.articles[id];
    let order = mentioned(article);
    let numbers: BTreeMap<_, _> = order.iter().copied().zip(1..).collect();
    let shown = shown(site, id, &order);
    let mut mentions_of = BTreeMap::<_, Vec<_>>::new();
    let mut mentions_in = BTreeMap::<_, Vec<_>>::new();
    for (mention, row) in article.mentions.iter() {
        mentions_of.entry(row.entity).or_default().push(mention);
        mentions_in.entry(row.block).or_default().push(mention);
    }
    let mut told_of = BTreeMap::<_, Vec<_>>::new();
    for &teller in &shown {
        for (row, relation) in site.entities[teller].relations.iter().enumerate() {
            told_of
                .entry(relation.object)
                .or_default()
                .push((teller, row));
        }
    }
    let blocks = article.blocks.iter();
    let projection = Projection {
        index,
        site,
        texts: blocks.map(|block| plain(&block.text)).collect(),
        id,
        article,
        interface,
        root,
        shown,
        numbers,
        mentions_of,
        mentions_in,
        told_of,
    };
    let unmentioned = |entity: &&_| !projection.numbers.contains_key(*entity);
    let noted: Vec<_> = order
        .iter()
        .chain(projection.shown.iter().filter(unmentioned))
        .copied()
        .collect();
    let notes: Vec<Rc<Note>> = noted
        .iter()
        .map(|&entity| Rc::new(note::note(&projection, entity)))
        .collect();
    let map = places::map(&projection, &noted);
    let events = index.events(id, projection.numbers.keys());
    let events: Vec<EventRow> = events.filter_map(|event| projection.event(event)).collect();
    let works = works::works(&projection, &notes, &events);
    let dates: Vec<&When> = events.iter().map(|event| &event.date).collect();
    let timeline = index
        .drawings
        .timeline(&dates, PANEL, &interface.publish)
        .as_ref()
        .clone();
    let frame = frame::frame(&projection, &order);
    let blocks = runs::blocks(&projection).into_iter().map(Rc::new);
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
        entities: Rc::new(lists::entities(&notes, &frame)),
        timeline: Rc::new(EventList {
            events,
            drawing: timeline,
        }),
        places: Rc::new(lists::places(&notes, layout)),
        outlines,
        relations: Rc::new(lists::relations(&notes, &index.drawings)),
        works: Rc::new(WorkList { works }),
        citing: Rc::new(CitingList {
            styles: cited::cited(&projection),
        }),
        frame: Rc::new(frame),
        notes,
    }
}

/// Entities in the order of their first mention.
pub(super) fn mentioned(article: &Article) -> Vec<Id<Entity>> {
    let mut seen = BTreeSet::new();
    article
        .mentions
        .iter()
        .map(|(_, mention)| mention.entity)
        .filter(|&entity| seen.insert(entity))
        .collect()
}

/// The mentioned ones and those one step away: named by their notes or told to be related to them.
fn shown(site: &Site, id: Id<Article>, order: &[Id<Entity>]) -> BTreeSet<Id<Entity>> {
    let article = &site.articles[id];
    let mut shown: BTreeSet<_> = order.iter().copied().collect();
    let mut named = |text: &Text<Id<Entity>>| collect_targets(text, &mut shown);
    for &entity in order {
        let entity = &site.entities[entity];
        entity.summary.iter().for_each(&mut named);
        let own = entity
            .facts
            .iter()
            .filter(|fact| !is_foreign(id, &fact.text.references));
        own.for_each(|fact| named(&fact.text.value));
    }
    article
        .mentions
        .iter()
        .filter_map(|(_, mention)| mention.note.as_ref())
        .for_each(&mut named);
    shown.extend(order.iter().flat_map(|&entity| {
        let relations = site.entities[entity].relations.iter();
        let own = relations.filter(move |relation| !is_foreign(id, &relation.predicate.references));
        own.map(|relation| relation.object)
    }));
    shown
}

fn collect_targets(text: &[Span<Id<Entity>>], into: &mut BTreeSet<Id<Entity>>) {
    walk(text, &mut |span| {
        if let Span::Marked { to, .. } = span {
            into.insert(*to);
        }
    });
}

/// Titles and headings bear no marks.
fn is_body(form: Form) -> bool {
    match form {
        Form::Title | Form::Heading(_) => false,
        Form::Paragraph | Form::Quotation | Form::Item { .. } => true,
    }
}

/// Whether a claim rests on other articles of the site alone: theirs to tell, on their own pages.
fn is_foreign(own: Id<Article>, references: &[Reference]) -> bool {
    let foreign =
        |reference: &Reference| matches!(reference, Reference::Article(id, _) if *id != own);
    references.iter().all(foreign)
}

impl Projection<'_> {
    /// The article's title in one line.
    fn title(&self) -> String {
        let title = self.index.title(self.id);
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Text whose links lead to notes of this page; a name without one here stays words.
    fn text(&self, text: &[Span<Id<Entity>>]) -> Text<String> {
        retarget(text, &mut |entity, _| {
            self.shown
                .contains(entity)
                .then(|| self.site.entities[*entity].slug.clone())
        })
    }

    /// Where a claim stands towards the article, by what it rests on and when.
    fn class(&self, references: &[Reference], date: Option<&When>) -> Class {
        if references
            .iter()
            .any(|reference| matches!(reference, Reference::Article(id, _) if *id == self.id))
        {
            return Class::Article;
        }
        let Some(written) = &self.article.date else {
            return Class::Background;
        };
        let dated = |reference: &Reference| match reference {
            Reference::Article(id, _) => self.site.articles[*id].date.as_ref(),
            Reference::Work(id) => self.site.sources[*id].date.as_ref(),
        };
        let first = date.map(|date| date.earliest).or_else(|| {
            references
                .iter()
                .filter_map(dated)
                .map(|date| date.earliest)
                .min()
        });
        if first.is_some_and(|first| first > written.latest) {
            Class::Later
        } else {
            Class::Background
        }
    }

    /// An event of this page: the article tells it, or it concerns mostly those whom the article mentions.
    fn event(&self, event: &crate::model::site::Event) -> Option<EventRow> {
        let class = self.class(&event.text.references, Some(&event.date));
        let entities: Vec<String> = event
            .entities
            .iter()
            .filter(|entity| self.shown.contains(entity))
            .map(|&entity| self.site.entities[entity].slug.clone())
            .collect();
        let mentioned = event
            .entities
            .iter()
            .filter(|entity| self.numbers.contains_key(entity));
        let concerns = mentioned.count() * 2 > event.entities.len();
        (class == Class::Article || concerns).then(|| EventRow {
            event: event.slug.clone(),
            date: event.date.clone(),
            class,
            text: self.text(&event.text.value),
            claim: event.text.claim.clone(),
            citations: self.citations(&event.text.references),
            sentence: self.sentence(event),
            entities,
        })
    }

    /// The sentence of the cited block that names most of those the event concerns.
    fn sentence(&self, event: &crate::model::site::Event) -> Option<(u32, u32)> {
        let block = event
            .text
            .references
            .iter()
            .find_map(|reference| match reference {
                Reference::Article(id, block) if *id == self.id => Some(*block),
                _ => None,
            })?;
        let mut named = BTreeMap::<_, BTreeSet<Id<Entity>>>::new();
        for &mention in self.mentions_in.get(&block)? {
            let mention = &self.article.mentions[mention];
            if event.entities.contains(&mention.entity) {
                let sentence = (mention.sentence.start, mention.sentence.end);
                named.entry(sentence).or_default().insert(mention.entity);
            }
        }
        let most = named.values().map(BTreeSet::len).max()?;
        let ((from, to), _) = named.into_iter().find(|(_, named)| named.len() == most)?;
        let text = &self.texts[block as usize - 1];
        match *units(text, [from as usize, to as usize]) {
            [from, to] => Some((from, to)),
            _ => None,
        }
    }
}

/// Places in a block as browsers count: in UTF-16 units of its text, in which a break is an element and no letter.
/// `bounds` are bytes of the plain text, in ascending order.
fn units(text: &str, bounds: impl IntoIterator<Item = usize>) -> Vec<u32> {
    let (mut from, mut count) = (0, 0);
    let units = bounds.into_iter().map(|bound| {
        let letters = text[from..bound].chars().filter(|letter| *letter != '\n');
        count += letters.map(char::len_utf16).sum::<usize>() as u32;
        from = bound;
        count
    });
    units.collect()
}

/// Letters a description in a page's head has at most; search engines show about as many.
const DESCRIPTION: usize = 160;

/// One sentence on the article: its author's, or how the text begins.
pub fn description(article: &Article) -> String {
    if let Some(description) = &article.description {
        return description.clone();
    }
    let first = article
        .blocks
        .iter()
        .find(|block| block.form == Form::Paragraph)
        .map(|block| plain(&block.text))
        .unwrap_or_default();
    if first.chars().count() <= DESCRIPTION {
        return first;
    }
    let cut: String = first.chars().take(DESCRIPTION).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    [whole.trim_end_matches([',', ';', ':']), "…"].concat()
}
