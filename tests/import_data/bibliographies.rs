//! BibTeX, RIS and CSL JSON into `sources.toml`.

use crate::{fixture, left, site};

#[test]
fn bibtex_becomes_sources_with_everything_that_they_can_say() {
    let mut site = site();
    let before = site.text("sources.toml").to_owned();
    let imported = site.import(
        "works.bib",
        r#"@string{rj = "River Journal"}
@article{Smith2019,
  author = {Smith, Ann B. and van den Berg, Jan and {World Health Organization} and others},
  title = {On the {R}ivers of {S}\~ao Paulo: an \emph{essay}},
  journal = rj, volume = 3, year = 2019, month = may, pages = {12--14},
  doi = {https://doi.org/10.1000/182}, url = {http://dx.doi.org/10.1000/182}, langid = {english}
}
@book{mueller, author = {M{\"u}ller, J{\"o}rg}, title = {Br{\"u}cken}, publisher = {Verlag}, isbn = {978-3-16-148410-0}, year = {1999}}
@incollection{part, author = "Lee, Bo", title = "A part", crossref = "whole", pages = {1--2}}
@proceedings{whole, title = "The whole", editor = "Ray, Cy", year = 2001, publisher = "House"}
@misc{gazette, title = {The same}, howpublished = {\url{https://www.gazette.example/berg-wins/}}}
"#,
    );
    let after = site.text("sources.toml");
    let added = after.strip_prefix(&before).unwrap();
    assert_eq!(
        added,
        "
[smith2019]
kind = \"article\"
author = [\"Ann B. Smith\", \"Jan van den Berg\", { organisation = \"World Health Organization\" }]
publisher = \"River Journal\"
title = \"On the Rivers of São Paulo: an essay\"
doi = \"10.1000/182\"
pages = \"12-14\"
date = \"2019-05\"
language = \"en\"

[mueller]
kind = \"book\"
author = \"Jörg Müller\"
publisher = \"Verlag\"
title = \"Brücken\"
isbn = \"978-3-16-148410-0\"
date = \"1999\"

[part]
kind = \"article\"
author = \"Bo Lee\"
publisher = \"The whole, House\"
title = \"A part\"
pages = \"1-2\"
date = \"2001\"

[whole]
kind = \"book\"
author = \"Cy Ray\"
publisher = \"House\"
title = \"The whole\"
date = \"2001\"
"
    );
    assert_eq!(
        left(&imported),
        [
            "works.bib, line 11: `gazette` is `gazette-2026-01-12` of `sources.toml` already; cite `gazette-2026-01-12`",
            "works.bib: what sources have no place for: volume (1)",
        ]
    );
}

/// The lines of `sources.toml` that name authors, of what comes with an import.
fn authors(name: &str, bytes: &str) -> Vec<String> {
    let mut site = site();
    let before = site.text("sources.toml").to_owned();
    site.import(name, bytes);
    let added = site.text("sources.toml").strip_prefix(&before).unwrap();
    let lines = added
        .lines()
        .filter_map(|line| line.strip_prefix("author = "));
    lines.map(str::to_owned).collect()
}

#[test]
fn organisations_keep_their_names_whole() {
    assert_eq!(
        authors(
            "a.bib",
            "@book{a, author = {{Human Rights Watch} and Berg, Maria and {Smith and Sons} and {Berg, Maria} and Plato and {\\'E}mile Zola}, title = {A}, publisher = {P}, date = {2019-05-12}}"
        ),
        [
            "[{ organisation = \"Human Rights Watch\" }, \"Maria Berg\", { organisation = \"Smith and Sons\" }, { organisation = \"Berg, Maria\" }, \"Plato\", \"Émile Zola\"]"
        ]
    );
    assert_eq!(
        authors(
            "a.json",
            r#"[{"id": "a", "type": "book", "title": "A", "publisher": "P", "issued": {"date-parts": [[2001]]}, "author": [{"literal": "Human Rights Watch"}, {"family": "Human Rights Watch"}, {"family": "Plato"}, {"family": "van Gogh"}, {"family": "Berg", "given": "Maria"}]}]"#
        ),
        [
            "[{ organisation = \"Human Rights Watch\" }, { organisation = \"Human Rights Watch\" }, \"Plato\", \"van Gogh\", \"Maria Berg\"]"
        ]
    );
    assert_eq!(
        authors(
            "a.ris",
            "TY  - BOOK\nAU  - Human Rights Watch,\nAU  - Berg, Maria\nTI  - A\nPB  - P\nPY  - 2001\nER  - \n"
        ),
        ["[{ organisation = \"Human Rights Watch\" }, \"Maria Berg\"]"]
    );
    assert_eq!(
        authors(
            "sources.csv",
            "title,author,publisher,date\nA,{Smith and Sons},P,2001\nB,Ann Smith and Bo Lee,P,2001\nC,\"Smith, Ann; {Lee & Co, Ltd}\",P,2001\n"
        ),
        [
            "{ organisation = \"Smith and Sons\" }",
            "[\"Ann Smith\", \"Bo Lee\"]",
            "[\"Ann Smith\", { organisation = \"Lee & Co, Ltd\" }]",
        ]
    );
}

#[test]
fn an_entry_that_cannot_be_read_is_told_with_its_place_and_the_others_come() {
    let mut site = site();
    let imported = site.import("a.bib", fixture("bib/typst-biblatex-invalid-syntax.bib"));
    assert!(site.text("sources.toml").contains("[rashid2016]"));
    let told = &left(&imported)[0];
    assert!(told.starts_with("a.bib, line 12, column "), "{told}");
}

#[test]
fn what_cannot_be_a_source_is_told() {
    let mut site = site();
    let imported = site.import(
        "a.ris",
        "TY  - JOUR\nID  - one\nTI  - No place\nER  - \n\nTY  - BOOK\nID  - two\nTI  - Good\nPB  - House\nPY  - 2001\nSN  - 978-0-306-40615-8\nLA  - Klingonese tongue\nER  - \n",
    );
    assert_eq!(
        left(&imported),
        [
            "a.ris, line 1: `one`: nobody could find it: it has no address, DOI or ISBN, nor a publisher with a date; add that where it comes from, and import it again",
            "a.ris, line 6: `978-0-306-40615-8` is no ISBN; compare it with the book, in `sources.toml`",
            "a.ris, line 6: `Klingonese tongue` is no language; write a tag: `en`, `kk`, `zh-Hans`, in `sources.toml`",
        ]
    );
    assert!(site.text("sources.toml").ends_with(
        "\n[two]\nkind = \"book\"\npublisher = \"House\"\ntitle = \"Good\"\ndate = \"2001\"\n"
    ));
}

#[test]
fn keys_are_legal_and_unique_and_the_same_work_comes_once() {
    let mut site = site();
    let csl = r#"[
      {"id": "http://zotero.org/users/1/items/AB", "type": "book", "title": "One", "ISBN": "9783161484100"},
      {"id": "gazette-2026-01-12", "type": "webpage", "title": "Two", "URL": "https://two.example/"},
      {"id": "allow", "type": "webpage", "title": "Three", "URL": "https://three.example/", "accessed": {"date-parts": [[2026, 3, 1]]}},
      {"id": "again", "type": "webpage", "title": "Three", "URL": "http://www.three.example"}
    ]"#;
    let imported = site.import("library.json", csl);
    let text = site.text("sources.toml");
    for key in [
        "[http-zotero-org-users-1-items-ab]",
        "[gazette-2026-01-12-2]",
        "[allow-2]",
    ] {
        assert!(text.contains(key), "{key}: {text}");
    }
    assert!(text.contains("read_on = \"2026-03-01\""));
    let [again] = &left(&imported)[..] else {
        panic!("{:?}", left(&imported));
    };
    assert!(
        again.contains("`again` is `allow-2` of `sources.toml` already"),
        "{again}"
    );
}

#[test]
fn bibliographies_of_other_programs_pass_check() {
    let count = |name: &str, least: usize| {
        let mut site = site();
        let before = site.text("sources.toml").matches("\n[").count();
        site.import(name, fixture(name));
        let after = site.text("sources.toml").matches("\n[").count();
        assert!(
            after - before >= least,
            "{name}: {} works\n{}",
            after - before,
            site.text("sources.toml")
        );
    };
    count("bib/citation-js-biblatex.bib", 12);
    count("bib/citation-js-bibtex.csl.json", 5);
    count("bib/jabref-crossref.bib", 4);
    count("bib/jabref-user-comments.bib", 2);
    count("bib/typst-biblatex-comments.bib", 2);
    count("bib/citation-js-nameparts.bib", 0);
    count("bib/jabref-date.ris", 1);
    count("bib/jabref-1.ris", 1);
    count("bib/rispy-urls.ris", 1);
    count("bib/rispy-extraneous_data.ris", 1);
    count("bib/rispy-empty_tag.ris", 1);
}

#[test]
fn sources_that_cannot_be_read_are_left_alone() {
    let mut site = site();
    site.0
        .insert("sources.toml".to_owned(), b"[a]\ntitle = x\n".to_vec());
    let error = site
        .try_import(
            "a.ris",
            "TY  - BOOK\nTI  - Good\nPB  - House\nPY  - 2001\nER  - \n",
        )
        .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`sources.toml`, line 2, column 9: "),
        "{error}"
    );
    assert!(error.help.contains("article-explorer check"), "{error}");
}
