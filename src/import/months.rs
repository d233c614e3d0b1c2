//! Months and seasons by their names, in some languages.

/// How months begin, in English, German, French, Spanish and Russian.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene", "янв"],
    &["feb", "fév", "fev", "фев"],
    &["mar", "mär", "mrz", "мар"],
    &["apr", "avr", "abr", "апр"],
    &["may", "mai", "мая", "май"],
    &["jun", "juin", "июн"],
    &["jul", "juil", "июл"],
    &["aug", "aoû", "aou", "ago", "авг"],
    &["sep", "сен"],
    &["oct", "okt", "окт"],
    &["nov", "ноя"],
    &["dec", "dez", "déc", "dic", "дек"],
];

/// A month by its name, counted from 1.
pub(crate) fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let row = MONTHS
        .iter()
        .position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    let letters = word.chars().count();
    (letters <= 10 && word.chars().all(char::is_alphabetic)).then_some(row as u32 + 1)
}

/// A season, as EDTF counts them.
pub(crate) fn season(word: &str) -> Option<u32> {
    match &*word.to_lowercase() {
        "spring" | "frühling" | "frühjahr" | "printemps" | "primavera" | "весна" => Some(21),
        "summer" | "sommer" | "été" | "verano" | "лето" => Some(22),
        "autumn" | "fall" | "herbst" | "automne" | "otoño" | "осень" => Some(23),
        "winter" | "hiver" | "invierno" | "зима" => Some(24),
        _ => None,
    }
}
