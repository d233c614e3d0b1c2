//! All that may be a name in the texts of one language, collected under its forms.

use std::collections::{BTreeMap, BTreeSet};

use crate::suggest::block_text::BlockText;
use crate::suggest::cues::Cues;
use crate::suggest::gazetteer;
use crate::suggest::group::{self, Group};
use crate::suggest::inflection::fold;
use crate::suggest::joining;
use crate::suggest::language::{Language, List};
use crate::suggest::occurrence::Occurrence;
use crate::suggest::sequence::{Finder, Sequence};
use crate::suggest::statistics::Statistics;
use crate::suggest::words::{Joint, Shape, Word, words};

/// Blocks at an article's beginning whose names are what it is about: the title and the first paragraph.
const EARLY: u32 = 2;

/// Collects the names of blocks.
pub(crate) fn groups(blocks: &[&BlockText], language: &Language) -> Vec<Group> {
    let cut: Vec<Vec<Word<'_>>> = blocks.iter().map(|block| words(block, language)).collect();
    let is_titled = |row: usize| {
        let block = blocks[row];
        (block.is_heading || !block.text.trim_end().ends_with(['.', '”', '»', '"']))
            && is_in_title_case(&cut[row], block.is_heading, language)
    };
    let mut statistics = Statistics::default();
    for (row, words) in cut.iter().enumerate() {
        if !is_titled(row) {
            statistics.add(words, language);
        }
    }
    let mut collection = Collection {
        language,
        groups: BTreeMap::new(),
        order: Vec::new(),
        introduced: Vec::new(),
    };
    for (row, words) in cut.iter().enumerate() {
        if is_titled(row) {
            continue;
        }
        let finder = Finder {
            words,
            language,
            statistics: &statistics,
        };
        for people in finder.small_peoples() {
            collection.add(blocks[row], words, &people);
        }
        let mut before: Option<&Sequence> = None;
        let sequences = finder.sequences();
        for sequence in &sequences {
            collection.add(blocks[row], words, sequence);
            if let Some(before) = before {
                collection.introduce(words, before, sequence);
            }
            before = Some(sequence);
        }
    }
    for (row, words) in cut.iter().enumerate() {
        if is_titled(row) {
            collection.count_in_title(blocks[row], words);
        }
    }
    let introduced = std::mem::take(&mut collection.introduced);
    let groups = group::inflected(collection.into_groups(), &language.inflection);
    let groups = joining::joined(groups, &introduced, language);
    if !language.capitalises_nouns() {
        return groups;
    }
    let is_place = |group: &&Group| group.cues.gazetteer > 0 || group.cues.locative > 0;
    let places = groups
        .iter()
        .filter(is_place)
        .flat_map(|group| group.forms.keys());
    let places = places
        .filter(|name| name.chars().count() > COMMON)
        .map(|name| beginning(name))
        .collect();
    let kept = groups.into_iter().filter_map(|mut group| {
        let noun = nounness(&group, &statistics, &places, language);
        group.is_doubtful = noun == Nounness::Doubtful;
        (noun != Nounness::Noun).then_some(group)
    });
    kept.collect()
}

/// Whether a word with a capital is a common noun.
#[derive(PartialEq)]
enum Nounness {
    Name,
    Doubtful,
    Noun,
}

struct Collection<'l> {
    language: &'l Language,
    /// By folded name.
    groups: BTreeMap<String, Group>,
    /// In the order of the text.
    order: Vec<String>,
    /// Initials in brackets behind a name, with that name.
    introduced: Vec<(String, String)>,
}

