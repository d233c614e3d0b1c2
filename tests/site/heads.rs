//! What the head of each page says to those who find or link it.

use crate::{any, drawn, html, site};

#[test]
fn every_page_says_what_links_to_it_show() {
    let pages = any();
    for (page, title, kind, at) in [
        ("index.html", "The Riverton Review", "website", ""),
        ("tags/mud/index.html", "mud", "website", "tags/mud/"),
        (
            "sections/town/index.html",
            "Town",
            "website",
            "sections/town/",
        ),
        ("entities/index.html", "Entities", "website", "entities/"),
        (
            "entities/riverton/index.html",
            "Riverton",
            "website",
            "entities/riverton/",
        ),
        (
            "clock-tower/index.html",
            "A clock for the tower",
            "article",
            "clock-tower/",
        ),
    ] {
        let html = html(&pages, page);
        for part in [
            format!("<meta property=\"og:title\" content=\"{title}\">"),
            format!("<meta property=\"og:type\" content=\"{kind}\">"),
            "<meta property=\"og:site_name\" content=\"The Riverton Review\">".to_owned(),
            format!("<meta property=\"og:url\" content=\"https://harbour.example/{at}\">"),
            format!("<link rel=\"canonical\" href=\"https://harbour.example/{at}\">"),
        ] {
            assert_eq!(html.matches(&part).count(), 1, "{part} in {page}");
        }
    }
    let riverton = html(&pages, "entities/riverton/index.html");
    assert!(
        riverton.contains("<meta name=\"description\" content=\"A town of 20,000 on the river, ")
    );
}

#[test]
fn the_head_of_a_page_names_nobody_private() {
    let pages = drawn(&site(
        "--- articles/town.md\n+++\ntitle = \"The town\"\nstandfirst = \"Ada Byron came.\"\n+++\nADA BYRON opened the [[hall|town hall]].\n\nAda Byron spoke.\n\nThe clock struck.\n\n\
         [[ada|The speaker]] went home.\n\
         --- entities/ada.toml\nkind = \"person\"\nprivate = true\nnames = [{ text = \"Ada Byron\" }]\nsummary = \"S.\"\n\
         [[facts]]\ntext = \"She opened the [[hall|hall]].\"\nsource = \"town#p2\"\n",
    ));
    let page = html(&pages, "town/index.html");
    let (head, _) = page.split_once("<body>").unwrap();
    let told = "<meta name=\"description\" content=\"The clock struck.\">";
    assert!(head.contains(told), "{head}");
    assert!(head.contains("<meta property=\"og:description\" content=\"The clock struck.\">"));
    assert!(!head.to_lowercase().contains("byron"), "{head}");
}

#[test]
fn an_entity_s_page_shows_no_picture_that_names_somebody_private() {
    let with = |alt: &str| {
        drawn(&site(&format!(
            "--- site.toml\nformat = 1\ntitle = \"Town\"\nlanguage = \"en\"\nentity_pages = true\n\
             --- entities/ada.toml\nkind = \"person\"\nprivate = true\nnames = [{{ text = \"Ada Byron\" }}]\nsummary = \"S.\"\n\
             [[facts]]\ntext = \"She opened the [[hall|hall]].\"\nsource = \"town#p2\"\n\
             --- hall.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n\
             --- entities/hall.toml\nkind = \"organisation\"\nnames = [{{ text = \"Town Hall\" }}]\nsummary = \"S.\"\n\
             image = {{ file = \"hall.svg\", alt = \"{alt}\", credit = \"C\", licence = \"CC0\" }}\n\
             [[facts]]\ntext = \"It has a clock.\"\nsource = \"gazette\"\n"
        )))
    };
    for (alt, is_shown) in [("A clock", true), ("Ada Byron at the door", false)] {
        let page = html(&with(alt), "entities/hall/index.html");
        assert_eq!(page.contains("hall.svg"), is_shown, "{alt}");
    }
}
