//! Mentions, which may nest and overlap, become runs, which never do: each run of words has one link.

use std::cmp::Reverse;
use std::ops::Range;

use crate::compile::weave::Annotation;
use crate::model::id::Id;
use crate::model::site::{Mention, Run};

/// The runs of a block from its mentions, which are in the order of their table. A run belongs to the innermost
/// (shortest) mention there; a mention that owns no run gets an empty one at its start. What is left of a mention
/// between others and holds no letter, a space say, is no link: it would have no name.
pub(crate) fn runs(text: &str, mentions: &[(Range<usize>, Id<Mention>)]) -> Vec<Annotation<Run>> {
    let mut borders: Vec<usize> = mentions
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .collect();
    borders.sort_unstable();
    borders.dedup();
    let mut runs = Vec::new();
    let mut began = vec![false; mentions.len()];
    let mut next = 0;
    let mut active: Vec<usize> = Vec::new();
    for pair in borders.windows(2) {
        active.retain(|row| mentions[*row].0.end > pair[0]);
        while next < mentions.len() && mentions[next].0.start <= pair[0] {
            active.push(next);
            next += 1;
        }
        // Nearest first: the shortest, and of two as long the one that begins later or was written within.
        let mut here = active.clone();
        here.sort_by_key(|row| (mentions[*row].0.len(), Reverse(*row)));
        let named = |innermost: usize| {
            mentions[innermost].0 == (pair[0]..pair[1])
                || text[pair[0]..pair[1]].contains(char::is_alphanumeric)
        };
        if let Some((&innermost, others)) = here.split_first()
            && named(innermost)
        {
            let run = Run {
                mention: mentions[innermost].1,
                first: !std::mem::replace(&mut began[innermost], true),
                also: others.iter().map(|row| mentions[*row].1).collect(),
            };
            runs.push(Annotation {
                range: pair[0]..pair[1],
                to: run,
            });
        }
    }
    let covered = mentions.iter().zip(began).filter(|(_, began)| !began);
    runs.extend(covered.map(|((range, mention), _)| Annotation {
        range: range.start..range.start,
        to: Run {
            mention: *mention,
            first: true,
            also: Vec::new(),
        },
    }));
    runs
}

/// A piece of a run that the border of a style cut: only the first carries the mention's id.
pub(crate) fn part(run: &Run, first: bool) -> Run {
    Run {
        first: run.first && first,
        ..run.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::compile::flat::{Flat, InlineStyle};
    use crate::compile::weave::weave;
    use crate::model::id::Table;
    use crate::model::site::Linking;
    use crate::model::text::{Span, Text, plain};

    /// What stands in the page for each byte of the text: the link there, and the others it belongs to.
    #[derive(Default)]
    struct Seen {
        links: BTreeMap<usize, (Id<Mention>, Vec<Id<Mention>>)>,
        firsts: Vec<Id<Mention>>,
        at: usize,
    }

    impl Seen {
        fn walk(&mut self, text: &Text<Run>, within: Option<&Run>) {
            for span in text {
                match span {
                    Span::Words(words) | Span::Code(words) => {
                        for byte in self.at..self.at + words.len() {
                            if let Some(run) = within {
                                self.links.insert(byte, (run.mention, run.also.clone()));
                            }
                        }
                        self.at += words.len();
                    }
                    Span::Emphasis(text) | Span::Strong(text) | Span::Link { text, .. } => {
                        self.walk(text, within);
                    }
                    Span::Marked { to, text } => {
                        assert!(within.is_none(), "a link within a link");
                        self.firsts.extend(to.first.then_some(to.mention));
                        self.walk(text, Some(to));
                    }
                    Span::Break => self.at += 1,
                    _ => unreachable!("no other style is set here"),
                }
            }
        }
    }

    /// Ranges between characters, from any two numbers.
    fn range(text: &str, (a, b): (usize, usize)) -> Range<usize> {
        let ends: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let (a, b) = (a % ends.len(), b % ends.len());
        ends[a.min(b)]..ends[a.max(b)]
    }

    fn crosses(a: &Range<usize>, b: &Range<usize>) -> bool {
        a.start < b.start && b.start < a.end && a.end < b.end
    }

    /// Styles that nest, the outer first.
    fn nested(mut styles: Vec<Range<usize>>) -> Vec<(Range<usize>, InlineStyle)> {
        styles.sort_by_key(|style| (style.start, Reverse(style.end)));
        let mut kept: Vec<(Range<usize>, InlineStyle)> = Vec::new();
        for style in styles.into_iter().filter(|style| !style.is_empty()) {
            if !kept
                .iter()
                .any(|(other, _)| crosses(other, &style) || crosses(&style, other))
            {
                kept.push((
                    style,
                    if kept.len().is_multiple_of(2) {
                        InlineStyle::Emphasis
                    } else {
                        InlineStyle::Strong
                    },
                ));
            }
        }
        kept
    }

    fn mention(table: &mut Table<Mention>, range: &Range<usize>) -> Id<Mention> {
        let entity = Table::default().next_id();
        let words = format!("{range:?}");
        table.push(Mention {
            entity,
            number: 1,
            block: 1,
            words,
            sentence: 0..0,
            note: None,
            linking: Linking::Authored,
        })
    }

    /// The innermost mention at a byte and the others there, unless nothing there could name the link.
    fn link_at(
        text: &str,
        mentions: &[(Range<usize>, Id<Mention>)],
        byte: usize,
    ) -> Option<(Id<Mention>, Vec<Id<Mention>>)> {
        let mut here: Vec<_> = mentions
            .iter()
            .filter(|(range, _)| range.contains(&byte))
            .collect();
        here.sort_by_key(|(range, id)| (range.len(), Reverse(*id)));
        let (innermost, others) = here.split_first()?;
        let borders = || {
            mentions
                .iter()
                .flat_map(|(range, _)| [range.start, range.end])
        };
        let start = borders().filter(|border| *border <= byte).max()?;
        let end = borders().filter(|border| *border > byte).min()?;
        let is_named =
            innermost.0 == (start..end) || text[start..end].contains(char::is_alphanumeric);
        is_named.then(|| (innermost.1, others.iter().map(|other| other.1).collect()))
    }

    proptest! {
        #[test]
        fn words_stay_and_each_has_one_link(
            text in ".{1,40}",
            ends in prop::collection::vec(any::<(usize, usize)>(), 0..8),
            styles in prop::collection::vec(any::<(usize, usize)>(), 0..6),
        ) {
            let mut ranges: Vec<_> = ends.into_iter().map(|ends| range(&text, ends)).filter(|range| !range.is_empty()).collect();
            ranges.sort_by_key(|range| (range.start, Reverse(range.end)));
            let mut table = Table::default();
            let mentions: Vec<_> = ranges.iter().map(|range| (range.clone(), mention(&mut table, range))).collect();
            let mut flat = Flat::default();
            flat.push_plain(&text, 0..text.len());
            flat.styles = nested(styles.into_iter().map(|ends| range(&text, ends)).collect());

            let woven = weave(&flat, &runs(&text, &mentions), part, &[]);

            prop_assert_eq!(plain(&woven), text.clone());
            let mut seen = Seen::default();
            seen.walk(&woven, None);
            let mut firsts = seen.firsts.clone();
            firsts.sort();
            prop_assert_eq!(firsts, table.ids().collect::<Vec<_>>(), "each mention has its id in the page once");
            for byte in 0..text.len() {
                let link = link_at(&text, &mentions, byte);
                prop_assert_eq!(seen.links.get(&byte), link.as_ref(), "the link at byte {}", byte);
            }
        }
    }
}
