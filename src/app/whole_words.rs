//! Selected words, made whole: browsers find a text fragment only from word to word.

/// Whether a letter goes on with a word: all but spaces and the common punctuation. The tables that know every sign of every
/// script would be a tenth of the app.
fn goes_on(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{303f}'
        | '\u{ff00}'..='\u{ff0f}' => false,
        '،' | '؛' | '؟' | '۔' => false,
        _ => true,
    }
}

/// The selected `text` with the rest of the words that it begins and ends in.
pub(super) fn whole_words(before: &str, text: &str, after: &str) -> String {
    let mut words = String::new();
    if text.starts_with(goes_on) {
        let from = before.trim_end_matches(goes_on).len();
        words.push_str(&before[from..]);
    }
    words.push_str(text);
    if text.ends_with(goes_on) {
        let rest = after.trim_start_matches(goes_on).len();
        words.push_str(&after[..after.len() - rest]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn words_that_were_cut_are_made_whole() {
        assert_eq!(
            whole_words("of Ata", "jurt is fac", "ing the"),
            "Atajurt is facing"
        );
        assert_eq!(whole_words("of ", "Atajurt", " is"), "Atajurt");
        assert_eq!(whole_words("of", " Atajurt ", "is"), " Atajurt ");
        assert_eq!(whole_words("", "Атаж", "ұрт"), "Атажұрт");
        assert_eq!(whole_words("rights-", "group", "’s"), "group");
    }
}
