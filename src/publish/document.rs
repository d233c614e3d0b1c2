//! Whole pages: the head and what stands around a body.

use std::rc::Rc;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as escape};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::model::page::{Frame, Page};
use crate::model::site::{Article, Site};
use crate::model::text::plain;
use crate::publish::app::App;
use crate::publish::body::{self, Props};
use crate::publish::data::data;
use crate::publish::messages::PublishMessages;
use crate::publish::options::Options;
use crate::publish::policy::policy;
use crate::publish::site_index::SiteIndex;
use crate::publish::{project, shell, structured};

/// What all pages are written with.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    pub site: &'a Site,
    pub app: &'a App,
    pub options: Options<'a>,
    /// Address of the site's root from this page: `./` or `../`.
    pub root: &'a str,
}

/// Name and version that every page bears. By it a folder written before there was a marker is told from a stranger's.
pub const GENERATOR: &str = concat!("Article Explorer ", env!("CARGO_PKG_VERSION"));

/// The sign in a browser's tab: lines of text, in a grey that shows on light and dark.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Cpath d='M2 3h12M2 7h12M2 11h7' stroke='%23808080' stroke-width='2'/%3E%3C/svg%3E";

/// An article's page.
pub fn article(
    page: &Rc<Page>,
    article: &Article,
    index: &SiteIndex,
    messages: &PublishMessages,
    settings: &Settings,
) -> Vec<u8> {
    let Settings {
        site,
        app,
        options,
        root,
    } = *settings;
    let title = plain(&article.blocks[0].text);
    let loader = shell::loader(app, root);
    let head = Head {
        language: &article.language,
        frame: Some(&page.frame),
        title: &[&title, " · ", &site.title].concat(),
        scripts: &[shell::THEME, &loader],
    };
    let body = body::render(Props {
        page: Rc::clone(page),
        skip: messages.skip.clone(),
        site: site.title.clone(),
        home: root.to_owned(),
        blank: options.blank,
    });
    let data = data(page, options.blank);
    let inside = [
        shell::SPRITE.to_owned(),
        body,
        format!("<script type=\"text/plain\" id=\"data\">{data}</script>"),
        format!("<script type=\"module\">{loader}</script>"),
        structured::article(article, &page.works.works, index, root),
    ];
    let mut meta = vec![named("name", "description", &project::description(article))];
    meta.extend(open_graph(article, &title, site));
    whole(&head, &meta, &inside, settings)
}

/// The front page of a site with several articles.
pub fn front(messages: &PublishMessages, index: &SiteIndex, settings: &Settings) -> Vec<u8> {
    let site = settings.site;
    let entries: String = site
        .articles
        .iter()
        .map(|(_, article)| entry(article, &["./", &article.slug, "/"].concat()))
        .collect();
    let (title, label) = (escape(&site.title), attribute(&messages.articles));
    let main = format!(
        "<header class=\"head\"><h1>{title}</h1></header><ul class=\"front\" aria-label=\"{label}\">{entries}</ul>"
    );
    let mut meta: Vec<String> = site.base_url.iter().map(|base| canonical(base)).collect();
    meta.push(structured::front(index));
    plain_page(&site.title, &main, &meta, settings)
}

/// An article in a list of them, with the way to it.
pub(in crate::publish) fn entry(article: &Article, href: &str) -> String {
    let date = article.date.as_ref().map(|date| date.words.clone());
    let made: Vec<String> = article
        .byline
        .iter()
        .cloned()
        .chain(article.publisher.clone())
        .chain(date)
        .collect();
    format!(
        "<li lang=\"{}\"><h2><a class=\"name\" href=\"{}\">{}</a></h2><p class=\"meta\">{}</p><p>{}</p></li>",
        attribute(&article.language),
        attribute(href),
        escape(&plain(&article.blocks[0].text)),
        escape(&made.join(" · ")),
        escape(&project::description(article)),
    )
}

