//! `suggest` prints a table or data, and writes files that begin an entity.

use std::fs;

use crate::story::{Story, said};

#[test]
fn a_table_tells_names_kinds_and_where_they_stand() {
    let output = Story::new().run(&["suggest", "story"]);
    let table = said(&output);
    assert_eq!(output.status.code(), Some(0), "{table}");
    let row = |id: &str| {
        table
            .lines()
            .find(|line| line.starts_with(&format!("  {id} ")))
            .unwrap_or(&table)
    };
    for words in [
        "Ivo Draganov",
        "person",
        " 2 ",
        "quay#p2: Captain Ivo Draganov left",
    ] {
        assert!(row("ivo-draganov").contains(words), "{words}: {table}");
    }
    assert!(row("almaty").contains("place"), "{table}");
    assert!(
        row("Byron").contains("ada"),
        "a form that nothing links: {table}"
    );
    assert!(!table.contains("  tuesday "), "{table}");
}

#[test]
fn data_has_every_occurrence_as_an_offset() {
    let story = Story::new();
    let output = story.run(&["suggest", "story", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let candidates = data["candidates"].as_array().unwrap();
    let almaty = candidates.iter().find(|one| one["id"] == "almaty").unwrap();
    let text = "Captain Ivo Draganov left Almaty";
    let first = &almaty["occurrences"][0];
    assert_eq!(first["article"], "quay");
    assert_eq!(first["block"], 2);
    assert_eq!(first["start"], text.len() - "Almaty".len());
    assert_eq!(first["end"], text.len());
    assert_eq!(almaty["occurrences"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_written_is_checked_shown_as_a_draft_and_not_yet_published() {
    let story = Story::new();
    let written = story.run(&["suggest", "story", "--write", "likely"]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let file = story.read("entities/ivo-draganov.toml");
    for line in [
        "draft = true",
        "kind = \"person\"",
        "names = [{ text = \"Ivo Draganov\" }]",
        "# text = \"Captain Ivo Draganov left Almaty on Tuesday.\"",
        "# source = { article = \"quay\", quote = \"Captain Ivo Draganov left Almaty on Tuesday.\" }",
    ] {
        assert!(file.lines().any(|one| one == line), "{line}: {file}");
    }
    let checked = story.run(&["check", "story"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    assert!(
        said(&checked).contains("draft-entity"),
        "{}",
        said(&checked)
    );
    let built = story.run(&["build", "story", "--out", "site"]);
    assert_eq!(built.status.code(), Some(1), "{}", said(&built));
    assert!(said(&built).contains("draft-entity"), "{}", said(&built));
    let again = said(&story.run(&["suggest", "story"]));
    assert!(!again.contains("Draganov"), "{again}");
}

/// Of the lines that a file proposes one fact is taken, as an author would.
#[test]
fn a_draft_whose_proposed_fact_is_taken_is_ready() {
    let story = Story::new();
    story.run(&["suggest", "story", "--write", "elena-marsh=person"]);
    story.take_first_fact("elena-marsh");
    let checked = story.run(&["check", "story"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    assert!(!said(&checked).contains("draft"), "{}", said(&checked));
}

#[test]
fn a_place_is_located_where_no_other_has_its_name() {
    let story = Story::new();
    story.run(&["suggest", "story", "--write", "almaty=place,paris=place"]);
    let almaty = story.read("entities/almaty.toml");
    assert!(
        almaty.contains("\nplace = { lat = 43.25, lon = 76.91, approximate = true }\n"),
        "{almaty}"
    );
    assert!(almaty.contains("GeoNames"), "{almaty}");
    assert!(
        almaty.contains("\nidentifiers = { geonames = \"1526384\" }\n"),
        "{almaty}"
    );
    let paris = story.read("entities/paris.toml");
    assert!(!paris.contains("\nplace ="), "{paris}");
    for choice in ["# Paris, FR", "# Paris, US", "# place = { lat = 48.85"] {
        assert!(paris.contains(choice), "{choice}: {paris}");
    }
    let checked = story.run(&["check", "story"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
}

#[test]
fn nothing_is_overwritten_and_slips_are_told() {
    let story = Story::new();
    story.write("entities/almaty.toml", "mine");
    let before = story.read("entities/almaty.toml");
    let refused = story.run(&["suggest", "story", "--write", "likely"]);
    assert_ne!(refused.status.code(), Some(101), "{}", said(&refused));
    assert_eq!(story.read("entities/almaty.toml"), before);
    for (write, words) in [
        ("nobody-here", "`nobody-here`"),
        ("ivo-draganov=ship", "`ship` is no kind"),
    ] {
        let slip = story.run(&["suggest", "story", "--write", write]);
        assert_eq!(slip.status.code(), Some(2), "{}", said(&slip));
        assert!(said(&slip).contains(words), "{}", said(&slip));
    }
    fs::write(story.path("studio.json"), "{").unwrap();
    let broken = story.run(&["suggest", "story"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(said(&broken).contains("studio.json"), "{}", said(&broken));
}

/// No text makes it stop: not a long line, not signs, not an article that cannot be read.
#[test]
fn hostile_texts_are_read_to_their_end() {
    let story = Story::new();
    let long = "Aa ".repeat(300_000);
    let signs = "\u{202E}А\u{301} 'S ’s -A- A.-B.’ «— „“ ……(“A”) ’’’ D’ l’ \u{FEFF}";
    for text in [
        &*long,
        signs,
        &"A".repeat(1_000_000),
        &"A’B".repeat(100_000),
        &"王".repeat(5_000),
    ] {
        story.write(
            "articles/quay.md",
            &format!("+++\ntitle = \"T\"\n+++\n{text}\n"),
        );
        let output = story.run(&["suggest", "story", "--all"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let checked = story.run(&["check", "story", "--all"]);
        assert!(
            matches!(checked.status.code(), Some(0 | 1)),
            "{}",
            said(&checked)
        );
    }
    story.write("articles/quay.md", "+++\ntitle = \n");
    let output = story.run(&["suggest", "story"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn drafts_that_pages_show_are_told_in_one_line_with_how_to_build_them() {
    let story = Story::new();
    let names: Vec<_> = ('A'..='T')
        .map(|first| format!("{first}ora Quill"))
        .collect();
    let text = names.join(" met ");
    story.write(
        "articles/quay.md",
        &format!("+++\ntitle = \"T\"\n+++\nAda Byron and {text}.\n\nShe smiled.\n"),
    );
    for name in &names {
        let id = name.to_lowercase().replace(' ', "-");
        let file = format!("draft = true\nkind = \"person\"\nnames = [{{ text = \"{name}\" }}]\n");
        story.write(&format!("entities/{id}.toml"), &file);
    }
    let built = story.run(&["build", "story", "--out", "site"]);
    let told = said(&built);
    assert_eq!(built.status.code(), Some(1), "{told}");
    assert_eq!(told.matches("draft-entity").count(), 1, "{told}");
    let line = "error[draft-entity]: 20 entities that pages show are drafts: `aora-quill`, ";
    assert!(told.contains(line), "{told}");
    assert!(told.contains("`lora-quill`, 8 more\n"), "{told}");
    assert!(
        told.contains("`article-explorer build story --draft`"),
        "{told}"
    );
    assert!(!story.path("../site").exists());
}
