//! `check` tells the likely names that no entity has; `build` and `serve` do not.

use crate::story::{Story, said};

const CODE: &str = "unlinked-name";

#[test]
fn check_tells_likely_names_with_how_to_begin_their_files() {
    let story = Story::new();
    let checked = story.run(&["check", "story"]);
    let told = said(&checked);
    assert_eq!(checked.status.code(), Some(0), "{told}");
    for words in [
        "names that no entity has: ",
        "Ivo Draganov",
        "Almaty",
        "`article-explorer suggest story --write ",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(
        told.matches(CODE).count(),
        2,
        "one line, and whose code is explained: {told}"
    );
    let all = said(&story.run(&["check", "story", "--all"]));
    assert!(
        all.contains("no entity has the name `Almaty`, which stands here 2 times"),
        "{all}"
    );
    assert!(all.contains("story/articles/quay.md:4:"), "{all}");
    let errors = said(&story.run(&["check", "story", "--errors-only"]));
    assert!(!errors.contains(CODE), "{errors}");
    let data = story.run(&["check", "story", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).unwrap();
    let found = data
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == CODE);
    assert_eq!(found.unwrap()["line"], 4);
}

#[test]
fn what_is_refused_or_allowed_is_not_told() {
    let story = Story::new();
    story.write("studio.json", "{ \"not_names\": [\"Almaty\"] }");
    let told = said(&story.run(&["check", "story", "--all"]));
    assert!(
        told.contains("Ivo Draganov") && !told.contains("`Almaty`"),
        "{told}"
    );
    let article = story.read("articles/quay.md");
    let reason = "title = \"Night on the quay\"\n[allow]\nunlinked-name = \"Known to all.\"";
    story.write(
        "articles/quay.md",
        &article.replace("title = \"Night on the quay\"", reason),
    );
    let told = said(&story.run(&["check", "story"]));
    assert!(!told.contains(CODE) && told.contains(" allowed"), "{told}");
    let built = said(&story.run(&["build", "story", "--out", "site"]));
    assert!(!built.contains("bad-allowance"), "{built}");
    let site = story.read("site.toml");
    story.write(
        "articles/quay.md",
        "+++\ntitle = \"T\"\n+++\nAda Byron smiled.\n\nShe slept.\n",
    );
    story.write(
        "site.toml",
        &format!("{site}[allow]\nunlinked-name = \"Known to all.\"\n"),
    );
    let told = said(&story.run(&["check", "story"]));
    assert!(
        told.contains("there is no `unlinked-name` here to allow"),
        "{told}"
    );
}

#[test]
fn content_with_errors_has_those_first_and_builds_are_silent() {
    let story = Story::new();
    let built = said(&story.run(&["build", "story", "--out", "site"]));
    assert!(!built.contains(CODE), "{built}");
    story.write("studio.json", "{");
    let told = story.run(&["check", "story"]);
    assert_eq!(told.status.code(), Some(0), "{}", said(&told));
    assert!(
        said(&told).contains("studio.json cannot be understood"),
        "{}",
        said(&told)
    );
    let article = story.read("articles/quay.md");
    story.write("articles/quay.md", &format!("{article}\n[[nobody]]\n"));
    let told = said(&story.run(&["check", "story"]));
    assert!(
        told.contains("unknown-entity") && !told.contains(CODE),
        "{told}"
    );
}

/// The words are underlined wherever a block has them: in cells, behind marks, escapes and comments, over line ends, in the title.
#[test]
fn names_are_underlined_where_they_stand() {
    let story = Story::new();
    let article = "+++\ntitle = \"Night with \\\"Ivo Draganov\\\"\"\n+++\nAda Byron met %% who? %% *Elena*\nMarsh.\r\n\r\n\
                   | Who | Where |\n|---|---|\n| a clerk | by Tamsin Reed |\n\n> Then [[ada|Ada]] saw \\*Peter Nance.\n\nShe smiled at Ivo Draganov.\n";
    story.write("articles/quay.md", article);
    let data = story.run(&["check", "story", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_slice(&data.stdout).unwrap();
    let lines: Vec<_> = article.lines().collect();
    let underlined = |name: &str| {
        let found = data
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["code"] == CODE && one["message"].as_str().unwrap().contains(name));
        let found = found.unwrap_or_else(|| panic!("{name}: {data:#}"));
        let number = |key: &str| found[key].as_u64().unwrap() as usize;
        let line = lines[number("line") - 1];
        let end = match number("end_line") == number("line") {
            true => number("end_column") - 1,
            false => line.chars().count(),
        };
        let words = line.chars().take(end).skip(number("column") - 1);
        words.collect::<String>()
    };
    assert_eq!(underlined("Elena Marsh"), "Elena*");
    assert_eq!(underlined("Tamsin Reed"), "Tamsin Reed");
    assert_eq!(underlined("Peter Nance"), "Peter Nance");
    assert_eq!(underlined("Ivo Draganov"), "Ivo Draganov");
}

#[test]
fn words_that_mean_nobody_are_no_name_in_their_article() {
    let story = Story::new();
    let article = story.read("articles/quay.md");
    let aliases = "title = \"Night on the quay\"\n[aliases]\n- = [\"Almaty\"]";
    let named = article.replace("title = \"Night on the quay\"", aliases);
    story.write("articles/quay.md", &named);
    let told = said(&story.run(&["check", "story", "--all"]));
    assert!(
        told.contains("Ivo Draganov") && !told.contains("`Almaty`"),
        "{told}"
    );
    let marked = article.replacen("Almaty", "[[-|Almaty]]", 1);
    story.write("articles/quay.md", &marked);
    let told = said(&story.run(&["check", "story", "--all"]));
    assert!(
        told.contains("Ivo Draganov") && !told.contains("`Almaty`"),
        "{told}"
    );
    story.write(
        "articles/other.md",
        "+++\ntitle = \"T\"\n+++\nShe went to Almaty.\n",
    );
    let told = said(&story.run(&["check", "story", "--all"]));
    assert!(told.contains("no entity has the name `Almaty`"), "{told}");
}
