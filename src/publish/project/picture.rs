//! A picture as a page shows it.

use crate::model::page::Picture;
use crate::model::picture::Rendition;
use crate::model::site::{Image, Site};
use crate::publish::file_address::file_address;

/// What is shown where a browser does not choose: wide enough for any column of text.
const USUAL: u32 = 960;

/// A picture in a page from which the site's root is at `root`. One that nobody looked into is shown as it is.
pub(in crate::publish) fn picture(site: &Site, image: &Image, root: &str) -> Picture {
    let address = |file: &str| [root, &file_address(file)].concat();
    let made = [&image.credit, &image.licence].into_iter().flatten();
    let made: Vec<&str> = made.map(String::as_str).collect();
    let renditions = site.pictures.get(&image.file);
    let files = renditions.map_or(&[][..], |renditions| &renditions.files);
    let usual = files.iter().rev().find(|file| file.width <= USUAL);
    let file = |one: Option<&Rendition>| address(one.map_or(&*image.file, |file| &*file.file));
    let sized = |one: &Rendition| [&address(&one.file), " ", &one.width.to_string(), "w"].concat();
    let srcset = files.iter().map(sized).collect::<Vec<_>>();
    Picture {
        src: file(usual.or(files.first())),
        srcset: (files.len() > 1).then(|| srcset.join(", ")),
        large: file(files.last()),
        size: renditions.map(|renditions| (renditions.width, renditions.height)),
        alt: image.alt.clone(),
        credit: (!made.is_empty()).then(|| made.join(" · ")),
    }
}
