//! An entity's file, first half: who it is. What is said of it (`said`) waits until all
//! entities are known.

use crate::compile::content::TextFile;
use crate::compile::files::Files;
use crate::compile::finding::Finding;
use crate::compile::near;
use crate::compile::place::Written;
use crate::compile::rules;
use crate::compile::syntax;
use crate::compile::table::Table;
use crate::model::kind::Kind;
use crate::model::site::{Entity, Image, Name};

/// An entity whose statements are not read yet.
pub(crate) struct Declared<'a> {
    pub(crate) entity: Entity,
    pub(crate) autolink: bool,
    /// Its names and aliases, and where they stand.
    pub(crate) words: Vec<Written<'a>>,
    pub(crate) file: &'a str,
    /// What no key was taken from yet.
    pub(crate) rest: Table<'a>,
}

/// Reads who an entity is.
pub(crate) fn declare<'a>(
    file: TextFile<'a>,
    slug: &str,
    language: &str,
    files: &Files,
    findings: &mut Vec<Finding>,
) -> Declared<'a> {
    let mut table = syntax::parse(file, findings);
    if !table.holds("kind") {
        table.missing("kind", findings);
    }
    let kinds = Kind::ALL.map(|kind| (kind.slug(), kind));
    let kind = table.choice("kind", &kinds, findings);
    let (names, mut words) = names(&mut table, language, findings);
    let aliases = table.strings("aliases", findings);
    words.extend(aliases.iter().cloned());
    let owned = |written: Written<'_>| written.text.into_owned();
    let mut entity = Entity {
        slug: slug.to_owned(),
        kind: kind.unwrap_or(Kind::Concept),
        names,
        aliases: aliases.into_iter().map(owned).collect(),
        description: table.string("description", findings).map(owned),
        summary: None,
        facts: Vec::new(),
        relations: Vec::new(),
        place: None,
        identifiers: Vec::new(),
        image: None,
        private: table.flag("private", false, findings),
    };
    let autolink = table.flag("autolink", true, findings);
    kept_from_private(&mut table, &mut entity, files, findings);
    Declared {
        entity,
        autolink,
        words,
        file: file.path,
        rest: table,
    }
}

/// What a private person may not have, and the finding that says so.
const KEPT_FROM_PRIVATE: &[(&str, &str)] = &[
    ("place", "private-place"),
    ("identifiers", "private-identifiers"),
    ("image", "private-identifiers"),
];

/// Reads what only public entities may have.
fn kept_from_private(
    table: &mut Table<'_>,
    entity: &mut Entity,
    files: &Files,
    findings: &mut Vec<Finding>,
) {
    for (key, code) in KEPT_FROM_PRIVATE {
        let Some(value) = table.take(key) else {
            continue;
        };
        if entity.private {
            let message = format!("a private person has no `{key}` here");
            let finding = Finding::error(code, &value.key, message);
            findings.push(finding.help(format!("leave out `{key}`")));
        }
        match (*key, value.table(findings)) {
            (_, None) => {}
            ("place", Some(table)) => entity.place = rules::place(table, findings),
            ("image", Some(table)) => entity.image = image(table, files, findings),
            (_, Some(table)) => entity.identifiers = identifiers(table, findings),
        }
    }
}

fn names<'a>(
    table: &mut Table<'a>,
    language: &str,
    findings: &mut Vec<Finding>,
) -> (Vec<Name>, Vec<Written<'a>>) {
    let Some(value) = table.take("names") else {
        table.missing("names", findings);
        return (Vec::new(), Vec::new());
    };
    let place = value.place.clone();
    let complaints = findings.len();
    let mut names = Vec::new();
    let mut words = Vec::new();
    for mut name in value.tables(findings) {
        let text = name.required("text", findings);
        let language =
            rules::language(&mut name, "lang", findings).unwrap_or_else(|| language.to_owned());
        name.finish(findings);
        if let Some(text) = text {
            names.push(Name {
                text: text.text.to_string(),
                language,
            });
            words.push(text);
        }
    }
    if names.is_empty() && findings.len() == complaints {
        findings.push(
            Finding::error("missing-key", &place, "`names` is empty")
                .help("write `names = [{ text = \"…\" }]`"),
        );
    }
    (names, words)
}

fn identifiers(table: Table<'_>, findings: &mut Vec<Finding>) -> Vec<(String, String)> {
    let entries = table.into_entries();
    entries
        .filter_map(|(scheme, value)| Some((scheme, value.string(findings)?.text.into_owned())))
        .collect()
}

fn image(mut table: Table<'_>, files: &Files, findings: &mut Vec<Finding>) -> Option<Image> {
    let file = table.required("file", findings);
    if let Some(file) = file
        .as_ref()
        .filter(|file| !files.others.contains(&*file.text))
    {
        let help = match near::nearest(&file.text, files.others.iter().map(String::as_str)) {
            Some(meant) => format!("write `{meant}`"),
            None => format!(
                "put the picture at `{}` below the content folder",
                file.text
            ),
        };
        findings.push(
            Finding::error(
                "missing-image",
                &file.words(),
                format!("there is no file `{}`", file.text),
            )
            .help(help),
        );
    }
    let [alt, credit, licence] =
        ["alt", "credit", "licence"].map(|key| table.required(key, findings));
    table.finish(findings);
    let words = |written: Option<Written<'_>>| Some(written?.text.into_owned());
    Some(Image {
        file: words(file)?,
        alt: words(alt)?,
        credit: words(credit)?,
        licence: words(licence)?,
    })
}
