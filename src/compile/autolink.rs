//! Automatic linking: all names of all entities, found in one pass over a block. A name may be that of several.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::compile::normal::{Normal, caseless, is_boundary, is_word, normal};
use crate::model::id::Id;
use crate::model::site::Entity;

/// Finds names in a text.
pub(crate) struct NameMatcher {
    automaton: AhoCorasick,
    /// Whose each name is, in their order.
    owners: Vec<Vec<Id<Entity>>>,
}

/// Words that mean an entity.
pub(crate) type NamedRange = (Range<usize>, Id<Entity>);

impl NameMatcher {
    /// # Panics
    /// When the names together reach 2 GB.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = (&'n str, Id<Entity>)>) -> Self {
        Self::of(names, normal)
    }

    /// One for texts in small letters.
    ///
    /// # Panics
    /// As [`Self::new`] does.
    pub(crate) fn caseless<'n>(names: impl IntoIterator<Item = (&'n str, Id<Entity>)>) -> Self {
        Self::of(names, caseless)
    }

    fn of<'n>(
        names: impl IntoIterator<Item = (&'n str, Id<Entity>)>,
        form: impl Fn(&str) -> String,
    ) -> Self {
        let mut of_name = BTreeMap::<_, Vec<_>>::new();
        for (name, entity) in names {
            let owners = of_name.entry(form(name)).or_default();
            if !owners.contains(&entity) {
                owners.push(entity);
            }
        }
        of_name.remove("");
        let automaton =
            AhoCorasick::new(of_name.keys()).expect("all names together are under 2 GB");
        Self {
            automaton,
            owners: of_name.into_values().collect(),
        }
    }
}

/// What an article says about its automatic linking.
pub(crate) struct Linker<'n> {
    /// The names that hold in all articles.
    pub(crate) names: &'n NameMatcher,
    /// The article's own; they win over names of others.
    pub(crate) own: Option<NameMatcher>,
    pub(crate) except: BTreeSet<Id<Entity>>,
    /// Words that mean nobody here, each in the form in which it is looked for.
    pub(crate) nobody: BTreeSet<String>,
}

/// Words that are a name.
pub(crate) struct Named {
    pub(crate) range: Range<usize>,
    /// Whose it is. Never empty; of several the text must say which.
    pub(crate) entities: Vec<Id<Entity>>,
}

impl Linker<'_> {
    /// The words of a block that mean an entity: leftmost first, longest first. `authored` are the author's own
    /// mentions there; `closed` are links and code, where nothing is linked.
    pub(crate) fn find(
        &self,
        text: &str,
        authored: &[NamedRange],
        closed: &[Range<usize>],
    ) -> Vec<Named> {
        self.find_in(text, &Normal::new(text), authored, closed)
    }

    /// The same in a copy of the text that has the form of the names.
    pub(crate) fn find_in(
        &self,
        text: &str,
        normal: &Normal,
        authored: &[NamedRange],
        closed: &[Range<usize>],
    ) -> Vec<Named> {
        let own = self
            .own
            .iter()
            .flat_map(|own| candidates(own, normal, true));
        let mut found: Vec<Candidate> = own.chain(candidates(self.names, normal, false)).collect();
        found.sort_by_key(|words| {
            (
                words.range.start,
                std::cmp::Reverse(words.range.end),
                !words.own,
            )
        });
        let mut linked = Vec::new();
        let mut end = 0;
        let mut closed = Sweep::new(closed.iter());
        let mut authored = Sweep::new(authored.iter());
        for words in found {
            if words.range.start < end
                || !closed.overlapping(&words.range).is_empty()
                || self.is_nobody(&text[words.range.clone()])
            {
                continue;
            }
            let mut entities = words.entities.to_vec();
            entities.retain(|entity| !self.except.contains(entity));
            if entities.is_empty() {
                continue;
            }
            match standing(&words, &authored.overlapping(&words.range)) {
                Standing::Crossing => continue,
                Standing::Authored => {}
                Standing::Free => linked.push(Named {
                    range: words.range.clone(),
                    entities,
                }),
            }
            end = words.range.end;
        }
        linked
    }

    fn is_nobody(&self, words: &str) -> bool {
        !self.nobody.is_empty() && self.nobody.contains(&normal(words))
    }
}

struct Candidate<'n> {
    range: Range<usize>,
    entities: &'n [Id<Entity>],
    own: bool,
}

/// All names that stand as whole words, however they overlap.
fn candidates<'n>(
    names: &'n NameMatcher,
    normal: &'n Normal,
    own: bool,
) -> impl Iterator<Item = Candidate<'n>> {
    let whole = |found: &aho_corasick::Match| is_whole(&normal.text, found.range());
    names
        .automaton
        .find_overlapping_iter(&normal.text)
        .filter(whole)
        .map(move |found| Candidate {
            range: normal.origin(found.start())..normal.origin(found.end()),
            entities: &names.owners[found.pattern().as_usize()],
            own,
        })
}

/// Words are whole if nothing goes on at either end; a possessive may follow.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let (before, words, after) = (
        &text[..range.start],
        &text[range.clone()],
        &text[range.end..],
    );
    let mut left = before.chars().rev();
    let previous = left.next();
    let joined = previous == Some('\'') && left.next().is_some_and(is_word);
    if joined || !is_boundary(previous, words.chars().next()) {
        return false;
    }
    let mut right = after.chars();
    if right.next() != Some('\'') {
        return is_boundary(words.chars().next_back(), after.chars().next());
    }
    match right.next() {
        Some('s' | 'S') => !right.next().is_some_and(is_word),
        Some(next) => !is_word(next),
        None => true,
    }
}

/// How words stand to the author's own mentions.
enum Standing {
    /// Apart from them, or within one of another entity.
    Free,
    /// The author already said what they mean.
    Authored,
    /// Across the edge of one.
    Crossing,
}

fn standing(words: &Candidate<'_>, authored: &[&NamedRange]) -> Standing {
    let mut standing = Standing::Free;
    for (range, entity) in authored {
        if words.range.start < range.start || range.end < words.range.end {
            return Standing::Crossing;
        }
        if *range == words.range || words.entities.contains(entity) {
            standing = Standing::Authored;
        }
    }
    standing
}

/// Ranges near a place that only moves on, so that a block with thousands is walked once.
struct Sweep<I: Iterator> {
    /// In the order in which they begin.
    ahead: std::iter::Peekable<I>,
    /// Those that have begun and may not have ended.
    begun: Vec<I::Item>,
}

impl<'a, T: HasRange + 'a, I: Iterator<Item = &'a T>> Sweep<I> {
    fn new(ranges: I) -> Self {
        Self {
            ahead: ranges.peekable(),
            begun: Vec::new(),
        }
    }

    /// Those that share a byte with a part, which begins no earlier than the one before.
    fn overlapping(&mut self, part: &Range<usize>) -> Vec<&'a T> {
        self.begun.retain(|one| one.range().end > part.start);
        while let Some(one) = self.ahead.next_if(|one| one.range().start < part.end) {
            self.begun.push(one);
        }
        let begun = self.begun.iter().copied();
        begun.filter(|one| overlap(one.range(), part)).collect()
    }
}

/// What stands somewhere in a text.
trait HasRange {
    fn range(&self) -> &Range<usize>;
}

impl HasRange for Range<usize> {
    fn range(&self) -> &Range<usize> {
        self
    }
}

impl HasRange for NamedRange {
    fn range(&self) -> &Range<usize> {
        &self.0
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
