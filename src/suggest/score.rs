//! How sure it is that words are a name.

use crate::model::kind::Kind;
use crate::suggest::candidate::Tier;
use crate::suggest::group::{Group, words};
use crate::suggest::language::{Knowledge, Language, List};

/// From here on a name is likely; from there on it is possible.
const LIKELY: f32 = 2.5;
const POSSIBLE: f32 = 1.5;

/// Points for a name: how often, how long, where, with what round it.
pub(crate) fn score(group: &Group, name: &str, kind: Option<Kind>, language: &Language) -> f32 {
    let count = group.count();
    let mut score = (count as f32).log2().min(2.0);
    score += if group.length() > 1 { 1.0 } else { 0.0 };
    score += if is_full_name(name) && group.inside > 0 {
        1.0
    } else {
        0.0
    };
    score += match group.inside {
        0 if is_full_name(name) => 0.5,
        0 => -2.0,
        _ => 1.0,
    };
    score += if kind.is_some() { 1.0 } else { 0.0 };
    score += if group.is_early { 0.5 } else { 0.0 };
    score += if group.cues.titled > 0 || group.cues.gazetteer > 0 {
        0.5
    } else {
        0.0
    };
    score += if group.cues.gazetteer > 1 { 0.5 } else { 0.0 };
    if language.capitalises_nouns() && group.length() == 1 {
        let is_backed =
            group.cues.titled + group.cues.given + group.cues.gazetteer + group.appositions > 0;
        score -= if is_backed { 0.0 } else { 1.0 };
        score -= if group.determined > 0 { 1.0 } else { 0.0 };
    }
    if words(name)
        .all(|word| language.is(List::People, word) || language.is(List::SmallPeople, word))
    {
        score = score.min(LIKELY - 0.1);
    }
    if group.partly_linked > 0 || !group.may_mean.is_empty() {
        score = score.min(LIKELY - 0.1);
    }
    if group.is_doubtful {
        score = score.min(POSSIBLE - 0.1);
    }
    if language.knowledge == Knowledge::Capitals {
        score -= 0.5;
    }
    score
}

/// Two or three words with capitals and nothing between them.
fn is_full_name(name: &str) -> bool {
    let words: Vec<_> = words(name).collect();
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
}

/// The tier of so many points.
pub(crate) fn tier(score: f32) -> Tier {
    match score {
        _ if score >= LIKELY => Tier::Likely,
        _ if score >= POSSIBLE => Tier::Possible,
        _ => Tier::More,
    }
}
