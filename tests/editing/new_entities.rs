//! Words become mentions of somebody who is not there yet.

use article_explorer::compile::finding::Severity;
use article_explorer::compile::{compile, mention_list};
use article_explorer::edit::choices;
use article_explorer::model::editing::Target;

use crate::{after, linked, site, text, town};

#[test]
fn somebody_new_begins_as_a_draft() {
    let files = town("Maria Berg came. Mayor Maria Berg left [[hall|the hall]].\n");
    let new = Target::New {
        name: "Maria Berg".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "Maria Berg", new).unwrap();
    let after = after(&files, &edit);
    let stub = text(&after, "entities/maria-berg.toml");
    assert!(
        stub.contains("draft = true\nkind = \"person\"\nnames = [{ text = \"Maria Berg\" }]"),
        "{stub}"
    );
    let outcome = compile(&after);
    assert!(
        !outcome
            .findings
            .iter()
            .any(|one| one.severity == Severity::Error)
    );
    let mentions = mention_list::mentions(&outcome.site.unwrap());
    assert_eq!(
        mentions
            .iter()
            .filter(|one| one.entity == "maria-berg")
            .count(),
        2
    );
    assert_eq!(
        text(&after, "articles/town.md"),
        text(&files, "articles/town.md"),
        "her name links itself"
    );
}

#[test]
fn somebody_new_under_another_name_is_marked() {
    let files = town("The mayor left.\n");
    let new = Target::New {
        name: "Maria Berg".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "mayor", new).unwrap();
    let after = after(&files, &edit);
    assert!(text(&after, "articles/town.md").contains("The [[maria-berg|mayor]] left."));
    let nothing = Target::New {
        name: " ".to_owned(),
        kind: "person".to_owned(),
    };
    assert!(
        linked(&files, 2, "mayor", nothing)
            .unwrap_err()
            .why
            .contains("name")
    );
}

#[test]
fn a_new_entity_is_of_a_kind_that_the_site_names() {
    let toml = "format = 1\ntitle = \"Town\"\nlanguage = \"en\"\n[kinds.ship]\none = \"Ship\"\nmany = \"Ships\"\nlike = \"organisation\"\n";
    let mut files = town("The Petrel sank.\n");
    files.files.insert("site.toml".to_owned(), toml.into());
    let new = Target::New {
        name: "Petrel".to_owned(),
        kind: "ship".to_owned(),
    };
    let edit = linked(&files, 2, "Petrel", new).unwrap();
    assert!(text(&after(&files, &edit), "entities/petrel.toml").contains("kind = \"ship\""));
    let choices = choices(&files).unwrap();
    assert!(
        choices
            .kinds
            .iter()
            .any(|one| (&*one.value, &*one.label) == ("ship", "Ship"))
    );
    let hall = choices
        .entities
        .iter()
        .find(|one| one.id == "hall")
        .unwrap();
    assert_eq!((&*hall.name, &*hall.kind), ("Town Hall", "Organisation"));
}

#[test]
fn a_name_that_is_taken_gets_an_id_of_its_own() {
    let files = site(&[(
        "articles/town.md",
        "+++\ntitle = \"T\"\n+++\n[[hall|It]] fell on Ada.\n",
    )]);
    let new = Target::New {
        name: "Ada".to_owned(),
        kind: "person".to_owned(),
    };
    let edit = linked(&files, 2, "Ada", new).unwrap();
    let after = after(&files, &edit);
    assert!(after.files.contains_key("entities/ada-2.toml"));
    assert!(compile(&after).site.is_some());
}
