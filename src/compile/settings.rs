//! `site.toml`: what the whole site is called and written in.

use crate::compile::allow;
use crate::compile::change::Change;
use crate::compile::colours;
use crate::compile::content_files::TextFile;
use crate::compile::duration::Duration;
use crate::compile::fields::{LINK, SITE};
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::identifiers::Schemes;
use crate::compile::own_kinds;
use crate::compile::picture;
use crate::compile::rules;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::syntax;
use crate::compile::toml_table::TomlTable;
use crate::model::site::{FootLink, Image, Site, SiteKind};

/// The content format that this compiler reads.
const FORMAT: f64 = 1.0;

/// The least that it says.
const LEAST: &str = "format = 1\ntitle = \"…\"\nlanguage = \"en\"\n";

/// What the files of a site are read with.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) language: String,
    pub(crate) kinds: Vec<SiteKind>,
    pub(crate) schemes: Schemes,
    /// How much older than an article what a fact of no date rests on may be.
    pub(crate) stale_after: Option<Duration>,
}

/// Reads `site.toml`, and with it the words that every page shows. Nothing comes back if the content is in a format of the
/// future: its keys mean nothing here.
pub(crate) fn read<'a>(
    file: Option<TextFile<'a>>,
    files: &Files,
    findings: &'a Findings,
) -> Option<(Site, Settings, Vec<SourceText<'a>>)> {
    let Some(file) = file else {
        findings
            .error(
                "missing-file",
                &SourceSpan::whole("site.toml"),
                "there is no `site.toml`",
            )
            .change(Change::Append {
                file: "site.toml".to_owned(),
                text: LEAST.to_owned(),
            })
            .help(format!(
                "write it, with the site's own title:\n{}",
                LEAST.trim_end()
            ));
        let language = "en".to_owned();
        let site = Site {
            language: language.clone(),
            ..Site::default()
        };
        let settings = Settings {
            language,
            ..Settings::default()
        };
        return Some((site, settings, Vec::new()));
    };
    let mut table = syntax::parse(file, findings);
    match table.take("format") {
        None => table.missing("format"),
        Some(value) => {
            let span = value.span.clone();
            if let Some(format) = value.number().filter(|format| *format != FORMAT) {
                let message = format!("content of format {format} is not read here");
                let report = findings.error("unknown-format", &span, message);
                let change = Change::replace(span.file, span.range.clone(), FORMAT.to_string());
                report.change(change).help(format!("write `format = {FORMAT}`, or take an Article Explorer that reads format {format}"));
                return None;
            }
        }
    }
    let title = table.required_words("title");
    let language = table
        .required("language")
        .map(|written| rules::check_language(written, findings));
    let base_url = rules::base_url(&mut table, "base_url");
    let contact = rules::contact(&mut table, "contact");
    let logo = table.string("logo");
    let logo = logo.and_then(|logo| picture::path(&logo, files, findings));
    let entity_pages = table.flag("entity_pages", false);
    let stale_after = Duration::read(&mut table, "stale_after");
    let mut words: Vec<_> = title.iter().cloned().collect();
    let links = links(&mut table, &mut words);
    let colours = colours::read(&mut table);
    let kinds = own_kinds::read(&mut table, &mut words);
    let schemes = Schemes::own(&mut table, &mut words);
    allow::read(&mut table, None);
    table.finish(&SITE);
    let language = language.unwrap_or_else(|| "en".to_owned());
    let site = Site {
        title: title
            .map(|title: SourceText<'_>| title.text.into_owned())
            .unwrap_or_default(),
        language: language.clone(),
        base_url: base_url.map(|url| if url.ends_with('/') { url } else { url + "/" }),
        contact,
        logo: logo.map(|file| Image {
            file: file.to_owned(),
            alt: String::new(),
            credit: None,
            licence: None,
        }),
        entity_pages,
        links,
        colours,
        kinds: kinds.clone(),
        ..Site::default()
    };
    let settings = Settings {
        language,
        kinds,
        schemes,
        stale_after,
    };
    Some((site, settings, words))
}

/// `[[links]]`: what stands at the foot of every page.
fn links<'a>(table: &mut TomlTable<'a>, words: &mut Vec<SourceText<'a>>) -> Vec<FootLink> {
    let tables = table.tables("links").into_iter();
    let read = tables.filter_map(|mut table| {
        let text = table.required_words("text");
        if !table.holds("url") {
            table.missing("url");
        }
        let url = rules::foot_link(&mut table, "url");
        table.finish(&LINK);
        words.extend(text.clone());
        Some(FootLink {
            text: text?.text.into_owned(),
            url: url?,
        })
    });
    read.collect()
}
