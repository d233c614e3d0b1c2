//! Annotations that stand apart from their text, onto an article.

use crate::{Site, bare, fixture, left};

const TOWN: &str = "+++\ntitle = \"News 😀 of Riverton\"\n+++\n%% not yet %%\nThe mayor of Riverton, *Maria* Berg, met “Müller & Sons”.\n\n- Riverton (the old one) has [a link to Riverton](https://x.example/).\n- Berg left.\n";

fn town() -> Site {
    bare(TOWN)
}

#[test]
fn names_that_spacy_found_become_mentions_and_nothing_else_changes() {
    let mut site = town();
    // Counted in characters, as Python does; the text is plain, and its lines are other ones.
    let text = "News 😀 of Riverton\nThe mayor of Riverton, Maria Berg, met \"Müller & Sons\".\nRiverton (the old one) has a link to Riverton.\nBerg left on Monday.";
    let at = |words: &str, nth: usize| {
        let byte = text.match_indices(words).nth(nth).unwrap().0;
        let start = text[..byte].chars().count();
        (start, start + words.chars().count())
    };
    let ents = [
        (at("Riverton", 1), "GPE"),
        (at("Maria Berg", 0), "PERSON"),
        (at("Müller & Sons", 0), "ORG"),
        (at("Riverton", 2), "GPE"),
        (at("Riverton", 3), "GPE"),
        (at("Monday", 0), "DATE"),
    ];
    let ents = ents.map(
        |((start, end), label)| serde_json::json!({ "start": start, "end": end, "label": label }),
    );
    let json = serde_json::json!({ "text": text, "ents": ents }).to_string();
    let imported = site.import("town.json", json);
    let expected = TOWN
        .replace(
            "mayor of Riverton, *Maria* Berg,",
            "mayor of [[riverton|Riverton]], *[[maria-berg|Maria* Berg]],",
        )
        .replace("Müller & Sons", "[[muller-and-sons|Müller & Sons]]")
        .replace("- Riverton (", "- [[riverton|Riverton]] (");
    let expected = expected.replace(
        "muller-and-sons",
        site.0
            .keys()
            .find(|path| path.contains("muller"))
            .unwrap()
            .trim_start_matches("entities/")
            .trim_end_matches(".toml"),
    );
    assert_eq!(site.text("articles/town.md"), expected);
    let entity = site.text("entities/maria-berg.toml");
    assert_eq!(
        entity,
        "kind = \"person\"\nnames = [{ text = \"Maria Berg\" }]\n\n[[facts]]\ntext = \"“The mayor of Riverton, Maria Berg, met “Müller & Sons”.”\"\nsource = \"town#p2\"\n"
    );
    assert_eq!(
        left(&imported),
        [
            "town.json, name 6: the article has no \"Monday\"; mark the words in the article by hand, `[[id|words]]`",
            "town.json, name 5: \"Riverton\" stands in a link or in code; mark the words by hand, if they are to be",
        ]
    );
}

