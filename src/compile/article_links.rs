//! Links to articles of the site: `[words](slug)`, `[words](slug#anchor)`. Which blocks there are is known when all articles
//! are read, so places in them wait here until then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::compile::block_index::{BlockIndex, block_number};
use crate::compile::change::Change;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;
use crate::compile::suggestion;
use crate::model::site::Site;
use crate::model::text::{Text, links_mut};
use crate::model::texts::TextVisitor;

/// Articles by their slugs, and the links to them that were met so far.
#[derive(Debug, Default)]
pub(crate) struct ArticleLinks {
    slugs: BTreeSet<String>,
    met: Mutex<Vec<ArticleLink>>,
}

/// A link whose address has no scheme.
#[derive(Clone, Debug)]
pub(crate) struct ArticleLink {
    href: String,
    file: String,
    range: Range<usize>,
    /// Where the address alone stands, if it can be told.
    address: Option<Range<usize>>,
}

impl ArticleLinks {
    pub(crate) fn new<'s>(slugs: impl Iterator<Item = &'s str>) -> Self {
        Self {
            slugs: slugs.map(str::to_owned).collect(),
            met: Mutex::default(),
        }
    }

    /// Takes note of a link whose address has no scheme.
    pub(crate) fn take(&self, href: &str, span: &SourceSpan<'_>, address: Option<Range<usize>>) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.push(ArticleLink {
            href: href.to_owned(),
            file: span.file.to_owned(),
            range: span.range.clone(),
            address,
        });
    }

    /// The links that were met so far, by file.
    pub(crate) fn by_file(&self) -> BTreeMap<String, Vec<ArticleLink>> {
        let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for link in &*self.met.lock().unwrap_or_else(PoisonError::into_inner) {
            files
                .entry(link.file.clone())
                .or_default()
                .push(link.clone());
        }
        files
    }

    /// Takes note once more of links that were met.
    pub(crate) fn again(&self, links: &[ArticleLink]) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.extend_from_slice(links);
    }

    /// Says that a link leads to no article, and which was meant; `former` are names that articles had.
    fn report(&self, link: &ArticleLink, former: &BTreeMap<String, String>, findings: &Findings) {
        let (path, fragment) = split(&link.href);
        let name = path.trim_start_matches(['.', '/']).trim_end_matches('/');
        let name = name.trim_end_matches("/index.html");
        let name = name.strip_suffix(".md").unwrap_or(name);
        let name = name.strip_suffix(".html").unwrap_or(name);
        let name = name.strip_prefix("articles/").unwrap_or(name);
        let known = self.slugs.get(name).or_else(|| former.get(name));
        let known = known.map(String::as_str);
        // What has a dot in it is the beginning of a web address.
        let near = || suggestion::slip(name, self.slugs.iter().map(String::as_str));
        let meant = known.or_else(|| near().filter(|_| !name.contains(['.', '/'])));
        let message = format!("`{}` leads nowhere", link.href);
        let span = SourceSpan::new(&link.file, link.range.clone());
        let report = findings.error("broken-link", &span, message);
        let Some(meant) = meant else {
            let help = "write the name of an article of this site, or a whole address that begins with `https://`";
            return report.help(help);
        };
        let meant = fragment.map_or(meant.to_owned(), |fragment| format!("{meant}#{fragment}"));
        let help = format!("write `{meant}`");
        report.changes(link.change(&meant)).help(help);
    }

    /// Checks where links lead, given the blocks of the articles that can be read and the names that articles had, and puts the
    /// addresses of the site into all links to articles.
    pub(crate) fn settle<'b>(
        &self,
        blocks: impl Fn(&str) -> Option<&'b BlockIndex>,
        former: &BTreeMap<String, String>,
        site: &mut Site,
        findings: &Findings,
    ) {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let mut addresses = BTreeMap::new();
        for link in &*met {
            let (slug, fragment) = split(&link.href);
            if !self.slugs.contains(slug) {
                self.report(link, former, findings);
                continue;
            }
            let address = link.address_in(slug, fragment, blocks(slug), findings);
            addresses.insert(link.href.clone(), address);
        }
        if !addresses.is_empty() {
            site.visit_texts(&mut Addresses(addresses));
        }
    }
}

fn split(href: &str) -> (&str, Option<&str>) {
    href.split_once('#')
        .map_or((href, None), |(path, fragment)| (path, Some(fragment)))
}

impl ArticleLink {
    /// Its address from the site's root.
    fn address_in(
        &self,
        slug: &str,
        fragment: Option<&str>,
        blocks: Option<&BlockIndex>,
        findings: &Findings,
    ) -> String {
        let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
            return format!("{slug}/");
        };
        let Some(blocks) = blocks else {
            return format!("{slug}/#{fragment}");
        };
        let number = block_number(fragment).filter(|number| *number <= blocks.count());
        if let Some(number) = number.or_else(|| blocks.anchored(fragment)) {
            return format!("{slug}/#p{number}");
        }
        let last = format!("p{}", blocks.count());
        let anchors = blocks.anchors().keys().map(String::as_str);
        let (meant, help) = match suggestion::nearest(fragment, anchors) {
            Some(meant) => (meant, format!("write `{slug}#{meant}`")),
            None => (
                &*last,
                format!("write `{slug}#p1` to `{slug}#{last}`, or `{slug}` alone"),
            ),
        };
        let message = format!("`{slug}` has no block `{fragment}`");
        let span = SourceSpan::new(&self.file, self.range.clone());
        let change = self.change(&format!("{slug}#{meant}"));
        let report = findings.error("broken-link", &span, message);
        report.changes(change).help(help);
        format!("{slug}/")
    }

    /// The change that puts another address in its place.
    fn change(&self, meant: &str) -> Option<Change> {
        let range = self.address.clone()?;
        Some(Change::replace(&self.file, range, meant))
    }
}

/// Puts the addresses of the site in the place of those that authors write.
struct Addresses(BTreeMap<String, String>);

impl TextVisitor for Addresses {
    fn visit<T>(&mut self, text: &mut Text<T>) {
        links_mut(text, &mut |href| {
            if let Some(address) = self.0.get(href) {
                href.clone_from(address);
            }
        });
    }
}
