//! Content that is compiled again after a change: what comes of it is what comes of content that is compiled for the first time.

use std::path::Path;

use article_explorer::compile::files::Files;
use article_explorer::compile::kept_articles::KeptArticles;
use article_explorer::compile::{compile, compile_again};

use crate::fixture;

/// Compiles both ways.
#[track_caller]
fn compare(files: &Files, kept: &mut KeptArticles, what: &str) {
    let again = compile_again(files, kept);
    let first = compile(files);
    assert_eq!(again.findings, first.findings, "{what}");
    assert_eq!(again.site, first.site, "{what}");
    assert_eq!(format!("{again:?}"), format!("{first:?}"), "{what}");
}

#[test]
fn every_fault_is_told_again_and_gone_when_it_is_mended() {
    let whole = Files::from_texts(fixture::site("base.txt").0);
    let mut kept = KeptArticles::default();
    for name in fixture::names() {
        let faulty = Files::from_texts(fixture::site(&name).0);
        for files in [&whole, &faulty, &faulty] {
            compare(files, &mut kept, &name);
        }
    }
}

#[test]
fn whatever_file_changes_the_site_is_as_if_compiled_for_the_first_time() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/any");
    let whole = Files::read(&folder).expect("the site");
    let mut kept = KeptArticles::default();
    compare(&whole, &mut kept, "at first");
    for path in whole.files.keys() {
        let mut less = whole.clone();
        less.files.remove(path);
        compare(&less, &mut kept, &format!("without {path}"));
        let mut more = whole.clone();
        let text = more.files.get_mut(path).expect("it is there");
        text.extend_from_slice(b"\n\n# More\n");
        compare(&more, &mut kept, &format!("with more in {path}"));
    }
    for path in whole.others.keys() {
        let mut less = whole.clone();
        less.others.remove(path);
        compare(&less, &mut kept, &format!("without {path}"));
    }
}
