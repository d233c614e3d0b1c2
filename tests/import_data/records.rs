//! Saved records of Wikidata.

use article_explorer::import::Imported;

use crate::{Site, fixture, left, site};

fn record(name: &str) -> (Site, Imported) {
    record_of(name, fixture(&format!("wikidata/{name}")))
}

fn record_of(name: &str, bytes: impl Into<Vec<u8>>) -> (Site, Imported) {
    let mut site = site();
    let imported = site.import(name, bytes);
    (site, imported)
}

#[test]
fn a_person_has_names_numbers_and_dates_with_their_own_precision() {
    let (site, _) = record("Q8413-constantine-cut.json");
    let id = site
        .0
        .keys()
        .find(|path| path.contains("constantine"))
        .unwrap()
        .clone();
    let text = site.text(&id);
    assert!(text.starts_with("kind = \"person\"\n"), "{text}");
    assert!(text.contains("wikidata = \"Q8413\""), "{text}");
    // The birth that is preferred, and by the Julian calendar.
    assert_eq!(text.matches("text = \"Born.\"").count(), 1, "{text}");
    assert!(text.contains("source = \"wikidata-q8413\""), "{text}");
    let sources = site.text("sources.toml");
    assert!(
        sources.contains("[wikidata-q8413]\npublisher = \"Wikidata\""),
        "{sources}"
    );
}

#[test]
fn a_place_is_where_it_is_and_belongs_to_those_that_the_site_has() {
    let mut site = site();
    site.import(
        "countries.csv",
        "name,kind,description,wikidata\nFinland,place,country,Q33\n",
    );
    site.import("Q217447.json", fixture("wikidata/Q217447.json"));
    let id = site
        .0
        .keys()
        .find(|path| path.contains("verla"))
        .unwrap()
        .clone();
    let text = site.text(&id);
    assert!(text.contains("place = { lat = 61.0"), "{text}");
    assert!(
        text.contains("[[relations]]\npredicate = \"in the country\"\nobject = \"finland\""),
        "{text}"
    );
}

#[test]
fn records_of_all_kinds_pass_check_or_are_told() {
    record("wbgetentities-redirect-Q32063953-karlsruhe-cut.json");
    record("Q4115189.json");
    let (_, imported) = record("Q1-universe.json");
    assert_eq!(
        left(&imported),
        ["Q1-universe.json, `Q1`: the item has no label; give it one there, and save it again"]
    );
    let mut site = site();
    let universe = String::from_utf8(fixture("wikidata/Q1-universe.json")).unwrap();
    let label = r#""labels": {"en": {"language": "en", "value": "Universe"}}, "descriptions": {"en": {"language": "en", "value": "all of space and time"}}"#;
    let imported = site.import("Q1.json", universe.replacen(r#""labels": {}"#, label, 1));
    assert!(site.0.contains_key("entities/universe.toml"));
    let told = left(&imported);
    assert!(
        told.iter()
            .any(|told| told.contains("\"Began\" `-13798000000-00-00T00:00:00Z`")),
        "{told:?}"
    );
    let (_, imported) = record_of(
        "Q9.json",
        r#"{"entities": {"Q9": {"id": "Q9", "missing": ""}}}"#,
    );
    assert!(
        left(&imported)[0].contains("there is no such item"),
        "{:?}",
        left(&imported)
    );
    // A record as it was saved some years ago, without its number in it.
    let old = String::from_utf8(fixture("wikidata/Q4132785-negative-year-cut.json")).unwrap();
    site.import(
        "Q4132785.json",
        format!("{{\"entities\": {{\"Q4132785\": {old}}}}}"),
    );
    let text = site.text("entities/bring-the-jubilee.toml");
    assert!(
        text.contains("text = \"Published.\"\nsource = \"wikidata-q4132785\"\ndate = \"-1952\""),
        "{text}"
    );
}

#[test]
fn of_a_private_person_only_names_are_taken() {
    let mut site = site();
    let berg = site
        .text("entities/maria-berg.toml")
        .replace("# private = true  ", "private = true #");
    let berg = berg.split("\n[[facts]]").next().unwrap().to_owned()
        + "\n[[facts]]\ntext = \"Was absent.\"\nsource = \"bridge#p2\"\n";
    site.0
        .insert("entities/maria-berg.toml".to_owned(), berg.into_bytes());
    let json = r#"{"entities": {"Q9": {"id": "Q9", "type": "item", "labels": {"en": {"language": "en", "value": "Maria Berg"}},
      "aliases": {"en": [{"language": "en", "value": "M. Berg"}]}, "descriptions": {"en": {"language": "en", "value": "politician"}},
      "claims": {"P31": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}],
        "P569": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"time": "+1970-01-01T00:00:00Z", "precision": 11}}}, "rank": "normal"}]}}}}"#;
    let imported = site.import("Q9.json", json);
    let text = site.text("entities/maria-berg.toml");
    assert!(
        text.contains("M. Berg") && !text.contains("Q9") && !text.contains("1970"),
        "{text}"
    );
    assert!(
        left(&imported)[0].contains("only names are taken"),
        "{:?}",
        left(&imported)
    );
    assert!(!site.text("sources.toml").contains("wikidata"));
}