#[test]
fn words_are_found_by_what_stands_around_them_and_by_their_place() {
    let mut site = town();
    let annotation = |selectors: serde_json::Value, body: serde_json::Value| {
        serde_json::json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": body,
            "target": { "source": "https://x.example/town/", "selector": selectors },
        })
    };
    let place = |value: &str| serde_json::json!([{ "type": "TextualBody", "value": value, "purpose": "classifying" }, { "type": "SpecificResource", "purpose": "identifying", "source": "http://www.wikidata.org/entity/Q64" }]);
    let all = serde_json::json!([
        annotation(
            serde_json::json!({ "type": "TextQuoteSelector", "exact": "Riverton", "prefix": "The mayor of ", "suffix": ", Maria" }),
            place("Place")
        ),
        // In UTF-16, as JavaScript counts: the sign in the title is two.
        annotation(
            serde_json::json!([{ "type": "TextQuoteSelector", "exact": "Berg" }, { "type": "TextPositionSelector", "start": 49, "end": 53 }]),
            serde_json::json!("person")
        ),
        annotation(
            serde_json::json!([{ "type": "TextQuoteSelector", "exact": "Bergen" }]),
            place("Place")
        ),
        annotation(
            serde_json::json!([{ "type": "TextQuoteSelector", "exact": "old one" }]),
            serde_json::json!([{ "type": "TextualBody", "value": "well said", "purpose": "commenting" }])
        ),
        annotation(
            serde_json::json!([{ "type": "TextQuoteSelector", "exact": "Berg", "prefix": "zz" }]),
            serde_json::json!([{ "type": "TextualBody", "value": "person", "purpose": "tagging" }])
        ),
    ]);
    let imported = site.import("town.jsonld", all.to_string());
    let text = site.text("articles/town.md");
    assert!(text.contains("mayor of [[riverton|Riverton]],"), "{text}");
    assert!(
        site.text("entities/riverton.toml")
            .contains("identifiers = { wikidata = \"Q64\" }")
    );
    let told = left(&imported);
    assert!(told.iter().any(|told| told == "town.jsonld, annotation 3: the article has no \"Bergen\"; mark the words in the article by hand, `[[id|words]]`"), "{told:?}");
    assert!(
        told.iter().any(|told| told.contains(
            "annotation 5: the article has \"Berg\" 2 times, and nothing tells which is meant"
        )),
        "{told:?}"
    );
    assert!(
        told.iter()
            .any(|told| told.contains("annotations that mark no entity")),
        "{told:?}"
    );
}

#[test]
fn recogitos_table_finds_its_places() {
    let mut site = town();
    let csv = "UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,LAT,LNG,VERIFICATION_STATUS\n\
        1,town.txt,Riverton,char-offset:72,PLACE,http://pleiades.stoa.org/places/1,,,,VERIFIED\n\
        2,town.txt,Maria Berg,char-offset:43,PERSON,,,,,\n3,town.txt,Atlantis,char-offset:3,PLACE,,,,,\n";
    let imported = site.import("town.csv", csv);
    let text = site.text("articles/town.md");
    assert!(
        text.contains("[[maria-berg|Maria* Berg]]") && text.contains("- [[riverton|Riverton]] ("),
        "{text}"
    );
    assert!(text.contains("The mayor of Riverton,"), "{text}");
    assert_eq!(left(&imported).len(), 1, "{:?}", left(&imported));
}

#[test]
fn marks_of_another_program_land_on_its_own_text() {
    let mut site = bare("+++\ntitle = \"T\"\n+++\nx\n");
    site.0.remove("articles/town.md");
    site.import(
        "odyssey.html",
        fixture("annotations/recogito-js-odyssey-text.html"),
    );
    let before = site.text("articles/homer-the-odyssey.md").to_owned();
    let imported = site.import(
        "odyssey.json",
        fixture("annotations/recogito-js-odyssey.w3c.json"),
    );
    // Its remarks mean nobody.
    assert_eq!(site.text("articles/homer-the-odyssey.md"), before);
    assert!(
        left(&imported)
            .iter()
            .any(|told| told.contains("mark no entity")),
        "{:?}",
        left(&imported)
    );
}

#[test]
fn a_place_outside_of_the_text_is_told() {
    let mut site = bare("+++\ntitle = \"T\"\n+++\nBut Google is starting from behind.\n");
    let imported = site.import(
        "google.json",
        fixture("annotations/spacy-displacy-ents.json"),
    );
    assert!(
        site.text("articles/town.md")
            .contains("But [[google|Google]] is")
    );
    assert!(
        left(&imported)[0].starts_with("google.json, text 2, name 1: its place is not in the text"),
        "{:?}",
        left(&imported)
    );
}

#[test]
fn without_the_article_nothing_is_done() {
    let site = bare("+++\ntitle = \"T\"\n+++\nOther words.\n");
    let error = site
        .try_import(
            "a.json",
            r#"{"text": "Berg left.", "ents": [{"start": 0, "end": 4, "label": "PERSON"}]}"#,
        )
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "`a.json`: no article has the words of the annotations; import the text that they were made for, or both together"
    );
}
