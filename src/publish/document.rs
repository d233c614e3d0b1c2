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
use crate::publish::meta::{canonical, named};
use crate::publish::options::Options;
use crate::publish::policy::policy;
use crate::publish::site_index::SiteIndex;
use crate::publish::site_parts::FEED;
use crate::publish::{open_graph, shell, site_parts, structured};

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
        styles: shell::STYLES,
    };
    let body = body::render(Props {
        page: Rc::clone(page),
        skip: messages.skip.clone(),
        site: site.title.clone(),
        home: root.to_owned(),
        logo: site_parts::logo(site, root),
        links: site_parts::links(site),
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
    let mut meta = open_graph::of_article(index, article);
    if article.draft {
        meta.push(named("name", "robots", "noindex"));
    }
    if index.has_feed() {
        meta.push(feed_link(&messages.feed, root));
    }
    whole(&head, &meta, &inside, settings)
}

/// A page of the site that is no article's: `called` so, with a body that is drawn already, and what it tells machines of
/// itself.
pub(in crate::publish) fn site_page(
    called: &str,
    body: String,
    meta: &[String],
    structured: String,
    settings: &Settings,
) -> Vec<u8> {
    let title = [called, " · ", &settings.site.title].concat();
    let title = if called == settings.site.title {
        called
    } else {
        &title
    };
    let head = Head::of_site(title, settings);
    whole(&head, meta, &[body, structured], settings)
}

/// Where new articles are told of, for programs of readers.
pub(in crate::publish) fn feed_link(title: &str, root: &str) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}{FEED}\">",
        attribute(title),
        attribute(root)
    )
}

/// The page at an address that something had: it leads on, with the part behind `#` where scripts run.
pub(in crate::publish) fn redirect(
    to: &str,
    title: &str,
    canonical: Option<String>,
    settings: &Settings,
) -> Vec<u8> {
    let target = serde_json::to_string(to).expect("words can be written as JSON");
    let script = format!("location.replace({target} + location.hash)");
    let head = Head {
        scripts: &[&script],
        ..Head::of_site(title, settings)
    };
    let (href, title) = (attribute(to), escape(title));
    let mut meta = vec![
        format!("<noscript><meta http-equiv=\"refresh\" content=\"0; url={href}\"></noscript>"),
        named("name", "robots", "noindex"),
    ];
    meta.extend(canonical.iter().map(|url| self::canonical(url)));
    let link = format!("<p><a href=\"{href}\">{title}</a></p>");
    whole(&head, &meta, &[around(&link)], settings)
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
    let head = Head::of_site(&title, &settings);
    whole(&head, &[], &[around(&main)], &settings)
}

/// What a page says of itself before its body.
struct Head<'a> {
    language: &'a str,
    /// Of an article's page.
    frame: Option<&'a Frame>,
    title: &'a str,
    /// All inline scripts of the page; the first runs before anything is painted.
    scripts: &'a [&'a str],
    styles: &'static str,
}

impl<'a> Head<'a> {
    /// Of a page that has no article and runs no app.
    fn of_site(title: &'a str, settings: &Settings<'a>) -> Self {
        Self {
            language: &settings.site.language,
            frame: None,
            title,
            scripts: &[shell::THEME],
            styles: shell::SITE_STYLES,
        }
    }
}

/// A few words as the body of a page.
fn around(main: &str) -> String {
    format!("<main class=\"page\"><div class=\"article prose\">{main}</div></main>")
}

/// A page from its parts, a line each.
fn whole(head: &Head, meta: &[String], body: &[String], settings: &Settings) -> Vec<u8> {
    let Settings { options, root, .. } = *settings;
    let preview = options.preview;
    let script = preview.map(|preview| preview.script);
    let scripts: Vec<&str> = head.scripts.iter().copied().chain(script).collect();
    let colours = shell::colours(settings.site);
    let style = preview.map(|preview| preview.style);
    let style = style.filter(|style| !style.is_empty());
    let styles = [head.styles].into_iter().chain(colours.as_deref());
    let styles = styles.chain(style);
    let styles: Vec<&str> = styles.collect();
    let policy = policy(&scripts, &styles);
    let mut lines = vec![
        "<!doctype html>".to_owned(),
        root_element(head, root),
        "<head>".to_owned(),
        "<meta charset=\"utf-8\">".to_owned(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        named("name", "viewport", "width=device-width, initial-scale=1"),
        format!("<title>{}</title>", escape(head.title)),
        styles
            .iter()
            .map(|style| format!("<style>{style}</style>"))
            .collect(),
        format!("<script>{}</script>", head.scripts[0]),
        named("name", "generator", GENERATOR),
        format!("<link rel=\"icon\" href=\"{ICON}\">"),
    ];
    lines.extend_from_slice(meta);
    let token = preview.map(|preview| preview.token);
    let token = token.filter(|token| !token.is_empty());
    lines.extend(token.map(|token| named("name", "edit-token", token)));
    lines.extend(["</head>".to_owned(), "<body>".to_owned()]);
    lines.extend_from_slice(body);
    lines.extend(script.map(|script| format!("<script>{script}</script>")));
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

fn direction(language: &str) -> &'static str {
    let language = language.parse::<LanguageIdentifier>();
    let direction = language.map(|language| language.character_direction());
    if direction == Ok(CharacterDirection::RTL) {
        "rtl"
    } else {
        "ltr"
    }
}
