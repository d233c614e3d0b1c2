//! What the head of a page tells programs that find it or show links to it: a description, its one address, and
//! [Open Graph](https://ogp.me). No private person is named in it.

use crate::model::id::Id;
use crate::model::picture::{Rendition, height_at};
use crate::model::site::{Article, Entity, Image};
use crate::model::text::plain;
use crate::publish::file_address::file_address;
use crate::publish::meta::{canonical, named};
use crate::publish::project::description;
use crate::publish::site_index::SiteIndex;

/// What those who fetch a picture show at most, in pixels.
const WIDEST: u32 = 1600;

/// What a page is called and where it stands, for those who link it.
struct Preview<'a> {
    /// "article" or "website".
    kind: &'static str,
    title: &'a str,
    description: Option<String>,
    /// Below the site's root.
    at: &'a str,
    picture: Vec<(&'static str, String)>,
}

/// The head of an article's page.
pub(super) fn of_article(index: &SiteIndex, article: &Article) -> Vec<String> {
    let title = plain(&article.blocks[0].text).replace('\n', " ");
    let lead = article.lead.as_ref();
    let preview = Preview {
        kind: "article",
        title: &title,
        description: description::of_public_article(index, article),
        at: &[&article.slug, "/"].concat(),
        picture: lead
            .and_then(|lead| picture(index, &lead.image, &plain(&lead.caption)))
            .unwrap_or_default(),
    };
    preview.meta(index)
}

/// The head of a page that is no article's, `at` a place below the site's root.
pub(super) fn of_page(index: &SiteIndex, title: &str, at: &str) -> Vec<String> {
    let preview = Preview {
        kind: "website",
        title,
        description: None,
        at,
        picture: Vec::new(),
    };
    preview.meta(index)
}

/// The head of an entity's own page.
pub(super) fn of_entity(index: &SiteIndex, id: Id<Entity>, at: &str) -> Vec<String> {
    let entity = &index.site.entities[id];
    let image = entity.image.as_ref();
    let preview = Preview {
        kind: "website",
        title: &entity.names[0].text,
        description: description::of_entity(index, id),
        at,
        picture: image
            .and_then(|image| picture(index, image, ""))
            .unwrap_or_default(),
    };
    preview.meta(index)
}

impl Preview<'_> {
    fn meta(self, index: &SiteIndex) -> Vec<String> {
        let site = index.site;
        let property = |name: &str, content: &str| named("property", name, content);
        let description = self.description.as_deref();
        let title = Some(self.title).filter(|title| !index.private.named_in(title));
        let mut meta = Vec::new();
        meta.extend(description.map(|words| named("name", "description", words)));
        meta.push(property("og:type", self.kind));
        meta.extend(title.map(|words| property("og:title", words)));
        meta.extend(description.map(|words| property("og:description", words)));
        meta.push(property("og:site_name", &site.title));
        if let Some(base) = &site.base_url {
            let url = [base, self.at].concat();
            meta.extend([property("og:url", &url), canonical(&url)]);
        }
        if !self.picture.is_empty() {
            meta.push(named("name", "twitter:card", "summary_large_image"));
        }
        let picture = self.picture.into_iter();
        meta.extend(picture.map(|(name, content)| property(name, &content)));
        meta
    }
}

/// Properties of a picture by their names: its address, which is whole, so the publisher must have stated the site's; its
/// size; its alternative text. One that shows or names a private person is not handed round, and a drawing is shown by
/// nobody.
fn picture(index: &SiteIndex, image: &Image, caption: &str) -> Option<Vec<(&'static str, String)>> {
    let site = index.site;
    let mut words = [&*image.alt, &*image.file, caption].into_iter();
    let is_private = words.any(|words| index.private.named_in(words));
    let base = site.base_url.as_ref().filter(|_| !is_private)?;
    let renditions = site.pictures.get(&image.file)?;
    let fits = |file: &&Rendition| file.width <= WIDEST;
    let file = renditions.files.iter().rfind(fits);
    let file = file.or(renditions.files.first())?;
    if file.file.ends_with(".svg") {
        return None;
    }
    let height = height_at(file.width, renditions.width, renditions.height);
    Some(vec![
        ("og:image", [base, &*file_address(&file.file)].concat()),
        ("og:image:width", file.width.to_string()),
        ("og:image:height", height.to_string()),
        ("og:image:alt", image.alt.clone()),
    ])
}
