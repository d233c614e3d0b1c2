//! CSV and TSV of entities, events, sources and relations.

use crate::{bare, fixture, left, site};

#[test]
fn a_table_of_entities_becomes_files_that_say_what_it_says() {
    let mut site = site();
    let imported = site.import(
        "people.csv",
        "\u{FEFF}sep=;\r\nName;Type;Description;Aliases;Lat;Lon;Wikidata;name_ru;Fact;Source;Date\r\n\
         Jan Lee;Person;engineer of the bridge;J. Lee; ; ;https://www.wikidata.org/wiki/Q42;Ян Ли;Drew the *first* plan.;gazette-2026-01-12;12/31/2025\r\n\
         Old Ferry;place;ferry across the river;the ferry, Ferry 1;43,25;76.9;;;;;\r\n\
         \"River \"\"Club\"\"\nof 1950\";ORG;rowing club;;;;;;Founded in a flood.;https://club.example/about;1950\r\n",
    );
    assert_eq!(
        site.text("entities/jan-lee.toml"),
        "kind = \"person\"\nnames = [\n    { text = \"Jan Lee\" },\n    { text = \"Ян Ли\", lang = \"ru\" },\n]\naliases = [\"J. Lee\"]\n\
         description = \"engineer of the bridge\"\nidentifiers = { wikidata = \"Q42\" }\n\n[[facts]]\ntext = \"Drew the \\\\*first\\\\* plan.\"\n\
         source = \"gazette-2026-01-12\"\ndate = \"2025-12-31\"\n"
    );
    let ferry = site.text("entities/old-ferry.toml");
    assert!(
        ferry.contains("place = { lat = 43.25, lon = 76.9 }"),
        "{ferry}"
    );
    assert!(
        ferry.contains("text = \"Ferry across the river.\"\nsource = \"people-csv\""),
        "{ferry}"
    );
    let club = site.text("entities/river-club-of-1950.toml");
    assert!(
        club.contains("source = \"club-example-about\"\ndate = \"1950\""),
        "{club}"
    );
    let sources = site.text("sources.toml");
    assert!(
        sources.contains("[club-example-about]\npublisher = \"club.example\""),
        "{sources}"
    );
    assert!(sources.contains("held_by = \"My explorer\""), "{sources}");
    assert!(
        imported.notes[0].contains("read as entities, its columns parted by semicolons"),
        "{:?}",
        imported.notes
    );
}

#[test]
fn rows_with_faults_are_told_with_their_place_and_the_others_come() {
    let mut site = site();
    let imported = site.import(
        "places.csv",
        "name,kind,lat,lon,description,colour\nNowhere,place,95,10,far off,red\nGood Hill,place,43.2,76.8,hill,\n,place,1,1,none,\n\
         Odd,widget,,,thing,\nLong,place,1,2,a, b,c\nSilent,place,,,,\nLost Hill,place,1,2,\"never closed,\nx,place,1,2,d,\n",
    );
    assert_eq!(
        left(&imported),
        [
            "places.csv, line 1: nothing is taken from `colour`",
            "places.csv, line 2, column 3: `95`, `10` is no place; write degrees, `43.24` and `76.92`, north and east positive",
            "places.csv, line 4, column 1: the entity has no name; fill the cell, and import the table again",
            "places.csv, line 5: `widget`, as `Odd` is, is no kind of entity; say in a column `kind` which it is: person, people, place, organisation, event, law, policy, concept",
            "places.csv, line 6, column 7: the row has 7 cells, and the header only 6; put what holds the separator in quotation marks, or name the column",
            "places.csv, line 7: `Silent`: nothing is said of it, and no article names it; add columns `fact` and `source`, or name it in an article first",
            "places.csv, line 8, column 5: a cell goes on to the end of the table: its quotation mark is not closed; close it with `\"`; within a cell write `\"\"`",
        ]
    );
    assert!(
        site.0.contains_key("entities/good-hill.toml")
            && site.0.contains_key("entities/nowhere.toml")
    );
}

#[test]
fn an_entity_that_is_there_gets_what_its_file_does_not_say_and_nothing_else_changes() {
    let mut site = site();
    let path = "entities/riverton.toml";
    let before = site.text(path).replace('\n', "\r\n");
    let before = before.trim_end().to_owned();
    site.0.insert(path.to_owned(), before.clone().into_bytes());
    let imported = site.import("places.csv", "name\tkind\taliases\tdescription\twikidata\nRiverton\tplace\tRiver Town\tanother thing\tQ777\n");
    let after = site.text(path);
    assert!(after.contains("aliases = [\"River Town\"]\r\n"), "{after}");
    assert!(
        after.contains("identifiers = { wikidata = \"Q777\" }\r\n"),
        "{after}"
    );
    let kept: String = after
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("aliases") && !line.starts_with("identifiers"))
        .collect();
    assert_eq!(kept, before);
    assert_eq!(
        left(&imported),
        ["places.csv, line 2: `riverton` has another description already, which stays"]
    );
}

