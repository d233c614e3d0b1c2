//! TEI into an article with mentions, footnotes and lists.

use crate::{bare, fixture, left};

const NOTHING: &str = "+++\ntitle = \"Other\"\n+++\nNothing of it.\n";

#[test]
fn names_notes_and_lists_are_kept() {
    let mut site = bare(NOTHING);
    let imported = site.import(
        "letter.xml",
        r##"<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
 <teiHeader><fileDesc><titleStmt><title>A letter</title><author><persName><surname>Lee</surname>, <forename>Bo</forename></persName></author></titleStmt>
  <publicationStmt><publisher>Archive</publisher><date when="1890-05-01">May Day</date></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
 <standOff><listPerson><person xml:id="mb"><persName xml:lang="en">Maria Berg</persName><persName>Mrs Berg</persName><birth when="1850-02-03"/><occupation>mayor</occupation></person></listPerson></standOff>
 <text><body>
  <div><head>The first day</head>
   <p>On <date when="1890-05-01">May Day</date> <persName ref="#mb">the
     mayor</persName><note place="foot">She was <hi rend="italic">new</hi>.</note> came to <placeName ref="https://www.wikidata.org/wiki/Q64">Riverton</placeName>, and <choice><sic>lookd</sic><corr>looked</corr></choice> at it.</p>
   <list type="ordered"><item>One <orgName>River Company</orgName></item><item>Two<list><item>Inner</item></list></item></list>
   <lg><l>A line of verse</l><l>and one more</l></lg>
   <figure><head>A map</head><graphic url="x.png"/></figure>
  </div></body></text></TEI>"##,
    );
    assert_eq!(
        site.text("articles/a-letter.md"),
        "+++\ntitle = \"A letter\"\nbyline = \"Bo Lee\"\npublisher = \"Archive\"\ndate = \"1890-05-01\"\n+++\n\n## The first day\n\n\
         On May Day [[maria-berg|the mayor]][^1] came to [[riverton|Riverton]], and looked at it.\n\n\
         1. One [[river-company|River Company]]\n2. Two\n   - Inner\n\nA line of verse\\\nand one more\n\n[^1]: She was *new*.\n"
    );
    let berg = site.text("entities/maria-berg.toml");
    assert!(berg.starts_with("kind = \"person\"\nnames = [{ text = \"Maria Berg\", lang = \"en\" }]\naliases = [\"Mrs Berg\"]\ndescription = \"mayor\"\n"), "{berg}");
    assert!(
        berg.contains("text = \"Born.\"\nsource = \"letter-xml\"\ndate = \"1850-02-03\""),
        "{berg}"
    );
    let company = site.text("entities/river-company.toml");
    assert!(
        company.ends_with("[[facts]]\ntext = \"“One River Company”\"\nsource = \"a-letter#p4\"\n"),
        "{company}"
    );
    assert!(
        site.text("entities/riverton.toml")
            .contains("wikidata = \"Q64\"")
    );
    assert!(
        left(&imported)
            .iter()
            .any(|told| told.contains("a picture, \"A map\"")),
        "{:?}",
        left(&imported)
    );
}

#[test]
fn files_of_other_people_pass_check() {
    let mut site = bare(NOTHING);
    site.import("odyssey.xml", fixture("tei/recogito-odyssey.xml"));
    let text = site.text("articles/homer-the-odyssey.md");
    for mention in ["[[troy|Troy]]", "[[ulysses|Ulysses]]", "[[ithaca|Ithaca]]"] {
        assert!(text.contains(mention), "{mention}: {text}");
    }
    let mut site = bare(NOTHING);
    site.import("notes.xml", fixture("tei/teic-notes.xml"));
    assert!(
        site.0
            .iter()
            .any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("[^15]:"))
    );
    let mut site = bare(NOTHING);
    site.import("places.xml", fixture("tei/teic-places.xml"));
    let mut site = bare(NOTHING);
    site.import("carol.xml", fixture("tei/teic-general-p5.xml"));
}
