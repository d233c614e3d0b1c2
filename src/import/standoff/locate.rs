//! Where in an article the words of annotations stand: by their words, what stands around them, and where they stood in the
//! text that they were made for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::import::standoff::annotation::StandOff;
use crate::import::standoff::folded::{Folded, folded};
use crate::import::standoff::unit::{Unit, unit_of};

/// Letters around words that are compared.
const AROUND: usize = 40;

/// Occurrences of like words that are told apart.
const MOST: usize = 2000;

/// Words of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The row of its passage.
    pub(super) passage: usize,
    /// Bytes of the passage.
    pub(super) range: Range<usize>,
}

/// What is looked for in articles.
pub(super) struct Quotes {
    sought: Vec<Sought>,
    /// Each once.
    patterns: Vec<String>,
    automaton: Option<AhoCorasick>,
}

/// An annotation with what is known of its words, all of them folded.
struct Sought {
    quote: String,
    prefix: String,
    suffix: String,
    /// Which of how many like words of its own text it is.
    ordinal: Option<(usize, usize)>,
    /// Where it stands in a text that the file does not have.
    range: Option<(usize, usize)>,
}

/// Like words of an article, by passage and bytes of its folded text.
type Occurrences = Vec<(usize, Range<usize>)>;

impl Quotes {
    pub(super) fn of(standoff: &StandOff) -> Self {
        let units: Vec<_> = (0..standoff.texts.len())
            .map(|row| unit_of(row, standoff))
            .collect();
        let mut sought: Vec<_> = standoff
            .annotations
            .iter()
            .map(|annotation| {
                let (quote, prefix, suffix) = (
                    folded(&annotation.quote),
                    folded(&annotation.prefix),
                    folded(&annotation.suffix),
                );
                let text = annotation
                    .text
                    .and_then(|row| Some((standoff.texts.get(row)?, units[row])));
                let Some((text, unit)) = text else {
                    return Sought {
                        quote,
                        prefix,
                        suffix,
                        ordinal: None,
                        range: annotation.range,
                    };
                };
                let none = Sought {
                    quote,
                    prefix,
                    suffix,
                    ordinal: None,
                    range: None,
                };
                let Some(range) = annotation.range.and_then(|range| unit.bytes(text, range)) else {
                    return none;
                };
                let before = text.floor_char_boundary(range.start.saturating_sub(4 * AROUND));
                let behind = text.ceil_char_boundary((range.end + 4 * AROUND).min(text.len()));
                Sought {
                    quote: folded(text[range.clone()].trim()),
                    prefix: folded(&text[before..range.start]),
                    suffix: folded(&text[range.end..behind]),
                    ..none
                }
            })
            .collect();
        count_like_words(standoff, &units, &mut sought);
        let patterns: BTreeSet<_> = sought.iter().map(|sought| sought.quote.clone()).collect();
        let patterns: Vec<_> = patterns
            .into_iter()
            .filter(|quote| !quote.is_empty())
            .collect();
        // Too many words for an automaton are none that anybody marked.
        let automaton = AhoCorasick::new(&patterns).ok();
        Self {
            sought,
            patterns,
            automaton,
        }
    }

    /// How many annotations have their words in an article.
    pub(super) fn count(&self, passages: &[&str]) -> usize {
        let places = self.places(
            &passages
                .iter()
                .map(|text| Folded::new(text))
                .collect::<Vec<_>>(),
        );
        let has = |sought: &&Sought| places.contains_key(&*sought.quote);
        self.sought.iter().filter(has).count()
    }

    /// The words of each annotation in an article, or why they cannot be found.
    pub(super) fn locate(&self, passages: &[&str]) -> Vec<Result<Found, String>> {
        let passages: Vec<_> = passages.iter().map(|text| Folded::new(text)).collect();
        let places = self.places(&passages);
        let sought = self
            .sought
            .iter()
            .filter_map(|sought| Some((places.get(&*sought.quote)?, sought.range?)));
        let (unit, starts) = measured(&passages, sought);
        let article = Article {
            passages,
            unit,
            starts,
        };
        self.sought
            .iter()
            .map(|sought| article.find(sought, places.get(&*sought.quote)))
            .collect()
    }

    fn places(&self, passages: &[Folded]) -> BTreeMap<&str, Occurrences> {
        let mut places: BTreeMap<&str, Occurrences> = BTreeMap::new();
        let Some(automaton) = &self.automaton else {
            return places;
        };
        for (row, passage) in passages.iter().enumerate() {
            for found in automaton.find_overlapping_iter(&passage.text) {
                let pattern = &self.patterns[found.pattern().as_usize()];
                let all = places.entry(pattern).or_default();
                if all.len() < MOST {
                    all.push((row, found.start()..found.end()));
                }
            }
        }
        // Words within longer ones are meant only where there are no others.
        for all in places.values_mut() {
            let is_whole = |(row, range): &(usize, Range<usize>)| passages[*row].is_whole(range);
            if all.iter().any(is_whole) {
                all.retain(is_whole);
            }
        }
        places
    }
}

