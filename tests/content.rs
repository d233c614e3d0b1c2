//! The words of `content/` itself: each name leads to its own entity, private persons stay private, loaded words
//! are always somebody's, and what was to stay out stays out.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::site::{Article, Entity, Reference, Run, Site, Sourced};
use article_explorer::model::text::{Span, plain};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The lines of a text beside the tests, less its remarks.
fn lines(name: &str) -> Vec<String> {
    let text = fs::read_to_string(folder("tests/texts").join(name)).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

fn site() -> Site {
    let outcome = compile(&Files::read(&folder("content")).unwrap());
    outcome.site.unwrap()
}

fn first_article(site: &Site) -> &Article {
    let mut articles = site.articles.iter().map(|(_, article)| article);
    articles
        .find(|article| article.slug == "burning-xi-jinping")
        .unwrap()
}

/// Something that the site says, and who answers for it.
struct Said<'a> {
    place: String,
    text: String,
    /// Facts, relations and events: what has references and may have a claim.
    sourced: Option<(&'a [Reference], Option<&'a str>)>,
}

impl<'a> Said<'a> {
    fn alone(place: &str, text: impl Into<String>) -> Self {
        Self {
            place: place.to_owned(),
            text: text.into(),
            sourced: None,
        }
    }

    fn sourced<T>(place: &str, text: String, sourced: &'a Sourced<T>) -> Self {
        let claim = sourced.claim.as_deref();
        Self {
            sourced: Some((&sourced.references, claim)),
            ..Self::alone(place, text)
        }
    }

    fn rests_on_articles(&self) -> bool {
        let article = |reference: &Reference| matches!(reference, Reference::Article(..));
        self.sourced
            .is_none_or(|(references, _)| references.iter().all(article))
    }

    fn is_claimed(&self) -> bool {
        self.sourced.is_some_and(|(_, claim)| claim.is_some())
    }
}

/// All that the notes on one entity say.
fn said_of<'a>(site: &'a Site, entity: &'a Entity) -> Vec<Said<'a>> {
    let slug = entity.slug.as_str();
    let mut all = Vec::new();
    let named = entity.names.first().map(|name| &name.text);
    all.extend(named.map(|name| Said::alone(slug, name)));
    let descriptions = entity.description.iter();
    all.extend(descriptions.map(|text| Said::alone(slug, text)));
    let summaries = entity.summary.iter();
    all.extend(summaries.map(|text| Said::alone(slug, plain(text))));
    let facts = entity.facts.iter().map(|fact| &fact.text);
    all.extend(facts.map(|fact| Said::sourced(slug, plain(&fact.value), fact)));
    for relation in &entity.relations {
        let object = &site.entities[relation.object].names[0].text;
        let inverse = relation.inverse.as_deref().unwrap_or_default();
        let text = [&relation.predicate.value, object, inverse].join(" ");
        all.push(Said::sourced(slug, text, &relation.predicate));
    }
    all
}

/// All that the site says in its own words, but for its sources.
fn said(site: &Site) -> Vec<Said<'_>> {
    let entities = site.entities.iter();
    let mut all: Vec<_> = entities
        .flat_map(|(_, entity)| said_of(site, entity))
        .collect();
    for (_, event) in site.events.iter() {
        all.push(Said::sourced(
            &event.slug,
            plain(&event.text.value),
            &event.text,
        ));
    }
    for (_, article) in site.articles.iter() {
        let descriptions = article.description.iter();
        all.extend(descriptions.map(|text| Said::alone(&article.slug, text)));
        let mentions = article.mentions.iter();
        let passages = mentions.filter_map(|(_, mention)| mention.note.as_deref());
        all.extend(passages.map(|passage| Said::alone(&article.slug, plain(passage))));
    }
    all
}

/// Where in a block's plain text words mean something, by bytes, with the slugs of what they mean.
fn meanings<'a>(
    site: &'a Site,
    article: &Article,
    text: &[Span<Run>],
) -> Vec<(Range<usize>, Vec<&'a str>)> {
    let mut found = Vec::new();
    let mut at = 0;
    for span in text {
        let words = plain(std::slice::from_ref(span));
        if let Span::Marked { to, .. } = span {
            let slug = |id| site.entities[article.mentions[id].entity].slug.as_str();
            let also = to.also.iter().map(|id| slug(*id));
            found.push((
                at..at + words.len(),
                also.chain([slug(to.mention)]).collect(),
            ));
        }
        at += words.len();
    }
    found
}

/// The text less what stands between curly quotation marks.
fn unquoted(text: &str) -> String {
    let mut pieces = text.split('“');
    let before = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(before, |out, piece| {
        [&*out, piece.split_once('”').map_or("", |(_, after)| after)].join("“”")
    })
}

