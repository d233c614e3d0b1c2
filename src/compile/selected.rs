//! Words that somebody selected in a page: where they stand in the article's file. One run of the compiler finds that on its
//! way, since it alone knows what of a file became which letters of a block.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use unicode_segmentation::UnicodeSegmentation;

use crate::compile::mention::ParsedText;
use crate::compile::nobody::NOBODY;
use crate::compile::source_text::SourceText;
use crate::model::editing::Selection;
use crate::model::id::Id;
use crate::model::site::Entity;

/// Selected words as whole words of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// As the block has them.
    pub words: String,
    /// What stands around them in the block, or in the table's cell.
    pub before: String,
    pub after: String,
    /// Letters of the block before them, white space not counted.
    pub letters_before: usize,
    /// Bytes of the article's file.
    pub source: Range<usize>,
    /// The mention that these words are, all of them.
    pub mention: Option<Linked>,
    /// Where the author wrote that these words mean nobody: the sign for that, in bytes of the file.
    pub nobody: Option<Range<usize>>,
    /// They stand within a mention that is longer, written or not.
    pub is_inside: bool,
    /// A mention that the author wrote shares some of these words, but is not these words.
    pub is_crossed: bool,
    /// How far their end can be moved by words: to the left, none or below it, and to the right.
    pub reach: (i32, i32),
}

/// A mention in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub entity: Id<Entity>,
    /// Where the author wrote its id, in bytes of the file; none of one that was linked by itself.
    pub id: Option<Range<usize>>,
    /// Of `[[id]]`, which has no words: these, as they are typed there.
    pub bare: Option<String>,
    pub note: Option<Note>,
}

/// What a mention says of its entity in this passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    /// With the bar before it, in bytes of the file.
    pub source: Range<usize>,
}

/// Why there are no such words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotFound {
    /// No block of that number, or it has other words.
    #[default]
    Changed,
    /// They reach from one cell of a table into another.
    Cells,
    /// There is no letter among them.
    NoWord,
}

/// A selection that is looked for.
pub(crate) struct Selected {
    file: String,
    block: u32,
    before: usize,
    letters: String,
    longer: i32,
    found: Mutex<Found>,
}

#[derive(Default)]
struct Found {
    /// Letters of the block that were passed.
    passed: usize,
    answer: Option<Result<Words, NotFound>>,
}

impl Selected {
    pub(crate) fn new(selection: &Selection) -> Self {
        Self {
            file: format!("articles/{}.md", selection.article),
            block: selection.block,
            before: selection.before,
            letters: letters(&selection.words).collect(),
            longer: selection.longer,
            found: Mutex::default(),
        }
    }

    /// Looks through a text of a block: all of its words, or those of one cell. Texts of a block come in their order.
    pub(crate) fn look(
        &self,
        block: u32,
        parsed: &ParsedText,
        mentions: &[(Range<usize>, Id<Entity>)],
        written: &SourceText<'_>,
    ) {
        if block != self.block || written.span.file != self.file {
            return;
        }
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let start = found.passed;
        let text = &parsed.flat.text;
        found.passed += letters(text).count();
        let from = self.before;
        let to = from.saturating_add(self.letters.chars().count());
        if found.answer.is_some() || from >= found.passed || to <= start {
            return;
        }
        found.answer = Some(if from < start || to > found.passed {
            Err(NotFound::Cells)
        } else {
            self.words(from - start..to - start, start, parsed, mentions, written)
        });
    }

