//! A key that nothing reads: which one was meant, where that is sure enough.

use crate::compile::suggestion;

/// Other programs' words for keys here.
const SYNONYMS: &[(&str, &str)] = &[
    ("alias", "aliases"),
    ("also_known_as", "aliases"),
    ("author", "byline"),
    ("authors", "byline"),
    ("baseurl", "base_url"),
    ("categories", "section"),
    ("category", "section"),
    ("coordinates", "place"),
    ("date_updated", "updated"),
    ("deck", "standfirst"),
    ("dek", "standfirst"),
    ("email", "contact"),
    ("href", "url"),
    ("keywords", "tags"),
    ("label", "text"),
    ("lang", "language"),
    ("language", "lang"),
    ("lastmod", "updated"),
    ("latitude", "lat"),
    ("license", "licence"),
    ("link", "url"),
    ("location", "place"),
    ("longitude", "lon"),
    ("modified", "updated"),
    ("name", "names"),
    ("name", "title"),
    ("picture", "image"),
    ("published", "date"),
    ("subtitle", "standfirst"),
    ("type", "kind"),
];

/// What to do about a key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Cure<'k> {
    /// Another name for it.
    Rename(&'k str),
    /// This one is there already.
    Given(&'k str),
    LeaveOut,
}

/// `known` are the keys that are read here, `given` those of them that the author wrote.
pub(crate) fn cure<'k>(key: &str, known: &[&'k str], given: &[&'k str]) -> Cure<'k> {
    let written = key.to_lowercase().replace('-', "_");
    let meant = SYNONYMS
        .iter()
        .filter(|(other, _)| *other == written)
        .find_map(|(_, ours)| known.iter().find(|known| *known == ours))
        .copied()
        .or_else(|| suggestion::slip(&written, known.iter().copied()));
    match meant {
        Some(meant) if given.contains(&meant) => Cure::Given(meant),
        Some(meant) => Cure::Rename(meant),
        None => Cure::LeaveOut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cure_ruins_the_piece() {
        let known = ["title", "byline", "date", "language", "description", "url"];
        for key in [
            "updated",
            "subtitle",
            "tags",
            "draft",
            "date_updated",
            "titles_of_parts",
        ] {
            assert_eq!(cure(key, &known, &[]), Cure::LeaveOut, "{key}");
        }
        for (key, meant) in [
            ("dates", "date"),
            ("Title", "title"),
            ("author", "byline"),
            ("lang", "language"),
            ("descripton", "description"),
        ] {
            assert_eq!(cure(key, &known, &[]), Cure::Rename(meant), "{key}");
            assert_eq!(cure(key, &known, &[meant]), Cure::Given(meant), "{key}");
        }
    }
}
