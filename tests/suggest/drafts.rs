//! How the page shows entities that `suggest` has begun.

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data::FORMAT;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, pages};

use crate::story::{Story, said};

/// The page of the story's article, drafts and all.
fn page(story: &Story) -> String {
    let files = Files::read(&story.path("")).unwrap();
    let site = compile(&files).site.unwrap();
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    let mut pages = pages(&site, &app, Options::default()).unwrap();
    String::from_utf8(pages.remove("quay/index.html").unwrap()).unwrap()
}

/// The note of an entity, of that page.
fn note(page: &str, id: &str) -> String {
    let begin = page.find(&format!("id=\"ent-{id}\"")).unwrap();
    let end = page[begin..].find("</article>").unwrap();
    page[begin..begin + end].to_owned()
}

#[test]
fn a_draft_without_a_kind_looks_unfinished() {
    let story = Story::new();
    let article = story.read("articles/quay.md");
    story.write(
        "articles/quay.md",
        &format!("{article}\nThey praised Zerolt, and Zerolt sank.\n"),
    );
    let written = story.run(&["suggest", "story", "--write", "zerolt"]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    assert!(story.read("entities/zerolt.toml").contains("# kind = "));
    let page = page(&story);
    let note = note(&page, "zerolt");
    assert!(note.contains("<b>No kind yet</b>"), "{note}");
    assert!(!page.contains(">Concept<"), "{page}");
}

/// As an author would: of the lines that the file proposes the first fact is taken.
#[test]
fn a_sentence_that_is_taken_as_a_fact_is_said_once() {
    let story = Story::new();
    story.run(&["suggest", "story", "--write", "elena-marsh=person"]);
    let sentence = "He met Elena Marsh of the Northern Courier in Paris.";
    let before = note(&page(&story), "elena-marsh");
    assert_eq!(before.matches(sentence).count(), 1, "{before}");
    story.take_first_fact("elena-marsh");
    let after = note(&page(&story), "elena-marsh");
    assert_eq!(after.matches(sentence).count(), 1, "{after}");
}
