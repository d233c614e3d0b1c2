//! What is found, in which order, and what of it is highlighted.

use proptest::prelude::*;

use super::*;
use crate::model::kind::Kind;

fn index() -> Index {
    Index::new(|unit| vec![unit])
}

fn entity(index: &mut Index, id: &str, mentions: u32, texts: &[&str]) {
    let entry = Entry {
        id: id.into(),
        kind: Some(Kind::Person),
        mentions,
    };
    index.add(Group::Entities, entry, texts);
}

fn add(index: &mut Index, group: Group, id: &str, texts: &[&str]) {
    let entry = Entry {
        id: id.into(),
        ..Entry::default()
    };
    index.add(group, entry, texts);
}

/// A small page.
fn page() -> Index {
    let mut index = index();
    entity(&mut index, "xinjiang", 9, &["Xinjiang", "region of China"]);
    entity(
        &mut index,
        "xi",
        4,
        &["Xi Jinping", "President Xi", "leader of China"],
    );
    entity(
        &mut index,
        "china",
        5,
        &["China", "People’s Republic of China", ""],
    );
    entity(&mut index, "border", 1, &["China–Kazakhstan border", ""]);
    entity(&mut index, "kazakhs", 2, &["Kazakhs", "ethnic group"]);
    entity(&mut index, "kazakhstan", 7, &["Kazakhstan", "country"]);
    add(&mut index, Group::Text, "p1", &["Xi Jinping burns"]);
    add(
        &mut index,
        Group::Text,
        "p2",
        &[
            "She tells how her truck driver husband crossed China’s border, and how Chinese trucks did; a truck, drivers.",
        ],
    );
    add(
        &mut index,
        Group::Facts,
        "fact-xi-1",
        &["Xi leads China. Chinese papers, China."],
    );
    add(
        &mut index,
        Group::Timeline,
        "event-arrest",
        &["Arrested at the border of China"],
    );
    add(
        &mut index,
        Group::Sources,
        "source-hrw",
        &["Human Rights Watch", "A report on China"],
    );
    index
}

/// What a group has: ids with what is highlighted.
fn hits(index: &Index, group: Group, query: &str) -> Vec<String> {
    let found = index.find(query, 8);
    let hits = found.groups[group as usize].hits.iter();
    let line = |hit: &Hit| {
        let id = &index.entry(group, hit).expect("a hit has its entry").id;
        let marks = hit
            .marks
            .iter()
            .map(|&mark| index.pieces(group, mark, &[mark])[1].clone());
        [vec![id.clone()], marks.collect()].concat().join(":")
    };
    hits.map(line).collect()
}

#[track_caller]
fn check(group: Group, query: &str, expected: &[&str]) {
    assert_eq!(hits(&page(), group, query), expected, "{query:?}");
}

#[test]
fn whole_names_come_before_begun_ones_before_typos() {
    check(
        Group::Entities,
        "China",
        &["china:China", "border:China", "xinjiang:China", "xi:China"],
    );
    check(
        Group::Entities,
        "kazakhs",
        &["kazakhs:Kazakhs", "kazakhstan:Kazakhs", "border:Kazakhs"],
    );
    check(
        Group::Entities,
        "kazahks",
        &[
            "kazakhs:Kazakhs",
            "kazakhstan:Kazakhstan",
            "border:Kazakhstan",
        ],
    );
}

#[test]
fn a_whole_word_of_a_name_comes_before_a_longer_word() {
    check(Group::Entities, "xi", &["xi:Xi", "xinjiang:Xi"]);
}

#[test]
fn of_names_equally_near_the_one_mentioned_more_comes_first() {
    let mut index = index();
    entity(&mut index, "a", 1, &["Anna Bell", ""]);
    entity(&mut index, "b", 3, &["Anna Ball", ""]);
    entity(&mut index, "c", 3, &["Anna Bill", ""]);
    assert_eq!(
        hits(&index, Group::Entities, "anna"),
        ["b:Anna", "c:Anna", "a:Anna"]
    );
}

#[test]
fn words_may_be_scattered_over_names_and_description() {
    check(Group::Entities, "jinping leader", &["xi:Jinping:leader"]);
    check(Group::Entities, "leader jinpign", &["xi:Jinping:leader"]);
    check(Group::Entities, "country", &["kazakhstan:country"]);
}

