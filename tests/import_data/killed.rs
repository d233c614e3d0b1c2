//! An import that was stopped while its files were written: the same once more writes the rest, and what is there in between
//! has no errors, but where an article and entities of it are both new.

use std::collections::BTreeMap;

use article_explorer::compile::compile;
use article_explorer::compile::finding::{self, Severity};
use article_explorer::import::{Imported, Input, import};

use crate::{Site, bare, fixture, site};

/// Stops behind each file in turn, and imports again.
#[track_caller]
fn check(site: &Site, inputs: &[Input], is_whole_between: bool) {
    let read = |files: &BTreeMap<String, Vec<u8>>| -> Imported {
        import(inputs, &Site(files.clone()).files()).unwrap()
    };
    let whole = read(&site.0);
    let before = site.files();
    let steps = whole.steps(&before);
    assert_eq!(steps.len(), whole.files.len());
    let mut wanted = site.0.clone();
    wanted.extend(whole.files.clone());
    let mut written = site.0.clone();
    for (row, (path, bytes)) in steps.iter().enumerate() {
        written.insert((*path).to_owned(), bytes.to_vec());
        let mut healed = written.clone();
        healed.extend(read(&written).files);
        for (path, bytes) in &wanted {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let now = healed.get(path).map(|bytes| text(bytes));
            assert_eq!(now, Some(text(bytes)), "{path} after {row} files");
        }
        let more: Vec<_> = healed
            .keys()
            .filter(|path| !wanted.contains_key(*path))
            .collect();
        assert!(more.is_empty(), "{more:?} after {row} files");
        let files = Site(written.clone()).files();
        let mut findings = compile(&files).findings;
        findings.retain(|one| {
            one.severity == Severity::Error
                && one.code != "missing-file"
                && one.code != "no-articles"
        });
        let told = finding::text(&findings, &files);
        assert!(
            findings.is_empty() || !is_whole_between,
            "after {path}:\n{told}"
        );
    }
}

fn input(name: &str, bytes: impl Into<Vec<u8>>) -> Input {
    Input {
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}

#[test]
fn data_is_whole_at_any_time() {
    check(
        &site(),
        &[
            input(
                "people.csv",
                "name,kind,description,source\nZoe Lee,person,engineer,https://a.example/\nAbe Ray,person,builder,\n",
            ),
            input(
                "relations.csv",
                "subject,predicate,object\nAbe Ray,knows,Zoe Lee\nriverton,home of,Abe Ray\nZoe Lee,likes,riverton\n",
            ),
            input(
                "events.csv",
                "date,text,entities,source\n1955,It was built.,Zoe Lee,https://b.example/\n",
            ),
            input(
                "works.bib",
                "@book{b, title = {Bridges}, publisher = {P}, year = 2001}",
            ),
        ],
        true,
    );
    check(
        &site(),
        &[input("Q217447.json", fixture("wikidata/Q217447.json"))],
        true,
    );
    let article = bare("+++\ntitle = \"T\"\n+++\nThe mayor Maria Berg left Riverton.\n");
    check(
        &article,
        &[input(
            "a.json",
            r#"{"text": "The mayor Maria Berg left Riverton.", "ents": [{"start": 10, "end": 20, "label": "PERSON"}, {"start": 26, "end": 34, "label": "GPE"}]}"#,
        )],
        true,
    );
}

#[test]
fn documents_are_finished() {
    let none = Site(BTreeMap::new());
    let png = fixture("vaults/obsidian-export/main-samples/white.png");
    let vault = [
        input(
            "Stories/The bridge.md",
            "---\ndate: 2026-03-01\n---\nThe council of [[Riverton]] voted. [[Maria Berg|The mayor]] was absent, said [[Bo Olsen]].\n\n![Rain](i.png)\n",
        ),
        input(
            "People/Maria Berg.md",
            "Mayor of [[Riverton]] since 2020.\n\nWas born in [[Nowhere]].\n",
        ),
        input(
            "Riverton.md",
            "---\ncoordinates: [\"43.24\", \"76.92\"]\n---\nA town.\n",
        ),
        input("i.png", png),
    ];
    check(&none, &vault, false);
    check(
        &none,
        &[input("odyssey.xml", fixture("tei/recogito-odyssey.xml"))],
        false,
    );
    check(
        &none,
        &[input("blog.html", fixture("html/v8-blog.html"))],
        true,
    );
}
