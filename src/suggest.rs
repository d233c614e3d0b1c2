//! Names in articles that no entity has yet, found without a model and without network, and forms of known names that nothing
//! links.
//!
//! The text of a block (`block_text`) is cut into words (`words`); capitals in a row become sequences (`sequence`), which are collected under
//! their forms (`collection`, `group`, `inflection`), joined (`joining`), given a kind (`cues`) and a tier (`score`). What
//! belongs to a name is known by `institutions` and, where common nouns have capitals, by `nouns`. Lists of words by language lie in
//! `words/`. Pure: the same content gives the same suggestions in the same order.

pub mod alias;
pub mod candidate;
pub mod gazetteer;
pub mod json;
pub mod kinds;
pub mod near_form;
pub mod occurrence;
pub mod refusals;
pub mod stub;
pub mod table;
pub mod unlinked;

mod block_text;
mod caseless;
mod collection;
mod cues;
mod group;
mod inflection;
mod institutions;
mod joining;
mod known;
mod language;
mod notice;
mod nouns;
mod score;
mod sequence;
mod statistics;
mod texts;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::compile::normal::normal;
use crate::compile::{file_names, slug};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::suggest::block_text::BlockText;
use crate::suggest::candidate::{Candidate, NameForm};
use crate::suggest::group::Group;
use crate::suggest::known::KnownNames;
use crate::suggest::language::Language;
use crate::suggest::near_form::NearForm;
use crate::suggest::occurrence::Occurrence;
use crate::suggest::refusals::Refusals;
use crate::suggest::texts::Texts;

/// What is suggested to an author.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    /// Slugs of the articles that were read, which occurrences count by.
    pub articles: Vec<String>,
    /// The surest first.
    pub candidates: Vec<Candidate>,
    /// By entity.
    pub near_forms: Vec<NearForm>,
    /// What could not be done, in sentences.
    pub notices: Vec<String>,
}

/// Looks for names in the articles of a site.
pub fn suggest(site: &Site, refusals: &Refusals) -> Suggestions {
    let mut articles = Vec::new();
    let mut by_language: BTreeMap<String, Vec<BlockText>> = BTreeMap::new();
    for (row, (_, article)) in site.articles.iter().enumerate() {
        articles.push(article.slug.clone());
        let blocks = by_language.entry(article.language.clone()).or_default();
        blocks.extend(block_text::blocks(article, row));
    }
    let nobody: Vec<_> = site.articles.iter().map(|(_, one)| &one.nobody).collect();
    let known = KnownNames::of(site);
    let mut suggestions = Suggestions::default();
    for (tag, blocks) in &by_language {
        let language = Language::of(tag);
        let texts = Texts {
            blocks: blocks.iter().collect(),
            articles: &articles,
        };
        let blocks = &texts.blocks;
        let is_caseless = caseless::is_caseless(blocks);
        let groups = if is_caseless {
            caseless::groups(blocks)
        } else {
            collection::groups(blocks, &language)
        };
        suggestions
            .notices
            .extend(notice::notice(&language, is_caseless));
        for group in groups {
            let meant = known.meant(&group, &language);
            if meant.is_empty() {
                let found = candidate(&group, tag, &language, &texts);
                let forms = found.forms.iter().map(|form| &form.words);
                let words: Vec<_> = [&found.name].into_iter().chain(forms).collect();
                let normal: Vec<_> = words.iter().map(|words| normal(words)).collect();
                let means_nobody = |one: &Occurrence| {
                    normal
                        .iter()
                        .any(|words| nobody[one.article].contains(words))
                };
                let is_refused = words.iter().any(|words| refusals.holds(words))
                    || found.occurrences.iter().all(means_nobody);
                if !is_refused {
                    suggestions.candidates.push(found);
                }
            } else {
                let near = near_form::of(&group, &meant, site, &known, &texts);
                suggestions
                    .near_forms
                    .extend(near.filter(|near| !refusals.holds(&near.words)));
            }
        }
    }
    suggestions.near_forms.sort();
    suggestions.candidates.sort_by(|a, b| {
        let score = b.score.total_cmp(&a.score);
        let tiers = a.tier.cmp(&b.tier).then(score);
        let first = |one: &Candidate| one.occurrences.first().cloned();
        tiers
            .then_with(|| Reverse(a.occurrences.len()).cmp(&Reverse(b.occurrences.len())))
            .then_with(|| first(a).cmp(&first(b)))
    });
    name_ids(&mut suggestions.candidates, site);
    suggestions.articles = articles;
    suggestions
}

/// Sentences that a candidate is shown with at most.
const SENTENCES: usize = 5;

fn candidate(group: &Group, tag: &str, language: &Language, texts: &Texts<'_>) -> Candidate {
    let written = group.name(&language.inflection);
    let kind = group.cues.kind(group.count());
    let is_place = kind == Some(Kind::Place);
    let nominative = collection::nominative(&written, language).filter(|_| is_place);
    let name = nominative.unwrap_or(written);
    let score = score::score(group, &name, kind, language);
    let mut forms: Vec<_> = group
        .mentioned
        .iter()
        .map(|(words, count)| NameForm {
            words: words.clone(),
            count: *count,
        })
        .collect();
    forms.sort_by(|a, b| (Reverse(a.count), &a.words).cmp(&(Reverse(b.count), &b.words)));
    Candidate {
        id: String::new(),
        places: collection::places_of(&name, language),
        language: tag.to_owned(),
        tier: score::tier(score),
        score,
        kind,
        forms,
        sentences: texts.sentences(&group.occurrences, SENTENCES),
        occurrences: group.occurrences.clone(),
        may_mean: group.may_mean.clone(),
        name,
    }
}

/// Letters of an id at most.
const LONGEST_ID: usize = 40;

/// Gives each candidate a slug that is free.
fn name_ids(candidates: &mut [Candidate], site: &Site) {
    let entities = site.entities.iter();
    let taken = entities.flat_map(|(_, entity)| entity.former.iter().chain([&entity.slug]));
    let mut taken: BTreeSet<String> = taken.cloned().collect();
    for candidate in candidates {
        let mut slug = slug::slug_of(&candidate.name);
        if slug.len() > LONGEST_ID {
            let cut = slug[..=LONGEST_ID].rfind('-').unwrap_or(LONGEST_ID);
            slug.truncate(cut);
        }
        if slug.is_empty() || file_names::is_device(&slug) {
            slug.insert_str(0, "entity");
        }
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let free = [slug.clone()]
            .into_iter()
            .chain(numbered)
            .find(|id| !taken.contains(id));
        candidate.id = free.unwrap_or(slug);
        taken.insert(candidate.id.clone());
    }
}
