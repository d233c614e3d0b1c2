//! Occurrences of one name under all its forms.

use std::collections::{BTreeMap, HashMap};

use crate::suggest::cues::Cues;
use crate::suggest::inflection::{Inflection, fold};
use crate::suggest::occurrence::Occurrence;

/// A name with what was found of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// Its words as they are written, without titles: how often each form occurs.
    pub(crate) forms: BTreeMap<String, u32>,
    /// The words that a mention would have, which may hold more than the name.
    pub(crate) mentioned: BTreeMap<String, u32>,
    pub(crate) occurrences: Vec<Occurrence>,
    pub(crate) cues: Cues,
    /// Inside a sentence.
    pub(crate) inside: u32,
    /// In a title or in the first paragraph.
    pub(crate) is_early: bool,
    /// Behind an article, where that speaks against a name.
    pub(crate) determined: u32,
    pub(crate) appositions: u32,
    pub(crate) partly_linked: u32,
    /// A longer name was joined with a shorter one.
    pub(crate) is_joined: bool,
    /// Longer names that it may stand for, where there are several.
    pub(crate) may_mean: Vec<String>,
    /// It may as well be a common noun.
    pub(crate) is_doubtful: bool,
}

impl Group {
    pub(crate) fn count(&self) -> u32 {
        self.occurrences.len() as u32
    }

    /// How many words its longest form has.
    pub(crate) fn length(&self) -> usize {
        self.forms
            .keys()
            .map(|form| words(form).count())
            .max()
            .unwrap_or(0)
    }

    pub(crate) fn join(&mut self, other: Self) {
        for (form, count) in other.forms {
            *self.forms.entry(form).or_default() += count;
        }
        for (form, count) in other.mentioned {
            *self.mentioned.entry(form).or_default() += count;
        }
        self.occurrences.extend(other.occurrences);
        self.occurrences.sort();
        self.cues.add(other.cues);
        self.inside += other.inside;
        self.is_early |= other.is_early;
        self.determined += other.determined;
        self.appositions += other.appositions;
        self.partly_linked += other.partly_linked;
    }

    /// The form to call it by: the longest, and of those the one most like a nominative, the most frequent.
    pub(crate) fn name(&self, inflection: &Inflection) -> String {
        let longest = self.length();
        let forms = self
            .forms
            .iter()
            .filter(|(form, _)| words(form).count() == longest);
        let forms: Vec<_> = forms.take(MOST_FORMS).collect();
        let folded: Vec<Vec<String>> = forms
            .iter()
            .map(|(form, _)| words(form).map(fold).collect())
            .collect();
        let rank = |row: usize| -> usize {
            let ranks = (0..longest).map(|word| {
                let others: Vec<_> = folded
                    .iter()
                    .filter_map(|form| form.get(word).cloned())
                    .collect();
                inflection.rank(&folded[row][word], &others).min(99)
            });
            ranks.sum()
        };
        let best = (0..forms.len()).min_by_key(|row| {
            let rank = if forms.len() > 1 { rank(*row) } else { 0 };
            (rank, std::cmp::Reverse(*forms[*row].1))
        });
        best.map(|row| forms[row].0.clone()).unwrap_or_default()
    }
}

/// Forms of one name that are looked at to find its nominative.
const MOST_FORMS: usize = 60;

/// Names that one is compared with at most: more begin alike only in a text that is none.
pub(crate) const MOST_NEAR: usize = 300;

/// The words of a name.
pub(crate) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(' ')
}

/// Joins groups whose names are forms of one.
pub(crate) fn inflected(groups: Vec<Group>, inflection: &Inflection) -> Vec<Group> {
    let names: Vec<Vec<String>> = groups
        .iter()
        .map(|group| {
            let first = group.forms.keys().next();
            first
                .iter()
                .flat_map(|name| words(name))
                .map(fold)
                .collect()
        })
        .collect();
    let mut buckets: HashMap<(String, usize), Vec<usize>> = HashMap::new();
    let mut sets = Sets::new(groups.len());
    for (row, name) in names.iter().enumerate() {
        let beginning: String = name
            .first()
            .map(|word| word.chars().take(2).collect())
            .unwrap_or_default();
        let bucket = buckets.entry((beginning, name.len())).or_default();
        for other in bucket.iter().copied().take(MOST_NEAR) {
            let pairs = names[other].iter().zip(name);
            if pairs.clone().all(|(a, b)| inflection.joins(a, b)) {
                sets.unite(other, row);
            }
        }
        bucket.push(row);
    }
    sets.join(groups)
}

/// Sets of rows that belong together.
pub(crate) struct Sets(Vec<usize>);

impl Sets {
    pub(crate) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    pub(crate) fn root(&self, mut row: usize) -> usize {
        while self.0[row] != row {
            row = self.0[row];
        }
        row
    }

    pub(crate) fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// One group of each set, in the order of their first rows.
    pub(crate) fn join(&self, groups: Vec<Group>) -> Vec<Group> {
        let mut joined: BTreeMap<usize, Group> = BTreeMap::new();
        for (row, group) in groups.into_iter().enumerate() {
            match joined.entry(self.root(row)) {
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(group);
                }
                std::collections::btree_map::Entry::Occupied(mut taken) => {
                    taken.get_mut().join(group);
                }
            }
        }
        joined.into_values().collect()
    }
}
