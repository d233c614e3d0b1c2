//! `suggest --interactive`: each answer is written at once.

use crate::story::{Story, said};

/// Answers by the name that is asked about; the rest is left for later.
fn answers(story: &Story, given: &[(&str, &str)]) -> String {
    let table = said(&story.run(&["suggest", "story"]));
    let rows = table.lines().filter(|line| line.starts_with("  "));
    let answer = |line: &str| {
        let found = given.iter().find(|(name, _)| {
            line.contains(&format!("  {name} ")) || line.starts_with(&format!("  {name} "))
        });
        found.map_or("\n".to_owned(), |(_, answer)| format!("{answer}\n"))
    };
    rows.map(answer).collect()
}

#[test]
fn a_name_is_added_with_its_kind_and_another_refused_for_good() {
    let story = Story::new();
    let given = [("Almaty", "3"), ("Northern Courier", "n"), ("Byron", "a")];
    let answers = answers(&story, &given);
    let output = story.answer(&["suggest", "story", "--interactive"], &answers);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        story
            .read("entities/almaty.toml")
            .contains("kind = \"place\"")
    );
    assert!(story.read("studio.json").contains("Northern Courier"));
    let ada = story.read("entities/ada.toml");
    assert!(
        ada.contains("names = [{ text = \"Ada Byron\" }] # so\naliases = [\"Byron\"]\nsummary"),
        "{ada}"
    );
    let again = said(&story.run(&["suggest", "story", "--all"]));
    for gone in ["Almaty ", "Northern Courier ", "Byron "] {
        assert!(!again.contains(&format!("  {gone}")), "{gone}: {again}");
    }
    let checked = story.run(&["check", "story"]);
    assert!(
        !said(&checked).contains("studio.json"),
        "{}",
        said(&checked)
    );
}

#[test]
fn a_name_that_is_somebody_known_becomes_an_alias() {
    let story = Story::new();
    let answers = answers(&story, &[("Elena Marsh", "s\nAda Byron")]);
    let output = story.answer(&["suggest", "story", "--interactive"], &answers);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let ada = story.read("entities/ada.toml");
    assert!(ada.contains("\"Elena Marsh\""), "{ada}\n{}", said(&output));
}

#[test]
fn who_stops_keeps_what_was_answered() {
    let story = Story::new();
    let output = story.answer(&["suggest", "story", "--interactive"], "a\nq\n");
    assert!(said(&output).contains("1 name added"), "{}", said(&output));
    let output = story.answer(&["suggest", "story", "--interactive"], "");
    assert!(said(&output).contains("0 names added"), "{}", said(&output));
}
