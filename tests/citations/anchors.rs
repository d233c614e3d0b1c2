//! Anchors and words by which blocks are cited.

use crate::{Texts, attributes, outcome, page, texts, words};

/// The town with forty paragraphs, and forty facts that cite them in these ways.
fn forty(cited: impl Fn(usize) -> String, anchored: bool) -> Texts {
    let paragraph = |number: usize| {
        let anchor = if anchored {
            format!(" {{#day-{number}}}")
        } else {
            String::new()
        };
        format!("On day {number} it rained for {number} hours.{anchor}\n\n")
    };
    let fact = |number: usize| {
        format!(
            "[[facts]]\ntext = \"It rained on day {number}.\"\nsource = {}\n",
            cited(number)
        )
    };
    let article: String = (1..=40).map(paragraph).collect();
    let facts: String = (1..=40).map(fact).collect();
    let article = format!(
        "+++\ntitle = \"The town\"\n+++\n[[ada|Ada]] opened the [[hall|town hall]].\n\n{article}"
    );
    let ada = format!(
        "kind = \"person\"\nnames = [{{ text = \"Ada Byron\" }}]\nsummary = \"Watched.\"\n{facts}"
    );
    let mut texts = texts("");
    texts.insert("articles/town.md".to_owned(), article);
    texts.insert("entities/ada.toml".to_owned(), ada);
    texts
}

/// A line below the title, as an editor adds one.
fn with_a_line(mut texts: Texts) -> Texts {
    let article = texts.get_mut("articles/town.md").unwrap();
    *article = article.replacen("+++\n[[ada", "+++\nFrom our correspondent.\n\n[[ada", 1);
    texts
}

/// The words of the block that each of the facts cites.
fn cited(texts: &Texts) -> Vec<String> {
    let archive: Vec<String> = texts
        .iter()
        .map(|(path, text)| format!("--- {path}\n{text}"))
        .collect();
    let page = page(&archive.concat(), "index.html");
    let blocks = attributes(&page, "#ent-ada li .para", "href");
    let block = |href: &String| words(&page, href).concat();
    blocks.iter().map(block).collect()
}

fn rain() -> Vec<String> {
    (1..=40)
        .map(|number| format!("On day {number} it rained for {number} hours."))
        .collect()
}

#[test]
fn anchors_hold_when_a_line_is_inserted() {
    let texts = forty(|number| format!("\"town#day-{number}\""), true);
    assert_eq!(cited(&texts), rain());
    assert_eq!(cited(&with_a_line(texts)), rain());
}

#[test]
fn words_hold_when_a_line_is_inserted() {
    let quote = |number| format!("{{ article = \"town\", quote = \"day {number} it\" }}");
    let texts = forty(quote, false);
    assert_eq!(cited(&texts), rain());
    assert_eq!(cited(&with_a_line(texts)), rain());
}

#[test]
fn numbers_do_not_hold_and_each_is_told_with_the_new_one() {
    let mut texts = forty(|number| format!("\"town#p{}\"", number + 2), false);
    assert_eq!(cited(&texts), rain());
    texts.insert("citations.lock".to_owned(), outcome(&texts).lock.unwrap());
    let moved = with_a_line(texts.clone());
    assert_ne!(cited(&moved), rain());
    let said = outcome(&moved);
    let messages: Vec<_> = said
        .findings
        .iter()
        .map(|finding| finding.message.clone())
        .collect();
    let message = |number: usize| {
        format!(
            "`town#p{}` is another block now: what was confirmed is `town#p{}`",
            number,
            number + 1
        )
    };
    let expected: Vec<_> = [2].into_iter().chain(3..=42).map(message).collect();
    // The hall's own file cites the first paragraph.
    let mut sorted = messages.clone();
    sorted.sort();
    let mut all = expected.clone();
    all.sort();
    assert_eq!(sorted, all);
    // What was confirmed stays so in every run, until the author writes the numbers that are told.
    let mut moved = moved;
    moved.insert("citations.lock".to_owned(), said.lock.unwrap());
    assert_eq!(outcome(&moved).findings, said.findings);
    for finding in said.findings.iter().rev() {
        let number = finding.help.split('`').nth(1).unwrap();
        let text = moved.get_mut(&finding.file).unwrap();
        text.replace_range(finding.span.clone(), number);
    }
    let settled = outcome(&moved);
    assert_eq!(settled.findings, []);
    assert_eq!(cited(&moved), rain());
    moved.insert("citations.lock".to_owned(), settled.lock.unwrap());
    assert_eq!(outcome(&moved).findings, []);
}

#[test]
fn an_anchor_is_no_part_of_the_text_and_no_address_in_the_page() {
    let files = "--- articles/town.md\n+++\ntitle = \"The town\"\n+++\n\
        [[ada|Ada]] opened the [[hall|town hall]].\n{#opening}\n\n- *It rained.* {#rain}\n- It [stopped](#rain) {#stop}\n";
    let page = page(files, "index.html");
    assert_eq!(
        words(&page, ".prose .block"),
        ["Ada opened the town hall.", "It rained.", "It stopped"]
    );
    assert_eq!(attributes(&page, ".prose a[href^='#p']", "href"), ["#p3"]);
    assert_eq!(
        attributes(&page, "#opening, #rain, #stop", "id"),
        Vec::<String>::new()
    );
}
