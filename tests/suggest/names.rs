//! What names are taken whole, what is no part of them, and what is left to the author.

use article_explorer::compile::files::Files;
use article_explorer::compile::lenient;
use article_explorer::model::kind::Kind;
use article_explorer::suggest::candidate::{Candidate, Tier};
use article_explorer::suggest::refusals::Refusals;
use article_explorer::suggest::suggest;

use crate::measure::suggested;

/// The candidate of this name.
#[track_caller]
fn named<'c>(candidates: &'c [Candidate], name: &str) -> &'c Candidate {
    let found = candidates.iter().find(|one| one.name == name);
    found.unwrap_or_else(|| panic!("no `{name}` among {:?}", names(candidates)))
}

fn names(candidates: &[Candidate]) -> Vec<&str> {
    candidates.iter().map(|one| &*one.name).collect()
}

/// Each of these is suggested under this name, and likely.
#[track_caller]
fn likely(language: &str, text: &str, expected: &[&str]) {
    let candidates = suggested(text, language).candidates;
    for name in expected {
        let one = named(&candidates, name);
        assert_eq!(one.tier, Tier::Likely, "{name}: {:?}", names(&candidates));
    }
}

#[track_caller]
fn absent(language: &str, text: &str, unexpected: &[&str]) {
    let candidates = suggested(text, language).candidates;
    for name in unexpected {
        let found = names(&candidates).contains(name);
        assert!(!found, "{name}: {:?}", names(&candidates));
    }
}

#[test]
fn a_short_name_that_may_mean_two_is_left_to_the_author() {
    let text = "In May Ruth Hallam opened the yard. Her father had founded Hallam & Sons in 1921. \
                Later, says the town, Hallam sold the slip.";
    let candidates = suggested(text, "en").candidates;
    let ruth = named(&candidates, "Ruth Hallam");
    assert!(
        ruth.forms.iter().all(|form| form.words != "Hallam"),
        "{ruth:?}"
    );
    let short = named(&candidates, "Hallam");
    assert_eq!(short.may_mean, ["Ruth Hallam", "Hallam & Sons"]);
    assert_eq!(short.tier, Tier::Possible);
    let company = named(&candidates, "Hallam & Sons");
    assert_eq!(company.kind, Some(Kind::Organisation));
    let two = "They met Ruth Hallam and Peter Hallam. Then Hallam left.";
    let candidates = suggested(two, "en").candidates;
    assert_eq!(
        named(&candidates, "Hallam").may_mean,
        ["Ruth Hallam", "Peter Hallam"]
    );
    let one = "They met Ruth Hallam of the Ruth Hallam Trust. Then Hallam left.";
    let candidates = suggested(one, "en").candidates;
    let ruth = named(&candidates, "Ruth Hallam");
    assert!(
        ruth.forms.iter().any(|form| form.words == "Hallam"),
        "{candidates:?}"
    );
}

#[test]
fn names_of_institutions_are_whole() {
    let text = "Letters went to the Department for Transport and to the Maritime and Coastguard Agency. \
                The Institute for Fiscal Studies, the Ministry of Health and Welfare and the Society for the \
                Protection of Birds answered. The Ministry of Transport and Elena Marsh agreed. \
                The Treasury and Foreign Office did not.";
    let all = [
        "Department for Transport",
        "Maritime and Coastguard Agency",
        "Institute for Fiscal Studies",
        "Ministry of Health and Welfare",
        "Society for the Protection of Birds",
        "Ministry of Transport",
        "Elena Marsh",
        "Foreign Office",
    ];
    likely("en", text, &all);
    absent(
        "en",
        text,
        &[
            "Transport",
            "Fiscal Studies",
            "Coastguard Agency",
            "Welfare",
        ],
    );
    likely(
        "de",
        "Gewarnt hatten das Bundesamt für Seeschifffahrt und Hydrographie und das Ministerium für Verkehr.",
        &[
            "Bundesamt für Seeschifffahrt und Hydrographie",
            "Ministerium für Verkehr",
        ],
    );
    likely(
        "fr",
        "On écrivit à l’Agence pour l’Emploi et au Conseil pour la Culture et la Recherche.",
        &[
            "Agence pour l’Emploi",
            "Conseil pour la Culture et la Recherche",
        ],
    );
    let text = "The line was laid by AT&T and by Marks & Spencer.";
    let candidates = suggested(text, "en").candidates;
    named(&candidates, "AT&T");
    let shop = named(&candidates, "Marks & Spencer");
    assert_eq!(shop.kind, Some(Kind::Organisation));
}

