//! What rests on one article, in the page of another.

use crate::{attributes, page, words};

/// A second article, and what rests on it.
const SECOND: &str = "--- articles/harbour.md
+++
title = \"The harbour\"
+++
[[hall|The town hall]] owns the harbour.
--- entities/hall.toml
kind = \"organisation\"
names = [{ text = \"Town Hall\" }]
summary = \"Where the town meets.\"
[[facts]]
text = \"It owns a harbour and [[crane|a crane]].\"
source = \"harbour#p2\"
[[facts]]
text = \"It has a clock.\"
source = \"gazette\"
[[facts]]
text = \"[[bo|Bo]] keeps its keys.\"
source = \"harbour#p2\"
[[facts]]
text = \"[[ada|Ada]] opened it.\"
source = [\"town#p2\", \"harbour#p2\"]
[[relations]]
predicate = \"owner of\"
object = \"crane\"
source = \"harbour#p2\"
--- entities/crane.toml
kind = \"concept\"
names = [{ text = \"The crane\" }]
summary = \"It lifts.\"
[[facts]]
text = \"It is red.\"
source = \"harbour#p2\"
--- entities/bo.toml
kind = \"person\"
private = true
names = [{ text = \"Bo Lee\" }]
summary = \"Keeps keys.\"
[[facts]]
text = \"Bo keeps keys.\"
source = \"harbour#p2\"
";

#[test]
fn a_fact_of_another_article_is_told_with_its_title() {
    let page = page(SECOND, "town/index.html");
    assert_eq!(
        words(&page, "#ent-hall [data-fact]"),
        [
            "Ada opened it. ¶ 2 The harbour, ¶ 2",
            "It owns a harbour and a crane. The harbour, ¶ 2",
            "It has a clock. Gazette",
        ]
    );
    assert_eq!(
        attributes(&page, "#ent-hall [data-class=background] a.src", "href"),
        ["../harbour/#p2", "https://example.org/clock"]
    );
    let relations = words(&page, ".reltab tbody tr");
    assert_eq!(relations.len(), 1, "{relations:?}");
    assert!(relations[0].ends_with("The harbour, ¶ 2"), "{relations:?}");
    assert_eq!(words(&page, ".works li bdi"), ["The harbour", "The clock"]);
}

#[test]
fn whom_it_names_gets_no_note_for_that() {
    let page = page(SECOND, "town/index.html");
    assert_eq!(
        attributes(&page, "[data-note]", "data-note"),
        ["ada", "hall"]
    );
    assert_eq!(
        attributes(&page, "#ent-hall [data-fact] .mk", "href"),
        ["#ent-ada"]
    );
}

#[test]
fn of_a_private_person_an_article_s_page_tells_what_the_article_says() {
    let town = page(SECOND, "town/index.html");
    let harbour = page(SECOND, "harbour/index.html");
    let all = |page| words(page, "body").concat();
    assert!(!all(&town).contains("Bo "), "{}", all(&town));
    assert!(
        all(&harbour).contains("Bo keeps its keys."),
        "{}",
        all(&harbour)
    );
}
