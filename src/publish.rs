//! The model in; a folder of static files out.
//!
//! [`project`] chooses what one page shows; [`body`] lets the app's components draw it; [`document`]
//! writes the whole page around it, [`structured`] what it tells machines; [`output`] writes the folder
//! and deletes nothing that is not ours.
//! [`graph`] and [`timeline`] lay out a page's drawings.

pub mod body;
pub mod data;
pub mod document;
pub mod graph;
pub mod lettering;
pub mod map;
pub mod messages;
pub mod output;
pub mod policy;
pub mod project;
pub mod shell;
pub mod structured;
pub mod timeline;

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Result;

use crate::model::id::Id;
use crate::model::site::{Article, Site};
use crate::publish::document::Settings;
use crate::publish::shell::Shell;

/// The files of a site by path below its root, with `/` between parts.
pub type Pages = BTreeMap<String, Vec<u8>>;

/// How a site is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The pages' Content-Security-Policy; left out only where a development server adds scripts of its own.
    pub policy: bool,
    /// Leave article, notes and lists to the app: the article rides in the page's data too.
    pub blank: bool,
}

/// Writes every page of a site. The same site and shell give the same bytes.
///
/// # Errors
/// If the site's language has no interface messages that can be read.
pub fn pages(site: &Site, shell: &Shell, options: Options) -> Result<Pages> {
    let mut pages = Pages::new();
    let ids: Vec<Id<Article>> = site.articles.ids().collect();
    for &id in &ids {
        let article = &site.articles[id];
        let interface = messages::of(&article.language)?;
        let settings = |root| Settings {
            site,
            shell,
            options,
            root,
        };
        let page = Rc::new(project::page(site, id, &interface, "../"));
        pages.insert(
            [&article.slug, "/index.html"].concat(),
            document::article(&page, article, &interface.publish, &settings("../")),
        );
        if ids.len() == 1 {
            let page = Rc::new(project::page(site, id, &interface, "./"));
            pages.insert(
                "index.html".to_owned(),
                document::article(&page, article, &interface.publish, &settings("./")),
            );
        }
    }
    let messages = messages::of(&site.language)?.publish;
    let settings = Settings {
        site,
        shell,
        options,
        root: "./",
    };
    if ids.len() > 1 {
        pages.insert(
            "index.html".to_owned(),
            document::front(&messages, &settings),
        );
    }
    pages.insert(
        "404.html".to_owned(),
        document::not_found(&messages, &settings),
    );
    Ok(pages)
}
