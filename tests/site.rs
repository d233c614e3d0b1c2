//! What leads from page to page of a site: links between articles, former addresses, drafts that are not there yet.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

#[path = "site/heads.rs"]
mod heads;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::model::data::FORMAT;
use article_explorer::model::site::Site;
use article_explorer::publish::app::App;
use article_explorer::publish::drafts::left_out;
use article_explorer::publish::{Options, Pages, pages};

/// A small site with these files laid over it; `--- PATH` begins one.
#[track_caller]
fn site(files: &str) -> Site {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/base.txt");
    let archive = [&fs::read_to_string(base).unwrap(), files].concat();
    let files = archive
        .split("--- ")
        .filter_map(|file| file.split_once('\n'));
    let texts: BTreeMap<String, Vec<u8>> = files
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
    let outcome = compile(&Files::from_texts(texts));
    outcome
        .site
        .unwrap_or_else(|| panic!("{:#?}", outcome.findings))
}

/// The site in `tests/sites/any`, as it is published.
fn any() -> Pages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/any");
    let outcome = compile(&Files::read(&folder).unwrap());
    assert_eq!(outcome.findings, []);
    let (site, left) = left_out(outcome.site.unwrap());
    assert_eq!(left, 1);
    drawn(&site)
}

fn drawn(site: &Site) -> Pages {
    let app = App::new(b"app".to_vec(), FORMAT.into()).unwrap();
    pages(site, &app, Options::default()).unwrap()
}

#[track_caller]
fn html(pages: &Pages, page: &str) -> String {
    let names = || pages.keys().cloned().collect::<Vec<_>>().join(" ");
    let bytes = pages
        .get(page)
        .unwrap_or_else(|| panic!("no {page} among {}", names()));
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn a_link_to_an_article_leads_to_its_block_from_wherever_it_stands() {
    let pages = drawn(&site(
        "--- articles/second.md\n+++\ntitle = \"Another\"\n+++\n[[ada|Ada]] [told](town#end), [later](second#p2), [here](town).\n\
         --- articles/town.md\n+++\ntitle = \"The town\"\n+++\n[[ada|Ada]] opened the [[hall|town hall]].\n\nAll went home. {#end}\n\
         --- entities/ada.toml\nkind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"See [how it ended](town#end).\"\n\
         [[facts]]\ntext = \"She opened the [[hall|hall]].\"\nsource = \"town#p2\"\n",
    ));
    let second = html(&pages, "second/index.html");
    for link in [
        "<a href=\"../town/#p3\">told</a>",
        "<a href=\"#p2\">later</a>",
        "<a href=\"../town/\">here</a>",
        "<a href=\"../town/#p3\">how it ended</a>",
    ] {
        assert!(second.contains(link), "{link} in\n{second}");
    }
    let town = html(&pages, "town/index.html");
    assert!(town.contains("<a href=\"#p3\">how it ended</a>"), "{town}");
}

#[test]
fn former_addresses_lead_on() {
    let pages = drawn(&site(
        "--- site.toml\nformat = 1\ntitle = \"Town\"\nlanguage = \"en\"\nbase_url = \"https://example.org/\"\n\
         --- articles/town.md\n+++\ntitle = \"The town\"\nformer = [\"village\"]\n+++\n[[ada|Ada]] opened the [[hall|town hall]].\n\
         --- entities/ada.toml\nkind = \"person\"\nformer = [\"countess\"]\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"S.\"\n\
         [[facts]]\ntext = \"She opened the [[hall|hall]].\"\nsource = \"town#p2\"\n\
         --- events.toml\n[[events]]\nid = \"opening\"\nformer = \"inauguration\"\ndate = \"1843\"\ntext = \"[[ada]] came.\"\nsource = \"town#p2\"\n",
    ));
    let old = html(&pages, "village/index.html");
    for part in [
        "<meta http-equiv=\"refresh\" content=\"0; url=../town/\">",
        "<link rel=\"canonical\" href=\"https://example.org/town/\">",
        "<a href=\"../town/\">The town</a>",
        "location.replace(\"../town/\" + location.hash)",
    ] {
        assert!(old.contains(part), "{part} in\n{old}");
    }
    let page = html(&pages, "town/index.html");
    assert!(
        page.contains("<div id=\"ent-countess\" class=\"was\"><article "),
        "{page}"
    );
    assert!(
        page.contains("<span id=\"event-inauguration\"></span>"),
        "{page}"
    );
}

#[test]
fn a_draft_leaves_nothing_behind() {
    let draft = "--- articles/second.md\n+++\ntitle = \"A secret story\"\ndraft = true\n+++\n[[ada|Ada]] wrote. [[inn]].\n\
        --- entities/inn.toml\nkind = \"place\"\nnames = [{ text = \"The Secret Inn\" }]\nsummary = \"An inn.\"\n\
        image = { file = \"inn.svg\", alt = \"a\", credit = \"b\", licence = \"c\" }\n\
        [[facts]]\ntext = \"It is secret.\"\nsource = \"second#p2\"\n--- inn.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n\
        --- events.toml\n[[events]]\ndate = \"1843\"\ntext = \"A secret meeting of [[ada]].\"\nsource = \"second#p2\"\n\
        [[events]]\ndate = \"1845\"\ntext = \"[[ada]] [told](second#p2) it.\"\nsource = \"gazette\"\n\
        [[events]]\ndate = \"1844\"\ntext = \"[[ada]] opened it.\"\nsource = [\"second#p2\", \"gazette\"]\n";
    let whole = site(draft);
    let told = drawn(&whole);
    assert!(html(&told, "second/index.html").contains("Draft, not published"));
    assert!(html(&told, "second/index.html").contains("content=\"noindex\""));
    let (site, left) = left_out(whole);
    assert_eq!(left, 1);
    for (name, bytes) in drawn(&site) {
        let text = String::from_utf8(bytes).unwrap().to_lowercase();
        assert!(
            !name.contains("second") && !text.contains("secret") && !text.contains("second/"),
            "{name}"
        );
    }
    assert_eq!(site.events.len(), 2);
    let mut pictures = site
        .entities
        .iter()
        .filter(|(_, entity)| entity.image.is_some());
    assert_eq!(pictures.next(), None);
}

#[test]
fn a_site_has_pages_for_what_it_is_about() {
    let pages = any();
    let names: Vec<&str> = pages.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "404.html",
            "clock-tower/index.html",
            "dredging-starts/index.html",
            "entities/aurora/index.html",
            "entities/dredger/index.html",
            "entities/harbour-board/index.html",
            "entities/index.html",
            "entities/lighthouse/index.html",
            "entities/maria-berg/index.html",
            "entities/mount-berg/index.html",
            "entities/pilots-guild/index.html",
            "entities/red-light/index.html",
            "entities/riverton-town/index.html",
            "entities/riverton/index.html",
            "feed.xml",
            "index.html",
            "mud-by-night/index.html",
            "robots.txt",
            "sections/harbour/index.html",
            "sections/town/index.html",
            "sitemap.xml",
            "tags/clocks/index.html",
            "tags/dredging/index.html",
            "tags/mud/index.html",
            "tags/ships/index.html",
            "the-dredger/index.html",
            "who-lights-the-light/index.html",
        ]
    );
    let mud = html(&pages, "tags/mud/index.html");
    let places = ["../../clock-tower/", "../../dredging-starts/"];
    let places = places.map(|place| mud.find(&format!("href=\"{place}\"")).unwrap());
    assert!(places.is_sorted(), "the latest first");
}

