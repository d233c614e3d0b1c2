//! `suggest --interactive`: each answer is written at once, beside what others write meanwhile.

use std::io::{BufRead, BufReader, Write};

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

/// Waits for a question, then has somebody else write a file, then answers.
#[test]
fn what_others_write_meanwhile_stays() {
    let story = Story::new();
    let mut child = story.start(&["suggest", "story", "--interactive"]);
    let mut asked = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut answer = child.stdin.take().unwrap();
    let mut until = |sign: &str| {
        let found = asked.find(|line| line.as_ref().unwrap().contains(sign));
        found.unwrap().unwrap()
    };
    let first = until("1/");
    until("not a name");
    let theirs = "{ \"view\": 3, \"not_names\": [\"Paris\"] }";
    story.write("studio.json", theirs);
    let ada = story.read("entities/ada.toml");
    story.write("entities/ada.toml", &format!("# theirs\n{ada}"));
    writeln!(answer, "n").unwrap();
    until("2/");
    writeln!(answer, "s\nada\nq").unwrap();
    drop(answer);
    until("1 linked");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let kept = story.read("studio.json");
    let refused = first.split("  ").nth(1).unwrap();
    for words in ["\"view\": 3", "\"Paris\"", &format!("\"{refused}\"")] {
        assert!(kept.contains(words), "{words}: {kept}");
    }
    let ada = story.read("entities/ada.toml");
    assert!(
        ada.starts_with("# theirs\n") && ada.contains("aliases = ["),
        "{ada}"
    );
}

#[test]
fn kinds_of_the_sites_own_can_be_given() {
    let story = Story::new();
    let kinds = "[kinds.ship]\none = \"Ship\"\nmany = \"Ships\"\nlike = \"concept\"\n";
    story.write(
        "site.toml",
        &format!("format = 1\ntitle = \"Story\"\nlanguage = \"en\"\n{kinds}"),
    );
    let written = story.run(&["suggest", "story", "--write", "elena-marsh=ship"]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let file = story.read("entities/elena-marsh.toml");
    assert!(file.contains("\nkind = \"ship\"\n"), "{file}");
    let slip = said(&story.run(&["suggest", "story", "--write", "almaty=boat"]));
    assert!(
        slip.contains("`boat` is no kind; there are: person ") && slip.contains(" concept ship"),
        "{slip}"
    );
    let answers = answers(&story, &[("Almaty", "k\nsh")]);
    let output = story.answer(&["suggest", "story", "--interactive"], &answers);
    assert!(said(&output).contains(" · k ship · "), "{}", said(&output));
    let file = story.read("entities/almaty.toml");
    assert!(file.contains("\nkind = \"ship\"\n"), "{file}");
    let checked = story.run(&["check", "story"]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
}
