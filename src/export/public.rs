//! What of a site is told outside of its pages: all but private persons, what is named after one, and what rests on
//! either.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{
    Article, Entity, Event, Fact, Mention, Name, Reference, Relation, Site, Source, Sourced,
};
use crate::model::text::{Span, Text, plain, walk};
use crate::publish::site_index::SiteIndex;

/// A site with what may be told of it.
pub(super) struct Public<'a> {
    pub(super) site: &'a Site,
    pub(super) index: &'a SiteIndex<'a>,
    entities: BTreeSet<Id<Entity>>,
    articles: BTreeSet<Id<Article>>,
    sources: BTreeSet<Id<Source>>,
    /// Of these the texts are written.
    chosen: BTreeSet<Id<Article>>,
}

impl<'a> Public<'a> {
    pub(super) fn of(index: &'a SiteIndex<'a>) -> Self {
        let site = index.site;
        let entities = site.entities.iter().filter(|(_, entity)| {
            let names = entity.names.iter().map(|name| &name.text);
            let mut words = names.take(1).chain([&entity.slug]);
            !words.any(|words| index.private.meant_by(words, entity))
        });
        let articles = site.articles.ids().filter(|id| index.is_public(*id));
        let articles: BTreeSet<_> = articles.collect();
        let sources = site.sources.iter().filter(|(_, source)| {
            let words = [
                &source.publisher,
                &source.title,
                &source.url,
                &source.archived,
                &source.held_by,
                &source.call_number,
            ];
            let words = words.into_iter().flatten();
            let mut words = words.chain(&source.author).chain([&source.slug]);
            !words.any(|words| index.private.named_in(words))
        });
        Self {
            site,
            index,
            entities: entities.map(|(id, _)| id).collect(),
            chosen: articles.clone(),
            articles,
            sources: sources.map(|(id, _)| id).collect(),
        }
    }

    /// Whether somebody private is named in it.
    pub(super) fn names_private(&self, words: &str) -> bool {
        self.index.private.named_in(words)
    }

    /// A sentence, or nothing of one that names somebody private.
    pub(super) fn unnamed(&self, sentence: String) -> String {
        if self.names_private(&sentence) {
            return String::new();
        }
        sentence
    }

    /// Leaves all texts out but that of one article; says whether there is one of this slug.
    pub(super) fn keep_article(&mut self, slug: &str) -> bool {
        let articles = &self.site.articles;
        self.chosen.retain(|id| articles[*id].slug == slug);
        !self.chosen.is_empty()
    }

    /// The slugs of the articles whose texts are written.
    pub(super) fn slugs(&self) -> String {
        let slugs: Vec<_> = self.articles().map(|(_, one)| &*one.slug).collect();
        slugs.join(", ")
    }

    /// Whether an article's text is written.
    pub(super) fn is_written(&self, slug: &str) -> bool {
        self.articles().any(|(_, article)| article.slug == slug)
    }

    pub(super) fn has(&self, entity: Id<Entity>) -> bool {
        self.entities.contains(&entity)
    }

    /// The articles whose texts are written.
    pub(super) fn articles(&self) -> impl Iterator<Item = (Id<Article>, &'a Article)> {
        let site = self.site;
        self.chosen.iter().map(move |id| (*id, &site.articles[*id]))
    }

    pub(super) fn entities(&self) -> impl Iterator<Item = (Id<Entity>, &'a Entity)> {
        let site = self.site;
        self.entities
            .iter()
            .map(move |id| (*id, &site.entities[*id]))
    }

