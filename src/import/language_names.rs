//! Languages as bibliographies name them: `ngerman`, `rus`, `en-US`.

use crate::compile::rules::is_language;

/// The tag of a language by its name or tag.
pub(crate) fn tag(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let known = LANGUAGES.iter().find(|(names, _)| names.contains(&&*lower));
    match known {
        Some((_, tag)) => Some((*tag).to_owned()),
        None if written.len() > 1 && is_language(written) => Some(written.to_owned()),
        None => None,
    }
}

/// Languages as bibliographies name them.
const LANGUAGES: &[(&[&str], &str)] = &[
    (
        &[
            "english",
            "american",
            "british",
            "usenglish",
            "ukenglish",
            "eng",
            "en-us-x",
        ],
        "en",
    ),
    (&["german", "ngerman", "deutsch", "ger", "deu"], "de"),
    (&["french", "français", "fre", "fra"], "fr"),
    (&["spanish", "español", "spa"], "es"),
    (&["italian", "italiano", "ita"], "it"),
    (&["russian", "русский", "rus"], "ru"),
    (&["kazakh", "kaz"], "kk"),
    (&["ukrainian", "ukr"], "uk"),
    (&["polish", "pol"], "pl"),
    (&["dutch", "dut", "nld"], "nl"),
    (&["portuguese", "por"], "pt"),
    (&["latin", "lat"], "la"),
    (&["greek", "gre", "ell"], "el"),
    (&["turkish", "tur"], "tr"),
    (&["arabic", "ara"], "ar"),
    (&["hebrew", "heb"], "he"),
    (&["persian", "farsi", "per", "fas"], "fa"),
    (&["chinese", "chi", "zho"], "zh"),
    (&["japanese", "jpn"], "ja"),
    (&["korean", "kor"], "ko"),
    (&["swedish", "swe"], "sv"),
    (&["danish", "dan"], "da"),
    (&["norwegian", "nor"], "no"),
    (&["finnish", "fin"], "fi"),
    (&["czech", "cze", "ces"], "cs"),
    (&["hungarian", "hun"], "hu"),
    (&["romanian", "rum", "ron"], "ro"),
];
