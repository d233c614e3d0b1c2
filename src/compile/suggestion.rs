//! "Did you mean": the known word nearest to what was written.

/// The nearest of the known words, if it is near enough to have been meant: a slip or two, or a part of it.
pub(crate) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written = written.to_lowercase();
    let limit = written.chars().count().div_ceil(3);
    let distance = |word: &str| {
        let is_part =
            written.len() > 1 && (word.starts_with(&written) || written.starts_with(word));
        if !is_part && are_apart(&written, word, limit) {
            return None;
        }
        let slips = strsim::osa_distance(&written, word);
        (slips <= limit || is_part).then_some(slips)
    };
    let near = known
        .into_iter()
        .filter_map(|word| Some((distance(word)?, word)));
    near.min().map(|(_, word)| word)
}

/// The one of a few known words that a slip or two away was meant: fewer slips than for names, since a wrong guess at a
/// key would move what an author wrote to another place.
pub(crate) fn slip<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (written.chars().count() / 4).max(1);
    let known = known.into_iter();
    let near = known.filter(|word| !are_apart(written, word, limit));
    let near = near.map(|word| (strsim::osa_distance(written, word), word));
    near.filter(|(slips, _)| *slips <= limit)
        .min()
        .map(|(_, word)| word)
}

/// Whether two words are surely more slips apart than a limit: one has more letters than the other, or more of a kind. Of other
/// letters than those of ASCII nothing is known so soon.
fn are_apart(one: &str, other: &str, limit: usize) -> bool {
    if !one.is_ascii() || !other.is_ascii() {
        return false;
    }
    if one.len().abs_diff(other.len()) > limit {
        return true;
    }
    let mut counts = [0_i16; 128];
    for byte in one.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let lacking = other.bytes().filter(|byte| {
        let count = &mut counts[usize::from(*byte)];
        *count -= 1;
        *count < 0
    });
    lacking.count() > limit
}

/// Words in backticks, as a sentence lists them: `` `a`, `b` or `c` ``.
pub(crate) fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        let known = ["atajurt", "almaty", "china"];
        for (written, meant) in [
            ("atajut", Some("atajurt")),
            ("Almaty", Some("almaty")),
            ("beijing", None),
            ("xi", None),
            ("chi", Some("china")),
        ] {
            assert_eq!(nearest(written, known), meant, "{written}");
        }
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(list(["a"]), "`a`");
    }
}
