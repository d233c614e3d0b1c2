//! Sites of many articles: the same on any number of cores, and no page grows with the number of others.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "scale/growth.rs"]
mod growth;
#[path = "support/scale.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "`pub` there means: for every test and benchmark that is built with it"
)]
mod scale;

use article_explorer::compile::files::Files;
use article_explorer::compile::finding::Finding;
use article_explorer::compile::{Outcome, compile};
use article_explorer::model::data::FORMAT;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, Pages, pages};
use scale::{Shape, Texts};

fn drawn(texts: Texts) -> (Vec<Finding>, Pages) {
    let Outcome { site, findings, .. } = compile(&Files::from_texts(texts));
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    let site = site.unwrap_or_else(|| panic!("{findings:?}"));
    let pages = pages(&site, &app, Options::default()).unwrap();
    (findings, pages)
}

fn html(pages: &Pages, page: &str) -> String {
    String::from_utf8(pages[page].clone()).unwrap()
}

/// Articles that share 20 entities.
fn sharing(articles: usize) -> Texts {
    scale::site(Shape {
        articles,
        words: 300,
        entities: 20,
    })
}

#[test]
fn one_core_and_many_make_the_same_site() {
    let shape = Shape {
        articles: 12,
        words: 200,
        entities: 48,
    };
    let on = |cores| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(cores);
        let pool = pool.stack_size(8 << 20).build().unwrap();
        pool.install(|| drawn(scale::site(shape)))
    };
    let alone = on(1);
    for cores in [2, 7] {
        assert!(on(cores) == alone, "on {cores} cores");
    }
}

#[test]
fn a_page_is_as_long_beside_many_as_beside_few() {
    let bytes = |articles| {
        let (_, pages) = drawn(sharing(articles));
        let pages = pages.iter().filter(|(name, _)| name.starts_with('a'));
        pages.map(|(_, page)| page.len()).sum::<usize>() / articles
    };
    let (few, many) = (bytes(15), bytes(60));
    assert!(
        many * 10 < few * 11,
        "{few} bytes a page of 15 articles, {many} of 60"
    );
}

/// The addresses of other articles in the note of an entity, or in the list of a page.
fn others(part: &str, entity: &str) -> Vec<String> {
    let end = format!("/#ent-{entity}\"");
    let links = part
        .split("href=\"")
        .filter_map(|link| link.split_once(&end));
    let slugs = links.map(|(address, _)| address.trim_start_matches("../").to_owned());
    slugs.filter(|slug| !slug.contains('"')).collect()
}

#[test]
fn articles_that_a_note_leaves_out_stand_in_the_page_of_its_entity() {
    let (_, pages) = drawn(sharing(30));
    let page = html(&pages, "a4/index.html");
    let note = page.split("data-note=\"e0\"").nth(1).unwrap();
    let note = note.split("</article>").next().unwrap();
    let named = others(note, "e0");
    assert_eq!(named.len(), 8, "{note}");
    let listed = others(&html(&pages, "mentions/e0/index.html"), "e0");
    let mention =
        |slug: &String| html(&pages, &format!("{slug}/index.html")).contains("id=\"m-e0-1\"");
    let mentioning: Vec<String> = (0..30)
        .map(|row| format!("a{row}"))
        .filter(mention)
        .collect();
    let mut sorted = listed.clone();
    sorted.sort_by_key(|slug| slug[1..].parse::<usize>().unwrap());
    assert_eq!(sorted, mentioning, "all that mention it, this article too");
    let more = format!(
        "href=\"../mentions/e0/\" class=\"src\">and {} more</a>",
        mentioning.len() - 1 - 8
    );
    assert!(note.contains(&more), "{more} in\n{note}");
}

#[test]
fn a_list_of_articles_is_found_at_names_that_its_entity_had() {
    let mut texts = sharing(30);
    for (path, text) in &mut texts {
        if path.ends_with("entities/e0.toml") {
            text.insert_str(0, "former = \"once\"\n");
        }
    }
    let (_, pages) = drawn(texts);
    let old = html(&pages, "mentions/once/index.html");
    assert!(old.contains("href=\"../../mentions/e0/\""), "{old}");
}

#[test]
fn nothing_is_gathered_on_a_private_person() {
    let mut texts = sharing(30);
    for (path, text) in &mut texts {
        if path.starts_with("articles/") {
            text.push_str("\n\nAnd [[e8|somebody]].\n");
        }
    }
    let (_, pages) = drawn(texts);
    assert!(pages.contains_key("mentions/e0/index.html"));
    assert!(!pages.contains_key("mentions/e8/index.html"));
    let page = html(&pages, "a4/index.html");
    let note = page.split("data-note=\"e8\"").nth(1).unwrap();
    let note = note.split("</article>").next().unwrap();
    assert_eq!(
        others(note, "e8").len(),
        29,
        "its note names every other article"
    );
}
