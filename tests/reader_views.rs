//! Reader views show the article and nothing of the notes and lists: by the rules of Mozilla's Readability, which Firefox and
//! Safari follow.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::path::Path;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data::FORMAT;
use article_explorer::model::text::plain;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, pages};
use dom_smoothie::Readability;

#[test]
fn a_reader_view_takes_the_article_and_not_the_notes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Of less than 500 letters Readability takes all there is.
    for content in ["content", "tests/sites/two"] {
        let site = compile(&Files::read(&root.join(content)).unwrap())
            .site
            .unwrap();
        let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
        let pages = pages(&site, &app, Options::default()).unwrap();
        for (_, article) in site.articles.iter() {
            let html = &pages[&format!("{}/index.html", article.slug)];
            let mut view =
                Readability::new(String::from_utf8(html.clone()).unwrap(), None, None).unwrap();
            let taken = letters(&view.parse().unwrap().text_content);
            let blocks = article.blocks.iter().skip(1);
            let own: Vec<String> = blocks.map(|block| letters(&plain(&block.text))).collect();
            for words in &own {
                assert!(taken.contains(words), "{content}: {words} in {taken}");
            }
            for (id, entity) in site.entities.iter() {
                for fact in &entity.facts {
                    let words = letters(&plain(&fact.text.value));
                    assert!(
                        own.iter().any(|own| own.contains(&words)) || !taken.contains(&words),
                        "{content}: a fact of {id:?}: {words}"
                    );
                }
            }
        }
    }
}

/// What is written, without spaces, which reader views set anew.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}
