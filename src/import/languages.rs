//! The languages of a site: its own, then those of its articles.

use toml_edit::Item;

use crate::import::target::Target;
use crate::import::toml_file;

/// Language tags, the site's first, each followed by what it is more narrowly (`zh-Hans`, `zh`).
pub(crate) fn languages(target: &Target<'_>) -> Vec<String> {
    let site = toml_file::document("site.toml", target).unwrap_or_default();
    let own = site
        .get("language")
        .and_then(Item::as_str)
        .unwrap_or("en")
        .to_owned();
    let mut tags = vec![own];
    for slug in target.slugs("articles", ".md") {
        let text = target
            .text(&format!("articles/{slug}.md"))
            .unwrap_or_default();
        let front = text
            .trim_start_matches('\u{FEFF}')
            .split("+++")
            .nth(1)
            .unwrap_or_default();
        let front = front.parse::<toml_edit::DocumentMut>().unwrap_or_default();
        tags.extend(
            front
                .get("language")
                .and_then(Item::as_str)
                .map(str::to_owned),
        );
    }
    let mut languages: Vec<String> = Vec::new();
    for tag in tags {
        let base = tag.split('-').next().unwrap_or(&tag).to_owned();
        for one in [tag, base] {
            if !languages.contains(&one) {
                languages.push(one);
            }
        }
    }
    languages
}
