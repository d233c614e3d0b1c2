//! Search over the first article: its names as readers type them, its text, facts, events and sources.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::path::Path;
use std::sync::LazyLock;

use article_explorer::app::search::{Entry, Group, Index};
use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::site::{Entity, Site};
use article_explorer::model::text::plain;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    compile(&Files::read(&content).unwrap()).site.unwrap()
});

/// What the browser answers to `toLowerCase().normalize("NFKD")`.
fn decompose(unit: u16) -> Vec<u16> {
    let Some(letter) = char::from_u32(unit.into()) else {
        return vec![unit];
    };
    let parts: String = letter.to_lowercase().nfkd().collect();
    parts.encode_utf16().collect()
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    let names = entity.names.iter().map(|name| name.text.as_str());
    names.chain(entity.aliases.iter().map(String::as_str))
}

fn entry(id: String) -> Entry {
    Entry {
        id,
        ..Entry::default()
    }
}

fn entities() -> Index {
    let mut index = Index::new(decompose);
    let (_, article) = SITE.articles.iter().next().unwrap();
    for (id, entity) in SITE.entities.iter() {
        let mentions = article.mentions.iter();
        let entry = Entry {
            id: entity.slug.clone(),
            kind: Some(entity.kind),
            mentions: mentions.filter(|(_, mention)| mention.entity == id).count() as u32,
        };
        let description = entity.description.as_deref().unwrap_or_default();
        let texts: Vec<&str> = names(entity).chain([description]).collect();
        index.add(Group::Entities, entry, &texts);
    }
    index
}

fn page() -> Index {
    let mut index = entities();
    let (_, article) = SITE.articles.iter().next().unwrap();
    for (row, block) in article.blocks.iter().enumerate() {
        let text = plain(&block.text);
        index.add(Group::Text, entry(format!("p{}", row + 1)), &[&text]);
    }
    for (_, entity) in SITE.entities.iter() {
        for (row, fact) in entity.facts.iter().enumerate() {
            let id = format!("fact-{}-{}", entity.slug, row + 1);
            index.add(Group::Facts, entry(id), &[&plain(&fact.text.value)]);
        }
    }
    for (_, event) in SITE.events.iter() {
        let text = plain(&event.text.value);
        index.add(Group::Timeline, entry(event.slug.clone()), &[&text]);
    }
    for (_, source) in SITE.sources.iter() {
        let texts = source.publisher.iter().chain(&source.title);
        let texts: Vec<_> = texts.map(String::as_str).collect();
        index.add(Group::Sources, entry(source.slug.clone()), &texts);
    }
    index
}

/// Ids of the best hits of a group, at most three.
fn best(index: &Index, group: Group, query: &str) -> Vec<String> {
    let results = &index.find(query, 3).groups[group as usize];
    let ids = results
        .hits
        .iter()
        .map(|hit| index.entry(group, hit).unwrap().id.clone());
    ids.collect()
}

/// Words of a name in any order, and of several names of one entity: `content/` need not list them all.
#[test]
fn a_name_is_found_by_its_words_in_any_order() {
    let index = page();
    for (query, slug) in [
        ("Chinese–Kazakh border", "china-kazakhstan-border"),
        ("national flag of China", "chinese-flag"),
        ("November 13 demonstration", "nov13-demonstration"),
        ("13 November protest", "nov13-demonstration"),
        ("China–Kazakhstan relations", "kazakhstan-china-relations"),
        ("Kazakhstan’s authorities", "kazakhstan-government"),
        ("Kazakh government", "kazakhstan-government"),
        ("electronic tag", "house-arrest-tag"),
        ("Kazakh passport", "kazakh-citizenship"),
        ("Turkic", "turkic-peoples"),
        ("Dulata port", "kalzhat-dulata-crossing"),
        ("Strike Hard campaign", "strike-hard"),
        ("Nagyz Atajurt Volunteers", "atajurt"),
        ("oralman", "kandas-oralman"),
    ] {
        assert_eq!(
            best(&index, Group::Entities, query)
                .first()
                .map(String::as_str),
            Some(slug),
            "{query}"
        );
    }
}

