//! Words become mentions.

use article_explorer::compile::finding::Severity;
use article_explorer::compile::{compile, mention_list};
use article_explorer::edit::{choices, find, link, select};
use article_explorer::model::editing::{Link, Target};

use crate::{after, linked, selection, site, text, to, town};

/// Links words of a paragraph and compares the article's body before and after.
#[track_caller]
fn check(body: &str, words: &str, target: Target, expected: &str) {
    let files = town(body);
    let edit = linked(&files, 2, words, target).unwrap_or_else(|refusal| panic!("{}", refusal.why));
    let after = after(&files, &edit);
    let article = text(&after, "articles/town.md");
    let (_, found) = article.split_once("\n+++\n").unwrap();
    assert_eq!(found, expected);
}

#[test]
fn a_mark_is_put_around_the_words_and_nothing_else_changes() {
    check("She left.\n", "She", to("ada"), "[[ada|She]] left.\n");
    check(
        "She left.\r\n\r\nIt rained.",
        "She",
        to("ada"),
        "[[ada|She]] left.\r\n\r\nIt rained.",
    );
    check(
        "The old\nhouse stood.\n",
        "old house",
        to("hall"),
        "The [[hall|old\nhouse]] stood.\n",
    );
    check(
        "Then *she and he* left.\n",
        "she",
        to("ada"),
        "Then *[[ada|she]] and he* left.\n",
    );
    check(
        "Then **Countess** Ada left.\n",
        "Countess Ada",
        to("ada"),
        "Then **[[ada|Countess** Ada]] left.\n",
    );
    check("\\*She left.\n", "She", to("ada"), "\\*[[ada|She]] left.\n");
    check(
        "%%the boss?%% She left.\n",
        "She",
        to("ada"),
        "%%the boss?%% [[ada|She]] left.\n",
    );
    check(
        "1. One\n2. She left.\n",
        "One",
        to("ada"),
        "1. [[ada|One]]\n2. She left.\n",
    );
    check(
        "A&amp;B and she left.\n",
        "she",
        to("ada"),
        "A&amp;B and [[ada|she]] left.\n",
    );
    check("她走了。\n", "她", to("ada"), "[[ada|她]]走了。\n");
}

#[test]
fn half_words_become_whole_ones_and_possessives_stay_outside() {
    check(
        "The Countess’s house.\n",
        "untess’s",
        to("ada"),
        "The [[ada|Countess]]’s house.\n",
    );
    check(
        "“The hall”, she said.\n",
        "“The hall”,",
        to("hall"),
        "“[[hall|The hall]]”, she said.\n",
    );
}

#[test]
fn a_cell_of_a_table_is_text_too() {
    let table = "| Who | Where |\n|---|---|\n| she | there |\n\n[[ada|Ada]] left.\n";
    let linked = "| Who | Where |\n|---|---|\n| she | [[hall|there]] |\n\n[[ada|Ada]] left.\n";
    check(table, "there", to("hall"), linked);
    let files = town(table);
    let across = select(&files, &selection(&files, 2, "she\tthere"));
    assert!(across.unwrap_err().why.contains("one cell"));
}

#[test]
fn the_title_and_a_caption_can_be_linked() {
    let files = town("Text.\n");
    let edit = linked(&files, 1, "town", to("hall")).unwrap();
    let article = text(&after(&files, &edit), "articles/town.md");
    assert!(
        article.starts_with("+++\ntitle = \"The [[hall|town]]\"\n"),
        "{article}"
    );
}

#[test]
fn a_mention_is_given_to_somebody_else_or_to_nobody() {
    check(
        "[[ada|Her]] house.\n",
        "Her",
        to("hall"),
        "[[hall|Her]] house.\n",
    );
    check(
        "[[hall]] burned.\n",
        "Town Hall",
        to("ada"),
        "[[ada|Town Hall]] burned.\n",
    );
    check(
        "[[ada|Her]] house.\n",
        "Her",
        Target::Nobody,
        "[[-|Her]] house.\n",
    );
    check(
        "Ada Byron left.\n",
        "Ada Byron",
        Target::Nobody,
        "[[-|Ada Byron]] left.\n",
    );
    check(
        "Ada Byron left.\n",
        "Ada Byron",
        to("hall"),
        "[[hall|Ada Byron]] left.\n",
    );
}

#[test]
fn words_within_a_mention_nest_in_it() {
    check(
        "[[hall|The hall of Ada]] burned.\n",
        "Ada",
        to("ada"),
        "[[hall|The hall of [[ada|Ada]]]] burned.\n",
    );
}

#[test]
fn what_cannot_be_is_refused_and_says_why() {
    let why =
        |body: &str, words: &str, target| linked(&town(body), 2, words, target).unwrap_err().why;
    assert!(why("[[ada|Her old]] house.\n", "old house", to("hall")).contains("all of its words"));
    assert!(why("[[ada|Her]] house.\n", "Her", to("ada")).contains("already"));
    assert!(why("She left.\n", "She", to("nobody-known")).contains("no entity `nobody-known`"));
    assert!(why("She — left.\n", " — ", to("ada")).contains("no word"));
    assert!(why("Write `x she` there.\n", "she", to("ada")).contains("yourself"));
}

#[test]
fn signs_of_footnotes_stay_where_they_are() {
    let body = "Foot[^1] note of [[ada|Ada]].\n\n[^1]: Said so.\n";
    let why = linked(&town(body), 2, "Foot note", to("hall"))
        .unwrap_err()
        .why;
    assert!(why.contains("yourself"), "{why}");
}

