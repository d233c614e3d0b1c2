//! The model in; a text that other programs read out. Private persons are named in none of them but where an
//! article's own words are written; drafts are in none.
//!
//! `public` chooses what may be told, `article_text` says where mentions stand, and each format has a
//! file of its own.

mod annotations;
mod article_text;
mod bibtex;
mod csl;
mod csv_tables;
mod format;
mod geojson;
mod jsonld;
mod marked;
mod public;
mod site_json;
mod tei;
mod xml;

use anyhow::{Result, anyhow, ensure};

pub use crate::export::format::Format;

use crate::export::article_text::ArticleText;
use crate::export::public::Public;
use crate::model::site::Site;
use crate::publish::drafts;
use crate::publish::site_index::SiteIndex;

/// Writes a site in a format; of the texts only that of the article with this slug, where one is named.
///
/// # Errors
/// If there is no such article, or the format holds one text and the site has several.
pub fn export(site: Site, format: Format, article: Option<&str>) -> Result<String> {
    let (site, _) = drafts::left_out(site);
    let index = SiteIndex::of(&site);
    let mut public = Public::of(&index);
    if let Some(slug) = article {
        let known = public.slugs();
        ensure!(
            public.keep_article(slug),
            "there is no article `{slug}` to export; there are: {known}"
        );
    }
    match format {
        Format::CsvMentions => csv_tables::mentions(&public),
        Format::CsvEntities => csv_tables::entities(&public),
        Format::CsvRelations => csv_tables::relations(&public),
        Format::CsvEvents => csv_tables::events(&public),
        Format::Geojson => Ok(geojson::places(&public)),
        Format::Annotations => Ok(annotations::annotations(&public)),
        Format::Text => text(&public),
        Format::Jsonld => jsonld::graph(&public),
        Format::Bibtex => Ok(bibtex::sources(&public)),
        Format::Csl => Ok(csl::sources(&public)),
        Format::Tei => Ok(tei::tei(&public)),
        Format::Json => site_json::site(&public),
        Format::JsonSchema => Ok(site_json::SCHEMA.to_owned()),
    }
}

/// The one article's text, in which the places of annotations are counted.
fn text(public: &Public) -> Result<String> {
    let mut articles = public.articles();
    match (articles.next(), articles.next()) {
        (Some((_, article)), None) => Ok(ArticleText::of(article).text + "\n"),
        (None, _) => Err(anyhow!("there is no article to export")),
        (Some((_, first)), Some(_)) => Err(anyhow!(
            "the site has several articles, and a text is of one; name it: `--article {}`; there are: {}",
            first.slug,
            public.slugs()
        )),
    }
}
