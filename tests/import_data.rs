//! `import` of data: bibliographies, tables, Wikidata's records, annotations that stand apart, TEI. What it writes passes
//! `check`, what it leaves out is told, and the same import twice adds nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "import_data/annotations.rs"]
mod annotations;
#[path = "import_data/bibliographies.rs"]
mod bibliographies;
#[path = "import_data/hostile.rs"]
mod hostile;
#[path = "import_data/killed.rs"]
mod killed;
#[path = "import_data/records.rs"]
mod records;
#[path = "import_data/tables.rs"]
mod tables;
#[path = "import_data/tei.rs"]
mod tei;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::{self, Severity};
use article_explorer::import::{ImportError, Imported, Input, import};

/// A site that an import adds to.
pub(crate) struct Site(pub(crate) BTreeMap<String, Vec<u8>>);

/// The site that `new` begins.
pub(crate) fn site() -> Site {
    let sample = Path::new("src/cli/new/sample");
    let names = [
        "site.toml",
        "articles/bridge.md",
        "entities/maria-berg.toml",
        "entities/riverton.toml",
        "entities/river-company.toml",
        "events.toml",
        "sources.toml",
    ];
    let files = names.map(|name| (name.to_owned(), fs::read(sample.join(name)).unwrap()));
    Site(files.into())
}

/// The same with another article in the place of the first, and nobody in it yet.
pub(crate) fn bare(article: &str) -> Site {
    let site = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n";
    Site(
        [("site.toml", site), ("articles/town.md", article)]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into(),
    )
}

impl Site {
    pub(crate) fn files(&self) -> Files {
        Files::from_texts(self.0.clone())
    }

    pub(crate) fn try_import(
        &self,
        name: &str,
        bytes: impl Into<Vec<u8>>,
    ) -> Result<Imported, ImportError> {
        let input = Input {
            name: name.to_owned(),
            bytes: bytes.into(),
        };
        import(&[input], &self.files())
    }

    /// Imports, and checks what every import holds to.
    #[track_caller]
    pub(crate) fn import(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Imported {
        let bytes = bytes.into();
        let imported = self.try_import(name, bytes.clone()).unwrap();
        self.0.extend(imported.files.clone());
        let again = self.try_import(name, bytes).unwrap();
        let added: Vec<_> = again.files.keys().collect();
        assert!(
            added.is_empty(),
            "{name} a second time changes {added:?}: {}",
            self.shown()
        );
        let files = self.files();
        let mut findings = compile(&files).findings;
        findings.retain(|one| one.severity == Severity::Error);
        assert!(
            findings.is_empty(),
            "{}\n{}",
            finding::text(&findings, &files),
            self.shown()
        );
        imported
    }

    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self
            .0
            .get(path)
            .unwrap_or_else(|| panic!("no {path}: {:?}", self.0.keys()));
        std::str::from_utf8(bytes).unwrap()
    }

    fn shown(&self) -> String {
        let files = self.0.iter().filter(|(path, _)| path.ends_with(".toml"));
        files
            .map(|(path, bytes)| format!("== {path}\n{}\n", String::from_utf8_lossy(bytes)))
            .collect()
    }
}

/// A file of other people's making.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new("tests/import").join(name)).unwrap()
}

/// What was left out, a line each.
pub(crate) fn left(imported: &Imported) -> Vec<String> {
    imported.left_out.iter().map(ToString::to_string).collect()
}
