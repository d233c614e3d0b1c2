//! The article's text, read where it stands: where a mention is, its sentence, who else is in it.

use web_sys::Element;

use crate::platform::document::{document, element, list};

/// A mention in its sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    pub before: String,
    pub words: String,
    pub after: String,
    /// Slugs of the entities mentioned in it, each once.
    pub entities: Vec<String>,
}

/// The number of the block that a mention stands in, counted from 1.
pub fn block_of(mention: &str) -> Option<u32> {
    block(&element(mention)?)?.id().get(1..)?.parse().ok()
}

/// The entities that a mention's words mean besides its own, nearest first.
pub fn also(mention: &str) -> Vec<String> {
    let also = element(mention).and_then(|link| link.get_attribute("data-also"));
    also.map(|slugs| slugs.split(' ').map(str::to_owned).collect())
        .unwrap_or_default()
}

/// The sentence around a mention. The build machine knows where sentences begin (`data-sentences`, in UTF-16 units of
/// the block's text); in a page that was changed since, the whole block serves.
pub fn sentence(mention: &str) -> Option<Sentence> {
    let link = element(mention)?;
    let block = block(&link)?;
    let text: Vec<u16> = block.text_content()?.encode_utf16().collect();
    let start = offset(&block, &link)?;
    let end = start + length(&link);
    let bounds = bounds(&block, start, text.len());
    let part = |from: usize, to: usize| {
        let (from, to) = (from.min(text.len()), to.min(text.len()));
        String::from_utf16_lossy(text.get(from..to).unwrap_or_default())
    };
    let mut entities = Vec::new();
    for other in list(&block, "a[data-entity]") {
        let inside = offset(&block, &other).is_some_and(|at| (bounds.0..bounds.1).contains(&at));
        if let Some(entity) = other.get_attribute("data-entity").filter(|_| inside)
            && !entities.contains(&entity)
        {
            entities.push(entity);
        }
    }
    Some(Sentence {
        before: part(bounds.0, start),
        words: part(start, end),
        after: part(end, bounds.1),
        entities,
    })
}

fn bounds(block: &Element, at: usize, length: usize) -> (usize, usize) {
    let marks = block.get_attribute("data-sentences").unwrap_or_default();
    let mut marks: Vec<usize> = marks
        .split(' ')
        .filter_map(|mark| mark.parse().ok())
        .collect();
    if marks.last().is_some_and(|&last| last >= length) {
        marks.clear();
    }
    let start = marks.iter().rev().find(|&&mark| mark <= at);
    let end = marks.iter().find(|&&mark| mark > at);
    (
        start.copied().unwrap_or_default(),
        end.copied().unwrap_or(length),
    )
}

fn block(element: &Element) -> Option<Element> {
    element.closest(".block").ok().flatten()
}

/// How many UTF-16 units of a block stand before an element in it.
fn offset(block: &Element, element: &Element) -> Option<usize> {
    let before = document().create_range().ok()?;
    before.set_start(block, 0).ok()?;
    before.set_end_before(element).ok()?;
    Some(String::from(before.to_string()).encode_utf16().count())
}

fn length(element: &Element) -> usize {
    let text = element.text_content();
    text.unwrap_or_default().encode_utf16().count()
}
