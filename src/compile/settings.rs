//! `site.toml`: what the whole site is called and written in.

use crate::compile::allow;
use crate::compile::change::Change;
use crate::compile::content_files::TextFile;
use crate::compile::findings::Findings;
use crate::compile::rules;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::compile::syntax;
use crate::model::site::Site;

/// The content format that this compiler reads.
const FORMAT: f64 = 1.0;

/// The least that it says.
const SITE: &str = "format = 1\ntitle = \"…\"\nlanguage = \"en\"\n";

/// Reads `site.toml`. Nothing comes back if the content is in a format of the future: its keys mean nothing here.
pub(crate) fn read(file: Option<TextFile<'_>>, findings: &Findings) -> Option<Site> {
    let Some(file) = file else {
        findings
            .error(
                "missing-file",
                &SourceSpan::whole("site.toml"),
                "there is no `site.toml`",
            )
            .change(Change::Append {
                file: "site.toml".to_owned(),
                text: SITE.to_owned(),
            })
            .help(format!(
                "write it, with the site's own title:\n{}",
                SITE.trim_end()
            ));
        return Some(Site {
            language: "en".to_owned(),
            ..Site::default()
        });
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
    let base_url = rules::url(&mut table, "base_url");
    let contact = rules::contact(&mut table, "contact");
    allow::read(&mut table, None);
    table.finish();
    Some(Site {
        title: title
            .map(|title: SourceText<'_>| title.text.into_owned())
            .unwrap_or_default(),
        language: language.unwrap_or_else(|| "en".to_owned()),
        base_url: base_url.map(|url| if url.ends_with('/') { url } else { url + "/" }),
        contact,
        ..Site::default()
    })
}
