//! What a page says of itself, and which part of it is the article.

use serde_json::Value;

use crate::import::document::{Block, Document, Inline, is_empty, plain};
use crate::import::html::origin::Origin;
use crate::import::html::tree::Tree;
use crate::import::value;

/// Title, authors, dates and the like, as the head says them.
pub(super) fn says(tree: &Tree) -> Document {
    let mut document = Document::default();
    let html = tree.first("html");
    let lang = html.and_then(|html| tree.attr(html, "lang").or(tree.attr(html, "xml:lang")));
    document.language = lang
        .filter(|lang| !lang.trim().is_empty())
        .map(str::to_owned);
    for node in tree.within(Tree::ROOT) {
        match tree.name(node) {
            "script" if tree.attr(node, "type") == Some("application/ld+json") => {
                let text: String = tree
                    .children(node)
                    .iter()
                    .filter_map(|child| tree.text(*child))
                    .collect();
                if let Ok(data) = serde_json::from_str(&text) {
                    structured(&data, &mut document, 0);
                }
            }
            "meta" => meta(tree, node, &mut document),
            "link" if tree.attr(node, "rel") == Some("canonical") => {
                let href = tree.attr(node, "href").unwrap_or_default();
                if value::is_web_address(href) {
                    document.url = Some(href.to_owned());
                }
            }
            _ => {}
        }
    }
    if document.title.is_empty()
        && let Some(title) = tree.first("title")
    {
        let words = tree.words(title);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = without_site(&words, document.publisher.as_deref());
        document.title = vec![Inline::Words(words.to_owned())];
    }
    document
}

/// A title without the site's name behind it.
fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let Some(site) = site else { return title };
    let rest = title.strip_suffix(site).map(str::trim_end);
    rest.and_then(|rest| rest.strip_suffix(['|', '-', '–', '—', '·', ':']))
        .map_or(title, str::trim_end)
}

fn meta(tree: &Tree, node: usize, document: &mut Document) {
    let key = tree
        .attr(node, "property")
        .or(tree.attr(node, "name"))
        .or(tree.attr(node, "itemprop"));
    let content = tree.attr(node, "content").unwrap_or_default().trim();
    if content.is_empty() {
        return;
    }
    let words = || Some(content.to_owned());
    match key.unwrap_or_default().to_ascii_lowercase().as_str() {
        "og:title" => document.title = vec![Inline::Words(content.to_owned())],
        "og:site_name" => document.publisher = words(),
        "og:description" => document.description = words(),
        "description" if document.description.is_none() => document.description = words(),
        "og:url" if document.url.is_none() && value::is_web_address(content) => {
            document.url = words();
        }
        "author" | "dc.creator" | "article:author_name" if document.byline.is_empty() => {
            document.byline = vec![content.to_owned()];
        }
        "article:published_time" | "datepublished" | "dc.date" | "date" | "dcterms.created"
            if document.date.is_none() =>
        {
            document.date = value::date(content);
        }
        "article:modified_time" | "datemodified" if document.updated.is_none() => {
            document.updated = value::date(content);
        }
        "article:section" => document.section = words(),
        "article:tag" if document.tags.len() < 20 => document.tags.push(content.to_owned()),
        _ => {}
    }
}

/// schema.org's words for an article, wherever they stand in the data.
fn structured(data: &Value, document: &mut Document, depth: usize) {
    if depth > 4 {
        return;
    }
    if let Some(list) = data.as_array() {
        for one in list {
            structured(one, document, depth + 1);
        }
        return;
    }
    if let Some(graph) = data.get("@graph") {
        structured(graph, document, depth + 1);
    }
    let kinds: Vec<&str> = strings(data.get("@type"));
    if !kinds
        .iter()
        .any(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"))
    {
        return;
    }
    let text = |key: &str| data.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Some(headline) = text("headline") {
        document.title = vec![Inline::Words(headline)];
    }
    let authors = names(data.get("author"));
    if !authors.is_empty() {
        document.byline = authors;
    }
    if let Some(publisher) = names(data.get("publisher")).pop() {
        document.publisher = Some(publisher);
    }
    let date = |key: &str| text(key).as_deref().and_then(value::date);
    document.date = date("datePublished").or(document.date.take());
    document.updated = date("dateModified").or(document.updated.take());
    if let Some(language) = text("inLanguage") {
        document.language.get_or_insert(language);
    }
}

/// One string, or all of a list.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The names of a person or work, or of several.
fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(all)) => all
            .iter()
            .flat_map(|one| names(Some(one)))
            .take(20)
            .collect(),
        Some(Value::Object(one)) => {
            let name = one.get("name").and_then(Value::as_str);
            name.map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The element that holds the article.
pub(super) fn root(tree: &Tree, origin: Origin) -> usize {
    let body = tree.first("body").unwrap_or(Tree::ROOT);
    if origin != Origin::Web {
        return body;
    }
    let length = |node: usize| {
        tree.words(node)
            .split_whitespace()
            .map(str::len)
            .sum::<usize>()
    };
    let is_one = |node: &usize| {
        matches!(tree.name(*node), "article" | "main") || tree.attr(*node, "role") == Some("main")
    };
    let mut best = (body, 0);
    for node in tree.within(body).filter(is_one).take(200) {
        let own = length(node);
        // One within the best so far takes its place where it holds most of it.
        let is_within = tree.around(node).any(|one| one == best.0) && best.0 != body;
        if own > best.1 || is_within && own * 10 > best.1 * 7 {
            best = (node, own);
        }
    }
    if best.1 * 5 > length(body) {
        best.0
    } else {
        body
    }
}

/// The parts of a page that are not in its article.
pub(super) fn outside(tree: &Tree, root: usize) -> Vec<usize> {
    let body = tree.first("body").unwrap_or(Tree::ROOT);
    let around: Vec<usize> = tree.around(root).collect();
    let mut outside = Vec::new();
    for outer in around.iter().rev().skip_while(|outer| **outer != body) {
        let beside = tree.children(*outer).iter().copied();
        outside.extend(beside.filter(|one| *one != root && !around.contains(one)));
    }
    outside.sort_unstable_by_key(|node| tree.line(*node));
    outside
}

/// The article's title: its heading, else what the page calls itself.
pub(super) fn title(
    tree: &Tree,
    root: usize,
    heading: Vec<Inline>,
    named: Vec<Inline>,
    blocks: &[Block],
) -> Vec<Inline> {
    if !is_empty(&heading) {
        return heading;
    }
    // A page's heading may stand above its article.
    let headings = tree
        .within(Tree::ROOT)
        .filter(|node| tree.name(*node) == "h1");
    let outside: Vec<_> = headings
        .filter(|node| !tree.around(*node).any(|one| one == root))
        .collect();
    if let [only] = outside.as_slice() {
        let words = tree.words(*only);
        if !words.trim().is_empty() {
            return vec![Inline::Words(words)];
        }
    }
    let first = blocks.first();
    if matches!(first, Some(Block::Heading { .. }))
        && (is_empty(&named) || plain(&named).contains('.'))
    {
        return Vec::new();
    }
    named
}
