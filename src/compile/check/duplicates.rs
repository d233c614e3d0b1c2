//! Two files of entities that seem to be about the same one: the same number elsewhere, the same name, or one letter off.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::Statement;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::{Entity, Place, Site};

/// Letters that a name has at least, and at most, to be taken for another with a slip in it.
const SLIPS: RangeInclusive<usize> = 8..=64;

/// Each is compared with so many that came before and may be alike.
const COMPARED: usize = 8;

/// Degrees between two places of one name that make them two: about 25 km.
const APART: f64 = 0.25;

/// Says which entities may be one. `files` are theirs, in their order.
pub(crate) fn check(
    site: &Site,
    files: &[&str],
    statements: &[Statement<'_>],
    findings: &Findings,
) {
    let known = known_apart(statements);
    let may_be_one = |one: Id<Entity>, other: Id<Entity>| {
        one != other
            && !known.contains(&(one, other))
            && !known.contains(&(other, one))
            && !differ(&site.entities[one], &site.entities[other])
    };
    for (id, (likeness, other)) in alike(&marks(site), may_be_one) {
        let (kept, slug) = (&site.entities[other].slug, &site.entities[id].slug);
        let why = match likeness {
            Likeness::Number(scheme, number) => format!("both are `{number}` at {scheme}"),
            Likeness::Name(one, other) if one == other => format!("both are called `{one}`"),
            Likeness::Name(one, other) | Likeness::Slip(one, other) => {
                format!("one is called `{one}`, the other `{other}`")
            }
        };
        let message = format!("`{slug}` may be `{kept}`: {why}");
        let help = format!(
            "if it is, run `article-explorer fix merge {kept} {slug}`; if not, let a fact of one link the other, so that readers can tell them apart"
        );
        findings
            .warning(
                "likely-duplicate",
                &SourceSpan::whole(files[id.row()]),
                message,
            )
            .help(help);
    }
}

/// Why two may be one, the surest first; with the words of the first and of the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'s> {
    /// A scheme, and the number there.
    Number(&'s str, &'s str),
    Name(&'s str, &'s str),
    Slip(&'s str, &'s str),
}

/// What an entity may be known again by.
struct Mark<'s> {
    entity: Id<Entity>,
    kind: Kind,
    sort: Sort<'s>,
}

enum Sort<'s> {
    Number(&'s str, &'s str),
    Name {
        shown: &'s str,
        /// An alias is no name.
        is_name: bool,
        /// As it is compared.
        word: String,
    },
}

/// For each entity that may be another before it, the likeliest of these.
fn alike<'s>(
    marks: &[Mark<'s>],
    may_be_one: impl Fn(Id<Entity>, Id<Entity>) -> bool,
) -> BTreeMap<Id<Entity>, (Likeness<'s>, Id<Entity>)> {
    let keys = marks.iter().enumerate();
    let keys = keys.flat_map(|(row, mark)| mark.keys().into_iter().map(move |key| (key, row)));
    let mut keys: Vec<_> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    let mut found: BTreeMap<Id<Entity>, (Likeness<'s>, Id<Entity>)> = BTreeMap::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0) {
        for (at, (_, row)) in group.iter().enumerate() {
            let mark = &marks[*row];
            let before = group[..at].iter().take(COMPARED);
            for other in before.map(|(_, row)| &marks[*row]) {
                let Some(likeness) = other.likeness(mark) else {
                    continue;
                };
                let pair = (likeness, other.entity);
                let is_likelier = found.get(&mark.entity).is_none_or(|best| pair < *best);
                if is_likelier && may_be_one(other.entity, mark.entity) {
                    found.insert(mark.entity, pair);
                }
            }
        }
    }
    found
}

/// All marks, in the order of the entities.
fn marks(site: &Site) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    for (id, entity) in site.entities.iter() {
        let kind = entity.kind;
        marks.extend(entity.identifiers.iter().map(|one| Mark {
            entity: id,
            kind,
            sort: Sort::Number(&one.name, &one.value),
        }));
        let names = entity.names.iter().map(|name| (true, &*name.text));
        let aliases = entity.aliases.iter().map(|alias| (false, &**alias));
        marks.extend(names.chain(aliases).map(|(is_name, shown)| Mark {
            entity: id,
            kind,
            sort: Sort::Name {
                shown,
                is_name,
                word: compared(shown, kind),
            },
        }));
    }
    marks
}

impl<'s> Mark<'s> {
    /// Marks that are alike share one of these.
    fn keys(&self) -> Vec<u64> {
        let hash = |of: &dyn Fn(&mut DefaultHasher)| {
            let mut hasher = DefaultHasher::new();
            self.kind.slug().hash(&mut hasher);
            of(&mut hasher);
            hasher.finish()
        };
        match &self.sort {
            Sort::Number(scheme, number) => {
                vec![hash(&|hasher| (scheme, number).hash(hasher))]
            }
            Sort::Name { word, .. } if word.is_empty() => Vec::new(),
            Sort::Name { word, .. } => {
                let whole = hash(&|hasher| word.hash(hasher));
                let mut keys = vec![whole];
                if SLIPS.contains(&word.chars().count()) {
                    // Whatever one letter is off, two words share what is left without one or none of theirs.
                    keys.extend(word.char_indices().map(|(left, letter)| {
                        let after = &word[left + letter.len_utf8()..];
                        let without = [&word[..left], after].concat();
                        hash(&|hasher| without.hash(hasher))
                    }));
                }
                keys
            }
        }
    }

