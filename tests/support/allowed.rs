//! A reason below `[allow]`, for every code: what may stand stands, what may not says why.

use article_explorer::compile::codes::{CODES, LASTING, ON_DISK, WARNED, lasting};
use article_explorer::compile::explanation;
use article_explorer::compile::files::Files;
use article_explorer::compile::finding::{Finding, Severity};
use article_explorer::model::data::FORMAT;
use article_explorer::publish::app::App;
use article_explorer::publish::{Options, pages};

use crate::explained::lay;
use crate::fixture::{self, Site, names};
use crate::{checked, outcome};

const SITE: &str = "site.toml";

/// Each code in the example that explains it; allowed for the site, and in the file that it is about.
#[test]
fn what_may_stand_stands_and_is_built_and_what_may_not_says_why() {
    let (base, _) = fixture::site("base.txt");
    let mut failures = String::new();
    for one in explanation::all().filter(|one| !ON_DISK.contains(&one.code)) {
        let before = one.text.split("\n\nAfter, ").next().unwrap_or_default();
        let mut site = base.clone();
        lay(before, &base, &mut site);
        let found = checked(&Files::from_texts(site.clone()), one.code);
        for about in found.iter().filter(|about| about.code == one.code) {
            let own = Some(&*about.file).filter(|file| holds_allowances(file) && *file != SITE);
            for place in own.into_iter().chain([SITE]) {
                if let Some(failure) = failure(&site, place, about) {
                    failures += &format!("\n=== {} in {place}: {failure}", one.code);
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// What is not as it should be once a finding is allowed in a file.
fn failure(site: &Site, place: &str, about: &Finding) -> Option<String> {
    let Some(site) = allowing(site, place, &[about.code]) else {
        // There is no such file, or nothing in it is read.
        return lasting(about.code).is_none().then(|| "no place".to_owned());
    };
    let outcome = outcome(&Files::from_texts(site), about.code);
    let told = |code| outcome.findings.iter().filter(move |one| one.code == code);
    let still = told(about.code).any(|one| one.message == about.message);
    match lasting(about.code).filter(|_| about.severity == Severity::Error) {
        None if still => Some("it is still told".to_owned()),
        None if outcome.site.is_none() => Some(format!("nothing is built: {:?}", outcome.findings)),
        None => {
            let app = App::new(b"app".to_vec(), FORMAT.into()).expect("an app");
            let pages = outcome
                .site
                .map(|site| pages(&site, &app, Options::default()));
            pages?.err().map(|error| error.to_string())
        }
        Some(_) if !still => Some("it is told no more".to_owned()),
        Some(_) if outcome.site.is_some() => Some("it is built".to_owned()),
        Some(why) => {
            let says = |one: &Finding| one.message.ends_with(&format!("cannot be allowed: {why}"));
            let is_read = !outcome.findings.iter().any(|one| hides(one, place));
            (is_read && !told("bad-allowance").any(says)).then(|| "nothing says why".to_owned())
        }
    }
}

/// Whether what a file allows is not known.
fn hides(finding: &Finding, place: &str) -> bool {
    let hides = ["malformed-front-matter", "malformed-toml", "unknown-format"];
    finding.file == place && hides.contains(&finding.code)
}

/// All findings of all fixtures.
#[test]
fn nothing_is_left_of_what_may_stand() {
    let mut failures = String::new();
    for name in names() {
        let (site, _) = fixture::site(&name);
        let code = name.trim_end_matches(".txt");
        let before = checked(&Files::from_texts(site.clone()), code);
        let codes: Vec<_> = before.iter().map(|one| one.code).collect();
        let Some(site) = allowing(&site, SITE, &codes) else {
            continue;
        };
        let after = checked(&Files::from_texts(site), code);
        let stays = |one: &&Finding| {
            one.severity == Severity::Error && lasting(one.code).is_some()
                || one.message.contains("cannot be allowed")
        };
        if let Some(left) = after.iter().find(|one| !stays(one)) {
            failures += &format!("\n=== {name}: {left:?}");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_reference_lists_what_no_reason_lets_stand() {
    let reference = include_str!("../../src/compile/format.md");
    let head = "| no reason lets stand | since |\n|---|---|\n";
    let (_, table) = reference.split_once(head).expect("a table");
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let rows: Vec<_> = rows.collect();
    let expected = LASTING.iter().map(|(why, codes)| {
        let star = |code| if WARNED.contains(code) { "*" } else { "" };
        let codes: Vec<_> = codes
            .iter()
            .map(|code| format!("`{code}`{}", star(code)))
            .collect();
        format!("| {} | {why} |", codes.join(", "))
    });
    assert_eq!(rows, expected.collect::<Vec<_>>());
    let listed = LASTING.iter().flat_map(|(_, codes)| *codes);
    for code in listed.chain(WARNED) {
        assert!(CODES.contains(code), "{code}");
    }
}

fn holds_allowances(file: &str) -> bool {
    let is_in = |folder: &str, ending: &str| file.starts_with(folder) && file.ends_with(ending);
    [SITE, "events.toml", "sources.toml"].contains(&file)
        || is_in("articles/", ".md")
        || is_in("entities/", ".toml")
}

/// The site with codes allowed in a file of it, if it has that file.
fn allowing(site: &Site, place: &str, codes: &[&str]) -> Option<Site> {
    let mut site = site.clone();
    let text = String::from_utf8(site.get(place)?.clone()).ok()?;
    let mut lines = String::new();
    for code in CODES.iter().filter(|code| codes.contains(code)) {
        if !text.contains(&format!("\n{code} = ")) {
            lines += &format!("{code} = \"It is meant.\"\n");
        }
    }
    let table = format!("\n[allow]\n{lines}");
    let text = if text.contains("[allow]\n") {
        text.replacen("[allow]\n", &table, 1)
    } else if let Some(body) = text.strip_prefix("+++").and_then(|text| text.find("\n+++")) {
        let end = body + "+++".len();
        [&text[..end], &table, &text[end + 1..]].concat()
    } else {
        text + &table
    };
    site.insert(place.to_owned(), text.into_bytes());
    Some(site)
}
