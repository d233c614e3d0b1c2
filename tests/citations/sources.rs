//! Sources as notes, lists and structured data tell them.

use crate::{attributes, page, words};

/// The hall, of which one fact rests on these.
fn hall(source: &str, sources: &str) -> String {
    format!(
        "--- entities/hall.toml\nkind = \"organisation\"\nnames = [{{ text = \"Town Hall\" }}]\n\
         summary = \"Where the town meets.\"\n[[facts]]\ntext = \"It has a clock.\"\nsource = {source}\n\
         --- sources.toml\n{sources}"
    )
}

const FACT: &str = "#ent-hall [data-class=background] li";

#[track_caller]
fn check(source: &str, sources: &str, fact: &str, works: &[&str]) -> scraper::Html {
    let page = page(&hall(source, sources), "index.html");
    assert_eq!(words(&page, FACT), [["It has a clock. ", fact].concat()]);
    assert_eq!(words(&page, ".works li"), works);
    page
}

#[test]
fn an_interview_is_a_work_without_a_link() {
    let page = check(
        "\"berg\"",
        "[berg]\nkind = \"interview\"\nauthor = \"Maria Berg\"\ndate = \"2026-03-03\"\n",
        "Maria Berg, 3 March 2026",
        &["Maria Berg, 3 March 2026 interview"],
    );
    assert_eq!(words(&page, "#ent-hall .facts a"), Vec::<String>::new());
    let data = words(&page, "script[type='application/ld+json']").concat();
    let cited = r#""citation":[{"@type":"CreativeWork","name":"Maria Berg, 3 March 2026"}]"#;
    assert!(data.contains(cited), "{data}");
}

#[test]
fn what_an_archive_keeps_is_told_with_its_call_number() {
    check(
        "\"papers\"",
        "[papers]\nkind = \"archive\"\ntitle = \"The builder’s papers\"\nheld_by = \"Town archive\"\n\
         call_number = \"box 12, folder 3\"\n",
        "Town archive",
        &["The builder’s papers Town archive archival document · box 12, folder 3"],
    );
}

#[test]
fn a_fact_cites_pages_of_a_book() {
    let book = "[smith-2019]\nkind = \"book\"\nauthor = [\"Ann Smith\", \"Bo Lee\"]\ntitle = \"Clocks\"\n\
                publisher = \"Clock Press\"\ndate = \"2019\"\nisbn = \"978-0-306-40615-7\"\n";
    let work = ["Clocks Ann Smith, Bo Lee, 2019 Clock Press · book · ISBN 978-0-306-40615-7"];
    check(
        "{ id = \"smith-2019\", pages = \"12-14\" }",
        book,
        "Ann Smith, Bo Lee, 2019, pp. 12–14",
        &work,
    );
    // Two places of one work are one work, which is named once.
    check(
        "[{ id = \"smith-2019\", pages = \"12\" }, { id = \"smith-2019\", at = \"plate 3\" }]",
        book,
        "Ann Smith, Bo Lee, 2019, p. 12 · plate 3",
        &work,
    );
}

#[test]
fn a_doi_makes_an_address_and_an_archive_s_stands_beside_it() {
    let page = check(
        "\"clocks\"",
        "[clocks]\nkind = \"article\"\npublisher = \"Journal of Clocks\"\ntitle = \"On clocks\"\ndate = \"2019\"\n\
         pages = \"12-14\"\ndoi = \"10.1000/182<3>\"\narchived = \"https://archive.example/1\"\n",
        "Journal of Clocks, 2019 archived",
        &["On clocks Journal of Clocks, 2019 archived article · pp. 12–14 · DOI 10.1000/182<3>"],
    );
    let addresses = [
        "https://doi.org/10.1000/182%3C3%3E",
        "https://archive.example/1",
    ];
    assert_eq!(attributes(&page, "#ent-hall .facts a", "href"), addresses);
    assert_eq!(attributes(&page, ".works a", "href"), addresses);
}

#[test]
fn two_works_by_one_publisher_name_it_once() {
    let works = "[german]\npublisher = \"China.org.cn\"\ntitle = \"China.org.cn\"\nurl = \"https://example.org/de\"\n\
                 [spanish]\npublisher = \"China.org.cn\"\ntitle = \"China.org.cn\"\nurl = \"https://example.org/es\"\n\
                 date = \"2005~\"\n";
    check(
        "[\"german\", \"spanish\"]",
        works,
        "China.org.cn · about 2005",
        &["China.org.cn", "China.org.cn, about 2005"],
    );
    // Beside a work without a date, another's date alone looks like its own.
    check(
        "[\"german\", \"spanish\"]",
        &works.replace("title = \"China.org.cn\"", "title = \"The crossing\""),
        "China.org.cn · The crossing",
        &[
            "The crossing China.org.cn",
            "The crossing China.org.cn, about 2005",
        ],
    );
    // Where the date tells nothing apart, the title does.
    let works = works.replace(
        "title = \"China.org.cn\"\nurl = \"https://example.org/de\"",
        "title = \"The crossing\"\nurl = \"https://example.org/de\"",
    );
    check(
        "[\"spanish\", \"german\"]",
        &works,
        "China.org.cn, about 2005 · The crossing",
        &["China.org.cn, about 2005", "The crossing China.org.cn"],
    );
}

#[test]
fn two_entries_of_one_address_are_two_works() {
    check(
        "[\"first\", \"second\"]",
        "[first]\npublisher = \"A\"\ntitle = \"One\"\nurl = \"https://example.org/1\"\n\
         [second]\npublisher = \"B\"\ntitle = \"Two\"\nurl = \"https://example.org/1\"\n",
        "A · B",
        &["One A", "Two B"],
    );
}