/// The page for addresses that lead nowhere. It may stand at any depth, so all it needs is inside it.
pub fn not_found(messages: &PublishMessages, settings: &Settings) -> Vec<u8> {
    let way = settings.site.base_url.as_ref().map(|base| {
        format!(
            "<p><a href=\"{}\">{}</a></p>",
            attribute(base),
            escape(&messages.to_front)
        )
    });
    let main = format!(
        "<header class=\"head\"><h1>{}</h1></header><p>{}</p>{}",
        escape(&messages.not_found),
        escape(&messages.not_found_note),
        way.unwrap_or_default()
    );
    let title = [&messages.not_found, " · ", &settings.site.title].concat();
    // It stands at no known depth: only the publisher's address tells where the site's root is.
    let root = settings.site.base_url.as_deref().unwrap_or(settings.root);
    let settings = Settings { root, ..*settings };
    plain_page(&title, &main, &[], &settings)
}

/// A page without an article and without the app.
pub(in crate::publish) fn plain_page(
    title: &str,
    main: &str,
    meta: &[String],
    settings: &Settings,
) -> Vec<u8> {
    let Settings { site, .. } = *settings;
    let head = Head {
        language: &site.language,
        frame: None,
        title,
        scripts: &[shell::THEME],
    };
    whole(
        &head,
        meta,
        &[format!(
            "<main class=\"page\"><div class=\"article prose\">{main}</div></main>"
        )],
        settings,
    )
}

/// What a page says of itself before its body.
struct Head<'a> {
    language: &'a str,
    /// Of an article's page.
    frame: Option<&'a Frame>,
    title: &'a str,
    /// All inline scripts of the page; the first runs before anything is painted.
    scripts: &'a [&'a str],
}

/// A page from its parts, a line each.
fn whole(head: &Head, meta: &[String], body: &[String], settings: &Settings) -> Vec<u8> {
    let Settings { options, root, .. } = *settings;
    let scripts: Vec<&str> = head.scripts.iter().copied().chain(options.reload).collect();
    let policy = policy(&scripts, &[shell::STYLES]);
    let mut lines = vec![
        "<!doctype html>".to_owned(),
        root_element(head, root),
        "<head>".to_owned(),
        "<meta charset=\"utf-8\">".to_owned(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        named("name", "viewport", "width=device-width, initial-scale=1"),
        format!("<title>{}</title>", escape(head.title)),
        format!("<style>{}</style>", shell::STYLES),
        format!("<script>{}</script>", head.scripts[0]),
        named("name", "generator", GENERATOR),
        format!("<link rel=\"icon\" href=\"{ICON}\">"),
    ];
    lines.extend_from_slice(meta);
    lines.extend(["</head>".to_owned(), "<body>".to_owned()]);
    lines.extend_from_slice(body);
    lines.extend(
        options
            .reload
            .map(|script| format!("<script>{script}</script>")),
    );
    lines.extend(["</body>".to_owned(), "</html>\n".to_owned()]);
    lines.join("\n").into_bytes()
}

fn root_element(head: &Head, root: &str) -> String {
    let state = head.frame.map(|frame| {
        let long = if frame.long { " data-long" } else { "" };
        format!(" data-marks=\"{}\"{long}", frame.marks.slug())
    });
    let (language, direction) = (attribute(head.language), direction(head.language));
    format!(
        "<html lang=\"{language}\" dir=\"{direction}\" data-root=\"{}\"{}>",
        attribute(root),
        state.unwrap_or_default()
    )
}

fn named(by: &str, name: &str, content: &str) -> String {
    format!("<meta {by}=\"{name}\" content=\"{}\">", attribute(content))
}

/// The one address of a page.
pub(in crate::publish) fn canonical(url: &str) -> String {
    format!("<link rel=\"canonical\" href=\"{}\">", attribute(url))
}

/// [Open Graph](https://ogp.me), and the canonical address where the publisher states a base.
fn open_graph(article: &Article, title: &str, site: &Site) -> Vec<String> {
    let property = |name: &str, content: &str| named("property", name, content);
    let mut meta = vec![
        property("og:type", "article"),
        property("og:title", title),
        property("og:description", &project::description(article)),
        property("og:site_name", &site.title),
    ];
    if let Some(base) = &site.base_url {
        let url = [base, article.slug.as_str(), "/"].concat();
        meta.extend([property("og:url", &url), canonical(&url)]);
    }
    meta
}

fn direction(language: &str) -> &'static str {
    let language = language.parse::<LanguageIdentifier>();
    let direction = language.map(|language| language.character_direction());
    if direction == Ok(CharacterDirection::RTL) {
        "rtl"
    } else {
        "ltr"
    }
}