#[test]
fn typos_may_hit_the_space() {
    check(Group::Entities, "xijinping", &["xi:Xi Jinping"]);
    check(Group::Entities, "x ijinping", &["xi:Xi Jinping"]);
}

#[test]
fn in_the_text_each_place_counts_whole_words_first() {
    check(Group::Text, "truck", &["p2:truck", "p2:truck", "p2:truck"]);
    check(Group::Text, "trucks", &["p2:trucks"]);
    check(Group::Text, "driver", &["p2:driver", "p2:driver"]);
    check(Group::Text, "c", &["p2:c", "p2:C", "p2:C"]);
    assert_eq!(page().find("truck", 2).groups[1].total, 3);
}

#[test]
fn a_phrase_comes_before_scattered_words_before_typos() {
    check(
        Group::Text,
        "truck driver",
        &["p2:truck driver", "p2:truck, driver"],
    );
    check(Group::Text, "husband truck", &["p2:truck:husband"]);
    check(
        Group::Text,
        "truck drivre husbend",
        &["p2:truck driver husband"],
    );
    check(Group::Text, "husbend crosed", &["p2:husband crossed"]);
    check(Group::Text, "boder husbend", &["p2:husband:border"]);
}

#[test]
fn words_in_the_middle_of_a_phrase_are_whole() {
    check(Group::Text, "tru driver", &["p2:tru:driver"]);
}

#[test]
fn elsewhere_each_entry_counts() {
    check(Group::Facts, "china", &["fact-xi-1:China:China"]);
    check(Group::Timeline, "border", &["event-arrest:border"]);
    check(Group::Sources, "watch report", &["source-hrw:Watch:report"]);
}

#[test]
fn without_spaces_any_letters_are_found() {
    let mut index = index();
    entity(&mut index, "xi", 1, &["习近平", ""]);
    add(&mut index, Group::Text, "p1", &["中国主席习近平2025年"]);
    add(&mut index, Group::Text, "p2", &["近日，习平"]);
    assert_eq!(hits(&index, Group::Entities, "近平"), ["xi:近平"]);
    assert_eq!(hits(&index, Group::Text, "习近平"), ["p1:习近平"]);
    assert_eq!(hits(&index, Group::Text, "近平 主席"), ["p1:主席:近平"]);
    assert_eq!(hits(&index, Group::Text, "平近"), [""; 0]);
}

#[test]
fn marks_on_the_last_letter_and_halves_of_characters_are_highlighted_too() {
    let mut index = index();
    add(&mut index, Group::Text, "p1", &["un cafe\u{301}, 𠮷野"]);
    assert_eq!(hits(&index, Group::Text, "cafe"), ["p1:cafe\u{301}"]);
    assert_eq!(hits(&index, Group::Text, "𠮷"), ["p1:𠮷"]);
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in ["", "  ", "“’”", "—"] {
        assert_eq!(page().find(query, 8), SearchResults::default(), "{query:?}");
    }
    assert_eq!(page().find("china", 0).groups[0].total, 4);
}

#[test]
fn a_long_query_is_cut() {
    let query = "she tells how her truck driver husband crossed china’s border and how chinese";
    let long = [query, &" x".repeat(1000)].concat();
    check(
        Group::Text,
        &long,
        &["p2:She tells how her truck driver husband crossed"],
    );
}

#[test]
fn snippets_reach_from_word_to_word() {
    let index = page();
    let found = index.find("husband", 1);
    let hit = &found.groups[Group::Text as usize].hits[0];
    let text = index.text(Group::Text, hit, 0).expect("blocks have a text");
    let part = index.snippet(Group::Text, text, hit);
    let pieces = index.pieces(Group::Text, part, &hit.marks);
    assert_eq!(
        pieces,
        [
            "tells how her truck driver ",
            "husband",
            " crossed China’s border, and how Chinese trucks did;"
        ]
    );
}

