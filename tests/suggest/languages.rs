//! Languages with cases, and those without capitals: forms of a name are one, and what cannot be done is told.

use crate::measure::suggested;

/// All these words are forms of one candidate.
#[track_caller]
fn one(language: &str, text: &str, forms: &[&str]) {
    let suggestions = suggested(text, language);
    let candidates = suggestions.candidates;
    let holds = |form: &&str| {
        candidates
            .iter()
            .position(|one| one.forms.iter().any(|other| other.words == **form))
    };
    let rows: Vec<_> = forms.iter().map(holds).collect();
    assert!(
        rows[0].is_some() && rows.iter().all(|row| *row == rows[0]),
        "{language}: {rows:?} {candidates:#?}"
    );
}

#[test]
fn forms_of_a_name_are_one_name() {
    one(
        "ru",
        "Он видел Нарова. Потом к Нарову пришёл сам Наров.",
        &["Наров", "Нарова", "Нарову"],
    );
    one(
        "uk",
        "Учора Олена Коваль бачила Харків. Потім до Олени Коваль у Харкові прийшли.",
        &["Олена Коваль", "Олени Коваль"],
    );
    one(
        "pl",
        "Wczoraj widziała Warszawę. Potem w Warszawie spotkała pana Nowaka, a Nowak milczał.",
        &["Warszawę", "Warszawie"],
    );
    one(
        "kk",
        "Біз Қарабұлақта тұрамыз, содан Қарабұлаққа келді.",
        &["Қарабұлақта", "Қарабұлаққа"],
    );
    one(
        "tr",
        "Dün Karasu'da kaldı, sonra Karasu'dan geldi.",
        &["Karasu'da", "Karasu'dan"],
    );
    one(
        "fi",
        "Hän asui Mikkolassa ja tuli Mikkolasta eilen.",
        &["Mikkolassa", "Mikkolasta"],
    );
    one(
        "hu",
        "Tegnap láttam Somogyvárban, aztán elment Somogyvárról.",
        &["Somogyvárban", "Somogyvárról"],
    );
    one(
        "de",
        "Gestern sah Herr Nebel den Fluss. Nebels Haus brannte, sagte Nebel.",
        &["Nebel", "Nebels"],
    );
    one(
        "fr",
        "Hier à Orvane, près d’Orvane, il vit Marie.",
        &["Orvane", "d’Orvane"],
    );
    one(
        "en",
        "Then the World Grain Fund (WGF) paid, said the WGF.",
        &["World Grain Fund", "WGF"],
    );
}

#[test]
fn what_cannot_be_done_is_told_in_words() {
    for (language, text, words) in [
        ("zh", "他从北京来。", "no capitals"),
        ("de", "Der Hund bellt.", "every noun"),
        ("pl", "Pies szczeka.", "kinds are often left open"),
        ("pt", "O cão ladra.", "only capitals"),
    ] {
        let notices = suggested(text, language).notices;
        assert!(
            notices.iter().any(|notice| notice.contains(words)),
            "{language}: {notices:?}"
        );
    }
    assert!(suggested("A dog barks.", "en").notices.is_empty());
    let names = suggested("他从北京来。", "zh").candidates;
    assert_eq!(names[0].name, "北京");
}