#[test]
fn words_that_mean_nobody_can_be_given_to_somebody() {
    check(
        "[[-|Ada Byron]] left.\n",
        "Ada Byron",
        to("hall"),
        "[[hall|Ada Byron]] left.\n",
    );
    let files = town("[[-|Ada Byron]] left [[hall|the hall of Ada]].\n");
    let why = |words: &str| linked(&files, 2, words, Target::Nobody).unwrap_err().why;
    assert!(why("Ada Byron").contains("nobody already"));
    assert!(why("hall of").contains("longer mention"));
}

#[test]
fn what_somebody_else_linked_meanwhile_is_not_linked_over() {
    let files = town("[[ada|Her]] house.\n");
    let request = Link {
        selection: selection(&files, 2, "Her"),
        target: to("hall"),
        seen: None,
        everywhere: false,
    };
    assert!(
        link(&files, &request)
            .unwrap_err()
            .why
            .contains("meanwhile")
    );
}

/// The page may be older than the file.
#[test]
fn other_words_than_the_page_shows_are_left_alone() {
    let old = town("She left.\n");
    let selected = selection(&old, 2, "left");
    let new = town("He came and left.\n");
    let request = Link {
        selection: selected,
        target: to("ada"),
        seen: None,
        everywhere: false,
    };
    assert!(
        link(&new, &request)
            .unwrap_err()
            .why
            .contains("load the page anew")
    );
}

#[test]
fn an_alias_links_the_words_wherever_they_stand() {
    let files = town("The Countess left. The Countess came back.\n");
    let request = Link {
        selection: selection(&files, 2, "Countess"),
        target: to("ada"),
        seen: None,
        everywhere: true,
    };
    let edit = link(&files, &request).unwrap();
    assert_eq!(edit.files.len(), 1, "the article stays as it is");
    assert_eq!(edit.told, "Linked “Countess” to Ada Byron everywhere");
    let after = after(&files, &edit);
    assert!(text(&after, "entities/ada.toml").contains("aliases = [\"Countess\"]"));
    let site = compile(&after).site.unwrap();
    let mentions = mention_list::mentions(&site);
    assert_eq!(
        mentions
            .iter()
            .filter(|one| one.words == "Countess")
            .count(),
        2
    );
}

#[test]
fn somebody_new_begins_as_a_draft() {
    let files = town("Maria Berg came. Mayor Maria Berg left [[hall|the hall]].\n");
    let new = Target::New {
        name: "Maria Berg".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "Maria Berg", new).unwrap();
    let after = after(&files, &edit);
    let stub = text(&after, "entities/maria-berg.toml");
    assert!(
        stub.contains("draft = true\nkind = \"person\"\nnames = [{ text = \"Maria Berg\" }]"),
        "{stub}"
    );
    let outcome = compile(&after);
    assert!(
        !outcome
            .findings
            .iter()
            .any(|one| one.severity == Severity::Error)
    );
    let mentions = mention_list::mentions(&outcome.site.unwrap());
    assert_eq!(
        mentions
            .iter()
            .filter(|one| one.entity == "maria-berg")
            .count(),
        2
    );
    assert_eq!(
        text(&after, "articles/town.md"),
        text(&files, "articles/town.md"),
        "her name links itself"
    );
}

#[test]
fn somebody_new_under_another_name_is_marked() {
    let files = town("The mayor left.\n");
    let new = Target::New {
        name: "Maria Berg".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "mayor", new).unwrap();
    let after = after(&files, &edit);
    assert!(text(&after, "articles/town.md").contains("The [[maria-berg|mayor]] left."));
    let nothing = Target::New {
        name: " ".to_owned(),
        kind: "person".to_owned(),
    };
    assert!(
        linked(&files, 2, "mayor", nothing)
            .unwrap_err()
            .why
            .contains("name")
    );
}

#[test]
fn a_new_entity_is_of_a_kind_that_the_site_names() {
    let toml = "format = 1\ntitle = \"Town\"\nlanguage = \"en\"\n[kinds.ship]\none = \"Ship\"\nmany = \"Ships\"\nlike = \"organisation\"\n";
    let mut files = town("The Petrel sank.\n");
    files.files.insert("site.toml".to_owned(), toml.into());
    let new = Target::New {
        name: "Petrel".to_owned(),
        kind: "ship".to_owned(),
    };
    let edit = linked(&files, 2, "Petrel", new).unwrap();
    assert!(text(&after(&files, &edit), "entities/petrel.toml").contains("kind = \"ship\""));
    let choices = choices(&files).unwrap();
    assert!(
        choices
            .kinds
            .iter()
            .any(|one| (&*one.value, &*one.label) == ("ship", "Ship"))
    );
    let hall = choices
        .entities
        .iter()
        .find(|one| one.id == "hall")
        .unwrap();
    assert_eq!((&*hall.name, &*hall.kind), ("Town Hall", "Organisation"));
}

#[test]
fn a_name_that_is_taken_gets_an_id_of_its_own() {
    let files = site(&[(
        "articles/town.md",
        "+++\ntitle = \"T\"\n+++\n[[hall|It]] fell on Ada.\n",
    )]);
    let new = Target::New {
        name: "Ada".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "Ada", new).unwrap();
    let after = after(&files, &edit);
    assert!(after.files.contains_key("entities/ada-2.toml"));
    assert!(compile(&after).site.is_some());
}

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
