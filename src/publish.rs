//! The model in; a folder of static files out.
//!
//! [`project`] chooses what one page shows; [`body`] lets the app's components draw it; [`document`]
//! writes the whole page around it, [`shell`] what all pages share, [`structured`] and [`open_graph`] what a page tells machines; [`app`]
//! is what it loads; [`output`] writes the folder and deletes nothing that is not ours. [`graph`] and [`timeline`] lay
//! out a page's drawings; [`pictures`] encodes what authors took and drew. What pages ask of the whole site stands in [`site_index`].

pub mod app;
pub mod body;
mod confined;
pub mod data;
pub mod document;
pub mod drafts;
mod drawings;
mod entity_folders;
mod file_address;
pub mod graph;
pub mod lettering;
pub mod map;
mod memory;
pub mod messages;
mod meta;
mod open_graph;
mod options;
#[cfg(not(target_arch = "wasm32"))]
pub mod output;
pub mod pictures;
pub mod policy;
pub mod project;
pub mod shell;
pub mod site_index;
mod site_pages;
mod site_parts;
pub mod structured;
pub mod timeline;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anyhow::Result;
use rayon::prelude::*;

pub use crate::publish::options::{Options, Preview};

use crate::model::id::Id;
use crate::model::site::{Article, Site};
use crate::publish::app::App;
use crate::publish::document::Settings;
use crate::publish::site_index::SiteIndex;

/// The files of a site by path below its root, with `/` between parts.
pub type Pages = BTreeMap<String, Vec<u8>>;

/// Writes every page of a site, on all cores. The same site and app give the same bytes, however many there are.
///
/// # Errors
/// If the site's language has no interface messages that can be read.
pub fn pages(site: &Site, app: &App, options: Options) -> Result<Pages> {
    let index = SiteIndex::of(site);
    let settings = |root| Settings {
        site,
        app,
        options,
        root,
    };
    let languages = site.articles.iter().map(|(_, article)| &article.language);
    let languages: BTreeSet<&String> = languages.chain([&site.language]).collect();
    let interfaces = languages
        .into_iter()
        .map(|language| Ok((language, messages::of_site(language, site)?)));
    let interfaces = interfaces.collect::<Result<BTreeMap<_, _>>>()?;
    let articles: Vec<Id<Article>> = site.articles.ids().collect();
    let is_front = articles.len() == 1;
    let drawn = articles.par_iter().map(|&id| {
        let article = &site.articles[id];
        let interface = &interfaces[&article.language];
        let draw = |root| {
            let page = Rc::new(project::page(&index, id, interface, root));
            document::article(&page, article, &index, &interface.publish, &settings(root))
        };
        let mut pages = vec![([&article.slug, "/index.html"].concat(), draw("../"))];
        for old in &article.former {
            let address = site.base_url.as_ref();
            let canonical = address.map(|base| [base, &*article.slug, "/"].concat());
            let to = ["../", &article.slug, "/"].concat();
            let page = document::redirect(&to, index.title(id), canonical, &settings("../"));
            pages.push(([old, "/index.html"].concat(), page));
        }
        if is_front {
            pages.push(("index.html".to_owned(), draw("./")));
        }
        pages
    });
    let mut pages: Pages = drawn.flatten_iter().collect();
    let interface = &interfaces[&site.language];
    pages.append(&mut site_pages::pages(&index, interface, &settings));
    let (messages, settings) = (&interface.publish, settings("./"));
    let not_found = document::not_found(messages, &settings);
    pages.insert("404.html".to_owned(), not_found);
    Ok(pages)
}
