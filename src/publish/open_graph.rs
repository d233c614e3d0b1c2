//! The picture that others show who link an article ([Open Graph](https://ogp.me/#structured)).

use crate::model::picture::{Rendition, height_at};
use crate::model::site::Article;
use crate::model::text::plain;
use crate::publish::file_address::file_address;
use crate::publish::site_index::SiteIndex;

/// What those who fetch it show at most, in pixels.
const WIDEST: u32 = 1600;

/// Properties of an article's lead picture by their names: its address, which is whole, so the publisher must have stated
/// the site's; its size; its alternative text. One that shows or names a private person is not handed round, and a drawing
/// is shown by nobody.
pub(super) fn open_graph(article: &Article, index: &SiteIndex) -> Vec<(&'static str, String)> {
    let properties = || {
        let site = index.site;
        let lead = article.lead.as_ref()?;
        let image = &lead.image;
        let words = [&image.alt, &image.file, &plain(&lead.caption)];
        let is_private = words.into_iter().any(|words| index.private.named_in(words));
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
    };
    properties().unwrap_or_default()
}
