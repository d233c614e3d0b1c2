//! What the two styles make of an article, by what is known of it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use super::*;
use crate::model::text::plain;
use crate::model::when::When;

/// A date as the compiler hands it over, as far as citing asks.
fn date(edtf: &str, words: &str) -> When {
    When {
        edtf: edtf.to_owned(),
        words: words.to_owned(),
        earliest: 0,
        latest: 0,
        vague: edtf.contains(['~', '?', '%']),
    }
}

fn authors<'a>(names: &[&'a str]) -> Vec<Author<'a>> {
    names.iter().map(|name| Author::new(name, false)).collect()
}

/// A whole article; tests take away what they are about.
fn data<'a>(authors: Vec<Author<'a>>, date: Option<&'a When>) -> CitationData<'a> {
    CitationData {
        authors,
        title: "A bridge for Riverton",
        publisher: Some("Riverton Gazette"),
        date,
        updated: None,
        url: Some("https://gazette.example/bridge"),
        slug: "bridge",
        language: "en",
    }
}

/// The text with its italics between asterisks.
fn shown(text: &[Span<String>]) -> String {
    let span = |span: &Span<String>| match span {
        Span::Emphasis(text) => ["*", &plain(text), "*"].concat(),
        other => plain(std::slice::from_ref(other)),
    };
    text.iter().map(span).collect()
}

#[track_caller]
fn check(data: &CitationData, in_apa: &str, in_chicago: &str) {
    assert_eq!(shown(&apa(data)), in_apa);
    assert_eq!(shown(&chicago(data)), in_chicago);
}

#[track_caller]
fn check_authors(names: &[&str], in_apa: &str, in_chicago: &str) {
    let authors = authors(names);
    assert_eq!(author::apa(&authors).unwrap(), in_apa);
    assert_eq!(author::chicago(&authors).unwrap(), in_chicago);
}

#[track_caller]
fn check_date(edtf: &str, words: &str, in_apa: &str, in_chicago: &str) {
    let date = date(edtf, words);
    assert_eq!(dated::apa(Some(&date)), in_apa);
    assert_eq!(dated::chicago(Some(&date)), in_chicago);
}

#[test]
fn an_article_of_a_known_day() {
    let day = date("2026-03-01", "1 March 2026");
    check(
        &data(authors(&["Ann Author"]), Some(&day)),
        "Author, A. (2026, March 1). A bridge for Riverton. *Riverton Gazette*. https://gazette.example/bridge",
        "Author, Ann. “A bridge for Riverton.” *Riverton Gazette*, March 1, 2026. https://gazette.example/bridge.",
    );
}

#[test]
fn without_an_author_the_title_comes_first() {
    let day = date("2026-03-01", "1 March 2026");
    check(
        &data(Vec::new(), Some(&day)),
        "A bridge for Riverton. (2026, March 1). *Riverton Gazette*. https://gazette.example/bridge",
        "“A bridge for Riverton.” *Riverton Gazette*, March 1, 2026. https://gazette.example/bridge.",
    );
}

#[test]
fn without_a_date_both_say_so() {
    check(
        &data(authors(&["Ann Author"]), None),
        "Author, A. (n.d.). A bridge for Riverton. *Riverton Gazette*. https://gazette.example/bridge",
        "Author, Ann. “A bridge for Riverton.” *Riverton Gazette*, n.d. https://gazette.example/bridge.",
    );
}

#[test]
fn without_a_publisher_the_title_stands_for_itself() {
    let year = date("2026", "2026");
    let data = CitationData {
        publisher: None,
        ..data(authors(&["Ann Author"]), Some(&year))
    };
    check(
        &data,
        "Author, A. (2026). *A bridge for Riverton*. https://gazette.example/bridge",
        "Author, Ann. “A bridge for Riverton.” 2026. https://gazette.example/bridge.",
    );
}

#[test]
fn without_an_address_it_ends_before() {
    let month = date("2026-03", "March 2026");
    let data = CitationData {
        url: None,
        ..data(authors(&["Ann Author"]), Some(&month))
    };
    check(
        &data,
        "Author, A. (2026, March). A bridge for Riverton. *Riverton Gazette*.",
        "Author, Ann. “A bridge for Riverton.” *Riverton Gazette*, March 2026.",
    );
}

#[test]
fn a_title_alone_is_enough() {
    let data = CitationData {
        publisher: None,
        url: None,
        ..data(Vec::new(), None)
    };
    check(
        &data,
        "*A bridge for Riverton*. (n.d.).",
        "“A bridge for Riverton.” n.d.",
    );
}

#[test]
fn a_title_that_ends_in_a_mark_of_its_own_takes_no_stop() {
    let data = CitationData {
        title: "Whose “bridge”?",
        ..data(authors(&["Ann Author"]), None)
    };
    check(
        &data,
        "Author, A. (n.d.). Whose “bridge”? *Riverton Gazette*. https://gazette.example/bridge",
        "Author, Ann. “Whose ‘bridge’?” *Riverton Gazette*, n.d. https://gazette.example/bridge.",
    );
}

