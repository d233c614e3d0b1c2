//! The article's text, read where it stands: where a mention is, its sentence, who else is in it.

use web_sys::{Element, Range};

use crate::platform::document::{attribute, document, element, has, list, root};
use crate::platform::highlight;
use crate::platform::lists::parts;

/// A mention in its sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    /// What stands before the mention, its words, what follows.
    pub words: [String; 3],
    /// Slugs of the entities mentioned in it, in the order of the text.
    pub entities: Vec<String>,
}

/// The number of the block that a mention stands in, counted from 1.
pub fn block_of(mention: &str) -> Option<u32> {
    attribute(&block(&element(mention)?)?, "id")
        .get(1..)?
        .parse()
        .ok()
}

/// The entities that a mention's words mean besides its own, nearest first.
pub fn also(mention: &str) -> Vec<String> {
    let also = element(mention).and_then(|link| link.get_attribute("data-also"));
    also.map_or_else(Vec::new, |slugs| parts(&slugs))
}

/// Reads sentences. The build machine knows where they begin (`data-sentences`, in UTF-16 units of the block's text);
/// in a page that was changed since, the whole block serves.
#[derive(Default)]
pub struct Reader {
    /// The block read last: mentions come in the order of the text.
    block: Option<Block>,
}

/// A block's text and its mentions: where each begins, and its entity.
struct Block {
    element: Element,
    text: Vec<u16>,
    mentions: Vec<(usize, String)>,
}

impl Reader {
    /// The sentence around a mention.
    pub fn sentence(&mut self, mention: &str) -> Option<Sentence> {
        let link = element(mention)?;
        let element = block(&link)?;
        let read = match self.block.take().filter(|read| read.element == element) {
            Some(read) => read,
            None => Block::read(element)?,
        };
        let start = offset(&read.element, &link)?;
        let end = start + length(&link);
        let bounds = bounds(&read.element, start, read.text.len());
        let part = |from: usize, to: usize| {
            String::from_utf16_lossy(read.text.get(from..to).unwrap_or_default())
        };
        let mut sentence = Sentence {
            words: [part(bounds.0, start), part(start, end), part(end, bounds.1)],
            entities: Vec::new(),
        };
        for (at, entity) in &read.mentions {
            if (bounds.0..bounds.1).contains(at) {
                sentence.entities.push(entity.clone());
            }
        }
        self.block = Some(read);
        Some(sentence)
    }
}

impl Block {
    fn read(element: Element) -> Option<Self> {
        let mut mentions = Vec::new();
        for link in list(&element, "a[data-entity]") {
            mentions.push((offset(&element, &link)?, attribute(&link, "data-entity")));
        }
        Some(Self {
            text: element.text_content()?.encode_utf16().collect(),
            mentions,
            element,
        })
    }
}

/// Dims sentences that mention nobody, where the reader has set so (`data-skim`).
pub fn skim() {
    let Some(root) = root() else { return };
    if !has(&root, "data-skim") {
        return highlight::dim("skim");
    }
    let mut ranges = Vec::new();
    for element in list(&root, ".prose .block") {
        let Some(block) = Block::read(element) else {
            continue;
        };
        let mut from = 0;
        while from < block.text.len() {
            let (_, to) = bounds(&block.element, from, block.text.len());
            if !block.mentions.iter().any(|(at, _)| (from..to).contains(at)) {
                ranges.extend(range(&block.element, from as u32, to as u32));
            }
            from = to;
        }
    }
    highlight::light_ranges("skim", ranges);
}

fn bounds(block: &Element, at: usize, length: usize) -> (usize, usize) {
    let marks = attribute(block, "data-sentences");
    let (mut start, mut end, mut last) = (0, length, 0);
    for mark in marks.split(' ') {
        last = mark.parse().unwrap_or(last);
        if last <= at {
            start = last;
        } else {
            end = end.min(last);
        }
    }
    // Of another text.
    if last >= length {
        return (0, length);
    }
    (start, end)
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

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

/// Words of a block as a range of the page, from and to in UTF-16 units of its text.
pub(super) fn range(block: &Element, from: u32, to: u32) -> Option<Range> {
    let range = document().create_range().ok()?;
    let walker = document()
        .create_tree_walker_with_what_to_show(block, TEXT)
        .ok()?;
    let (mut passed, mut started) = (0, false);
    while let Some(node) = walker.next_node().ok()? {
        let length = node.text_content()?.encode_utf16().count() as u32;
        if !started && from < passed + length {
            range.set_start(&node, from - passed).ok()?;
            started = true;
        }
        if started && to <= passed + length {
            range.set_end(&node, to - passed).ok()?;
            return Some(range);
        }
        passed += length;
    }
    None
}

fn length(element: &Element) -> usize {
    let text = element.text_content();
    text.unwrap_or_default().encode_utf16().count()
}
