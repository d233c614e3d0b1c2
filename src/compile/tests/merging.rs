//! Two entities that become one: whatever names the one names the other, and nothing else changes.

use std::collections::BTreeMap;

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::merge::{self, Merged, Unmerged};

const SITE: &str = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n";

const SOURCES: &str = "[gazette]\ntitle = \"The clock\"\nurl = \"https://example.org/clock\"\n";

const BERG: &str = "\
# Of the mayor.
kind = \"person\"
names = [
    { text = \"Maria Berg\" }, # as she writes it
]
description = \"mayor\"
summary = \"Governs.\"   # for now

[[facts]]
text = \"She governs.\"
source = \"gazette\"

[[relations]]
predicate = \"mother of\"
object = \"m-berg\"
source = \"gazette\"
# The end.
";

const M_BERG: &str = "\
kind = \"person\"
names = [{ text = \"M. Berg\" }, { text = \"Мария Берг\", lang = \"ru\" }]
aliases = \"the mayor\"
former = [\"maria\"]
description = \"head of the town\"
summary = \"Came in 2020, says [[m-berg]].\"
identifiers = { wikidata = \"Q42\" }

# What she did.
[[facts]]
text = \"She governs.\"
source = \"gazette\"
[[facts]]
text = 'She came in 2020.'
source = \"gazette\"
";

fn files(article: &str, more: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let texts = [
        ("site.toml", SITE),
        ("sources.toml", SOURCES),
        ("articles/town.md", article),
        ("entities/maria-berg.toml", BERG),
        ("entities/m-berg.toml", M_BERG),
    ];
    let texts = texts.iter().chain(more);
    let texts = texts.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    texts.collect()
}

const ARTICLE: &str = "\
+++
title = \"The town of [[m-berg|its mayor]]\"
+++
[[maria-berg|She]] met [[m-berg]] and [[m-berg|Berg|Says [[m-berg]].]][[m-berg+| herself]].
";

fn merged(files: &BTreeMap<String, Vec<u8>>) -> Result<Merged, Unmerged> {
    merge::entities(&Files::from_texts(files.clone()), "maria-berg", "m-berg")
}

/// A text after the merge.
#[track_caller]
fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let merged = merged(files).expect("they can be merged");
    let mut texts = merged.files.into_iter();
    let (_, text) = texts.find(|(name, _)| name == path).expect("it changes");
    text
}

#[test]
fn all_of_the_one_stands_in_the_file_of_the_other() {
    let expected = "\
# Of the mayor.
kind = \"person\"
names = [
    { text = \"Maria Berg\" },
    { text = \"Мария Берг\", lang = \"ru\" }, # as she writes it
]
description = \"mayor\"
summary = \"Governs.\"   # for now
aliases = [\"M. Berg\", \"the mayor\"]
former = [\"maria\", \"m-berg\"]
identifiers = { wikidata = \"Q42\" }

[[facts]]
text = \"She governs.\"
source = \"gazette\"
[[facts]]
text = 'She came in 2020.'
source = \"gazette\"
# The end.

# Of `m-berg`, where it says something else:
# description = \"head of the town\"
# summary = \"Came in 2020, says [[maria-berg|M. Berg]].\"
# What she did.
";
    let files = files(ARTICLE, &[]);
    assert_eq!(text(&files, "entities/maria-berg.toml"), expected);
    let merged = merged(&files).expect("they can be merged");
    assert_eq!(merged.gone, "entities/m-berg.toml");
    assert_eq!(
        merged.told[0],
        "a relation of `maria-berg` and `m-berg` is left out"
    );
}

#[test]
fn articles_name_the_one_and_read_as_before() {
    let expected = "\
+++
title = \"The town of [[maria-berg|its mayor]]\"
+++
[[maria-berg|She]] met [[maria-berg|M. Berg]] and [[maria-berg|Berg|Says [[maria-berg|M. Berg]].]][[maria-berg+| herself]].
";
    assert_eq!(text(&files(ARTICLE, &[]), "articles/town.md"), expected);
}

#[test]
fn what_is_not_touched_keeps_its_bytes_with_other_line_ends_too() {
    let mut files = files(ARTICLE, &[]);
    let plain = text(&files, "entities/maria-berg.toml");
    for text in files.values_mut() {
        let with_returns = String::from_utf8_lossy(text).replace('\n', "\r\n");
        *text = with_returns.trim_end().as_bytes().to_vec();
    }
    let expected = plain.replace('\n', "\r\n");
    assert_eq!(
        text(&files, "entities/maria-berg.toml"),
        expected.trim_end()
    );
    let article = text(&files, "articles/town.md");
    assert_eq!(
        article.matches('\n').count(),
        article.matches("\r\n").count()
    );
    assert!(!article.ends_with('\n'));
}

#[test]
fn lists_in_which_both_stand_have_the_one_once() {
    let article = "\
+++
title = \"The town\"
autolink_except = [\"maria-berg\", \"m-berg\"]
[aliases]
m-berg = [\"Mama\"] # hers
maria-berg = \"She herself\"
+++
[[maria-berg|Berg]] met Mama, [[m-berg]].
";
    let events = "[[events]]\ndate = \"2020\"\ntext = \"She said \\\"[[m-berg|yes]]\\\" to [[m-berg]].\"\nentities = [\"m-berg\", \"maria-berg\"]  # both\nsource = \"gazette\"\n";
    let files = files(article, &[("events.toml", events)]);
    let article = text(&files, "articles/town.md");
    assert!(
        article.contains("autolink_except = [\"maria-berg\"]\n"),
        "{article}"
    );
    assert!(
        article.contains("maria-berg = [\"She herself\", \"Mama\"]\n"),
        "{article}"
    );
    let events = text(&files, "events.toml");
    assert!(
        events.contains("entities = [\"maria-berg\"]  # both\n"),
        "{events}"
    );
    assert!(
        events.contains("[[maria-berg|yes]]\\\" to [[maria-berg|M. Berg]]"),
        "{events}"
    );
}

#[test]
fn the_merged_site_has_no_more_findings_and_keeps_its_confirmed_citations() {
    let fact = "\n[[facts]]\ntext = \"She met Berg.\"\nsource = \"town#p2\"\n";
    let mut files = files(ARTICLE, &[]);
    let bytes = files.get_mut("entities/m-berg.toml").expect("it is there");
    bytes.extend(fact.bytes());
    let before = compile(&Files::from_texts(files.clone()));
    let lock = before.lock.expect("there are no errors");
    files.insert("citations.lock".to_owned(), lock.into_bytes());
    let merged = merged(&files).expect("they can be merged");
    let mut after = files.clone();
    after.extend(
        merged
            .files
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes())),
    );
    after.remove(&merged.gone);
    let outcome = compile(&Files::from_texts(after.clone()));
    assert!(outcome.findings.is_empty(), "{:#?}", outcome.findings);
    let lock = String::from_utf8_lossy(&after["citations.lock"]).into_owned();
    assert!(lock.contains("entities/maria-berg.toml\t"), "{lock}");
    assert_eq!(outcome.lock.as_deref(), Some(&*lock));
}

/// Stops behind each file, and merges again.
#[test]
fn a_merge_that_was_stopped_is_finished_by_the_same_once_more() {
    let fact = "\n[[facts]]\ntext = \"She met Berg.\"\nsource = \"town#p2\"\n[allow]\nlong-summary = \"It is not.\"\n";
    let article = ARTICLE.replace("title", "autolink_except = [\"m-berg\"]\ntitle");
    let events = "[[events]]\ndate = \"2020\"\ntext = \"She came.\"\nentities = [\"m-berg\"]\nsource = \"gazette\"\n";
    let mut files = files(&article, &[("events.toml", events)]);
    let bytes = files.get_mut("entities/m-berg.toml").expect("it is there");
    bytes.extend(fact.bytes());
    let lock = compile(&Files::from_texts(files.clone())).lock;
    files.insert(
        "citations.lock".to_owned(),
        lock.expect("no errors").into_bytes(),
    );
    let whole = merged(&files).expect("they can be merged");
    let mut done = files.clone();
    let steps = whole
        .files
        .iter()
        .map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    done.extend(steps.clone());
    done.remove(&whole.gone);
    assert!(whole.files.len() > 3, "{:?}", whole.files);
    let mut begun = files;
    for (path, text) in steps {
        begun.insert(path.clone(), text);
        let rest = merged(&begun).unwrap_or_else(|error| panic!("behind {path}: {error:?}"));
        let mut now = begun.clone();
        now.extend(
            rest.files
                .into_iter()
                .map(|(path, text)| (path, text.into_bytes())),
        );
        now.remove(&rest.gone);
        assert_eq!(now, done, "behind {path}");
    }
}

#[test]
fn a_fact_that_both_files_have_is_said_once_however_it_is_written() {
    let same = "\n[[facts]]\nsource = 'gazette' # page 3\ntext = 'She governs.'  # \"well\"\n";
    let mut files = files(ARTICLE, &[]);
    let berg = M_BERG.replace(
        "\n[[facts]]\ntext = \"She governs.\"\nsource = \"gazette\"\n",
        same,
    );
    assert_ne!(berg, M_BERG);
    files.insert("entities/m-berg.toml".to_owned(), berg.into_bytes());
    let text = text(&files, "entities/maria-berg.toml");
    assert_eq!(text.matches("She governs.").count(), 1, "{text}");
    for remark in ["# page 3", "# \"well\"", "# What she did."] {
        assert!(text.contains(remark), "no {remark} in {text}");
    }
}

#[test]
fn what_need_not_be_allowed_any_more_is_left_out() {
    let mut files = files(
        "+++\ntitle = \"T\"\n+++\n[[maria-berg]] and [[m-berg]].\n",
        &[],
    );
    let (bare, _) = M_BERG.split_once("summary").expect("it has one");
    let facts = "\n[[facts]]\ntext = \"She came.\"\nsource = \"gazette\"\n";
    let allow = "[allow]\nmissing-summary = \"Written by May.\"\n";
    let berg = [bare, facts, allow].concat();
    files.insert("entities/m-berg.toml".to_owned(), berg.into_bytes());
    let codes = |files: &BTreeMap<String, Vec<u8>>| {
        let findings = compile(&Files::from_texts(files.clone())).findings;
        findings.iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert!(!codes(&files).contains(&"bad-allowance"));
    let merged = merged(&files).expect("they can be merged");
    files.extend(
        merged
            .files
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes())),
    );
    files.remove(&merged.gone);
    assert!(
        !codes(&files).contains(&"bad-allowance"),
        "{:?}",
        codes(&files)
    );
    assert!(
        merged
            .told
            .iter()
            .any(|line| line.contains("`allow.missing-summary`")),
        "{:?}",
        merged.told
    );
}

#[test]
fn what_cannot_be_merged_is_refused_with_a_cure() {
    let article = "+++\ntitle = \"T\"\n+++\n[[maria-berg]] and [[m-berg]].\n";
    let of = |before: &str, after: &str| {
        let mut files = files(article, &[]);
        let text = M_BERG.replace(before, after);
        files.insert("entities/m-berg.toml".to_owned(), text.into_bytes());
        match merged(&files) {
            Err(Unmerged::Refused(why)) => why,
            other => panic!("{other:?}"),
        }
    };
    assert!(of("\"person\"", "\"place\"").contains("put the `kind` of one right"));
    let mut resting = files(article, &[]);
    let private = M_BERG.replace("identifiers = { wikidata = \"Q42\" }", "private = true");
    for (path, text) in [("maria-berg", BERG), ("m-berg", &private)] {
        let text = text.replace("\"gazette\"", "\"town#p2\"");
        resting.insert(format!("entities/{path}.toml"), text.into_bytes());
    }
    let refused = merged(&resting);
    assert!(
        matches!(&refused, Err(Unmerged::Refused(why)) if why.contains("write `private = true` into both")),
        "{refused:?}"
    );
    let files = Files::from_texts(files(article, &[]));
    let slip = merge::entities(&files, "maria-berk", "m-berg");
    assert!(
        matches!(slip, Err(Unmerged::Refused(why)) if why.contains("did you mean `maria-berg`?"))
    );
    assert!(matches!(
        merge::entities(&files, "m-berg", "m-berg"),
        Err(Unmerged::Refused(_))
    ));
}

#[test]
fn content_with_errors_is_left_alone() {
    let files = files("+++\ntitle = \"T\"\n+++\n[[nobody]] and [[m-berg]].\n", &[]);
    assert!(matches!(merged(&files), Err(Unmerged::Findings(found)) if found.len() == 1));
}

#[test]
fn the_merge_that_a_finding_proposes_removes_it() {
    let article = "+++\ntitle = \"T\"\n+++\n[[maria-berg]] and [[m-berg]].\n";
    let mut files = files(article, &[]);
    let berg = M_BERG
        .replace("M. Berg", "Maria Berg")
        .replace(", says [[m-berg]]", "");
    files.insert("entities/m-berg.toml".to_owned(), berg.into_bytes());
    // That the one is the mother of the other says that they are two.
    let mother = BERG.replace("object = \"m-berg\"", "object = \"maria-berg\"");
    files.insert("entities/maria-berg.toml".to_owned(), mother.into_bytes());
    let codes = |files: &BTreeMap<String, Vec<u8>>| {
        let findings = compile(&Files::from_texts(files.clone())).findings;
        findings
            .into_iter()
            .filter(|one| one.code == "likely-duplicate")
            .collect::<Vec<_>>()
    };
    let found = codes(&files);
    let (_, help) = found[0]
        .help
        .split_once("fix merge ")
        .expect("it says what to run");
    let ids: Vec<_> = help.split(['`', ' ']).take(2).collect();
    let merged = merge::entities(&Files::from_texts(files.clone()), ids[0], ids[1]);
    let merged = merged.expect("they can be merged");
    files.extend(
        merged
            .files
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes())),
    );
    files.remove(&merged.gone);
    assert_eq!(codes(&files), []);
}