#[test]
fn saints_keep_their_word_and_titles_are_no_part_of_names() {
    let text = "They met in St Petroc's Hall, where Councillor Denzil Rowe spoke. A harbourmaster is paid, \
                and so Harbourmaster Jenna Pascoe kept silent. Later Cllr Ivor Penn left for St Ives.";
    let all = [
        "St Petroc's Hall",
        "Denzil Rowe",
        "Jenna Pascoe",
        "Ivor Penn",
    ];
    likely("en", text, &all);
    let candidates = suggested(text, "en").candidates;
    for name in &all[1..] {
        assert_eq!(named(&candidates, name).kind, Some(Kind::Person), "{name}");
    }
    assert_eq!(
        named(&candidates, "St Petroc's Hall").kind,
        Some(Kind::Place)
    );
    named(&candidates, "St Ives");
    likely(
        "de",
        "Man läutete in Sankt Marien, sagte Pfarrer Uhl.",
        &["Sankt Marien"],
    );
}

#[test]
fn heads_of_tables_are_no_names_but_their_cells_have_some() {
    let article = "+++\ntitle = \"T\"\n+++\nBelow.\n\n| Ferry Line | First Crossing |\n|---|---|\n| Blue Star Ferries | May |\n";
    let files = Files::from_texts([
        (
            "site.toml",
            "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n",
        ),
        ("articles/t.md", article),
    ]);
    let site = lenient::site(&files).unwrap();
    let candidates = suggest(&site, &Refusals::default()).candidates;
    assert_eq!(names(&candidates), ["Blue Star Ferries"]);
}

#[test]
fn a_whole_name_that_begins_a_sentence_once_is_likely() {
    likely(
        "en",
        "The town slept. Caroline Voss runs the café.",
        &["Caroline Voss"],
    );
    let text = "The town slept. Tamsin Voss runs the café. Nobody came.";
    let candidates = suggested(text, "en").candidates;
    assert!(
        named(&candidates, "Tamsin Voss").tier <= Tier::Possible,
        "{candidates:?}"
    );
}

#[test]
fn german_names_have_adjectives_particles_and_genitives() {
    let text = "Gewarnt hatte der Deutsche Wetterdienst, das Rote Kreuz half. Man las davon in den Kieler \
                Nachrichten. Eigner war Theodor von der Heyde, der Hannes von der Reederei traf. Bekannt sind \
                Bremens Pläne. Gebaut wurde sie von der Reederei Thode & Söhne. Gestern ging der Kapitän der „Seeschwalbe“ von Bord.";
    let all = [
        "Deutsche Wetterdienst",
        "Rote Kreuz",
        "Kieler Nachrichten",
        "Theodor von der Heyde",
    ];
    likely("de", text, &all);
    let candidates = suggested(text, "de").candidates;
    for name in ["Bremen", "Thode & Söhne", "Seeschwalbe"] {
        named(&candidates, name);
    }
    absent(
        "de",
        text,
        &[
            "Hannes von der Reederei",
            "Wetterdienst",
            "Kapitän",
            "Pläne",
        ],
    );
}

#[test]
fn german_institutions_are_of_what_they_are_about() {
    let text = "Er schrieb für die Gesellschaft der Wissenschaften und für das Tondernsche Intelligenzblatt, \
                die Gesellschaft der Mutter suchte er nicht.";
    likely(
        "de",
        text,
        &[
            "Gesellschaft der Wissenschaften",
            "Tondernsche Intelligenzblatt",
        ],
    );
    absent("de", text, &["Gesellschaft der Mutter", "Mutter"]);
}

#[test]
fn german_names_behind_articles_are_shown_where_no_common_noun_is_so_called() {
    let text = "Die Elbe lag ruhig. Ein Schiff fuhr über die Elbe, das Schiff sank. In der Stadt sprach man vom \
                Maschinenraum; der Maschinenraum brannte. Lieschen kam, und Lieschen weinte.";
    let candidates = suggested(text, "de").candidates;
    assert_eq!(named(&candidates, "Elbe").tier, Tier::More);
    named(&candidates, "Lieschen");
    absent("de", text, &["Schiff", "Stadt", "Maschinenraum"]);
}
