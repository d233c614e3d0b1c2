//! Where words stand in an article, for those who cannot or will not select them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compile::files::Files;
use crate::compile::lenient;
use crate::compile::normal::Normal;
use crate::compile::selected::letters;
use crate::edit::linked::linked;
use crate::edit::outcome::refusal;
use crate::edit::surroundings::{head, tail};
use crate::model::editing::{FoundWords, Refusal, Selection};
use crate::model::id::Id;
use crate::model::site::{Form, Mention, Run};
use crate::model::text::{Span, Text, plain, walk};

/// Places that are listed.
const LISTED: usize = 200;

/// The places of words in an article, in its order; capital and small letters are the same, and so are all spaces.
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
    let sought = Normal::caseless(words.trim()).text;
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
                before: tail(&text[..range.start]),
                after: head(&text[range.end..]),
                linked: mention.map(|(id, _)| linked(&site, of.mentions[*id].entity)),
            });
            if found.len() == LISTED {
                return Ok(found);
            }
        }
    }
    Ok(found)
}

/// Where words stand, in bytes; `sought` has the form of [`Normal::caseless`].
fn occurrences(text: &str, sought: &str) -> Vec<Range<usize>> {
    let normal = Normal::caseless(text);
    let found = normal.text.match_indices(sought);
    let found = found.map(|(at, words)| normal.origin(at)..normal.origin(at + words.len()));
    // Of a letter that stands for two, one may be sought.
    found.filter(|range| !range.is_empty()).collect()
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