#[test]
fn the_front_page_begins_with_the_latest() {
    let front = html(&any(), "index.html");
    let mut from = 0;
    for part in [
        "--accent:light-dark(#0b4f6c,#9fd3ea);",
        "type=\"application/atom+xml\"",
        "src=\"./images/logo.svg\"",
        "<h1>The Riverton Review</h1>",
        "href=\"./sections/town/\"",
        "src=\"./images/clock.svg\"",
        ">A clock for the tower</a>",
        "Ann Author · The Riverton Review · 10 March 2026",
        ">What the dredger left behind</a>",
        ">Dredging starts in Riverton</a>",
        "The Harbour Board pays for a ship",
        ">Who lights the light?</a>",
        "href=\"./sections/harbour/\"",
        "href=\"./tags/mud/\"",
        "href=\"./entities/\"",
        ">Imprint</a>",
    ] {
        let at = front[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part} comes not after {from} in\n{front}"));
    }
    assert!(!front.contains("regatta"));
}

#[test]
fn an_entity_s_page_tells_what_the_site_knows() {
    let pages = any();
    let riverton = html(&pages, "entities/riverton/index.html");
    for part in [
        "<link rel=\"canonical\" href=\"https://harbour.example/entities/riverton/\">",
        "href=\"../aurora/\" class=\"mk\">Aurora</a>",
        "href=\"../../clock-tower/#p3\"",
        ">A clock for the tower, ¶",
        "href=\"../../dredging-starts/#ent-riverton\"",
        "href=\"https://www.openstreetmap.org/relation/1\"",
    ] {
        assert!(riverton.contains(part), "{part} in\n{riverton}");
    }
    let aurora = html(&pages, "entities/aurora/index.html");
    for part in [
        "<b>Ship</b>",
        "data-kind=\"organisation\"",
        "https://ships.example/9074729",
        "at home in",
    ] {
        assert!(aurora.contains(part), "{part} in\n{aurora}");
    }
    let index = html(&pages, "entities/index.html");
    assert!(index.contains("<h2>Ships</h2>") && index.contains("<h2>Lighthouses</h2>"));
    let told = index.find("A number says how many articles name it.");
    assert!(told < index.find("class=\"num\">3<"), "{index}");
    assert!(told.is_some(), "{index}");
    let lighthouse = html(&pages, "entities/lighthouse/index.html");
    for part in [
        "<b>Lighthouse</b>",
        "src=\"../../images/tower.svg\"",
        "minute 12",
        "12–14",
        "The Pilots’ Guild</span>",
        "https://www.wikidata.org/wiki/Q7259",
    ] {
        assert!(lighthouse.contains(part), "{part} in\n{lighthouse}");
    }
    let old = html(&pages, "entities/riverton-town/index.html");
    assert!(old.contains("url=../../entities/riverton/"), "{old}");
}

