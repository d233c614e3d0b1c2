//! Which articles mention an entity that many mention: a page of its own, since no article's page can list them all.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as escape};

use crate::model::id::Id;
use crate::model::site::Entity;
use crate::publish::document::{self, Settings};
use crate::publish::site_index::SiteIndex;

pub(in crate::publish) use crate::publish::mentions::folder::folder;

pub(in crate::publish) mod folder;

/// Address of the site's root from such a page.
pub(in crate::publish) const ROOT: &str = "../../";

/// The page of an entity: every article that mentions it, as the front page lists them, each with the way to its note.
pub(in crate::publish) fn page(id: Id<Entity>, index: &SiteIndex, settings: &Settings) -> Vec<u8> {
    let entity = &index.site.entities[id];
    let name = &entity.names[0];
    let entries: String = index
        .mentioning(id)
        .iter()
        .map(|&article| {
            let article = &index.site.articles[article];
            let href = [ROOT, &article.slug, "/#ent-", &entity.slug].concat();
            document::entry(article, &href)
        })
        .collect();
    let (text, label) = (escape(&name.text), attribute(&name.text));
    let main = format!(
        "<header class=\"head\"><h1 lang=\"{}\">{text}</h1></header><ul class=\"front\" aria-label=\"{label}\">{entries}</ul>",
        attribute(&name.language)
    );
    let base = settings.site.base_url.as_ref();
    let canonical =
        base.map(|base| document::canonical(&[base.as_str(), &folder(entity)].concat()));
    let title = [&name.text, " · ", &settings.site.title].concat();
    document::plain_page(&title, &main, canonical.as_slice(), settings)
}
