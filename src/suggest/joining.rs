//! Short names join the long ones that they stand for: a surname, a given name, initials.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::kind::Kind;
use crate::suggest::group::{Group, MOST_NEAR, Sets, words};
use crate::suggest::inflection::fold;
use crate::suggest::language::{Language, List};

/// Joins single words with the only longer name that ends or begins with them, and initials with the words they begin.
/// `introduced` are initials in brackets behind a name, with that name.
pub(crate) fn joined(
    groups: Vec<Group>,
    introduced: &[(String, String)],
    language: &Language,
) -> Vec<Group> {
    let mut sets = Sets::new(groups.len());
    let longs: Vec<(usize, Vec<String>)> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.length() > 1)
        .map(|(row, group)| {
            let name = group.name(&language.inflection);
            (row, words(&name).map(fold).collect())
        })
        .collect();
    let mut ends: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    for (row, name) in &longs {
        for (at, word) in [(0, name.first()), (name.len() - 1, name.last())] {
            let key: String = word.iter().flat_map(|word| word.chars()).take(3).collect();
            ends.entry(key).or_default().push((*row, at));
        }
    }
    let mut may_mean = Vec::new();
    let names: BTreeMap<usize, &Vec<String>> =
        longs.iter().map(|(row, name)| (*row, name)).collect();
    for (row, group) in groups.iter().enumerate() {
        if group.length() != 1 || !may_be_short(group, language) {
            continue;
        }
        let word = fold(&group.name(&language.inflection));
        let key: String = word.chars().take(3).collect();
        let near = ends.get(&key).into_iter().flatten().take(MOST_NEAR);
        let joins = |long: &usize, at: usize| language.inflection.joins(&word, &names[long][at]);
        let near: Vec<_> = near.filter(|(long, at)| joins(long, *at)).collect();
        let is_person = |long: usize, at: usize| {
            may_be_person(&groups[long]) && (at > 0 || is_given(&groups[long], language))
        };
        let persons = near.iter().filter(|(long, at)| is_person(*long, *at));
        let persons: BTreeSet<_> = persons.map(|(long, _)| *long).collect();
        let Some(first) = persons.first() else {
            continue;
        };
        // "Ruth Hallam Trust" is what it is called after, and no other Hallam.
        let is_of = |long: usize| {
            let all = || persons.iter().map(|person| &names[person][..]);
            all().any(|person| {
                names[&long]
                    .windows(person.len())
                    .any(|part| part == person)
            })
        };
        let others = near.iter().map(|(long, _)| *long);
        let others = others.filter(|long| persons.contains(long) || !is_of(*long));
        let meant: BTreeSet<_> = others.collect();
        if meant.len() == 1 {
            sets.unite(*first, row);
        } else {
            let name = |long: &usize| groups[*long].name(&language.inflection);
            may_mean.push((row, meant.iter().map(name).collect::<Vec<_>>()));
        }
    }
    let by_form: HashMap<&str, usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(row, group)| group.forms.keys().map(move |form| (&**form, row)))
        .collect();
    for (long, short) in introduced {
        if let (Some(long), Some(short)) = (by_form.get(&**long), by_form.get(&**short)) {
            sets.unite(*long, *short);
        }
    }
    let before: Vec<usize> = groups.iter().map(Group::length).collect();
    let mut together: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (row, length) in before.iter().enumerate() {
        together.entry(sets.root(row)).or_default().insert(*length);
    }
    let mixed: BTreeSet<usize> = together
        .into_iter()
        .filter(|(_, all)| all.len() > 1)
        .map(|(root, _)| root)
        .collect();
    let roots: BTreeSet<usize> = (0..groups.len()).map(|row| sets.root(row)).collect();
    let mut all = sets.join(groups);
    let mut may_mean: BTreeMap<_, _> = may_mean.into_iter().collect();
    for (root, group) in roots.into_iter().zip(&mut all) {
        group.is_joined = mixed.contains(&root);
        group.may_mean = may_mean.remove(&root).unwrap_or_default();
    }
    all
}

/// Whether a long name may be a person's.
fn may_be_person(group: &Group) -> bool {
    if group.length() < 2 {
        return false;
    }
    let kind = group.cues.kind(group.count());
    matches!(kind, None | Some(Kind::Person)) || group.cues.given > 0
}

fn may_be_short(group: &Group, language: &Language) -> bool {
    let name = group.name(&language.inflection);
    let lists = [
        List::Organisation,
        List::Place,
        List::Law,
        List::Event,
        List::People,
    ];
    !lists.iter().any(|list| language.is(*list, &name)) && group.cues.gazetteer == 0
}

/// Whether the first word of a name is a given name, as far as can be seen.
fn is_given(group: &Group, language: &Language) -> bool {
    let name = group.name(&language.inflection);
    let first = words(&name).next().unwrap_or_default();
    language.is(List::Given, first)
        || group.cues.kind(group.count()).is_none()
        || group.cues.titled > 0
}

/// Initials in brackets right behind a name, as `("United Nations", "UN")`.
pub(crate) fn are_initials(short: &str, long: &str) -> bool {
    let first = |word: &str| word.chars().next();
    let all: String = words(long).filter_map(first).collect();
    let large: String = all.chars().filter(|letter| letter.is_uppercase()).collect();
    short.chars().count() > 1 && (short == large || short == all.to_uppercase())
}