#[test]
fn an_article_is_what_an_entity_without_facts_rests_on() {
    let mut site = bare(
        "+++\ntitle = \"T\"\n+++\nNothing here.\n\nThe *old* engineer Jan Lee drew it. Others did not.\n",
    );
    site.import("people.csv", "name,kind,private\nJan Lee,person,yes\n");
    let text = site.text("entities/jan-lee.toml");
    assert!(text.contains("private = true"), "{text}");
    assert!(
        text.ends_with(
            "[[facts]]\ntext = \"“The old engineer Jan Lee drew it.”\"\nsource = \"town#p3\"\n"
        ),
        "{text}"
    );
    let imported = site
        .try_import(
            "people.csv",
            "name,kind,private,fact,source\nBo Ray,person,yes,Was there.,https://x.example/\n",
        )
        .unwrap();
    assert!(!imported.files.contains_key("entities/bo-ray.toml"));
    assert!(
        left(&imported)[0].contains("must rest on an article"),
        "{:?}",
        left(&imported)
    );
}

#[test]
fn events_relations_and_sources_have_tables_too() {
    let mut site = site();
    site.import("sources.csv", "Key,Item Type,Publication Year,Author,Title,Publication Title,DOI,Url\nSmith2019,journalArticle,2019,\"Smith, Ann; Lee, Bo\",Rivers,River Journal,10.1000/182,\n");
    assert!(site.text("sources.toml").ends_with("\n[smith2019]\nkind = \"article\"\nauthor = [\"Ann Smith\", \"Bo Lee\"]\npublisher = \"River Journal\"\ntitle = \"Rivers\"\ndoi = \"10.1000/182\"\ndate = \"2019\"\n"));
    let before = site.text("events.toml").to_owned();
    let imported = site.import(
        "timeline.csv",
        "Year,Month,Day,End Year,Headline,Text,Who,Source\n1955,6,1,,A new bridge,<b>Steel</b> & [[riverton|Riverton]],Riverton; Nobody,Smith2019\n1955,6,1,,Another thing,,riverton,\n-44,,,,Old,,Riverton,smith2019\n",
    );
    let added = site.text("events.toml").strip_prefix(&before).unwrap();
    assert_eq!(
        added,
        "\n[[events]]\ndate = \"1955-06-01\"\ntext = \"A new bridge: Steel & [[riverton|Riverton]]\"\nentities = [\"riverton\"]\nsource = \"smith2019\"\n\n\
         [[events]]\ndate = \"1955-06-01\"\nid = \"another-thing\"\ntext = \"Another thing\"\nentities = [\"riverton\"]\nsource = \"timeline-csv\"\n\n\
         [[events]]\ndate = \"-0043\"\ntext = \"Old\"\nentities = [\"riverton\"]\nsource = \"smith2019\"\n"
    );
    assert_eq!(
        left(&imported)[0],
        "timeline.csv, line 2: no entity is called `Nobody`; import the entities first, or leave it out"
    );
    let imported = site.import("relations.csv", "subject|predicate|object|inverse|source\nMaria Berg|grew up in|riverton|home of|bridge#p3\nMaria Berg|knows|Bo|x|\n");
    let berg = site.text("entities/maria-berg.toml");
    assert!(berg.ends_with("\n[[relations]]\npredicate = \"grew up in\"\nobject = \"riverton\"\ninverse = \"home of\"\nsource = \"bridge#p3\"\n"), "{berg}");
    assert_eq!(
        left(&imported),
        [
            "relations.csv, line 3: no entity is called `Bo`; import the entities first, or write an id or name that one of them has"
        ]
    );
}

#[test]
fn a_day_that_may_be_a_month_is_told_unless_other_rows_show_which() {
    let mut site = site();
    let imported = site.import("events.csv", "date,text,entities,source\n03/04/2025,One,riverton,gazette-2026-01-12\n05/06/2025,Two,riverton,gazette-2026-01-12\nsoon,Three,riverton,gazette-2026-01-12\n");
    let told = left(&imported);
    assert_eq!(
        told[0],
        "events.csv, line 2, column 1: `03/04/2025` may be `2025-04-03` or `2025-03-04`; write it in this way, and import the table again"
    );
    assert!(
        told[2].starts_with("events.csv, line 4, column 1: `soon` is no date; "),
        "{told:?}"
    );
    site.import("events.csv", "date,text,entities,source\n03/04/2025,One,riverton,gazette-2026-01-12\n05/26/2025,Two,riverton,gazette-2026-01-12\n");
    assert!(
        site.text("events.toml")
            .contains("date = \"2025-03-04\"\ntext = \"One\"")
    );
}

#[test]
fn a_header_that_says_nothing_is_told_with_what_to_write() {
    let error = site()
        .try_import("x.csv", "colour,size\nred,3\n")
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "`x.csv`, line 1, column 1: the header (`colour`, `size`) does not say what the rows are; name the columns of entities `name` and `kind`, of events `date` and `text`, of sources `title` and `url`, of relations `subject`, `predicate` and `object`"
    );
}

#[test]
fn tables_of_other_people_pass_check() {
    for name in [
        "csv/world-cities-cut.csv",
        "csv/programming-historian-newspaper-coordinates-cut.csv",
    ] {
        // Neither says what kind of things its rows are.
        let text = String::from_utf8(fixture(name)).unwrap();
        let mut lines = text.lines();
        let header = lines.next().unwrap().replace("coverage_city", "name");
        let rows: Vec<_> = lines.map(|line| format!("{line},place,town")).collect();
        let table = format!("{header},kind,description\n{}\n", rows.join("\n"));
        let mut site = site();
        site.import(name, table);
        let count = site
            .0
            .keys()
            .filter(|path| path.starts_with("entities/"))
            .count();
        assert!(count > 20, "{name}: {count}");
    }
}
