//! Words of an article before they are linked: which they are, where else they stand, how they are found.

use article_explorer::compile::{compile, mention_list};
use article_explorer::edit::{find, link, select};
use article_explorer::model::editing::Link;

use crate::{after, selection, to, town};

#[test]
fn selected_words_are_told_with_whom_they_mean_and_how_often_they_stand() {
    let files = town("The Countess left [[hall|the hall]]. The Countess came back.\n");
    let words = select(&files, &selection(&files, 2, "Countess left")).unwrap();
    assert_eq!((&*words.words, &*words.before), ("Countess left", "The "));
    let mut shorter = selection(&files, 2, "Countess left");
    shorter.longer = -1;
    let words = select(&files, &shorter).unwrap();
    assert_eq!((&*words.words, words.unlinked), ("Countess", 2));
    let words = select(&files, &selection(&files, 2, "the hall")).unwrap();
    assert_eq!(words.linked.unwrap().name, "Town Hall");
}

#[test]
fn words_are_found_without_selecting_them() {
    let files = town("The COUNTESS left [[hall|the hall]].\n\nA countess came.\n");
    let found = find(&files, "town", " countess ").unwrap();
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.selection.block, &*one.selection.words))
        .collect();
    assert_eq!(places, [(2, "COUNTESS"), (3, "countess")]);
    assert_eq!(
        find(&files, "town", "the hall").unwrap()[0]
            .linked
            .as_ref()
            .unwrap()
            .entity,
        "hall"
    );
    let words = select(&files, &found[1].selection).unwrap();
    assert_eq!((&*words.before, &*words.words), ("A ", "countess"));
    assert!(find(&files, "town", " ").unwrap().is_empty());
}

#[test]
fn words_are_found_however_they_are_spaced_and_ended() {
    let files = town(
        "Ὁ Ὀδυσσεὺς ΟΔΟΣ came.\n\nThe Kar\u{AD}len\u{AD}hof on 5\u{a0}May in the\u{202f}rain.\n\nThe new\nhouse.\n",
    );
    let found = |words: &str| {
        let found = find(&files, "town", words).unwrap();
        let found: Vec<_> = found.into_iter().map(|one| one.selection).collect();
        found
            .into_iter()
            .map(|selection| select(&files, &selection).unwrap().words)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("οδος"), ["ΟΔΟΣ"]);
    assert_eq!(found("ὀδυσσεὺσ"), ["Ὀδυσσεὺς"]);
    assert_eq!(found("karlenhof"), ["Kar\u{AD}len\u{AD}hof"]);
    assert_eq!(found("Kar\u{AD}lenhof"), ["Kar\u{AD}len\u{AD}hof"]);
    assert_eq!(found("5 may"), ["5\u{a0}May"]);
    assert_eq!(found("the  rain"), ["the\u{202f}rain"]);
    assert_eq!(found("new house"), ["new house"]);
}

#[test]
fn words_stand_among_whole_ones() {
    let files = town(
        "The council of the whole town had built it in that year after the old one had burned; a Petrel brought the slates for it from the northern quarries of Wales, as the clerk wrote.\n",
    );
    let before = "… of the whole town had built it in that year after the old one had burned; a ";
    let after = " brought the slates for it from the northern quarries of Wales, as the clerk …";
    let found = find(&files, "town", "Petrel").unwrap();
    assert_eq!((&*found[0].before, &*found[0].after), (before, after));
    let words = select(&files, &found[0].selection).unwrap();
    assert_eq!((&*words.before, &*words.after), (before, after));
    let found = find(&files, "town", "council").unwrap();
    assert_eq!(found[0].before, "The ");
}

/// The words of an article that would be linked with them.
#[track_caller]
fn check_unlinked(body: &str, words: &str, expected: usize) {
    let files = town(body);
    let found = select(&files, &selection(&files, 2, words)).unwrap();
    assert_eq!((&*found.words, found.unlinked), (words, expected));
}

#[test]
fn words_are_counted_where_an_alias_would_link_them() {
    check_unlinked(
        "A Petrel sank. `Petrel` and <b@Petrel.org>\n\n```\nPetrel\n```\n\nThe Petrel’s crew, the Petrels.\n",
        "Petrel",
        2,
    );
    check_unlinked("她们走了，她们来了。\n\n她们。\n", "她们", 3);
    // No alias is a single sign.
    check_unlinked("她走了，她来了。\n", "她", 0);
    check_unlinked("เขาไป เขามา\n", "เขา", 2);
    check_unlinked("彼女は東京へ行った。東京は雨だった。\n", "東京", 2);
    check_unlinked(
        "[See Petrel](https://petrel.example), a Petrel. A [[ada|Petrel]], a [[-|Petrel]].\n",
        "a Petrel",
        1,
    );
}

/// What an alias that takes words everywhere does is what was counted.
#[test]
fn as_many_places_are_linked_as_were_counted() {
    for (body, words) in [
        (
            "She saw it. `saw` [saw](https://x.example) **saw**.\n\nHe saw.\n",
            "saw",
        ),
        ("她们走了，她们来了。`她们`\n", "她们"),
        (
            "The Petrel’s crew. PETREL, Petrels, a Petrel-like ship.\n",
            "Petrel",
        ),
    ] {
        let files = town(body);
        let selection = selection(&files, 2, words);
        let counted = select(&files, &selection).unwrap().unlinked;
        let request = Link {
            selection,
            target: to("ada"),
            seen: None,
            everywhere: true,
            keeps_note: false,
        };
        let after = after(&files, &link(&files, &request).unwrap());
        let mentions = mention_list::mentions(&compile(&after).site.unwrap());
        let linked = mentions.iter().filter(|one| one.words == words).count();
        assert_eq!(counted, linked, "{body}");
    }
}

/// However often somebody asks for less, the next "more" is one more.
#[test]
fn the_end_of_words_moves_no_further_than_the_words() {
    let files = town("The old town hall burned.\n");
    let words = select(&files, &selection(&files, 2, "old town")).unwrap();
    assert_eq!(words.reach, (-1, 2));
    let words = select(&files, &selection(&files, 2, "burned")).unwrap();
    assert_eq!(words.reach, (0, 0));
}