    fn words(
        &self,
        wanted: Range<usize>,
        passed: usize,
        parsed: &ParsedText,
        mentions: &[(Range<usize>, Id<Entity>)],
        written: &SourceText<'_>,
    ) -> Result<Words, NotFound> {
        let text = &parsed.flat.text;
        let range = bytes(text, wanted).ok_or(NotFound::Changed)?;
        if !letters(&text[range.clone()]).eq(self.letters.chars()) {
            return Err(NotFound::Changed);
        }
        let (range, reach) = whole_words(text, range, self.longer).ok_or(NotFound::NoWord)?;
        let mention = mentions.iter().rfind(|(other, _)| *other == range);
        let mention = mention.map(|(_, entity)| {
            let mut authored = parsed.found.iter();
            let authored = authored.rfind(|one| one.range == range);
            Linked {
                entity: *entity,
                id: authored.map(|one| written.span_of(one.slug_source.clone()).range),
                bare: authored
                    .filter(|one| one.bare)
                    .map(|_| written.typed(&text[range.clone()])),
                note: authored.and_then(|one| {
                    Some(Note {
                        text: one.note.as_ref()?.text.clone(),
                        source: written.span_of(one.note_source.clone()?).range,
                    })
                }),
            }
        });
        let crosses = |other: &Range<usize>| {
            let shares = other.start < range.end && range.start < other.end;
            let holds = other.start <= range.start && range.end <= other.end;
            let is_held = range.start <= other.start && other.end <= range.end;
            shares && !holds && !is_held
        };
        let holds = |other: &Range<usize>| {
            other.start <= range.start && range.end <= other.end && *other != range
        };
        let mut nobody = parsed.found.iter();
        let nobody = nobody.rfind(|one| one.slug == NOBODY && one.range == range);
        Ok(Words {
            nobody: nobody.map(|one| written.span_of(one.slug_source.clone()).range),
            is_inside: mentions.iter().any(|(other, _)| holds(other)),
            words: text[range.clone()].to_owned(),
            before: text[..range.start].to_owned(),
            after: text[range.end..].to_owned(),
            letters_before: passed + letters(&text[..range.start]).count(),
            source: written.span_of(parsed.flat.source(range.clone())).range,
            is_crossed: parsed.found.iter().any(|one| crosses(&one.range)),
            mention,
            reach,
        })
    }

    pub(crate) fn into_answer(self) -> Result<Words, NotFound> {
        let found = self.found.into_inner();
        let found = found.unwrap_or_else(PoisonError::into_inner);
        found.answer.unwrap_or(Err(NotFound::Changed))
    }
}

/// What places are counted by, since white space is not the same in a file and on a screen.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// Bytes of the letters in a range.
fn bytes(text: &str, wanted: Range<usize>) -> Option<Range<usize>> {
    let places = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut places = places.skip(wanted.start);
    let (start, first) = places.next()?;
    let count = wanted.len();
    let (last, c) = match count {
        0 => return None,
        1 => (start, first),
        _ => places.nth(count - 2)?,
    };
    Some(start..last + c.len_utf8())
}

/// The words that a range touches (UAX 29), without what makes the last one possessive; with `longer` so many more at the
/// end, or fewer, but one; and how many fewer and more there can be. Nothing where it touches none.
fn whole_words(text: &str, range: Range<usize>, longer: i32) -> Option<(Range<usize>, (i32, i32))> {
    let words: Vec<_> = text
        .unicode_word_indices()
        .map(|(start, word)| start..start + word.len())
        .collect();
    let touches = |word: &&Range<usize>| word.start < range.end && range.start < word.end;
    let first = words.iter().position(|word| touches(&word))?;
    let last = words.iter().rposition(|word| touches(&word))?;
    let count = |words: usize| i32::try_from(words).unwrap_or(i32::MAX);
    let reach = (-count(last - first), count(words.len() - 1 - last));
    let last = last.saturating_add_signed(longer.clamp(reach.0, reach.1) as isize);
    let whole = words[first].start..words[last].end;
    let cut = ["'s", "\u{2019}s"].into_iter();
    let cut = cut.filter(|end| text[whole.clone()].ends_with(end));
    let cut = cut.map(str::len).next().unwrap_or_default();
    Some((whole.start..whole.end - cut, reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, selected: &str, longer: i32, words: Option<&str>) {
        let start = text.find(selected).expect("the words are there");
        let range = start..start + selected.len();
        let found = whole_words(text, range, longer);
        assert_eq!(found.map(|(range, _)| &text[range]), words);
    }

    #[test]
    fn a_selection_becomes_whole_words() {
        check("Maria Berg left.", "ria Be", 0, Some("Maria Berg"));
        check("Maria Berg left.", " Berg left.", 0, Some("Berg left"));
        check("Berg’s house", "Berg’s", 0, Some("Berg"));
        check("the “Hall” burned", "“Hall”", 0, Some("Hall"));
        check("a — b", " — ", 0, None);
        check("习近平说", "近", 0, Some("近"));
    }

    #[test]
    fn its_end_moves_by_words() {
        check(
            "Ministry of the Interior said",
            "Ministry",
            3,
            Some("Ministry of the Interior"),
        );
        check(
            "Ministry of the Interior",
            "Ministry of",
            -1,
            Some("Ministry"),
        );
        check("Ministry of", "Ministry", -9, Some("Ministry"));
        check("Ministry of", "Ministry", 9, Some("Ministry of"));
    }
}