#[test]
fn names_are_found_as_readers_type_them() {
    let index = page();
    for (query, slug) in [
        ("Sherizatkizi", "guldariya-sherizatkyzy"),
        ("guldariya", "guldariya-sherizatkyzy"),
        ("Билаш", "serikzhan-bilash"),
        ("билаш серик", "serikzhan-bilash"),
        ("bilasuli", "serikzhan-bilash"),
        ("Serikzhan Bilaş", "serikzhan-bilash"),
        ("习近平", "xi-jinping"),
        ("習近平", "xi-jinping"),
        ("xi", "xi-jinping"),
        ("xijinping", "xi-jinping"),
        ("Jinping Xi", "xi-jinping"),
        ("uighurs", "uyghurs"),
        ("Uygur", "uyghurs"),
        ("ئۇيغۇر", "uyghurs"),
        ("China's government", "beijing-metonym"),
        ("chinas government", "beijing-metonym"),
        ("alma ata", "almaty"),
        ("strike-hard", "strike-hard"),
        ("founder of ata", "serikzhan-bilash"),
    ] {
        let best = best(&index, Group::Entities, query);
        assert_eq!(
            best.first().map(String::as_str),
            Some(slug),
            "{query}: {best:?}"
        );
    }
}

#[test]
fn the_text_and_all_lists_are_searched() {
    let index = page();
    let query = |group, query| best(&index, group, query);
    assert_eq!(query(Group::Text, "truck driver husband"), ["p2"]);
    assert_eq!(query(Group::Text, "truck drivr husbend"), ["p2"]);
    assert!(!query(Group::Facts, "plea agreement").is_empty());
    assert!(!query(Group::Timeline, "arrested").is_empty());
    assert!(!query(Group::Sources, "human rights watch").is_empty());
    assert_eq!(query(Group::Text, "zeppelin"), [""; 0]);
}

fn letters(name: &str) -> usize {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
}

/// One way to get one letter wrong.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Insert(char),
    Remove,
    Replace(char),
    Swap,
}

fn edited(name: &str, place: usize, edit: Edit) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let place = place % letters.len();
    let next = (place + 1).min(letters.len() - 1);
    match edit {
        Edit::Insert(letter) => letters.insert(place, letter),
        Edit::Remove => drop(letters.remove(place)),
        Edit::Replace(letter) => letters[place] = letter,
        Edit::Swap => letters.swap(place, next),
    }
    letters.into_iter().collect()
}

/// The names of this many letters or more, each with its entity.
fn long_names(least: usize) -> Vec<(&'static str, &'static str)> {
    let all = SITE
        .entities
        .iter()
        .flat_map(|(_, entity)| names(entity).map(|name| (entity.slug.as_str(), name)));
    all.filter(|(_, name)| letters(name) >= least).collect()
}

#[test]
fn with_any_letter_wrong_a_name_is_among_the_first_three() {
    let index = entities();
    for (slug, name) in long_names(5) {
        for place in 0..name.chars().count() {
            for edit in [
                Edit::Remove,
                Edit::Swap,
                Edit::Insert('a'),
                Edit::Replace('z'),
                Edit::Replace(' '),
            ] {
                let query = edited(name, place, edit);
                let best = best(&index, Group::Entities, &query);
                assert!(
                    best.iter().any(|id| id == slug),
                    "{name}: {query}: {best:?}"
                );
            }
        }
    }
}

fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        prop::char::range('a', 'z'),
        prop::char::range('а', 'я'),
        prop::sample::select(vec![
            ' ', '-', '’', '1', 'ә', 'қ', 'ı', '中', '习', 'ئ', '\u{301}'
        ]),
    ]
}

fn edit() -> impl Strategy<Value = (usize, Edit)> {
    let edit = prop_oneof![
        letter().prop_map(Edit::Insert),
        Just(Edit::Remove),
        letter().prop_map(Edit::Replace),
        Just(Edit::Swap),
    ];
    (0..100_usize, edit)
}

/// A name's entity, the name, and how many letters may be wrong.
fn name() -> impl Strategy<Value = (&'static str, &'static str, usize)> {
    (prop::sample::select(long_names(5)), 1..3_usize)
        .prop_map(|((slug, name), edits)| (slug, name, if letters(name) < 8 { 1 } else { edits }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn with_one_or_two_letters_wrong_a_name_is_among_the_first_three(
        (slug, name, edits) in name(),
        places in prop::collection::vec(edit(), 2),
    ) {
        static INDEX: LazyLock<std::sync::Mutex<Index>> = LazyLock::new(|| entities().into());
        let query = places.iter().take(edits).fold(name.to_owned(), |name, &(place, edit)| edited(&name, place, edit));
        let best = best(&INDEX.lock().unwrap(), Group::Entities, &query);
        prop_assert!(best.iter().any(|id| id == slug), "{}: {}: {:?}", name, query, best);
    }
}
