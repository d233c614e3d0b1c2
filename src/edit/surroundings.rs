//! What stands around words, as much as tells where they are.

/// Bytes at each side.
const AROUND: usize = 80;

/// The last words of a text.
pub(super) fn tail(text: &str) -> String {
    let from = text.ceil_char_boundary(text.len().saturating_sub(AROUND));
    let word = text[from..].find(char::is_whitespace);
    match word {
        _ if from == 0 => text.to_owned(),
        Some(space) => ["…", &text[from + space..]].concat(),
        None => ["…", &text[from..]].concat(),
    }
}

/// The first words of a text.
pub(super) fn head(text: &str) -> String {
    let to = text.floor_char_boundary(AROUND);
    let word = text[..to].rfind(char::is_whitespace);
    match word {
        _ if to == text.len() => text.to_owned(),
        Some(space) => [&text[..space], " …"].concat(),
        None => [&text[..to], "…"].concat(),
    }
}
