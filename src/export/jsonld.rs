//! What the pages of articles tell machines, in one document: [schema.org](https://schema.org) as JSON-LD.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::export::public::Public;
use crate::publish::{messages, project, structured};

/// All articles in one graph.
pub(super) fn graph(public: &Public) -> Result<String> {
    let mut interfaces = BTreeMap::new();
    for (_, article) in public.articles() {
        if !interfaces.contains_key(&article.language) {
            let interface = messages::of_site(&article.language, public.site)?;
            interfaces.insert(&article.language, interface);
        }
    }
    let articles = public.articles().map(|(id, article)| {
        let interface = &interfaces[&article.language];
        let works = project::cited_works(public.index, id, interface, "./");
        (article, works)
    });
    let articles: Vec<_> = articles.collect();
    let graph = structured::graph(&articles, public.index);
    Ok(format!("{graph:#}\n"))
}
