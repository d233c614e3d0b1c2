//! Sites of many articles: the same on any number of cores, and no page grows with the number of others.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

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
use article_explorer::publish::shell::Shell;
use article_explorer::publish::{Options, Pages, pages};
use scale::{Shape, Texts};

fn drawn(texts: Texts) -> (Vec<Finding>, Pages) {
    let Outcome { site, findings } = compile(&Files::from_texts(texts));
    let shell = Shell {
        styles: String::new(),
        theme: String::new(),
        loader: String::new(),
        sprite: String::new(),
        reload: None,
        js: "app.js".into(),
        wasm: "app_bg.wasm".into(),
    };
    let options = Options {
        policy: true,
        blank: false,
    };
    let site = site.unwrap_or_else(|| panic!("{findings:?}"));
    let pages = pages(&site, &shell, options).unwrap();
    (findings, pages)
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
