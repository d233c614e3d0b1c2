//! Where words stand in an article, for those who cannot or will not select them.

use std::collections::BTreeMap;

use crate::compile::files::Files;
use crate::compile::lenient;
use crate::compile::normal::Normal;
use crate::compile::selected::letters;
use crate::edit::linked::linked;
use crate::edit::outcome::refusal;
use crate::model::editing::{FoundWords, Refusal, Selection};
use crate::model::id::Id;
use crate::model::site::{Article, Form, Mention, Run, Site};
use crate::model::text::{Span, Text, plain, walk};

/// Places that are listed.
const LISTED: usize = 200;

/// Bytes of the surroundings at each side.
const AROUND: usize = 60;

/// The places of words in an article, in its order; capital and small letters are the same.
///
/// # Errors
/// If the article cannot be read.
pub fn find(files: &Files, article: &str, words: &str) -> Result<Vec<FoundWords>, Refusal> {
    let site = lenient::site(files);
    let site = site.ok_or_else(|| refusal("`site.toml` cannot be read; mend it first"))?;
    let mut articles = site.articles.iter();
    let Some((_, of)) = articles.find(|(_, one)| one.slug == article) else {
        return Err(refusal(format!("there is no article `{article}` any more")));
    };
    let sought = Normal::new(words.trim()).text.to_lowercase();
    if sought.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (number, block) in (1..).zip(&of.blocks) {
        if block.form == Form::Preformatted {
            continue;
        }
        let text = plain(&block.text);
        let marks = marks(&block.text);
        for range in occurrences(&text, &sought) {
            let mention = marks.get(&range.start).filter(|(_, end)| *end == range.end);
            found.push(FoundWords {
                selection: Selection {
                    article: article.to_owned(),
                    block: number,
                    before: letters(&text[..range.start]).count(),
                    words: text[range.clone()].to_owned(),
                    longer: 0,
                },
                before: tail(&text[..range.start]).to_owned(),
                after: head(&text[range.end..]).to_owned(),
                linked: mention.map(|(id, _)| linked(&site, of.mentions[*id].entity)),
            });
            if found.len() == LISTED {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// How often words stand in the articles and mean nobody: whole words, letter for letter.
pub(super) fn unlinked(site: &Site, words: &str) -> usize {
    let of = |article: &Article| -> usize {
        let blocks = article.blocks.iter();
        let blocks = blocks.filter(|block| block.form != Form::Preformatted);
        blocks
            .map(|block| {
                let (text, marks) = (plain(&block.text), marks(&block.text));
                let is_free = |start: &usize| {
                    let end = start + words.len();
                    let is_marked = marks
                        .iter()
                        .any(|(from, (_, to))| *from < end && *start < *to);
                    !is_marked && is_whole(&text, *start, end)
                };
                let places = text.match_indices(words).map(|(start, _)| start);
                places.filter(is_free).count()
            })
            .sum()
    };
    site.articles.iter().map(|(_, article)| of(article)).sum()
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(text[..start].chars().next_back()) && !is_letter(text[end..].chars().next())
}

/// Where words stand, in bytes.
fn occurrences(text: &str, sought: &str) -> Vec<std::ops::Range<usize>> {
    // In small letters, with the way back; a letter may become several.
    let normal = Normal::new(text);
    let mut small = String::new();
    let mut origins = Vec::new();
    for (at, c) in normal.text.char_indices() {
        for lower in c.to_lowercase() {
            small.push(lower);
            origins.extend(std::iter::repeat_n(at, lower.len_utf8()));
        }
    }
    origins.push(normal.text.len());
    let found = small.match_indices(sought);
    let back = |at: usize| normal.origin(origins[at]);
    found
        .map(|(start, words)| back(start)..back(start + words.len()))
        .collect()
}

/// The mentions of a text by where they begin, with where they end.
fn marks(text: &Text<Run>) -> BTreeMap<usize, (Id<Mention>, usize)> {
    let mut marks = BTreeMap::new();
    let (mut at, mut is_first) = (0, true);
    walk(text, &mut |span| match span {
        Span::Words(words) | Span::Code(words) => at += words.len(),
        Span::Break => at += 1,
        Span::Cell { .. } => at += usize::from(!std::mem::take(&mut is_first)),
        Span::Marked { to, text } => {
            marks.insert(at, (to.mention, at + plain(text).len()));
        }
        _ => {}
    });
    marks
}

fn tail(text: &str) -> &str {
    let from = text.len().saturating_sub(AROUND);
    let mut places = text.char_indices().map(|(at, _)| at);
    let from = places.find(|at| *at >= from).unwrap_or(text.len());
    &text[from..]
}

fn head(text: &str) -> &str {
    let mut places = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let to = places.find(|end| *end >= AROUND).unwrap_or(text.len());
    &text[..to]
}
