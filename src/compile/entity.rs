//! An entity's file, first half: who it is. What is said of it (`entity_body`) waits until all
//! entities are known.

use crate::compile::allow;
use crate::compile::content_files::TextFile;
use crate::compile::fields::{IMAGE, NAME};
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::former;
use crate::compile::identifiers::Schemes;
use crate::compile::own_kinds;
use crate::compile::picture;
use crate::compile::rules;
use crate::compile::settings::Settings;
use crate::compile::source_text::SourceText;
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::model::site::{Entity, Image, Name};

/// An entity whose statements are not read yet.
pub(crate) struct Declaration<'a> {
    pub(crate) entity: Entity,
    /// What is missing may stay so until it is published.
    pub(crate) draft: bool,
    /// A draft may have none.
    pub(crate) has_kind: bool,
    /// Names that it had, and where they stand.
    pub(crate) former: Vec<SourceText<'a>>,
    /// Its names and aliases, and where they stand.
    pub(crate) words: Vec<SourceText<'a>>,
    /// Its description, and what is said of its picture.
    pub(crate) beside: Vec<SourceText<'a>>,
    /// The file of its picture.
    pub(crate) picture: Option<SourceText<'a>>,
    pub(crate) file: &'a str,
    /// What no key was taken from yet.
    pub(crate) rest: TomlTable<'a>,
}

/// Reads who an entity is.
pub(crate) fn declare<'a>(
    file: TextFile<'a>,
    slug: &str,
    site: &Settings,
    files: &Files,
    findings: &'a Findings,
) -> Declaration<'a> {
    let mut table = syntax::parse(file, findings);
    let draft = table.flag("draft", false);
    if !table.holds("kind") && !draft {
        table.missing("kind");
    }
    let own = site.kinds.iter().map(|own| (&*own.slug, own.kind));
    let kinds: Vec<_> = own_kinds::common().into_iter().chain(own).collect();
    let otherwise = ", or name a kind of the site's own below `[kinds]` in `site.toml`";
    let kind = table.choice_of(
        "kind",
        &kinds,
        ("unknown-kind", "kind of entity"),
        otherwise,
    );
    let (names, mut words) = names(&mut table, &site.language);
    let aliases = table.all_words("aliases");
    words.extend(aliases.iter().cloned());
    let owned = |written: SourceText<'_>| written.text.into_owned();
    let description = table.words("description");
    let mut beside: Vec<_> = description.iter().cloned().collect();
    let mut entity = Entity {
        slug: slug.to_owned(),
        former: Vec::new(),
        autolink: true,
        kind: kind.unwrap_or_else(|| own_kinds::open(&site.kinds).kind),
        names,
        aliases: aliases.into_iter().map(owned).collect(),
        description: description.map(owned),
        summary: None,
        facts: Vec::new(),
        relations: Vec::new(),
        place: None,
        identifiers: Vec::new(),
        image: None,
        private: table.flag("private", false),
    };
    let former = former::read(&mut table);
    entity.former = former::slugs(&former);
    entity.autolink = table.flag("autolink", true);
    let picture = kept_from_private(&mut table, &mut entity, &site.schemes, files, &mut beside);
    allow::read(&mut table, Some(file.path));
    Declaration {
        has_kind: kind.is_some(),
        entity,
        draft,
        former,
        words,
        beside,
        picture,
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

/// Reads what only public entities may have; what is said of a picture goes to `beside`, and its file comes back.
fn kept_from_private<'a>(
    table: &mut TomlTable<'a>,
    entity: &mut Entity,
    schemes: &Schemes,
    files: &Files,
    beside: &mut Vec<SourceText<'a>>,
) -> Option<SourceText<'a>> {
    let mut picture = None;
    for (key, code) in KEPT_FROM_PRIVATE {
        let Some(value) = table.take(key) else {
            continue;
        };
        if entity.private {
            let message = format!("a private person has no `{key}` here");
            table
                .findings()
                .error(code, &value.key, message)
                .changes(value.left_out())
                .help(format!("leave out `{key}`"));
        }
        match (*key, value.table()) {
            (_, None) => {}
            ("place", Some(table)) => entity.place = rules::place(table),
            ("image", Some(table)) => entity.image = image(table, files, &mut picture, beside),
            (_, Some(table)) => entity.identifiers = schemes.read(table),
        }
    }
    picture
}

fn names<'a>(table: &mut TomlTable<'a>, language: &str) -> (Vec<Name>, Vec<SourceText<'a>>) {
    let Some(value) = table.take("names") else {
        table.missing("names");
        return (Vec::new(), Vec::new());
    };
    if value.is_empty_list() {
        let help = "write `names = [{ text = \"…\" }]`";
        let findings = table.findings();
        findings
            .error("missing-key", &value.span, "`names` is empty")
            .help(help);
    }
    let mut names = Vec::new();
    let mut words = Vec::new();
    for mut name in value.tables() {
        let text = name.required_words("text");
        let language = rules::language(&mut name, "lang").unwrap_or_else(|| language.to_owned());
        name.finish(&NAME);
        if let Some(text) = text {
            names.push(Name {
                text: text.text.to_string(),
                language,
            });
            words.push(text);
        }
    }
    (names, words)
}

fn image<'a>(
    mut table: TomlTable<'a>,
    files: &Files,
    picture: &mut Option<SourceText<'a>>,
    beside: &mut Vec<SourceText<'a>>,
) -> Option<Image> {
    *picture = table.required("file");
    let file = picture
        .as_ref()
        .and_then(|file| picture::path(file, files, table.findings()));
    let [alt, credit, licence] = ["alt", "credit", "licence"].map(|key| table.required_words(key));
    table.finish(&IMAGE);
    beside.extend([&alt, &credit, &licence].into_iter().flatten().cloned());

    let words = |written: Option<SourceText<'_>>| Some(written?.text.into_owned());
    Some(Image {
        file: file?.to_owned(),
        alt: words(alt)?,
        credit: words(credit),
        licence: words(licence),
    })
}
