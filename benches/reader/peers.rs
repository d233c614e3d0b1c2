//! The pages that ours is held against: the article as plain HTML, and the same with the lightest libraries of the kind.
//! `.ci/install peers` fetches the libraries.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use scraper::{ElementRef, Html, Node, Selector};
use serde_json::json;

/// What of an article a plain page has: its text, and the elements that any writer of HTML would put around it.
const PLAIN: [&str; 15] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "th",
    "td",
];

const STYLE: &str =
    "<style>body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 serif}</style>";

/// The mark by which a page says that a card stands on it.
const CARD: &str = "document.documentElement.dataset.peerCard = ''";

/// Files by their path on a host.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The article of a built page as plain HTML with one line of styles: no notes, no lists, no scripts.
pub(crate) fn plain(page: &str) -> String {
    with(page, "")
}

/// The page with [wikipedia-preview](https://www.npmjs.com/package/wikipedia-preview), whose questions this host answers.
pub(crate) fn wikipedia_preview(page: &str) -> Files {
    let script = format!(
        "<script>const open = XMLHttpRequest.prototype.open;
         XMLHttpRequest.prototype.open = function (method, url) {{ return open.call(this, method, url.replace('https://en.wikipedia.org', '')); }};</script>
         <script src=\"wikipedia-preview.js\"></script>
         <script>wikipediaPreview.init({{ selector: 'a[data-entity]', events: {{ onShow: () => {CARD} }} }})</script>"
    );
    let summary = json!({
        "type": "standard", "titles": { "canonical": "Xinjiang" }, "dir": "ltr",
        "extract_html": "<p><b>Xinjiang</b>, officially the Xinjiang Uygur Autonomous Region, is an autonomous region of China.</p>",
    });
    BTreeMap::from([
        ("index.html".to_owned(), with(page, &script).into_bytes()),
        (
            "wikipedia-preview.js".to_owned(),
            library("wikipedia-preview/dist/wikipedia-preview.umd.cjs"),
        ),
        (
            "api/rest_v1/page/summary".to_owned(),
            summary.to_string().into_bytes(),
        ),
        (
            "api/rest_v1/page/media-list".to_owned(),
            json!({ "items": [] }).to_string().into_bytes(),
        ),
    ])
}

/// The page with [tippy.js](https://www.npmjs.com/package/tippy.js), whose cards have their words in the page.
pub(crate) fn tippy(page: &str) -> Files {
    let script = format!(
        "<link rel=\"stylesheet\" href=\"tippy.css\"><script src=\"popper.js\"></script><script src=\"tippy.js\"></script>
         <script>tippy('a[data-entity]', {{ trigger: 'mouseenter click', duration: 0, content: 'An autonomous region of China.', onMount: () => {CARD} }})</script>"
    );
    BTreeMap::from([
        ("index.html".to_owned(), with(page, &script).into_bytes()),
        ("tippy.css".to_owned(), library("tippy.js/dist/tippy.css")),
        (
            "tippy.js".to_owned(),
            library("tippy.js/dist/tippy.umd.min.js"),
        ),
        (
            "popper.js".to_owned(),
            library("@popperjs/core/dist/umd/popper.min.js"),
        ),
    ])
}

/// A file of an npm package.
fn library(path: &str) -> Vec<u8> {
    let folder = env::var_os("ARTICLE_EXPLORER_PEERS").map(PathBuf::from);
    let folder =
        folder.expect("ARTICLE_EXPLORER_PEERS names the folder of npm packages; run `make bench`");
    fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}; run `make bench`"))
}

fn with(page: &str, scripts: &str) -> String {
    let page = Html::parse_document(page);
    let article = Selector::parse("article[data-article]").expect("this is a selector");
    let title = Selector::parse("h1").expect("this is a selector");
    let article = page.select(&article).next().expect("a page has an article");
    let heading = article.select(&title).next().expect("it has a title");
    let mut body = String::new();
    copy(article, &mut body);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n{STYLE}\n{body}\n{scripts}\n",
        html_escape::encode_text(&heading.text().collect::<String>())
    )
}

/// Text, links and plain elements of an element's inside.
fn copy(element: ElementRef, out: &mut String) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            out.push_str(&html_escape::encode_text(&**text));
        }
        let Some(child) = ElementRef::wrap(child) else {
            continue;
        };
        let name = child.value().name();
        if matches!(name, "aside" | "svg" | "button") {
            continue;
        }
        let open = match child.attr("href") {
            Some(href) if name == "a" => {
                let entity = child
                    .attr("data-entity")
                    .map(|id| format!(" data-entity=\"{id}\""));
                Some(format!("<a href=\"{href}\"{}>", entity.unwrap_or_default()))
            }
            _ if PLAIN.contains(&name) => Some(format!("\n<{name}>")),
            _ => None,
        };
        out.extend(open.as_deref());
        copy(child, out);
        if open.is_some() {
            out.push_str(&format!("</{name}>"));
        }
    }
}
