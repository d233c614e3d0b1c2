//! Pages as literal HTML: what the components draw of a small site, in `tests/pages/`.
//!
//! A file there begins with the site's files as an archive (`--- PATH` begins one; they are laid over
//! `tests/findings/base.txt`); after `=== PAGE` follows what that page's `<main>` holds. Line ends and
//! indentation between tags count for nothing, so that it can be set for the eye.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::components::selectors;
use article_explorer::model::data::FORMAT;
use article_explorer::model::site::Site;
use article_explorer::model::text::plain;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, Pages, pages};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn archive(text: &str) -> BTreeMap<String, Vec<u8>> {
    text.split("--- ")
        .filter_map(|file| file.split_once('\n'))
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// A small site with these files laid over it.
fn site(files: &str) -> Site {
    let base = fs::read_to_string(folder("tests/findings/base.txt")).unwrap();
    let mut texts = archive(&base);
    texts.extend(archive(files));
    compile(&Files::from_texts(texts)).site.unwrap()
}

fn drawn(site: &Site) -> Pages {
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    pages(site, &app, Options::default()).unwrap()
}

fn html(pages: &Pages, page: &str) -> String {
    String::from_utf8(pages[page].clone()).unwrap()
}

/// A new line between any two tags, for a difference that can be read; within words none. Attributes by name: their
/// order counts for nothing.
fn lines(html: &str) -> String {
    let tags = html
        .lines()
        .map(str::trim)
        .collect::<String>()
        .replace("><", ">\n<");
    let parts = tags.split_inclusive('>').map(|part| {
        let (words, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        [words, &by_name(tag)].concat()
    });
    parts.collect()
}

/// A start tag with its attributes by name; anything else as it is.
fn by_name(tag: &str) -> String {
    let Some((name, attributes)) = tag.split_once(' ') else {
        return tag.to_owned();
    };
    let Some(attributes) = attributes.strip_suffix("\">") else {
        return tag.to_owned();
    };
    let mut attributes: Vec<&str> = attributes.split("\" ").collect();
    attributes.sort_unstable();
    [name, " ", &attributes.join("\" "), "\">"].concat()
}

#[test]
fn pages_are_drawn_as_written() {
    for entry in fs::read_dir(folder("tests/pages")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (files, expected) = text.split_once("=== ").unwrap();
        let (page, expected) = expected.split_once('\n').unwrap();
        let drawn = html(&drawn(&site(files)), page);
        let (_, main) = drawn.split_once("<main").unwrap();
        let (main, _) = main.split_once("</main>").unwrap();
        let (_, main) = main.split_once('>').unwrap();
        assert_eq!(lines(main), lines(expected), "{}", path.display());
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let files = Files::read(&folder("content")).unwrap();
    let once = || drawn(&compile(&files).site.unwrap());
    assert_eq!(once(), once());
}

/// The blocks' text against the supplied text, less the bar after its headline and the dots where it breaks off.
#[test]
fn the_first_article_is_word_for_word_what_was_supplied() {
    let files = Files::read(&folder("content")).unwrap();
    let outcome = compile(&files);
    assert_eq!(outcome.findings, [], "content/ has no findings");
    let site = outcome.site.unwrap();
    let supplied = fs::read_to_string(folder("tests/texts/burning-xi-jinping.txt")).unwrap();
    let supplied: Vec<&str> = supplied
        .lines()
        .map(|line| line.trim_end_matches([' ', '|', '.']))
        .collect();
    let (_, article) = site.articles.iter().next().unwrap();
    let blocks: Vec<String> = article
        .blocks
        .iter()
        .map(|block| plain(&block.text))
        .map(|text| text.trim_end_matches('.').to_owned())
        .collect();
    assert_eq!(blocks, supplied);
}

#[test]
fn with_several_articles_the_front_page_lists_them() {
    let pages = drawn(&site(
        "--- articles/second.md\n+++\ntitle = \"A second one\"\ndate = \"1843-07\"\n+++\n[[ada|Ada]] wrote.\n",
    ));
    assert_eq!(
        pages.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "404.html",
            "index.html",
            "second/index.html",
            "town/index.html"
        ]
    );
    let front = html(&pages, "index.html");
    for link in [
        "<a href=\"./second/\" class=\"name\">A second one</a>",
        "<a href=\"./town/\" class=\"name\">The town</a>",
    ] {
        assert!(front.contains(link), "{link} in\n{front}");
    }
}

#[test]
fn every_page_bears_the_policy_and_no_attribute_that_runs() {
    for (name, bytes) in drawn(&site("")) {
        let html = String::from_utf8(bytes).unwrap();
        assert!(
            html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"),
            "{name}"
        );
        for forbidden in [" style=\"", " onclick", " onload", "javascript:"] {
            assert!(!html.contains(forbidden), "{name} holds {forbidden}");
        }
    }
}

#[test]
fn a_base_url_gives_canonical_addresses() {
    let pages = drawn(&site(
        "--- site.toml\nformat = 1\ntitle = \"Town\"\nlanguage = \"en\"\nbase_url = \"https://example.org/news/\"\n",
    ));
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/news/town/\">";
    assert!(html(&pages, "town/index.html").contains(canonical));
    assert!(
        html(&pages, "index.html").contains(canonical),
        "the front page is that article"
    );
}

/// Addresses of the links in a part of a page that mark what a claim rests on elsewhere.
fn marks(part: &str) -> Vec<&str> {
    let tags = part.split("<a ").skip(1);
    tags.filter_map(|rest| Some(rest.split_once('>')?.0))
        .filter(|tag| tag.contains("class=\"src\""))
        .map(|tag| self::part(tag, "href=\"", "\""))
        .collect()
}

/// A page's part between two marks of its markup.
fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[test]
fn every_work_that_the_page_cites_is_listed_once() {
    let files = Files::read(&folder("content")).unwrap();
    let page = html(&drawn(&compile(&files).site.unwrap()), "index.html");
    let listed = marks(part(&page, "<ul class=\"works\">", "</ul>"));
    let works: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(works.len(), listed.len(), "no work is listed twice");
    let identifiers = "https://www.wikidata.org/";
    let cited: Vec<&str> = [
        part(&page, " id=\"notes\"", "</section></div>"),
        part(&page, "<section id=\"timeline\"", "<section id=\"sources\""),
    ]
    .into_iter()
    .flat_map(marks)
    .filter(|href| !href.starts_with(identifiers))
    .collect();
    let mut seen = BTreeSet::new();
    let firsts: Vec<&str> = cited
        .into_iter()
        .filter(|href| seen.insert(*href))
        .collect();
    assert_eq!(listed, firsts, "in the order in which they are first cited");
}

#[test]
fn a_work_is_listed_with_what_there_is_to_know_of_it() {
    let pages = drawn(&site(
        "--- articles/second.md\n+++\ntitle = \"A *second* one\"\ndate = \"1843-07\"\n+++\n[[ada|Ada]] wrote of the [[hall|hall]].\n\
         --- articles/town.md\n+++\ntitle = \"The town\"\n+++\n[[hall|It]] stands.\n\
         --- entities/hall.toml\nkind = \"organisation\"\nnames = [{ text = \"Town Hall\" }]\nsummary = \"It.\"\n\
         [[facts]]\ntext = \"A clock.\"\nsource = [\"second#p2\", \"gazette\", \"second#p1\"]\n\
         --- entities/ada.toml\nkind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"She.\"\n\
         [[facts]]\ntext = \"A hall.\"\nsource = \"second#p2\"\n\
         --- sources.toml\n[gazette]\npublisher = \"Газета\"\ntitle = \"Часы\"\nurl = \"https://example.org/#pN\"\ndate = \"1843~\"\n\
         language = \"ru\"\nread = \"copy\"\nreliability = \"low\"\n",
    ));
    let page = html(&pages, "town/index.html");
    assert_eq!(
        part(&page, "<ul class=\"works\">", "</ul>"),
        "<li id=\"source-1\"><bdi>A second one</bdi> <a dir=\"auto\" href=\"../second/\" class=\"src\">Town, July 1843</a></li>\
         <li id=\"source-2\"><bdi lang=\"ru\">Часы</bdi> <a dir=\"auto\" href=\"https://example.org/#pN\" class=\"src\">Газета, about 1843</a> \
         <span class=\"src\">read in a copy · for corroboration only</span></li>"
    );
    let place = " href=\"../second/#p2\" class=\"src\">A second one, ¶ 2</a>";
    assert!(
        page.contains(place),
        "a fact names the other article's paragraph"
    );
}

#[test]
fn a_page_can_be_cited() {
    let article = "--- articles/town.md\n+++\ntitle = \"The *town* of [[ada|Ada]]?\"\nbyline = [\"Town Hall\", \"Ada Byron\"]\n\
         publisher = \"Gazette\"\ndate = \"1843-07-05\"\n+++\n[[ada|Ada]] opened the [[hall|town hall]].\n";
    let settings = "--- site.toml\nformat = 1\ntitle = \"Town\"\nlanguage = \"en\"\nbase_url = \"https://example.org\"\n";
    let page = html(&drawn(&site(&[article, settings].concat())), "index.html");
    assert_eq!(
        part(&page, "<ul class=\"cites\">", "<li data-cite=\"bibtex\">"),
        "<li data-cite=\"apa\"><b class=\"lab\">APA</b> <span class=\"cited\">Town Hall, &amp; Byron, A. (1843, July 5). The town of Ada? \
         <em>Gazette</em>. https://example.org/town/</span></li>\
         <li data-cite=\"chicago\"><b class=\"lab\">Chicago</b> <span class=\"cited\">Town Hall and Ada Byron. “The town of Ada?” \
         <em>Gazette</em>, July 5, 1843. https://example.org/town/.</span></li>"
    );
    assert!(page.contains(
        "@article{town,\n  author = {{Town Hall} and Byron, Ada},\n  title = {{The town of Ada?}},\n  journal = {Gazette},\n  \
         year = {1843},\n  month = jul,\n  url = {https://example.org/town/},\n}"
    ));
    let page = html(&drawn(&site(article)), "index.html");
    let cited = part(&page, "data-cite=\"apa\"", "</li>");
    assert!(cited.ends_with("<em>Gazette</em>.</span>"), "{cited}");
}

#[test]
fn mistakes_are_reported_to_whom_the_site_names() {
    let settings = "--- site.toml\nformat = 1\ntitle = \"Town\"\nlanguage = \"en\"\ncontact = \"desk@example.org\"\n";
    let page = html(&drawn(&site(settings)), "index.html");
    let link = " <a href=\"mailto:desk@example.org?subject=The%20town\">Report a mistake</a></p>";
    assert!(page.contains(link), "{page}");
    let page = html(&drawn(&site("")), "index.html");
    assert!(!page.contains("mailto:"), "nobody is to be written to");
}

/// The app looks for these in a page that it did not draw.
#[test]
fn the_app_finds_what_the_page_draws() {
    let text = fs::read_to_string(folder("tests/pages/nested.txt")).unwrap();
    let (files, _) = text.split_once("=== ").unwrap();
    let page = scraper::Html::parse_document(&html(&drawn(&site(files)), "index.html"));
    let attribute = |name: &str| format!("{} [{name}]", selectors::ARTICLE);
    for selector in [
        selectors::ARTICLE,
        selectors::BLOCK,
        selectors::PROSE_BLOCK,
        selectors::EDGE_MARKS,
        selectors::MENTION,
        &attribute(selectors::ALSO),
        &attribute(selectors::SENTENCES),
        selectors::LINK_IN_BLOCK,
        selectors::TO_ENTITY,
        selectors::CLOSE_NOTE,
        selectors::BAR,
        selectors::EDGE,
        selectors::VIEW_OPENER,
        selectors::STRIP,
    ] {
        let parsed = scraper::Selector::parse(selector).unwrap();
        assert!(page.select(&parsed).next().is_some(), "no `{selector}`");
    }
}

/// Browsers count the letters of a block's text, in which a break is an element and no letter.
#[test]
fn a_break_is_no_letter_to_those_who_count_the_words_of_a_block() {
    let pages = drawn(&site(
        "--- articles/town.md\n+++\ntitle = \"The town\"\n+++\n[[ada|Ada]] came.\\\nShe opened\\\nthe [[hall|hall]]. It stood.\n\
         --- events.toml\n[[events]]\ndate = \"1843\"\ntext = \"The hall opened.\"\nentities = [\"hall\"]\nsource = \"town#p2\"\n",
    ));
    let page = html(&pages, "index.html");
    let block = part(&page, " id=\"p2\"", "</p>");
    assert_eq!(part(block, "data-sentences=\"", "\""), "9 19 28");
    assert_eq!(part(&page, "data-words=\"", "\""), "19 28");
    let (_, text) = block.split_once('>').unwrap();
    let letters: String = text
        .split('<')
        .map(|tag| tag.rsplit_once('>').map_or(tag, |(_, words)| words))
        .collect();
    assert_eq!(&letters[19..28], "the hall.");
}

/// An article that names nobody offers nothing that is not there.
#[test]
fn a_page_without_mentions_offers_no_context() {
    let pages = drawn(&site(
        "--- articles/plain.md\n+++\ntitle = \"Weather\"\n+++\nIt rained.\n",
    ));
    let page = html(&pages, "plain/index.html");
    let parsed = scraper::Html::parse_document(&page);
    for selector in [
        ".hint",
        ".key",
        ".notes",
        ".tabs [data-open-view='entities']",
        ".tabs [data-open-view='timeline']",
        ".tabs [data-open-view='map']",
        ".tabs [data-open-view='relations']",
    ] {
        let found = parsed
            .select(&scraper::Selector::parse(selector).unwrap())
            .next();
        assert!(found.is_none(), "`{selector}` is offered");
    }
    let search = scraper::Selector::parse(".tabs [data-open-view='search']").unwrap();
    assert!(
        parsed.select(&search).next().is_some(),
        "its text can be searched"
    );
}

#[test]
fn who_is_quoted_within_a_quotation_said_the_inner_one() {
    let article = "--- articles/town.md\n+++\ntitle = \"The town\"\n+++\n[[ada|Ada]] opened the [[hall|hall]].\n\n> > It rang.\n> > — A ringer\n";
    let pages = drawn(&site(article));
    let page = lines(&html(&pages, "index.html"));
    let start = page.find("<blockquote").unwrap();
    let quotation = &page[start..];
    assert!(
        quotation.starts_with(
            "<blockquote>\n<figure>\n<blockquote>\n<p class=\"block\" id=\"p3\">It rang.</p>"
        ),
        "{quotation:.300}"
    );
    assert!(
        !page.contains("<blockquote></blockquote>")
            && !page.contains("<blockquote>\n</blockquote>")
    );
}
