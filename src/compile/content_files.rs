//! The content files by what they are.

use std::collections::BTreeMap;

use crate::compile::change::Change;
use crate::compile::files::{Files, LOCK};
use crate::compile::findings::Findings;
use crate::compile::slug::{is_slug, slug_of};
use crate::compile::source_span::SourceSpan;
use crate::compile::suggestion;

/// A content file.
#[derive(Clone, Copy)]
pub(crate) struct TextFile<'a> {
    pub(crate) path: &'a str,
    /// Absent where the file is not UTF-8: then nothing in it is known, nor that anything is missing.
    pub(crate) text: Option<&'a str>,
}

/// The files by what they are; those with slugs in the order of these.
#[derive(Default)]
pub(crate) struct ContentFiles<'a> {
    pub(crate) site: Option<TextFile<'a>>,
    pub(crate) sources: Option<TextFile<'a>>,
    pub(crate) events: Option<TextFile<'a>>,
    pub(crate) lock: Option<TextFile<'a>>,
    pub(crate) articles: BTreeMap<&'a str, TextFile<'a>>,
    pub(crate) entities: BTreeMap<&'a str, TextFile<'a>>,
}

impl<'a> ContentFiles<'a> {
    pub(crate) fn sort(files: &'a Files, findings: &Findings) -> Self {
        let mut content = Self::default();
        for (path, bytes) in &files.files {
            let slug = |folder: &str, ending: &str| {
                path.strip_prefix(folder)?
                    .strip_suffix(ending)
                    .filter(|slug| !slug.contains('/'))
            };
            if let Some(slug) = slug("articles/", ".md") {
                content.articles.insert(slug, read(path, bytes, findings));
            } else if let Some(slug) = slug("entities/", ".toml") {
                content.entities.insert(slug, read(path, bytes, findings));
            } else {
                match path.as_str() {
                    "site.toml" => content.site = Some(read(path, bytes, findings)),
                    "sources.toml" => content.sources = Some(read(path, bytes, findings)),
                    "events.toml" => content.events = Some(read(path, bytes, findings)),
                    LOCK => content.lock = Some(read(path, bytes, findings)),
                    _ if path.ends_with(".toml") || path.contains('/') => {
                        report_unknown(path, findings);
                    }
                    // A README or a licence for whoever opens the folder.
                    _ => {}
                }
            }
        }
        for path in files.others.keys() {
            match meant(path) {
                Some(Meant::Name(name)) if files.files.contains_key(&name) => {
                    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
                    let help = format!(
                        "there is `{name}` already; give this another name that ends in `.{ending}`, or take it away"
                    );
                    report(path, Err(&help), findings);
                }
                Some(Meant::Name(name)) => report(path, Ok(name), findings),
                Some(Meant::Text(name)) => {
                    let help = format!("save its text as `{name}`, and take this away");
                    report(path, Err(&help), findings);
                }
                None => {}
            }
        }
        content
    }
}

/// What an author meant who wrote a text under a name that is none of an article's, an entity's, or one of the three.
enum Meant {
    /// It only has another name.
    Name(String),
    /// It is in another format too.
    Text(String),
}

fn meant(path: &str) -> Option<Meant> {
    let lower = path.to_ascii_lowercase();
    // Some systems hide an ending and add theirs.
    let is_doubled = [".md.txt", ".markdown.txt", ".toml.txt"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    let path = &path[..path.len() - if is_doubled { ".txt".len() } else { 0 }];
    let (name, ending) = path.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let is = |endings: &[&str]| endings.contains(&&*ending);
    let is_markdown = is(&["md", "markdown", "mdown", "mkd", "mdx", "txt"]);
    let is_document = is(&["doc", "docx", "odt", "rtf", "htm", "html", "tex", "pages"]);
    let is_toml = is(&["toml", "tml"]);
    let is_data = is(&["yaml", "yml", "json", "txt", "csv"]);
    match name.split_once('/') {
        Some(("articles", name)) if is_markdown => {
            Some(Meant::Name(format!("articles/{}.md", tidy(name))))
        }
        Some(("articles", name)) if is_document => {
            Some(Meant::Text(format!("articles/{}.md", tidy(name))))
        }
        Some(("entities", name)) if is_toml => {
            Some(Meant::Name(format!("entities/{}.toml", tidy(name))))
        }
        Some(("entities", name)) if is_data => {
            Some(Meant::Text(format!("entities/{}.toml", tidy(name))))
        }
        None if is_toml || is_data => {
            let meant = format!("{}.toml", name.to_ascii_lowercase());
            let meant = NAMES.contains(&&*meant).then_some(meant)?;
            Some(if is_toml {
                Meant::Name(meant)
            } else {
                Meant::Text(meant)
            })
        }
        _ => None,
    }
}

/// A file's name as it may be here.
fn tidy(name: &str) -> String {
    let slug = slug_of(name);
    if is_slug(name) || slug.is_empty() {
        name.to_owned()
    } else {
        slug
    }
}

/// The files that are there once.
const NAMES: [&str; 3] = ["site.toml", "sources.toml", "events.toml"];

fn read<'a>(path: &'a str, bytes: &'a [u8], findings: &Findings) -> TextFile<'a> {
    let text = std::str::from_utf8(bytes);
    if let Err(error) = text {
        let byte = error.valid_up_to();
        findings
            .error(
                "not-utf8",
                &SourceSpan::new(path, byte..byte + 1),
                format!("byte {} of the file is not UTF-8", byte + 1),
            )
            .help("save the file as UTF-8");
    }
    TextFile {
        path,
        text: text.ok(),
    }
}

/// Says that nothing reads a file.
fn report_unknown(path: &str, findings: &Findings) {
    let meant = suggestion::nearest(path, NAMES).map(str::to_owned);
    let elsewhere = "articles are `articles/NAME.md`, entities `entities/NAME.toml`; any other file may stand beside the content folder";
    report(path, meant.ok_or(elsewhere), findings);
}

fn report(path: &str, meant: Result<String, &str>, findings: &Findings) {
    let span = SourceSpan::whole(path);
    let report = findings.warning("unknown-file", &span, format!("nothing reads `{path}`"));
    match meant {
        Ok(to) => {
            let help = format!("call it `{to}`");
            let file = path.to_owned();
            report.change(Change::Rename { file, to }).help(help);
        }
        Err(help) => report.help(help),
    }
}
