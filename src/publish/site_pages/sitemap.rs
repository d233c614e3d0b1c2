//! What search engines are told: all pages of a site, as a [sitemap](https://www.sitemaps.org/protocol.html), and where it
//! stands.

use html_escape::encode_text as escape;

use crate::publish::entity_folders::{ENTITIES, entity_folder};
use crate::publish::project::topics::{SECTIONS, TAGS};
use crate::publish::site_index::SiteIndex;
use crate::publish::structured::exact;

/// A page, and when it was last changed where that is known.
pub(super) type SitemapUrl = (String, Option<String>);

/// The pages of a site whose root is at `base`. Drafts, redirects and what names a private person are not among them.
pub(super) fn addresses(index: &SiteIndex, base: &str) -> Vec<SitemapUrl> {
    let at = |place: &str| ([base, place].concat(), None);
    let mut addresses = Vec::new();
    if index.has_lists() {
        addresses.push(at(""));
    }
    let articles = index.site.articles.iter();
    for (_, article) in articles.filter(|(id, _)| index.is_public(*id)) {
        let changed = article.updated.as_ref().or(article.date.as_ref());
        let changed = changed.and_then(exact).map(str::to_owned);
        addresses.push(([base, &article.slug, "/"].concat(), changed));
    }
    if index.has_lists() {
        for (folder, topics) in [(SECTIONS, &index.sections), (TAGS, &index.tags)] {
            let public = topics.iter();
            let public = public.filter(|(_, (name, _))| !index.private.named_in(name));
            addresses.extend(public.map(|(slug, _)| at(&[folder, slug, "/"].concat())));
        }
    }
    if index.site.entity_pages {
        addresses.push(at(ENTITIES));
        let entities = index.site.entities.iter();
        let paged = entities.filter(|(id, _)| index.has_entity_page(*id));
        addresses.extend(paged.map(|(_, entity)| at(&entity_folder(entity))));
    }
    addresses
}

pub(super) fn sitemap(addresses: &[SitemapUrl]) -> String {
    let urls = addresses.iter().map(|(address, changed)| {
        let changed = changed.as_ref();
        let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>"));
        let changed = changed.unwrap_or_default();
        format!("<url><loc>{}</loc>{changed}</url>\n", escape(address))
    });
    let urls: String = urls.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         {urls}</urlset>\n"
    )
}

/// Where the sitemap is. Programs ask for it at the root of a host alone.
pub(super) fn robots(base: &str) -> Option<String> {
    let host = base.split_once("://")?.1.strip_suffix('/')?;
    let is_root = !host.contains('/');
    is_root.then(|| format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"))
}

#[cfg(test)]
mod tests {
    use super::robots;

    #[test]
    fn robots_are_told_at_the_root_of_a_host() {
        assert!(robots("https://example.org/").is_some());
        assert_eq!(robots("https://example.org/town/"), None);
    }
}
