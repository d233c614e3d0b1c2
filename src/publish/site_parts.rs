//! What stands in every page of a site whatever it shows: its logo, the links at its foot; and where its feed is.

use crate::model::page::{Elsewhere, Picture};
use crate::model::site::Site;
use crate::publish::file_address::file_address;
use crate::publish::project::picture::picture;

/// Where the feed stands, if there is one.
pub(in crate::publish) const FEED: &str = "feed.xml";

/// The links at the foot.
pub(in crate::publish) fn links(site: &Site) -> Vec<Elsewhere> {
    let links = site.links.iter();
    let links = links.map(|link| Elsewhere {
        label: link.text.clone(),
        href: link.url.clone(),
    });
    links.collect()
}

/// The logo, in its smallest size, for a page from which the site's root is at `root`.
pub(in crate::publish) fn logo(site: &Site, root: &str) -> Option<Picture> {
    let logo = site.logo.as_ref()?;
    let renditions = site.pictures.get(&logo.file);
    let smallest = renditions.and_then(|renditions| renditions.files.first());
    let file = smallest.map_or(&logo.file, |file| &file.file);
    Some(Picture {
        src: [root, &file_address(file)].concat(),
        srcset: None,
        ..picture(site, logo, root)
    })
}
