//! Which entities are meant by what somebody types, or by words that they selected.

use crate::model::editing::EntityChoice;

/// Entities that are listed.
const LISTED: usize = 8;

/// The entities whose names or aliases fit, the best first. With nothing typed those come first that share a word with
/// `words`, then the others.
pub fn matching<'c>(all: &'c [EntityChoice], typed: &str, words: &str) -> Vec<&'c EntityChoice> {
    let typed = folded(typed);
    let mut fitting: Vec<_> = all
        .iter()
        .filter_map(|one| {
            let rank = if typed.is_empty() {
                rank_by_words(one, &folded(words))
            } else {
                rank_by_letters(one, &typed)?
            };
            Some((rank, one))
        })
        .collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting
        .into_iter()
        .map(|(_, one)| one)
        .take(LISTED)
        .collect()
}

/// Whether an entity is likely to be meant, so that one key takes it.
pub fn is_likely(one: &EntityChoice, typed: &str, words: &str) -> bool {
    !folded(typed).is_empty() || rank_by_words(one, &folded(words)) < 2
}

fn names(one: &EntityChoice) -> impl Iterator<Item = String> {
    [&one.name]
        .into_iter()
        .chain(&one.others)
        .map(|name| folded(name))
}

/// 0 for the same name, 1 for one that begins so, 2 where a word begins so, 3 where the letters stand anywhere.
fn rank_by_letters(one: &EntityChoice, typed: &str) -> Option<u32> {
    let rank = |name: String| match name.find(typed)? {
        0 if name.len() == typed.len() => Some(0),
        0 => Some(1),
        _ if name.split(' ').any(|word| word.starts_with(typed)) => Some(2),
        _ => Some(3),
    };
    names(one).filter_map(rank).min()
}

/// 0 for the same name, 1 where a word is the same, 2 for all others.
fn rank_by_words(one: &EntityChoice, words: &str) -> u32 {
    let is_shared =
        |word: &str| word.chars().count() > 1 && words.split(' ').any(|own| own == word);
    let rank = |name: String| match name {
        name if name == words => 0,
        name if name.split(' ').any(is_shared) => 1,
        _ => 2,
    };
    names(one).map(rank).min().unwrap_or(2)
}

fn folded(words: &str) -> String {
    words.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<EntityChoice> {
        let choice = |name: &str, others: &[&str]| EntityChoice {
            id: name.to_lowercase(),
            name: name.to_owned(),
            others: others.iter().map(|one| (*one).to_owned()).collect(),
            kind: "Person".to_owned(),
        };
        vec![
            choice("Ada Byron", &["Countess of Lovelace"]),
            choice("Lovelace Hall", &[]),
            choice("Love", &[]),
            choice("Zoë", &[]),
        ]
    }

    #[track_caller]
    fn check(typed: &str, words: &str, expected: &[&str]) {
        let all = choices();
        let found = matching(&all, typed, words).into_iter();
        assert_eq!(found.map(|one| &*one.name).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_same_name_comes_first_then_its_beginning_then_a_word() {
        check("love", "", &["Love", "Lovelace Hall", "Ada Byron"]);
        check("OË", "", &["Zoë"]);
        check("nobody", "", &[]);
    }

    #[test]
    fn without_letters_the_selected_words_lead() {
        check(
            "",
            "the Hall",
            &["Lovelace Hall", "Ada Byron", "Love", "Zoë"],
        );
        check(" ", "zoë", &["Zoë", "Ada Byron", "Lovelace Hall", "Love"]);
    }

    #[test]
    fn nobody_is_likely_who_shares_no_word() {
        let all = choices();
        assert!(is_likely(&all[1], "", "the hall"));
        assert!(is_likely(&all[0], "a", "the council"));
        assert!(!is_likely(&all[0], " ", "the council"));
    }
}