    pub(super) fn sources(&self) -> impl Iterator<Item = &'a Source> {
        let site = self.site;
        self.sources.iter().map(move |id| &site.sources[*id])
    }

    /// Events that concern nobody private, with their texts and what they rest on.
    pub(super) fn events(&self) -> impl Iterator<Item = (&'a Event, Told<'a>)> {
        let events = self.site.events.iter().map(|(_, event)| event);
        let public = events.filter(move |event| event.entities.iter().all(|one| self.has(*one)));
        public.filter_map(move |event| Some((event, self.told(&event.text)?)))
    }

    /// What is told of an entity.
    pub(super) fn facts(&self, entity: &'a Entity) -> impl Iterator<Item = (&'a Fact, Told<'a>)> {
        let facts = entity.facts.iter();
        facts.filter_map(move |fact| Some((fact, self.told(&fact.text)?)))
    }

    /// The relations of an entity to others that are told of.
    pub(super) fn relations(
        &self,
        entity: &'a Entity,
    ) -> impl Iterator<Item = (&'a Relation, Told<'a>)> {
        let relations = entity.relations.iter();
        let public = relations.filter(move |relation| self.has(relation.object));
        public.filter_map(move |relation| {
            let text = relation.predicate.value.clone();
            Some((relation, self.stated(&relation.predicate, text)?))
        })
    }

    /// The mentions of an article that are told of.
    pub(super) fn mentions(
        &self,
        article: &'a Article,
    ) -> impl Iterator<Item = (Id<Mention>, &'a Mention)> {
        let mentions = article.mentions.iter();
        mentions.filter(move |(_, mention)| self.has(mention.entity))
    }

    /// Names of an entity that name nobody private.
    pub(super) fn names(&self, entity: &'a Entity) -> impl Iterator<Item = &'a Name> {
        let names = entity.names.iter();
        names.filter(move |name| !self.index.private.meant_by(&name.text, entity))
    }

    /// The kind as content files name it.
    pub(super) fn kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Own(own) => {
                let own = self.site.kinds.get(own.row as usize);
                own.map_or(kind.slug(), |own| &own.slug).to_owned()
            }
            kind => kind.slug().to_owned(),
        }
    }

    /// What content files call entities.
    pub(super) fn slugs_of(&self, entities: &[Id<Entity>]) -> Vec<String> {
        let entities = entities.iter();
        entities
            .map(|id| self.site.entities[*id].slug.clone())
            .collect()
    }

    /// What its author says of an entity in a sentence.
    pub(super) fn summary(&self, entity: &Entity) -> String {
        let summary = entity.summary.as_ref();
        let summary = summary.and_then(|text| self.text(text));
        summary.unwrap_or_default()
    }

    pub(super) fn aliases(&self, entity: &'a Entity) -> impl Iterator<Item = &'a str> {
        let aliases = entity.aliases.iter().map(String::as_str);
        aliases.filter(move |alias| !self.index.private.meant_by(alias, entity))
    }

    /// Words of the publisher's, unless they name somebody private.
    pub(super) fn words(&self, words: &'a Option<String>) -> Option<&'a str> {
        let words = words.as_deref();
        words.filter(|words| !self.index.private.named_in(words))
    }

    /// Whether a text of the publisher's names nobody private.
    pub(super) fn may_tell(&self, text: &[Span<Id<Entity>>]) -> bool {
        let mut is_public = true;
        walk(text, &mut |span| {
            if let Span::Marked { to, .. } = span {
                is_public &= self.has(*to);
            }
        });
        is_public && !self.names_private(&plain(text))
    }

    /// A text of the publisher's, unless it names somebody private.
    pub(super) fn text(&self, text: &[Span<Id<Entity>>]) -> Option<String> {
        self.may_tell(text).then(|| plain(text))
    }

    fn told(&self, sourced: &'a Sourced<Text<Id<Entity>>>) -> Option<Told<'a>> {
        let told = self.stated(sourced, self.text(&sourced.value)?)?;
        Some(Told {
            marked: Some(&sourced.value),
            ..told
        })
    }

    /// A statement that rests on something that may be told.
    fn stated<T>(&self, sourced: &'a Sourced<T>, text: String) -> Option<Told<'a>> {
        let claim = sourced.claim.as_deref();
        let named = |words: &str| self.index.private.named_in(words);
        let references = sourced.references.iter().filter(|one| match one {
            Reference::Article(id, _) => self.articles.contains(id),
            Reference::Work(id, _) => self.sources.contains(id),
        });
        let references: Vec<_> = references.collect();
        let mut sources: Vec<String> = Vec::new();
        for reference in &references {
            let source = match reference {
                Reference::Article(id, block) => {
                    format!("{}#p{block}", self.site.articles[*id].slug)
                }
                Reference::Work(id, _) => self.site.sources[*id].slug.clone(),
            };
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let is_public = !sources.is_empty() && !named(&text) && !claim.is_some_and(named);
        is_public.then_some(Told {
            text,
            marked: None,
            references,
            sources,
            claim,
        })
    }
}

/// What an entity is known as first.
pub(super) fn name(entity: &Entity) -> &str {
    let name = entity.names.first();
    name.map_or(&*entity.slug, |name| &*name.text)
}

/// A statement as it is told.
pub(super) struct Told<'a> {
    pub(super) text: String,
    /// The same with how it is set, where it is running text.
    pub(super) marked: Option<&'a Text<Id<Entity>>>,
    /// What it rests on, never empty.
    pub(super) references: Vec<&'a Reference>,
    /// The same as authors write it, "town#p2", "gazette": each once.
    pub(super) sources: Vec<String>,
    /// Whose view it is.
    pub(super) claim: Option<&'a str>,
}
