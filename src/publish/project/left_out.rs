//! What an article's page leaves out of what the site tells of those whom it shows, and why: what the site's author asks
//! for, where something seems to be missing.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::model::id::Id;
use crate::model::site::{Article, Entity, Event};
use crate::publish::messages;
use crate::publish::project::projector::Projector;
use crate::publish::project::shown::collect_targets;
use crate::publish::site_index::SiteIndex;

/// What a page shows and leaves out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// Slugs of entities that the article mentions, in its order.
    pub mentioned: Vec<String>,
    /// Of those one step away, with who brings each here.
    pub named: Vec<Reason>,
    /// Of those further away, with who would have brought them here.
    pub entities: Vec<Reason>,
    /// Facts, relations and summaries, by their entity.
    pub statements: Vec<Reason>,
    /// Events of entities that are shown.
    pub events: Vec<Reason>,
}

/// Something by its author's name for it, and a few words on why.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason {
    pub slug: String,
    pub why: String,
}

/// Explains the page of an article.
///
/// # Errors
/// If the interface's messages cannot be read: a fault of this program.
pub fn explain(index: &SiteIndex, id: Id<Article>) -> Result<Explanation> {
    let interface = messages::of(&index.site.articles[id].language)?;
    let projector = Projector::new(index, id, &interface, "../");
    let slug = |entity: &Id<Entity>| projector.site.entities[*entity].slug.clone();
    let (mut near, mut far) = (Namers::new(), Namers::new());
    for entity in projector.noted() {
        for named in projector.named_by(entity) {
            let namers = if projector.shown.contains(&named) {
                &mut near
            } else {
                &mut far
            };
            namers.entry(named).or_default().insert(slug(&entity));
        }
    }
    near.retain(|entity, _| !projector.numbers.contains_key(entity));
    for (subject, entity) in projector.site.entities.iter() {
        let objects = entity.relations.iter().map(|relation| relation.object);
        let mut shown = objects.filter(|object| projector.shown.contains(object));
        if !projector.shown.contains(&subject)
            && let Some(object) = shown.next()
        {
            let told = [&slug(&object), " (by a relation in its own file)"].concat();
            far.entry(subject).or_default().insert(told);
        }
    }
    let reasons = |namers: Namers| {
        let reason = |(entity, by): (Id<Entity>, BTreeSet<String>)| Reason {
            slug: slug(&entity),
            why: by.into_iter().collect::<Vec<_>>().join(", "),
        };
        namers.into_iter().map(reason).collect()
    };
    Ok(Explanation {
        mentioned: projector.mentioned().iter().map(slug).collect(),
        named: reasons(near),
        entities: reasons(far),
        statements: projector.untold_statements(),
        events: projector.untold_events(),
    })
}

/// Who names an entity.
type Namers = BTreeMap<Id<Entity>, BTreeSet<String>>;

impl Projector<'_> {
    /// Whom the file of an entity names.
    fn named_by(&self, id: Id<Entity>) -> BTreeSet<Id<Entity>> {
        let entity = &self.site.entities[id];
        let mut named = BTreeSet::new();
        let facts = entity.facts.iter().map(|fact| &fact.text.value);
        let texts = entity.summary.iter().chain(facts);
        texts.for_each(|text| collect_targets(text, &mut named));
        named.extend(entity.relations.iter().map(|relation| relation.object));
        named.remove(&id);
        named
    }

    fn untold_statements(&self) -> Vec<Reason> {
        let mut untold = Vec::new();
        for id in self.noted() {
            let entity = &self.site.entities[id];
            let mut leave_out = |what: String, why: &str| {
                untold.push(Reason {
                    slug: entity.slug.clone(),
                    why: [&what, ": ", why].concat(),
                });
            };
            if self.withholds_summary(id) {
                let why = "it names a private person whom this article does not name";
                leave_out("its summary".to_owned(), why);
            }
            let why = "it names a private person and rests on other articles";
            for row in (0..entity.facts.len()).filter(|row| !self.tells_fact(id, *row)) {
                leave_out(format!("its fact {}", row + 1), why);
            }
            for row in (0..entity.relations.len()).filter(|row| !self.tells_relation(id, *row)) {
                leave_out(format!("its relation {}", row + 1), why);
            }
        }
        untold
    }

    fn untold_events(&self) -> Vec<Reason> {
        let told = |entity| self.numbers.contains_key(&entity);
        let concerns = |entity: &Id<Entity>| self.shown.contains(entity);
        let events = self.site.events.iter().map(|(_, event)| event);
        let untold = events
            .filter(|event| event.entities.iter().any(concerns))
            .filter(|event| !event.is_told_in(self.id, told));
        let reason = |event: &Event| {
            Reason {
            slug: event.slug.clone(),
            why: "the article mentions no more than half of those whom it concerns, and it does not cite the article"
                .to_owned(),
        }
        };
        untold.map(reason).collect()
    }
}
