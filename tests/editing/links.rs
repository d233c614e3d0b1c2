//! Words become mentions.

use article_explorer::compile::{compile, mention_list};
use article_explorer::edit::{link, select};
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

/// Links words of a title, as its file writes it, and compares both.
#[track_caller]
fn check_title(title: &str, words: &str, expected: &str) {
    let files = site(&[(
        "articles/town.md",
        &format!("+++\ntitle = {title}\n+++\n[[ada|Ada]] left the [[hall|hall]].\n"),
    )]);
    let edit =
        linked(&files, 1, words, to("hall")).unwrap_or_else(|refusal| panic!("{}", refusal.why));
    let article = text(&after(&files, &edit), "articles/town.md");
    let (_, rest) = article.split_once("title = ").unwrap();
    assert_eq!(rest.split_once("\n+++").unwrap().0, expected);
}

#[test]
fn a_title_keeps_its_escapes() {
    check_title(
        r#""The \"old\" caf\u00e9 \U0001F3DB burns""#,
        "café",
        r#""The \"old\" [[hall|caf\u00e9]] \U0001F3DB burns""#,
    );
    check_title(
        r#""The \"old\" caf\u00e9 burns""#,
        "burns",
        r#""The \"old\" caf\u00e9 [[hall|burns]]""#,
    );
    check_title(
        r#""The \"old town\" burns""#,
        "old town",
        r#""The \"[[hall|old town]]\" burns""#,
    );
    check_title(
        "\"\"\"\nThe \\\n  old \\\"town\\\" burns\"\"\"",
        "burns",
        "\"\"\"\nThe \\\n  old \\\"town\\\" [[hall|burns]]\"\"\"",
    );
    check_title(
        r#""The \"old\" %%or new%% caf\u00e9 \"burns\"""#,
        "café",
        r#""The \"old\" %%or new%% [[hall|caf\u00e9]] \"burns\"""#,
    );
    check_title(
        r#""The [[ada|\u00e9lite]] burns""#,
        "élite",
        r#""The [[hall|\u00e9lite]] burns""#,
    );
    check_title(
        r#"'A "town" burns'"#,
        "burns",
        r#"'A "town" [[hall|burns]]'"#,
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
        keeps_note: false,
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
        keeps_note: false,
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
        keeps_note: false,
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

/// A mention with a note goes to somebody else, or to nobody.
#[track_caller]
fn check_note(body: &str, keeps_note: bool, target: Target, expected: &str, told: &str) {
    let files = town(body);
    let selection = selection(&files, 2, "The mayor");
    assert!(select(&files, &selection).unwrap().note.is_some());
    let request = Link {
        selection,
        target,
        seen: Some("ada".to_owned()),
        everywhere: false,
        keeps_note,
    };
    let edit = link(&files, &request).unwrap_or_else(|refusal| panic!("{}", refusal.why));
    let article = text(&after(&files, &edit), "articles/town.md");
    let (_, found) = article.split_once("\n+++\n").unwrap();
    assert_eq!((found, &*edit.told), (expected, told));
}

/// What is said of one in a passage is not true of the other.
#[test]
fn a_note_goes_with_the_entity_it_is_about() {
    let body = "[[ada|The mayor|She [[hall|sat]] there.]] left. [[ada|She]] wept.\n";
    let gone = "Linked “The mayor” to Town Hall, without the note that it had";
    check_note(
        body,
        false,
        to("hall"),
        "[[hall|The mayor]] left. [[ada|She]] wept.\n",
        gone,
    );
    let kept = "[[hall|The mayor|She [[hall|sat]] there.]] left. [[ada|She]] wept.\n";
    check_note(
        body,
        true,
        to("hall"),
        kept,
        "Linked “The mayor” to Town Hall",
    );
    let nobody = "“The mayor” means nobody here, without the note that it had";
    for keeps_note in [false, true] {
        check_note(
            body,
            keeps_note,
            Target::Nobody,
            "[[-|The mayor]] left. [[ada|She]] wept.\n",
            nobody,
        );
    }
    let table = "| Who |\n|---|\n| [[ada\\|The mayor\\|She came.]] |\n\n[[ada|Ada]] left.\n";
    let expected = "| Who |\n|---|\n| [[hall\\|The mayor]] |\n\n[[ada|Ada]] left.\n";
    check_note(table, false, to("hall"), expected, gone);
}
