//! Names in scripts without capitals: what the gazetteer has, what stands in titles' brackets, Latin words, and, of Han, what
//! is said again and again.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_segmentation::UnicodeSegmentation;

use crate::suggest::block_text::BlockText;
use crate::suggest::cues::Cues;
use crate::suggest::gazetteer;
use crate::suggest::group::Group;
use crate::suggest::occurrence::Occurrence;

/// Whether a text is mostly in such a script.
pub(crate) fn is_caseless(blocks: &[&BlockText]) -> bool {
    let letters = blocks.iter().flat_map(|block| block.text.chars());
    let mut counts = (0, 0);
    for letter in letters.filter(|letter| letter.is_alphabetic()) {
        if letter.is_uppercase() || letter.is_lowercase() {
            counts.0 += 1;
        } else {
            counts.1 += 1;
        }
    }
    counts.1 > counts.0
}

/// Collects the names of blocks.
pub(crate) fn groups(blocks: &[&BlockText]) -> Vec<Group> {
    let mut found = Gathered::default();
    let names: Vec<_> = gazetteer::names().collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(names.iter().map(|(name, _)| name));
    for block in blocks {
        let text = &*block.text;
        for one in automaton
            .iter()
            .flat_map(|automaton| automaton.find_iter(text))
        {
            if is_whole(text, one.range()) {
                found.add(block, one.range(), |cues| cues.gazetteer = 1);
            }
        }
        for range in bracketed(text) {
            found.add(block, range, |_| {});
        }
        for range in latin(text) {
            found.add(block, range, |_| {});
        }
    }
    found.repeated(blocks);
    found.groups.into_values().collect()
}

#[derive(Default)]
struct Gathered {
    groups: BTreeMap<String, Group>,
    seen: BTreeSet<Occurrence>,
}

impl Gathered {
    fn add(&mut self, block: &BlockText, range: Range<usize>, cue: impl Fn(&mut Cues)) {
        if block.is_linked(&range) || block.is_closed(&range) {
            return;
        }
        let words = block.text[range.clone()].to_owned();
        let occurrence = Occurrence {
            article: block.article,
            block: block.number,
            start: range.start,
            end: range.end,
        };
        if !self.seen.insert(occurrence.clone()) {
            return;
        }
        let group = self.groups.entry(words.clone()).or_default();
        group.occurrences.push(occurrence);
        *group.forms.entry(words.clone()).or_default() += 1;
        *group.mentioned.entry(words).or_default() += 1;
        group.inside += 1;
        cue(&mut group.cues);
    }

    /// Two to four signs of Han that stand together three times or more, and are no part of longer ones that do as often.
    fn repeated(&mut self, blocks: &[&BlockText]) {
        let mut places: BTreeMap<&str, Vec<(&BlockText, Range<usize>)>> = BTreeMap::new();
        for block in blocks {
            let signs: Vec<_> = block.text.char_indices().collect();
            for length in 2..=4 {
                for signs in signs
                    .windows(length)
                    .filter(|signs| signs.iter().all(|(_, sign)| is_han(*sign)))
                {
                    let (start, end) = (
                        signs[0].0,
                        signs[length - 1].0 + signs[length - 1].1.len_utf8(),
                    );
                    places
                        .entry(&block.text[start..end])
                        .or_default()
                        .push((block, start..end));
                }
            }
        }
        places.retain(|_, all| all.len() >= 3);
        // How often the longest around each was said.
        let mut around: BTreeMap<&str, usize> = BTreeMap::new();
        for (words, all) in &places {
            let ends: Vec<_> = words
                .char_indices()
                .map(|(at, _)| at)
                .chain([words.len()])
                .collect();
            for (row, start) in ends.iter().enumerate() {
                let shorter = ends[row..].iter().skip(2).map(|end| &words[*start..*end]);
                for part in shorter.filter(|part| part.len() < words.len()) {
                    let count = around.entry(part).or_default();
                    *count = all.len().max(*count);
                }
            }
        }
        let is_whole =
            |words: &str, count: usize| around.get(words).is_none_or(|longer| longer * 2 <= count);
        let whole = places
            .iter()
            .filter(|(words, all)| is_whole(words, all.len()));
        for (words, all) in whole {
            if self.groups.contains_key(*words) || words.chars().any(is_small_han) {
                continue;
            }
            for (block, range) in all {
                self.add(block, range.clone(), |_| {});
            }
            if let Some(group) = self.groups.get_mut(*words) {
                group.inside = 0;
            }
        }
    }
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Signs that stand between names rather than in them.
fn is_small_han(sign: char) -> bool {
    "的了是在不有和与就也都而及或这那他她它们我你个一二三上下中来去到说对为以从被把让会能要之其并但很".contains(sign)
}

/// Names of works, in the brackets that they have.
fn bracketed(text: &str) -> impl Iterator<Item = Range<usize>> {
    let opened = text.match_indices(['《', '『']);
    opened.filter_map(|(at, bracket)| {
        let start = at + bracket.len();
        let length = text[start..].find(['》', '』', '\n'])?;
        (length > 0 && text[start..start + length].chars().count() <= 30)
            .then_some(start..start + length)
    })
}

/// Words in Latin letters that begin with a capital, those in a row as one.
fn latin(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (start, word) in text.unicode_word_indices() {
        let is_name =
            word.starts_with(|first: char| first.is_uppercase()) && word.chars().count() > 1;
        let end = start + word.len();
        match runs.last_mut() {
            Some(last) if is_name && &text[last.end..start] == " " => last.end = end,
            _ if is_name => runs.push(start..end),
            _ => {}
        }
    }
    runs
}

/// Where words have spaces between them, no name is part of one, but for small words written with it (Arabic, Hebrew).
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let spaced = |letter: char| matches!(letter, '\u{0590}'..='\u{06FF}' | '\u{0900}'..='\u{097F}' | '\u{10A0}'..='\u{10FF}' | '\u{AC00}'..='\u{D7AF}');
    let words = &text[range.clone()];
    if !words.chars().all(|letter| spaced(letter) || letter == ' ') {
        return true;
    }
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let is_georgian_or_korean = words
        .chars()
        .any(|letter| matches!(letter, '\u{10A0}'..='\u{10FF}' | '\u{AC00}'..='\u{D7AF}'));
    !before.is_some_and(char::is_alphanumeric)
        && (is_georgian_or_korean || !after.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, names: &[&str]) {
        let block = BlockText::plain(text, 2);
        let found: Vec<_> = groups(&[&block])
            .iter()
            .flat_map(|group| group.forms.keys().cloned())
            .collect();
        assert_eq!(found, names);
    }

    #[test]
    fn places_works_and_what_is_said_again_are_found() {
        check("他从北京到哈萨克斯坦。", &["北京", "哈萨克斯坦"]);
        check("他读《红楼梦》。", &["红楼梦"]);
        check("李白喝酒。李白写诗。后来李白走了。", &["李白"]);
        check("زار القاهرة أمس", &["القاهرة"]);
    }
}