impl Collection<'_> {
    fn add(&mut self, block: &BlockText, words: &[Word<'_>], sequence: &Sequence) {
        let name = written(&words[sequence.name.clone()]);
        let key = fold(&name);
        // A title that is written large belongs to the words, though not to the name.
        let first = match words[sequence.titled].shape.is_capital() {
            true => &words[sequence.titled],
            false => &words[sequence.name.start],
        };
        let last = &words[sequence.name.end - 1];
        let range = first.range.start..last.range.end;
        let group = self.groups.entry(key.clone()).or_insert_with(|| {
            self.order.push(key);
            Group::default()
        });
        *group.forms.entry(name).or_default() += 1;
        *group
            .mentioned
            .entry(block.text[range.clone()].to_owned())
            .or_default() += 1;
        group.occurrences.push(Occurrence {
            article: block.article,
            block: block.number,
            start: range.start,
            end: range.end,
        });
        group.cues.add(Cues::of(sequence, words, self.language));
        group.inside += u32::from(!sequence.opens);
        group.is_early |= block.number <= EARLY;
        group.determined += u32::from(sequence.is_determined);
        group.appositions += u32::from(sequence.is_apposition);
        group.partly_linked += u32::from(sequence.is_partly_linked);
    }

    /// Initials in brackets right behind a name.
    fn introduce(&mut self, words: &[Word<'_>], before: &Sequence, sequence: &Sequence) {
        let short = &words[sequence.name.start];
        if sequence.name.start != before.name.end
            || !short.bracketed
            || short.shape != Shape::Capitals
        {
            return;
        }
        let long = written(&words[before.name.clone()]);
        if joining::are_initials(short.base, &long) {
            self.introduced.push((long, short.base.to_owned()));
        }
    }

    /// Counts known names in a heading that has capitals everywhere.
    fn count_in_title(&mut self, block: &BlockText, words: &[Word<'_>]) {
        let mut at = 0;
        while at < words.len() {
            let found = (1..=5).rev().find_map(|length| {
                let name = words.get(at..at + length)?;
                let key = fold(&written(name));
                (self.groups.contains_key(&key) && !name.iter().any(|word| word.is_linked))
                    .then_some((length, key))
            });
            let Some((length, key)) = found else {
                at += 1;
                continue;
            };
            if let Some(group) = self.groups.get_mut(&key) {
                group.occurrences.push(Occurrence {
                    article: block.article,
                    block: block.number,
                    start: words[at].range.start,
                    end: words[at + length - 1].range.end,
                });
                group.is_early = true;
            }
            at += length;
        }
    }

    fn into_groups(mut self) -> Vec<Group> {
        let order = std::mem::take(&mut self.order);
        let language = self.language;
        let groups = order.into_iter().filter_map(|key| self.groups.remove(&key));
        groups
            .map(|mut group| {
                group.occurrences.sort();
                let weight = |places: &[gazetteer::KnownPlace]| {
                    places
                        .first()
                        .map_or(0, |first| 1 + u32::from(first.is_region()))
                };
                let known = group
                    .forms
                    .keys()
                    .map(|form| weight(places_of(form, language)));
                group.cues.gazetteer = known.max().unwrap_or(0);
                group
            })
            .collect()
    }
}

/// The places that a name may be, in this form or the nominative.
pub(crate) fn places_of(name: &str, language: &Language) -> &'static [gazetteer::KnownPlace] {
    match nominative(name, language) {
        Some(nominative) => gazetteer::places(&nominative),
        None => gazetteer::places(name),
    }
}

/// The nominative of a place's name, where the gazetteer has that and not the name as it is.
pub(crate) fn nominative(name: &str, language: &Language) -> Option<String> {
    let is_known = |name: &str| !gazetteer::places(name).is_empty();
    if is_known(name) || name.contains(' ') {
        return None;
    }
    if language.capitalises_nouns() {
        // Names are inflected by the genitive alone.
        let stem = name.strip_suffix('s').filter(|stem| is_known(stem))?;
        return (stem.chars().count() > 3 && !language.is_common_noun(stem))
            .then(|| stem.to_owned());
    }
    if !language.inflection.is_inflected() {
        return None;
    }
    let mut nominatives: Vec<_> = language.inflection.nominatives(name).into_iter().collect();
    nominatives.sort();
    nominatives.into_iter().find(|name| is_known(name))
}

/// A name as its words are written, without what only stands at them.
fn written(words: &[Word<'_>]) -> String {
    let mut name = String::new();
    for (row, word) in words.iter().enumerate() {
        if row > 0 {
            name.push_str(if word.joint == Joint::Stop { ". " } else { " " });
        }
        if row > 0 && word.is_elided {
            name.push_str(word.text);
        } else {
            name.push_str(word.base);
        }
        if word.is_possessive && row + 1 < words.len() {
            name.push_str("'s");
        }
    }
    name
}

/// Whether the larger words of a heading, or of what looks like one, all have capitals, so that they prove nothing.
fn is_in_title_case(words: &[Word<'_>], is_heading: bool, language: &Language) -> bool {
    if language.capitalises_nouns() {
        return false;
    }
    let is_large = |word: &&Word<'_>| word.base.chars().count() > 3 && word.shape != Shape::Other;
    let large: Vec<_> = words.iter().filter(is_large).collect();
    let capitals = large.iter().filter(|word| word.shape.is_capital()).count();
    let least = if is_heading { 2 } else { 4 };
    large.len() >= least && capitals * 10 >= large.len() * 8
}

/// Whether a name is one of the common nouns that have capitals too: something must speak for it. `places` are the first
/// letters of names of places.
fn nounness(
    group: &Group,
    statistics: &Statistics,
    places: &BTreeSet<String>,
    language: &Language,
) -> Nounness {
    let cues = &group.cues;
    let name = group.name(&language.inflection);
    let is_exact = || {
        group
            .forms
            .keys()
            .any(|form| !gazetteer::places(form).is_empty())
    };
    if cues.titled > 0
        || cues.given > 0
        || (cues.gazetteer > 0
            && (group.determined == 0 || is_exact() && !language.is_common_noun(&name)))
        || cues.people > 0
        || group.appositions > 0
        || group.length() > 1
    {
        return Nounness::Name;
    }
    let is_of_a_place =
        ["er", "ern"].iter().any(|end| name.ends_with(end)) && places.contains(&beginning(&name));
    let is_named_so =
        language.ends(List::PeopleEnding, &name) || language.ends(List::LandEnding, &name);
    let is_people = is_named_so && !language.is(List::NoPeople, &name);
    // "die Schwarzmeer-Reederei"
    let last = name.rsplit_once('-').map_or("", |(_, last)| last);
    let lists = [List::Organisation, List::Institution];
    let is_named_organisation = lists.iter().any(|list| language.is(*list, last));
    if is_people || is_of_a_place || is_named_organisation {
        return Nounness::Name;
    }
    let count = statistics.of_any(&name, &["n", "en", "e", "s", "es", "er", "ern"]);
    let begins_alone = group.inside == 0 && cues.speaks == 0;
    if count.lower > 0 || begins_alone {
        return Nounness::Noun;
    }
    // "Lieschen kam": several common nouns of this ending stand without an article, one does not.
    let is_pet_name = ["chen", "lein"].iter().any(|end| name.ends_with(end))
        && count.determined == 0
        && count.bare > 1;
    let is_common = language.ends(List::CommonEnding, &name) && !is_pet_name;
    let is_silent = cues.speaks == 0 && language.is_common_noun(&name);
    if !is_common && !is_silent && count.determined <= count.bare {
        return Nounness::Name;
    }
    // Rivers and ships have an article, but not "a" or "my".
    let is_known = count.indefinite == 0 && count.determined + count.bare > 1;
    match is_known && !is_common && !language.may_be_common_noun(&name) {
        true => Nounness::Doubtful,
        false => Nounness::Noun,
    }
}

/// Letters that a place and its inhabitants have in common.
const COMMON: usize = 5;

fn beginning(name: &str) -> String {
    name.chars().take(COMMON).collect()
}