    /// Why a later mark may be of the same.
    fn likeness(&self, later: &Mark<'s>) -> Option<Likeness<'s>> {
        if self.kind != later.kind {
            return None;
        }
        match (&self.sort, &later.sort) {
            (Sort::Number(scheme, number), Sort::Number(other, same)) => {
                ((scheme, number) == (other, same)).then_some(Likeness::Number(scheme, number))
            }
            (
                Sort::Name {
                    shown,
                    is_name,
                    word,
                },
                Sort::Name {
                    shown: other,
                    is_name: other_is_name,
                    word: other_word,
                },
            ) => {
                if !is_name && !other_is_name {
                    None
                } else if word == other_word {
                    Some(Likeness::Name(shown, other))
                } else {
                    is_slip(word, other_word).then_some(Likeness::Slip(shown, other))
                }
            }
            _ => None,
        }
    }
}

/// A name in the form in which it is compared: small letters without signs over them, single spaces; the words of a
/// person's in one order.
fn compared(name: &str, kind: Kind) -> String {
    let letters = name.nfkd().filter(|c| !('\u{300}'..'\u{370}').contains(c));
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let words = letters.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    let mut words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    if kind == Kind::Person {
        words.sort_unstable();
    }
    words.join(" ")
}

/// Whether two words are one letter off, which is never a digit.
fn is_slip(one: &str, other: &str) -> bool {
    let digits = |word: &str| {
        word.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let is_long = |word: &str| SLIPS.contains(&word.chars().count());
    (is_long(one) || is_long(other))
        && strsim::osa_distance(one, other) == 1
        && digits(one) == digits(other)
}

/// Whether two entities are surely two: known under different numbers, or far from each other.
fn differ(one: &Entity, other: &Entity) -> bool {
    let numbers = one.identifiers.iter();
    let mut pairs = numbers.flat_map(|a| other.identifiers.iter().map(move |b| (a, b)));
    pairs.any(|(a, b)| a.name == b.name && a.value != b.value)
        || one
            .place
            .zip(other.place)
            .is_some_and(|(a, b)| are_apart(a, b))
}

fn are_apart(one: Place, other: Place) -> bool {
    (one.latitude - other.latitude).abs() > APART || (one.longitude - other.longitude).abs() > APART
}

/// Entities of which one tells of the other: whoever wrote that knows that they are two.
fn known_apart(statements: &[Statement<'_>]) -> BTreeSet<(Id<Entity>, Id<Entity>)> {
    let told = statements
        .iter()
        .filter_map(|one| Some((one.subject?, &one.named)));
    let pairs = told.flat_map(|(subject, named)| {
        let linked = named.iter().filter(|one| one.linked);
        linked.map(move |one| (subject, one.entity))
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::compile::files::Files;

    /// A site of two entities.
    fn two() -> Site {
        let entity = "kind = \"law\"\nnames = [{ text = \"Law\" }]\n[[facts]]\ntext = \"It is.\"\nsource = \"a#p2\"\n";
        let files = [
            (
                "site.toml",
                "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n",
            ),
            ("articles/a.md", "+++\ntitle = \"T\"\n+++\nIt rained.\n"),
            ("entities/one.toml", entity),
            ("entities/two.toml", entity),
        ];
        compile(&Files::from_texts(files))
            .site
            .expect("it has no errors")
    }

    #[track_caller]
    fn near(one: &str, other: &str, kind: Kind) -> bool {
        let mark = |entity, shown| Mark {
            entity,
            kind,
            sort: Sort::Name {
                shown,
                is_name: true,
                word: compared(shown, kind),
            },
        };
        let site = two();
        let ids: Vec<_> = site.entities.ids().collect();
        let marks = [mark(ids[0], one), mark(ids[1], other)];
        !alike(&marks, |one, other| one != other).is_empty()
    }

    #[test]
    fn names_one_letter_off_are_near() {
        for (one, other) in [
            ("Maria Berg", "Maria Bergh"),
            ("Maria Bergh", "Maria Berg"),
            ("Serikzhan Bilash", "Serikzan Bilash"),
            ("Zo\u{EB} M\u{FC}ller", "Zoe Muller"),
            ("Byron, Ada", "Ada Byron"),
            ("The Hague Court", "The Hauge Court"),
        ] {
            assert!(near(one, other, Kind::Person), "{one}, {other}");
        }
    }

    #[test]
    fn short_names_numbers_and_other_orders_of_things_are_not() {
        for (one, other) in [
            ("Iran", "Iraq"),
            ("Article 174", "Article 175"),
            ("Party of Work", "Work of Party"),
            ("Austria-Hungary", "Australia"),
        ] {
            assert!(!near(one, other, Kind::Law), "{one}, {other}");
        }
    }
}