/// Tells of each annotation whose text is known which of the like words it is.
fn count_like_words(standoff: &StandOff, units: &[Unit], sought: &mut [Sought]) {
    let mut starts: BTreeMap<(usize, String), BTreeSet<usize>> = BTreeMap::new();
    let texts: Vec<_> = standoff
        .texts
        .iter()
        .map(|text| Folded::new(text))
        .collect();
    let mut own = Vec::new();
    for (row, annotation) in standoff.annotations.iter().enumerate() {
        if let (Some(text), Some(range)) = (annotation.text, annotation.range)
            && let Some(range) = standoff
                .texts
                .get(text)
                .and_then(|words| units[text].bytes(words, range))
        {
            own.push((row, text, range.start));
        }
    }
    for (row, text, start) in own {
        let quote = sought[row].quote.clone();
        if quote.is_empty() {
            continue;
        }
        let all = starts.entry((text, quote.clone())).or_insert_with(|| {
            let places = texts[text].text.match_indices(&quote).take(MOST);
            let whole = places.filter(|(at, _)| texts[text].is_whole(&(*at..*at + quote.len())));
            whole.map(|(at, _)| texts[text].origin(at)).collect()
        });
        let ordinal = all.iter().position(|at| *at == start);
        sought[row].ordinal = ordinal.map(|ordinal| (ordinal, all.len()));
    }
}

/// An article with the way in which offsets into it are counted.
struct Article {
    passages: Vec<Folded>,
    unit: Unit,
    /// Where each passage begins in a text of all of them.
    starts: Vec<usize>,
}

impl Article {
    fn find(&self, sought: &Sought, places: Option<&Occurrences>) -> Result<Found, String> {
        let short: String = sought.quote.chars().take(60).collect();
        if sought.quote.is_empty() {
            return Err("it names no words".to_owned());
        }
        let Some(places) = places else {
            return Err(format!("the article has no \"{short}\""));
        };
        if let [one] = &places[..] {
            return Ok(self.found(one));
        }
        let scores: Vec<_> = places
            .iter()
            .map(|place| self.alike(place, sought))
            .collect();
        let best = scores.iter().copied().max().unwrap_or_default();
        let fitting = places
            .iter()
            .zip(&scores)
            .filter(|(_, score)| **score == best);
        let fitting: Vec<_> = fitting.map(|(place, _)| place).collect();
        if let [one] = fitting[..] {
            return Ok(self.found(one));
        }
        if let Some((ordinal, count)) = sought.ordinal
            && count == places.len()
        {
            return Ok(self.found(&places[ordinal]));
        }
        if let Some((start, _)) = sought.range {
            let apart = |place: &(usize, Range<usize>)| self.offset(place).abs_diff(start);
            let nearest = fitting
                .iter()
                .map(|place| apart(place))
                .min()
                .unwrap_or_default();
            let mut near = fitting.iter().filter(|place| apart(place) == nearest);
            if let (Some(one), None) = (near.next(), near.next()) {
                return Ok(self.found(one));
            }
        }
        Err(format!(
            "the article has \"{short}\" {} times, and nothing tells which is meant",
            places.len()
        ))
    }

    fn found(&self, (passage, range): &(usize, Range<usize>)) -> Found {
        let folded = &self.passages[*passage];
        Found {
            passage: *passage,
            range: folded.origin(range.start)..folded.origin(range.end),
        }
    }

    /// How many letters around words are those that the annotation has.
    fn alike(&self, (passage, range): &(usize, Range<usize>), sought: &Sought) -> usize {
        let text = &self.passages[*passage].text;
        let signs = |c: &char| !c.is_whitespace();
        let before = text[..range.start].chars().rev().filter(signs);
        let wanted = sought.prefix.chars().rev().filter(signs);
        let before = before
            .zip(wanted)
            .take(AROUND)
            .take_while(|(a, b)| a == b)
            .count();
        let behind = text[range.end..].chars().filter(signs);
        let wanted = sought.suffix.chars().filter(signs);
        let behind = behind
            .zip(wanted)
            .take(AROUND)
            .take_while(|(a, b)| a == b)
            .count();
        before + behind
    }

    fn offset(&self, (passage, range): &(usize, Range<usize>)) -> usize {
        offset(
            &self.passages[*passage],
            range.start,
            self.unit,
            self.starts[*passage],
        )
    }
}

fn offset(passage: &Folded, byte: usize, unit: Unit, start: usize) -> usize {
    start + unit.length(&passage.original[..passage.origin(byte)])
}

/// What offsets are counted in, and what stands between passages: that by which most words stand where they should.
fn measured<'p>(
    passages: &[Folded],
    sought: impl Iterator<Item = (&'p Occurrences, (usize, usize))>,
) -> (Unit, Vec<usize>) {
    const BETWEEN: [usize; 3] = [1, 2, 0];
    let sought: Vec<_> = sought.take(200).collect();
    let mut best = (0, Unit::Characters, 1);
    for unit in Unit::ALL {
        for between in BETWEEN {
            let starts = starts(passages, unit, between);
            let fits = sought.iter().filter(|(places, (start, _))| {
                let mut offsets = places
                    .iter()
                    .map(|(row, range)| offset(&passages[*row], range.start, unit, starts[*row]));
                offsets.any(|offset| offset == *start)
            });
            let fits = fits.count();
            if fits > best.0 {
                best = (fits, unit, between);
            }
        }
    }
    let (_, unit, between) = best;
    (unit, starts(passages, unit, between))
}

fn starts(passages: &[Folded], unit: Unit, between: usize) -> Vec<usize> {
    let mut at = 0;
    let starts = passages.iter().map(|passage| {
        let start = at;
        at += unit.length(&passage.original) + between;
        start
    });
    starts.collect()
}
