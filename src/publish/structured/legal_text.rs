//! Whether a law is a text that was passed: an act, a code, an article of one. A charge, a status or a duty is a law too, but
//! no document.

/// What such texts are called, as their names write it. "Law" in small letters is none: martial law was never passed.
const WORDS: &[&str] = &[
    // English
    "Accord",
    "Accords",
    "Act",
    "Acts",
    "Agreement",
    "Amendment",
    "Article",
    "Bill",
    "Charter",
    "Code",
    "Constitution",
    "Convention",
    "Covenant",
    "Declaration",
    "Decree",
    "Directive",
    "Law",
    "Laws",
    "Ordinance",
    "Protocol",
    "Regulation",
    "Resolution",
    "Section",
    "Statute",
    "Treaty",
    // French and Spanish
    "Arrêté",
    "Charte",
    "Concordat",
    "Décret",
    "Déclaration",
    "Loi",
    "Ordonnance",
    "Règlement",
    "Traité",
    "Édit",
    "Artículo",
    "Código",
    "Constitución",
    "Decreto",
    "Ley",
    "Tratado",
    // German
    "Abkommen",
    "Artikel",
    "Erklärung",
    "Gesetz",
    "Gesetzbuch",
    "Paragraph",
    "Verfassung",
    "Verordnung",
    "Vertrag",
    // Russian, Ukrainian, Kazakh
    "Декларация",
    "Договор",
    "Закон",
    "Кодекс",
    "Конвенция",
    "Конституция",
    "Статья",
    "Указ",
    "статья",
    "Договір",
    "Конституція",
    "Стаття",
    "заңы",
    "кодексі",
    "конституциясы",
    // Polish, Turkish
    "Konstytucja",
    "Traktat",
    "Ustawa",
    "Anayasası",
    "Antlaşması",
    "Kanunu",
    "Yasası",
];

/// Ends of German words for them: "Bundesnaturschutzgesetz".
const ENDS: &[&str] = &[
    "gesetz",
    "gesetzbuch",
    "verordnung",
    "verfassung",
    "vertrag",
];

/// Ends of Chinese and Japanese names: "刑法", "日本国憲法".
const LETTERS: &[char] = &['法', '令', '約', '约'];

/// Whether a name of a law is that of such a text.
pub(super) fn names_one(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    let is_text = |word: &str| WORDS.contains(&word) || ENDS.iter().any(|end| word.ends_with(end));
    words.any(is_text) || name.contains('§') || name.ends_with(LETTERS)
}

#[cfg(test)]
mod tests {
    use super::names_one;

    #[test]
    fn an_act_or_an_article_of_one_is_a_text_and_a_status_is_none() {
        for name in [
            "Digital Services Act",
            "Inciting discord (Article 174)",
            "Law of 31 May 1996 on public associations",
            "Code civil",
            "Loi sur la presse",
            "Bundesnaturschutzgesetz",
            "§ 218",
            "Статья 58 Уголовного кодекса РСФСР",
            "International Code of Nomenclature for algae, fungi, and plants",
            "日本国憲法",
        ] {
            assert!(names_one(name), "{name}");
        }
        for name in [
            "Kazakh citizenship",
            "Banned organisation",
            "House arrest and electronic tag",
            "Duty to ask about a detained citizen",
            "Martial law",
            "Common law",
            "Affaire de la mairie",
            "незарегистрированная организация",
        ] {
            assert!(!names_one(name), "{name}");
        }
    }
}
