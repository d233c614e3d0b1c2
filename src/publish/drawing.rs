//! The pages of a site, each drawn when it is asked for: a server shows one of a thousand.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::OnceLock;

use anyhow::Result;
use rayon::prelude::*;

use crate::model::id::Id;
use crate::model::site::{Article, Site};
use crate::publish::app::App;
use crate::publish::document::{self, Settings};
use crate::publish::messages::{self, Interface};
use crate::publish::options::Options;
use crate::publish::site_index::SiteIndex;
use crate::publish::{project, site_pages};

/// The files of a site by path below its root, with `/` between parts.
pub type Pages = BTreeMap<String, Vec<u8>>;

/// A site that is drawn page by page. The same site and app give the same bytes, in whatever order they are asked for.
pub struct Drawing<'a> {
    site: &'a Site,
    app: &'a App,
    options: Options<'a>,
    index: SiteIndex<'a>,
    /// By language.
    interfaces: BTreeMap<&'a str, Interface>,
    /// The pages of articles, by path below the site's root.
    articles: BTreeMap<String, ArticlePage<'a>>,
    /// All other pages, drawn together.
    others: OnceLock<Pages>,
}

/// A page that belongs to an article.
#[derive(Clone, Copy)]
enum ArticlePage<'a> {
    /// The article, from which the site's root is at a place.
    Own(Id<Article>, &'static str),
    /// What stands at an address that it had.
    Former(Id<Article>, &'a Article),
}

impl<'a> Drawing<'a> {
    /// Looks at the whole site once; draws nothing.
    ///
    /// # Errors
    /// If a language of the site has no interface messages that can be read.
    pub fn of(site: &'a Site, app: &'a App, options: Options<'a>) -> Result<Self> {
        let languages = site.articles.iter().map(|(_, article)| &*article.language);
        let languages: BTreeSet<&str> = languages.chain([&*site.language]).collect();
        let interfaces = languages
            .into_iter()
            .map(|language| Ok((language, messages::of_site(language, site)?)));
        let mut articles = BTreeMap::new();
        for (id, article) in site.articles.iter() {
            let own = ArticlePage::Own(id, "../");
            articles.insert([&article.slug, "/index.html"].concat(), own);
            for old in &article.former {
                let former = ArticlePage::Former(id, article);
                articles.insert([old, "/index.html"].concat(), former);
            }
            if site.articles.len() == 1 {
                articles.insert("index.html".to_owned(), ArticlePage::Own(id, "./"));
            }
        }
        Ok(Self {
            site,
            app,
            options,
            index: SiteIndex::of(site),
            interfaces: interfaces.collect::<Result<_>>()?,
            articles,
            others: OnceLock::new(),
        })
    }

    /// The page at a path below the site's root; nothing if the site has none there.
    pub fn page(&self, path: &str) -> Option<Vec<u8>> {
        match self.articles.get(path) {
            Some(page) => Some(self.article(*page)),
            None => self.others().get(path).cloned(),
        }
    }

    /// Every page, drawn on all cores, in no order that matters.
    pub fn pages(&self) -> impl ParallelIterator<Item = (String, Vec<u8>)> {
        let articles = self.articles.par_iter();
        let articles = articles.map(|(path, page)| (path.clone(), self.article(*page)));
        let others = self.others().par_iter();
        articles.chain(others.map(|(path, page)| (path.clone(), page.clone())))
    }

    fn article(&self, page: ArticlePage<'a>) -> Vec<u8> {
        match page {
            ArticlePage::Own(id, root) => {
                let article = &self.site.articles[id];
                let interface = &self.interfaces[&*article.language];
                let page = Rc::new(project::page(&self.index, id, interface, root));
                let settings = self.settings(root);
                document::article(&page, article, &self.index, &interface.publish, &settings)
            }
            ArticlePage::Former(id, article) => {
                let address = self.site.base_url.as_ref();
                let canonical = address.map(|base| [base, &*article.slug, "/"].concat());
                let to = ["../", &article.slug, "/"].concat();
                let title = self.index.title(id);
                document::redirect(&to, title, canonical, &self.settings("../"))
            }
        }
    }

    fn others(&self) -> &Pages {
        self.others.get_or_init(|| {
            let interface = &self.interfaces[&*self.site.language];
            let settings = |root| self.settings(root);
            let mut pages = site_pages::pages(&self.index, interface, &settings);
            let not_found = document::not_found(&interface.publish, &self.settings("./"));
            pages.insert("404.html".to_owned(), not_found);
            pages
        })
    }

    fn settings<'s>(&'s self, root: &'s str) -> Settings<'s> {
        Settings {
            site: self.site,
            app: self.app,
            options: self.options,
            root,
        }
    }
}
