//! What a card shows of a note, and what only the page has.

use super::*;
use crate::components::testing::{markup, note};
use crate::model::page::Summary;

fn in_page() -> String {
    markup(html! { <Note note={note()} place={NotePlace::Page} /> })
}

fn in_card(mention: Option<u32>) -> String {
    let heading = AttrValue::from("card-name");
    markup(html! { <Note note={note()} place={NotePlace::Card { heading, mention }} /> })
}

#[test]
fn a_card_shows_the_passage_it_was_opened_at_alone() {
    let third = in_card(Some(3));
    assert!(
        third.contains("<h4 class=\"lab\">in_passage</h4><p dir=\"auto\">the clerk</p>"),
        "{third}"
    );
    assert!(!third.contains("the mayor"), "{third}");
    for mention in [Some(2), None] {
        assert!(!in_card(mention).contains("data-passage"), "{mention:?}");
    }
}

#[test]
fn the_page_shows_every_passage_under_its_paragraph() {
    let page = in_page();
    for (words, block) in [("the mayor", "#p11"), ("the clerk", "#p13")] {
        assert!(
            page.contains(words) && page.contains(block),
            "{words} in {page}"
        );
    }
    assert!(!page.contains("in_passage"), "{page}");
}

#[test]
fn only_the_page_has_the_address_the_ways_back_and_the_way_out() {
    let (page, card) = (in_page(), in_card(Some(1)));
    for part in ["id=\"ent-ada\"", "data-note=", "#m-ada-2", "close_note"] {
        assert!(page.contains(part), "{part} in {page}");
        assert!(!card.contains(part), "{part} in {card}");
    }
}

#[test]
fn the_heading_of_a_card_takes_the_focus() {
    let heading = "<h3 id=\"card-name\" tabindex=\"-1\"><bdi lang=\"en\">Ada</bdi></h3>";
    assert!(in_card(None).contains(heading), "{}", in_card(None));
    assert!(in_page().contains("<h3><bdi"), "{}", in_page());
}

#[test]
fn facts_stand_by_class_and_a_class_without_any_is_left_out() {
    let page = in_page();
    let classes: Vec<&str> = page
        .split("data-class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(classes, ["article", "later"]);
}

#[test]
fn a_sentence_that_a_fact_says_is_not_said_before() {
    let borrowed = |sentence: &str| {
        let mut note = (*note()).clone();
        note.summary = Some(Summary::Sentence(sentence.to_owned(), 2));
        markup(html! { <Note note={Rc::new(note)} place={NotePlace::Page} /> })
    };
    assert!(borrowed("four").contains("from_text"));
    assert!(!borrowed("two").contains("from_text"));
}