#[test]
fn no_page_gathers_what_is_known_of_a_private_person() {
    let gathered = |name: &str| name.starts_with("entities/") || name.ends_with(".xml");
    let pages = any();
    let mut count = 0;
    for (name, bytes) in pages.iter().filter(|(name, _)| gathered(name)) {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("tom-marsh") && !text.contains("Tom Marsh"),
            "{name}"
        );
        assert!(!text.contains("neighbour"), "{name}");
        count += 1;
    }
    assert_eq!(count, 13);
}

#[test]
fn programs_are_told_what_is_new_and_where_it_is() {
    let pages = any();
    let feed = html(&pages, "feed.xml");
    let entry = "<entry xml:lang=\"en\">\n<id>https://harbour.example/clock-tower/</id>\n<title>A clock for the tower</title>\n\
        <link href=\"https://harbour.example/clock-tower/\"/>\n<published>2026-03-10T00:00:00Z</published>\n\
        <updated>2026-03-12T00:00:00Z</updated>\n<author><name>Ann Author</name></author>\n<category term=\"Town\"/>";
    assert!(feed.contains(entry), "{feed}");
    assert!(
        feed.contains("<updated>2026-03-12T00:00:00Z</updated>\n<link rel=\"self\""),
        "{feed}"
    );
    assert_eq!(feed.matches("<entry").count(), 4);
    let sitemap = html(&pages, "sitemap.xml");
    for part in [
        "<loc>https://harbour.example/clock-tower/</loc><lastmod>2026-03-12</lastmod>",
        "<loc>https://harbour.example/entities/aurora/</loc>",
        "<loc>https://harbour.example/tags/mud/</loc>",
    ] {
        assert!(sitemap.contains(part), "{part} in\n{sitemap}");
    }
    assert!(!sitemap.contains("mud-by-night"), "{sitemap}");
    let robots = html(&pages, "robots.txt");
    assert!(robots.ends_with("Sitemap: https://harbour.example/sitemap.xml\n"));
}

#[test]
fn what_is_removed_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &[u8]| {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), text).unwrap();
    };
    write("app/x.js", b"0");
    write("app/x_bg.wasm", FORMAT.as_bytes());
    let any = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/any");
    for (name, bytes) in below(&any) {
        write(&format!("content/{name}"), &bytes);
    }
    let build = || {
        let output = Command::new(env!("CARGO_BIN_EXE_article-explorer"))
            .args(["build", "--app", "app"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
    };
    build();
    let gone = [
        "clock-tower",
        "mount-berg",
        "tags/clocks",
        "sections/town",
        "images/clock",
    ];
    let left = || {
        let files = below(&path("dist")).into_iter();
        let holds = |name: &str, bytes: &[u8], word: &str| {
            name.contains(word) || String::from_utf8_lossy(bytes).contains(word)
        };
        let left = files.filter(|(name, bytes)| gone.iter().any(|word| holds(name, bytes, word)));
        left.map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert!(left().len() > 8, "{:?}", left());
    fs::remove_file(path("content/articles/clock-tower.md")).unwrap();
    fs::remove_file(path("content/entities/mount-berg.toml")).unwrap();
    let riverton = fs::read_to_string(path("content/entities/riverton.toml")).unwrap();
    write(
        "content/entities/riverton.toml",
        riverton
            .replace("clock-tower#p3", "the-dredger#p2")
            .as_bytes(),
    );
    build();
    assert_eq!(left(), [""; 0]);
}

/// All files below a folder, with `/` between the parts of their names.
fn below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inside = below(&path).into_iter();
            files.extend(inside.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.push((name, fs::read(&path).unwrap()));
        }
    }
    files
}