/// Whether one of its words begins like this.
fn holds_word(text: &str, beginning: &str) -> bool {
    text.match_indices(beginning)
        .any(|(at, _)| !text[..at].ends_with(|before: char| before.is_alphanumeric()))
}

#[test]
fn every_name_and_description_leads_to_its_own_entity() {
    let site = site();
    let article = first_article(&site);
    let rows = lines("mentions.txt");
    let mut faults = Vec::new();
    for row in &rows {
        let columns: Vec<&str> = row.split('\t').collect();
        let [block, occurrence, extent, entity, words] = columns[..] else {
            panic!("five columns: {row}");
        };
        let text = &article.blocks[block.parse::<usize>().unwrap() - 1].text;
        let whole = plain(text);
        let nth = occurrence.parse::<usize>().unwrap() - 1;
        let Some((start, _)) = whole.match_indices(words).nth(nth) else {
            panic!("not in the article: {row}");
        };
        let meanings = meanings(&site, article, text);
        let meant = |at: usize| {
            let mut here = meanings.iter().filter(|(range, _)| range.contains(&at));
            here.any(|(_, slugs)| slugs.contains(&entity))
        };
        // A space between two links is no link.
        let space = |at: usize| whole.as_bytes()[at] == b' ';
        let mut place = start..start + words.len();
        let covered = match extent {
            "whole" => place.all(|at| meant(at) || space(at)),
            "part" => place.any(meant),
            _ => panic!("whole or part: {row}"),
        };
        if !covered {
            faults.push(row.as_str());
        }
    }
    assert!(faults.is_empty(), "no link to it:\n{}", faults.join("\n"));
}

#[test]
fn of_private_persons_the_site_says_what_the_article_says() {
    let site = site();
    let article = first_article(&site);
    let blocks = article.blocks.iter();
    let words: String = blocks.map(|block| plain(&block.text)).collect();
    let entities = site.entities.iter();
    let private: Vec<_> = entities.filter(|(_, entity)| entity.private).collect();
    let slugs: Vec<_> = private.iter().map(|(_, entity)| &*entity.slug).collect();
    assert_eq!(slugs, ["alimnur-turganbay", "guldariya-sherizatkyzy"]);
    for (id, entity) in private {
        let slug = &entity.slug;
        assert!(entity.place.is_none(), "{slug} has a place");
        assert!(entity.image.is_none(), "{slug} has a picture");
        assert!(entity.identifiers.is_empty(), "{slug} has an identifier");
        let names = entity.names.iter().map(|name| &name.text);
        for name in names.chain(&entity.aliases) {
            assert!(words.contains(name), "{slug}: {name} is not the article's");
        }
        let given = entity.names[0].text.split(' ').next().unwrap();
        let mut all = said(&site);
        all.retain(|said| said.text.contains(given));
        all.extend(said_of(&site, entity));
        for said in &all {
            assert!(
                said.rests_on_articles(),
                "{} rests on more than the article: {}",
                said.place,
                said.text
            );
        }
        let events = site.events.iter();
        for (_, event) in events.filter(|(_, event)| event.entities.contains(&id)) {
            let said = Said::sourced(&event.slug, plain(&event.text.value), &event.text);
            assert!(said.rests_on_articles(), "{slug} in event {}", event.slug);
        }
    }
}

#[test]
fn loaded_words_are_quoted_or_somebody_s_claim() {
    let site = site();
    let loaded = lines("loaded-words.txt");
    let mut faults = Vec::new();
    for said in said(&site).iter().filter(|said| !said.is_claimed()) {
        let text = unquoted(&said.text).to_lowercase();
        let found = loaded.iter().filter(|word| holds_word(&text, word));
        faults.extend(found.map(|word| format!("{word}: {}: {}", said.place, said.text)));
    }
    assert!(faults.is_empty(), "said as fact:\n{}", faults.join("\n"));
}

#[test]
fn what_was_to_stay_out_stays_out() {
    let site = site();
    let left_out = lines("left-out.txt");
    let mut all = said(&site);
    for (_, entity) in site.entities.iter() {
        let names = entity.names.iter().map(|name| &name.text);
        let names = names.chain(&entity.aliases);
        all.extend(names.map(|name| Said::alone(&entity.slug, name)));
    }
    for (_, source) in site.sources.iter() {
        let words = [&source.publisher, &source.title, &source.url].into_iter();
        let words = words.flatten().chain(&source.author);
        let text = words.map(String::as_str).collect::<Vec<_>>().join(" ");
        all.push(Said::alone(&source.slug, text));
    }
    for said in &all {
        let claim = said.sourced.and_then(|(_, claim)| claim);
        let text = [&said.text, claim.unwrap_or_default(), ""]
            .join(" ")
            .to_lowercase();
        let found = left_out.iter().find(|word| holds_word(&text, word));
        assert_eq!(found, None, "{}: {}", said.place, said.text);
    }
}