#[test]
fn several_authors_stand_in_the_order_of_the_byline() {
    check_authors(
        &["Ada Byron", "Max Berg"],
        "Byron, A., & Berg, M.",
        "Byron, Ada, and Max Berg",
    );
    check_authors(
        &["Ada Byron", "Max Berg", "Jean-Luc M. Roy"],
        "Byron, A., Berg, M., & Roy, J.-L. M.",
        "Byron, Ada, Max Berg, and Jean-Luc M. Roy",
    );
    let many = vec!["Ada Byron"; 6];
    assert!(
        author::chicago(&authors(&many))
            .unwrap()
            .ends_with(", Ada Byron, and Ada Byron")
    );
    let many = vec!["Ada Byron"; 7];
    assert_eq!(
        author::chicago(&authors(&many)).unwrap(),
        "Byron, Ada, Ada Byron, Ada Byron, et al."
    );
    let names = |count| author::apa(&authors(&vec!["Ada Byron"; count])).unwrap();
    assert!(names(20).ends_with("Byron, A., & Byron, A."));
    assert!(names(21).ends_with("Byron, A., . . . Byron, A."));
    assert_eq!(names(21).matches("Byron").count(), 20);
}

#[test]
fn names_are_turned_round_at_the_family_name() {
    check_authors(
        &["Anna van der Berg"],
        "van der Berg, A.",
        "van der Berg, Anna",
    );
    check_authors(
        &["Martin L. King Jr."],
        "King, M. L., Jr.",
        "King, Martin L., Jr.",
    );
    check_authors(&["Madonna"], "Madonna", "Madonna");
    check_authors(&["The Editors"], "The Editors", "The Editors");
    check_authors(
        &["The Editors", "Ada Byron"],
        "The Editors, & Byron, A.",
        "The Editors and Ada Byron",
    );
    let group = [Author::new("Human Rights Watch", true)];
    assert_eq!(author::apa(&group).unwrap(), "Human Rights Watch");
    assert_eq!(author::chicago(&group).unwrap(), "Human Rights Watch");
}

#[test]
fn a_date_says_how_sure_it_is() {
    check_date(
        "2025-12~",
        "about December 2025",
        "ca. 2025, December",
        "[ca. December 2025]",
    );
    check_date(
        "2025-12?",
        "perhaps December 2025",
        "ca. 2025, December",
        "[December 2025?]",
    );
    check_date("2025%", "perhaps about 2025", "ca. 2025", "[ca. 2025]");
    check_date(
        "2025-12-04~",
        "about 4 December 2025",
        "ca. 2025, December 4",
        "[ca. December 4, 2025]",
    );
}

#[test]
fn a_date_of_any_form_can_be_cited() {
    check_date("2025-23", "autumn 2025", "2025, Autumn", "Autumn 2025");
    check_date("2025-XX", "2025", "2025", "2025");
    check_date("2025-06-XX", "June 2025", "2025, June", "June 2025");
    check_date("184X", "1840s", "1840s", "1840s");
    check_date("184X~", "about 1840s", "about 1840s", "[about 1840s]");
    check_date("-0043", "44 BC", "44 BC", "44 BC");
    check_date("0043", "AD 43", "AD 43", "AD 43");
    check_date(
        "2025-06/2025-07",
        "June–July 2025",
        "June–July 2025",
        "June–July 2025",
    );
    check_date(
        "2016~/2017~",
        "about 2016 to 2017",
        "about 2016 to 2017",
        "[about 2016 to 2017]",
    );
}

#[test]
fn an_entry_for_programs_that_keep_references() {
    let (day, changed) = (
        date("2026-03-01", "1 March 2026"),
        date("2026-04-02", "2 April 2026"),
    );
    let mut one = data(authors(&["Ann Author", "Riverton Council"]), Some(&day));
    one.authors[1] = Author::new("Riverton Council", true);
    one.title = "50 % of {Riverton}_";
    one.updated = Some(&changed);
    assert_eq!(
        bibtex(&one),
        "@article{bridge,\n  author = {Author, Ann and {Riverton Council}},\n  title = {{50 \\% of \\{Riverton\\}\\_}},\n  \
         journal = {Riverton Gazette},\n  year = {2026},\n  month = mar,\n  note = {Last changed 2 April 2026},\n  \
         url = {https://gazette.example/bridge},\n}"
    );
    assert_eq!(
        ris(&one),
        "TY  - ELEC\nAU  - Author, Ann\nAU  - Riverton Council\nTI  - 50 % of {Riverton}_\nT2  - Riverton Gazette\n\
         PY  - 2026\nDA  - 2026/03/01/\nN1  - Last changed 2 April 2026\nLA  - en\nUR  - https://gazette.example/bridge\n\
         ER  - "
    );
}

#[test]
fn what_is_not_known_of_an_article_is_left_out_of_its_entries() {
    let season = date("2025-22", "summer 2025");
    let one = CitationData {
        publisher: None,
        url: None,
        ..data(Vec::new(), Some(&season))
    };
    assert_eq!(
        bibtex(&one),
        "@misc{bridge,\n  title = {{A bridge for Riverton}},\n  year = {2025},\n}"
    );
    assert_eq!(
        ris(&one),
        "TY  - ELEC\nTI  - A bridge for Riverton\nPY  - 2025\nDA  - 2025///\nLA  - en\nER  - "
    );
}

#[test]
fn the_last_change_is_told() {
    let (day, changed) = (
        date("2026-03-01", "1 March 2026"),
        date("2026-04-02", "2 April 2026"),
    );
    let mut one = data(authors(&["Ann Author"]), Some(&day));
    one.updated = Some(&changed);
    check(
        &one,
        "Author, A. (2026, April 2). A bridge for Riverton. *Riverton Gazette*. https://gazette.example/bridge",
        "Author, Ann. “A bridge for Riverton.” *Riverton Gazette*, March 1, 2026, last modified April 2, 2026. \
         https://gazette.example/bridge.",
    );
}
