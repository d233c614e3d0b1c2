//! What is told when a cited block changes, and for how long.

use article_explorer::compile::Outcome;

use crate::{Texts, outcome, texts};

/// The small site as it was confirmed.
fn confirmed() -> Texts {
    let mut texts = texts("");
    texts.insert("citations.lock".to_owned(), outcome(&texts).lock.unwrap());
    texts
}

fn edit(texts: &mut Texts, path: &str, from: &str, to: &str) {
    let text = texts.get_mut(path).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    *text = text.replace(from, to);
}

fn codes(outcome: &Outcome) -> Vec<&str> {
    outcome
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// Takes over the lock, as `check` and `build` do.
fn run(texts: &mut Texts) -> Outcome {
    let outcome = outcome(texts);
    if let Some(lock) = &outcome.lock {
        texts.insert("citations.lock".to_owned(), lock.clone());
    }
    outcome
}

const ARTICLE: &str = "articles/town.md";
const ADA: &str = "entities/ada.toml";

#[test]
fn a_changed_block_is_told_in_every_run() {
    let mut texts = confirmed();
    edit(&mut texts, ARTICLE, "opened", "closed");
    for _ in 0..3 {
        let outcome = run(&mut texts);
        assert_eq!(codes(&outcome), ["changed-block", "changed-block"]);
        let message = &outcome.findings[0].message;
        assert!(
            message.ends_with("they began “Ada opened the town hall.”"),
            "{message}"
        );
    }
    // As it was is as it was confirmed.
    edit(&mut texts, ARTICLE, "closed", "opened");
    assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
}

#[test]
fn mentions_emphasis_and_kinds_of_spaces_are_no_change() {
    let mut texts = confirmed();
    edit(
        &mut texts,
        ARTICLE,
        "[[ada|Ada]] opened the",
        "*[[ada|Ada]]*  opened\nthe\u{a0}",
    );
    edit(
        &mut texts,
        ARTICLE,
        "[[hall|town hall]]",
        "[[hall|town]] hall",
    );
    assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
}

#[test]
fn a_statement_that_is_worded_anew_keeps_its_warning() {
    let mut texts = confirmed();
    edit(&mut texts, ARTICLE, "opened", "closed");
    edit(&mut texts, ADA, "She opened", "It was she who opened");
    for _ in 0..2 {
        assert_eq!(codes(&run(&mut texts)), ["changed-block", "changed-block"]);
    }
}

#[test]
fn another_address_settles_it() {
    let mut texts = confirmed();
    edit(
        &mut texts,
        ARTICLE,
        "opened the [[hall|town hall]].",
        "closed the [[hall|town hall]].\n\nShe had opened it.",
    );
    assert_eq!(codes(&run(&mut texts)), ["changed-block", "changed-block"]);
    edit(&mut texts, ADA, "town#p2", "town#p3");
    edit(&mut texts, "entities/hall.toml", "town#p2", "town#p3");
    for _ in 0..2 {
        assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
    }
}

#[test]
fn a_new_citation_is_added_and_one_that_is_gone_is_dropped() {
    let mut texts = confirmed();
    let before = texts["citations.lock"].lines().count();
    edit(
        &mut texts,
        ADA,
        "source = \"town#p2\"",
        "source = [\"town#p2\", \"town#p1\"]",
    );
    assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
    assert_eq!(texts["citations.lock"].lines().count(), before + 1);
    edit(
        &mut texts,
        ADA,
        "source = [\"town#p2\", \"town#p1\"]",
        "source = \"gazette\"",
    );
    assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
    assert_eq!(texts["citations.lock"].lines().count(), before - 1);
}

#[test]
fn a_lock_that_cannot_be_read_is_not_written_over() {
    let mut texts = confirmed();
    texts
        .get_mut("citations.lock")
        .unwrap()
        .push_str("=======\n");
    assert_eq!(outcome(&texts).lock, None);
}

#[test]
fn a_statement_whose_numbers_are_all_corrected_is_settled() {
    let mut texts = texts("");
    edit(
        &mut texts,
        ARTICLE,
        "town hall]].",
        "town hall]].\n\nIt rained.",
    );
    edit(&mut texts, ADA, "\"town#p2\"", "[\"town#p2\", \"town#p3\"]");
    run(&mut texts);
    edit(
        &mut texts,
        ARTICLE,
        "+++\n[[ada",
        "+++\nFrom our correspondent.\n\n[[ada",
    );
    assert_eq!(codes(&run(&mut texts)), ["moved-block"; 3]);
    // What was confirmed at `p3` stands at `p4` now, and `p3` was confirmed with other words.
    edit(
        &mut texts,
        ADA,
        "[\"town#p2\", \"town#p3\"]",
        "[\"town#p3\", \"town#p4\"]",
    );
    edit(&mut texts, "entities/hall.toml", "town#p2", "town#p3");
    for _ in 0..2 {
        assert_eq!(codes(&run(&mut texts)), Vec::<&str>::new());
    }
}
