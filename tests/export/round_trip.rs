//! What is exported and imported again into an empty folder is the same site, less what is left out of exports.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use article_explorer::compile::compile;
use article_explorer::compile::files::Files;
use article_explorer::compile::printout::Printout;
use article_explorer::export::{Format, export};
use article_explorer::import::{Imported, Input, import};
use article_explorer::model::site::Site;

/// Content files by their paths.
pub(crate) type Content = BTreeMap<String, Vec<u8>>;

/// A site with one of everything that the content format has.
const EVERYTHING: &str = include_str!("everything.txt");

/// The files of a folder.
pub(crate) fn folder(path: &str) -> Content {
    let mut files = Content::new();
    let mut folders = vec![Path::new(path).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap().path();
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let below = entry.strip_prefix(path).unwrap().to_str().unwrap();
            files.insert(below.replace('\\', "/"), fs::read(&entry).unwrap());
        }
    }
    files.retain(|path, _| !path.starts_with('.'));
    files
}

#[track_caller]
pub(crate) fn compiled(content: &Content) -> Site {
    let files = Files::from_texts(content.clone());
    let outcome = compile(&files);
    let told = Printout {
        errors_only: true,
        ..Printout::default()
    };
    let told = told.text(&outcome.findings, &files);
    outcome.site.unwrap_or_else(|| panic!("{told}"))
}

/// What an export of a site becomes in an empty folder, with the site's pictures beside it.
#[track_caller]
fn imported(content: &Content) -> Imported {
    let json = export(compiled(content), Format::Json, None).unwrap();
    let pictures = content
        .iter()
        .filter(|(path, _)| path.starts_with("images/"));
    let pictures = pictures.map(|(path, bytes)| (path.clone(), bytes.clone()));
    let files = [("site.json".to_owned(), json.into_bytes())]
        .into_iter()
        .chain(pictures);
    let inputs: Vec<_> = files.map(|(name, bytes)| Input { name, bytes }).collect();
    import(&inputs, &Files::default()).unwrap()
}

/// Imports what is exported, and sees that the same is exported of that.
#[track_caller]
pub(crate) fn check(content: &Content) -> Content {
    let imported = imported(content);
    let left = imported.left_out.iter().map(ToString::to_string);
    let left: Vec<_> = left
        .filter(|one| !one.contains("no document here shows this picture"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
    let json = |content: &Content| export(compiled(content), Format::Json, None).unwrap();
    let before = json(content);
    check_same(&before, &json(&imported.files));
    let schema =
        serde_json::from_str(&export(compiled(content), Format::JsonSchema, None).unwrap())
            .unwrap();
    let value = serde_json::from_str(&before).unwrap();
    assert_eq!(super::json_schema::fault(&schema, &value, "site"), None);
    imported.files
}

/// Fails with the lines round the first difference.
#[track_caller]
pub(crate) fn check_same(one: &str, other: &str) {
    let lines = one.lines().chain([""]).zip(other.lines().chain([""]));
    let first = lines.take_while(|(one, other)| one == other).count();
    let around = |text: &str| {
        let lines = text.lines().skip(first.saturating_sub(12)).take(25);
        lines.collect::<Vec<_>>().join("\n")
    };
    let (here, there) = (around(one), around(other));
    assert!(one == other, "line {first}:\n{here}\n\nis again:\n{there}");
}

#[test]
fn the_first_article_comes_back_as_it_was() {
    check(&folder("content"));
}

#[test]
fn sites_of_several_articles_come_back_as_they_were() {
    for site in ["two", "arabic", "any"] {
        check(&folder(&format!("tests/sites/{site}")));
    }
}

#[test]
fn everything_that_a_site_can_hold_comes_back() {
    check(&super::archive(EVERYTHING));
}

#[test]
fn private_persons_stay_away_and_nothing_else() {
    let again = check(&super::archive(super::SITE));
    let article = String::from_utf8(again["articles/bridge.md"].clone()).unwrap();
    assert!(article.contains("met Lise Moreau."), "{article}");
    assert!(!again.contains_key("entities/neighbour.toml"));
}

/// A name that an article keeps from being linked, and words of a private person that are also somebody else's name.
#[test]
fn names_that_an_article_does_not_link_stay_without_links() {
    let mut content = super::archive(super::SITE);
    let delta = "+++\ntitle = \"Down the river\"\nautolink_except = [\"riverton\"]\n+++\nFrom Riverton to [[delta|the delta]] with Maria Berg.\n";
    content.insert("articles/delta.md".to_owned(), delta.into());
    let again = check(&content);
    let article = String::from_utf8(again["articles/delta.md"].clone()).unwrap();
    assert!(article.contains("From Riverton to"), "{article}");
}

#[test]
fn pictures_that_are_not_beside_the_file_are_told() {
    let mut content = folder("tests/sites/two");
    content.retain(|path, _| !path.starts_with("images/") || path.ends_with(".png"));
    let json = export(compiled(&folder("tests/sites/two")), Format::Json, None).unwrap();
    let site = Input {
        name: "site.json".to_owned(),
        bytes: json.into_bytes(),
    };
    let imported = import(&[site], &Files::default()).unwrap();
    let told = imported.notes.join("\n");
    assert!(
        told.contains("the file has no pictures: copy `images/"),
        "{told}"
    );
}

#[track_caller]
fn check_refused(json: &str, said: &str) {
    let input = Input {
        name: "site.json".to_owned(),
        bytes: json.as_bytes().to_vec(),
    };
    let error = import(&[input], &Files::default()).unwrap_err();
    assert!(error.to_string().contains(said), "{error}");
}

#[test]
fn what_is_no_site_is_refused_with_its_reason() {
    let json = export(super::site(""), Format::Json, None).unwrap();
    check_refused(
        &json.replace("\"format\": 2", "\"format\": 1"),
        "a site of format 1, and 2 is read here; export it again",
    );
    check_refused(
        &json.replace("\"id\": \"riverton\"", "\"id\": \"../../riverton\""),
        "`../../riverton` among its entities is no name of a file",
    );
    check_refused(
        &json.replace("\"id\": \"riverton\"", "\"id\": \"berg\""),
        "two of its entities are called `berg`",
    );
    check_refused(
        &json.replace("\"words\": \"Riverton\"", "\"words\": 3"),
        "this is no site as it was exported",
    );
    let site = Input {
        name: "site.json".to_owned(),
        bytes: json.into_bytes(),
    };
    let folder = Files::from_texts([(
        "site.toml",
        "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n",
    )]);
    let error = import(&[site], &folder).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`site.json`: this is a whole site, and the folder has one; name a new folder with --to"
    );
}
