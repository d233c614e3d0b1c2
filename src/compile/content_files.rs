//! The content files by what they are.

use std::collections::BTreeMap;

use crate::compile::files::{Files, LOCK};
use crate::compile::findings::Findings;
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
        for path in &files.others {
            if let Some(meant) = meant(path) {
                report(path, format!("call it `{meant}`"), findings);
            }
        }
        content
    }

    /// The text of one of the files that cite.
    pub(crate) fn text(&self, path: &str) -> Option<&'a str> {
        let mut files = self.entities.values().chain(&self.events);
        files.find(|file| file.path == path)?.text
    }
}

/// What an author meant who wrote a text under a name that is none of an article's, an entity's, or one of the three.
fn meant(path: &str) -> Option<String> {
    let (name, ending) = path.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let (is_markdown, is_toml) = (
        ["md", "markdown", "mdown", "mkd", "mdx", "txt"].contains(&&*ending),
        ["toml", "tml"].contains(&&*ending),
    );
    match name.split_once('/') {
        Some(("articles", name)) if is_markdown => Some(format!("articles/{name}.md")),
        Some(("entities", name)) if is_toml => Some(format!("entities/{name}.toml")),
        None if is_toml => {
            let meant = format!("{}.toml", name.to_ascii_lowercase());
            NAMES.contains(&&*meant).then_some(meant)
        }
        _ => None,
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
    let help = match suggestion::nearest(path, NAMES) {
        Some(meant) => format!("call it `{meant}`"),
        None => "articles are `articles/NAME.md`, entities `entities/NAME.toml`".to_owned(),
    };
    report(path, help, findings);
}

fn report(path: &str, help: String, findings: &Findings) {
    let span = SourceSpan::whole(path);
    findings
        .warning("unknown-file", &span, format!("nothing reads `{path}`"))
        .help(help);
}