#[test]
fn a_short_text_is_its_own_snippet() {
    let index = page();
    let hit = &index.find("leader", 1).groups[0].hits[0];
    let texts: Vec<String> = (0..)
        .map_while(|text| index.text(Group::Entities, hit, text))
        .map(|text| {
            index.pieces(
                Group::Entities,
                index.snippet(Group::Entities, text, hit),
                &hit.marks,
            )
        })
        .map(|pieces| pieces.join("|"))
        .collect();
    assert_eq!(texts, ["Xi Jinping", "President Xi", "|leader| of China"]);
}

/// Words of few letters, so that chance makes matches.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[ab]{1,6}", 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn what_is_added_later_changes_no_order(
        texts in prop::collection::vec((words(), 0..3_u32, 0..5_usize), 1..12),
        query in words(),
        first in 0..12_usize,
    ) {
        let mut index = index();
        let mut orders: Vec<[Vec<usize>; 6]> = Vec::new();
        for (row, (text, mentions, group)) in texts.iter().enumerate() {
            if row == first {
                orders.push(order(&index, &query));
            }
            let entry = Entry { mentions: *mentions, ..Entry::default() };
            index.add(Group::ALL[*group], entry, &[text, ""]);
        }
        orders.push(order(&index, &query));
        let [before, after] = orders.as_slice() else { return Ok(()) };
        for (before, after) in before.iter().zip(after) {
            // Hits of a better kind may have come in place of the others.
            let kept: Vec<_> = after.iter().filter(|hit| before.contains(hit)).collect();
            let same: Vec<_> = before.iter().filter(|hit| after.contains(hit)).collect();
            prop_assert_eq!(kept, same);
        }
    }

    #[test]
    fn nothing_panics_and_marks_lie_in_texts(
        texts in prop::collection::vec((any::<String>(), 0..5_usize), 0..6),
        query in any::<String>(),
        taken in any::<prop::sample::Index>(),
    ) {
        let mut index = index();
        for (text, group) in &texts {
            add(&mut index, Group::ALL[*group], "id", &[text, text]);
        }
        let mut queries = vec![query];
        if !texts.is_empty() {
            let text = &taken.get(&texts).0;
            queries.push(text.chars().skip(1).take(20).collect());
        }
        for query in queries {
            for (group, results) in Group::ALL.into_iter().zip(index.find(&query, 4).groups) {
                prop_assert!(results.hits.len() == results.total.min(4));
                for hit in &results.hits {
                    look_through(&index, group, hit);
                }
            }
        }
    }
}

#[test]
fn marks_come_in_the_order_of_the_text() {
    let mut index = index();
    add(&mut index, Group::Text, "id", &["Àp 𐕼P"]);
    let [_, hits, ..] = index.find("p 𐕼P", 4).groups;
    assert_eq!(hits.hits.len(), 1);
    look_through(&index, Group::Text, &hits.hits[0]);
}

fn order(index: &Index, query: &str) -> [Vec<usize>; 6] {
    index.find(query, 100).groups.map(|results| {
        // A text may be found several times, and its best hit says where it stands.
        let mut rows = Vec::new();
        for hit in &results.hits {
            if !rows.contains(&hit.entry) {
                rows.push(hit.entry);
            }
        }
        rows
    })
}

fn look_through(index: &Index, group: Group, hit: &Hit) {
    assert!(hit.marks.iter().all(|mark| mark.start < mark.end));
    assert!(
        hit.marks
            .windows(2)
            .all(|pair| pair[0].start <= pair[1].start)
    );
    let mut marked = 0;
    for text in (0..).map_while(|text| index.text(group, hit, text)) {
        let part = index.snippet(group, text, hit);
        assert!(text.start <= part.start && part.start <= part.end && part.end <= text.end);
        let whole = index.pieces(group, text, &[]).concat();
        let pieces = index.pieces(group, text, &hit.marks);
        assert_eq!(pieces.len() % 2, 1);
        assert_eq!(
            pieces.concat().encode_utf16().count(),
            whole.encode_utf16().count()
        );
        marked += pieces.len() / 2;
        let first = hit
            .marks
            .iter()
            .find(|mark| mark.start >= text.start && mark.end <= text.end);
        assert!(first.is_none_or(|first| part.start <= first.start && first.end <= part.end));
    }
    assert!(marked > 0, "{hit:?}");
}
