//! The article's text, read where it stands, which a translator may have changed: where a mention is, its sentence, who else
//! is in it.

use std::rc::Rc;

use crate::app::reading_position::along;
use crate::app::records::Records;
use crate::components::card::Sentence;
use crate::components::edge::{marks, strokes};
use crate::components::selectors::{
    ALSO, ARTICLE, BLOCK, EDGE_MARKS, MENTION, PROSE_BLOCK, SENTENCES,
};
use crate::model::page::Frame;
use crate::platform::document::{Element, attribute, closest, has, list, set_attribute};
use crate::platform::host::Host;
use crate::platform::{highlight, text};

/// The name of sentences that mention nobody, for `::highlight()` in styles.
const SKIMMED: &str = "skim";

/// The number of the block that a mention or a block stands in, counted from 1.
pub(super) fn block_of(host: &Host, id: &str) -> Option<u32> {
    let block = closest(&host.element(id)?, BLOCK)?;
    attribute(&block, "id").strip_prefix('p')?.parse().ok()
}

/// The entities that a mention's words mean besides its own, nearest first.
pub(super) fn also(host: &Host, mention: &str) -> Vec<String> {
    let also = host.element(mention).map(|link| attribute(&link, ALSO));
    let also = also.unwrap_or_default();
    also.split_whitespace().map(str::to_owned).collect()
}

/// The blocks of the article in their order, for reading one by one.
pub(super) fn blocks(host: &Host) -> Vec<Element> {
    host.list(&[ARTICLE, " ", BLOCK].concat())
}

/// How far down the article each block begins, in thousandths of its height. Not for a long page: what is far off in it is
/// laid out only when it comes near.
pub(super) fn block_offsets(host: &Host, frame: &Frame) -> Option<Rc<[u32]>> {
    let ids = (1..=frame.blocks).map(|block| ["p", &block.to_string()].concat());
    let offsets = if frame.long {
        Vec::new()
    } else {
        along(host, ids)
    };
    (offsets.len() == frame.blocks as usize).then(|| offsets.into())
}

/// Puts the page's own marks along the window's edge where the blocks stand.
pub(super) fn mark_edge(host: &Host, records: &Records, places: &[u32]) {
    let Some(entities) = records.entities() else {
        return;
    };
    let blocks = entities.rows.iter().flat_map(|row| &row.mentions);
    if let Some(path) = host.find(EDGE_MARKS) {
        set_attribute(&path, "d", Some(&strokes(&marks(blocks.copied(), places))));
    }
}

/// A block's id and its words.
pub(super) fn read(block: &Element) -> (String, String) {
    (attribute(block, "id"), text::of(block))
}

/// Reads sentences. The build machine knows where they begin ([`SENTENCES`]); in a page that was changed since, the whole
/// block serves.
#[derive(Default)]
pub(super) struct SentenceReader {
    /// The block read last: mentions come in the order of the text.
    block: Option<BlockText>,
}

/// A block's text in UTF-16 units, and its mentions: where each begins, and its entity.
struct BlockText {
    element: Element,
    text: Vec<u16>,
    mentions: Vec<(usize, String)>,
}

impl SentenceReader {
    /// The sentence around a mention, and slugs of the entities mentioned in it, in the order of the text.
    pub(super) fn sentence(
        &mut self,
        host: &Host,
        mention: &str,
    ) -> Option<(Sentence, Vec<String>)> {
        let link = host.element(mention)?;
        let element = closest(&link, BLOCK)?;
        let read = match self.block.take().filter(|read| read.element == element) {
            Some(read) => read,
            None => BlockText::read(element)?,
        };
        let start = text::offset(&read.element, &link)?;
        let mut end = start + text::length(&link);
        // Its words go on after another mention in them.
        for part in list(&read.element, &["[data-part='", mention, "']"].concat()) {
            end = end.max(text::offset(&read.element, &part)? + text::length(&part));
        }
        let (from, to) = sentence_around(&read.element, start, read.text.len());
        let part = |from: usize, to: usize| {
            String::from_utf16_lossy(read.text.get(from..to).unwrap_or_default())
        };
        let sentence = Sentence {
            before: part(from, start),
            words: part(start, end),
            after: part(end, to),
        };
        let inside = read
            .mentions
            .iter()
            .filter(|(at, _)| (from..to).contains(at));
        let entities = inside.map(|(_, entity)| entity.clone()).collect();
        self.block = Some(read);
        Some((sentence, entities))
    }
}

impl BlockText {
    fn read(element: Element) -> Option<Self> {
        let mut mentions = Vec::new();
        for link in list(&element, MENTION) {
            mentions.push((
                text::offset(&element, &link)?,
                attribute(&link, "data-entity"),
            ));
        }
        Some(Self {
            text: text::of(&element).encode_utf16().collect(),
            mentions,
            element,
        })
    }
}

/// Dims sentences that mention nobody, where the reader has set so (`data-skim`).
pub(super) fn skim(host: &Host) {
    if !has(&host.root, "data-skim") {
        return highlight::dim(host, SKIMMED);
    }
    let mut ranges = Vec::new();
    for element in host.list(PROSE_BLOCK) {
        let Some(block) = BlockText::read(element) else {
            continue;
        };
        let mut from = 0;
        while from < block.text.len() {
            let (_, to) = sentence_around(&block.element, from, block.text.len());
            if !block.mentions.iter().any(|(at, _)| (from..to).contains(at)) {
                ranges.extend(text::range(&block.element, from as u32, to as u32));
            }
            from = to;
        }
    }
    highlight::light_ranges(host, SKIMMED, ranges);
}

/// Where the sentence around a place begins and ends, in a block of this length; all units are UTF-16.
fn sentence_around(block: &Element, at: usize, length: usize) -> (usize, usize) {
    let marks = attribute(block, SENTENCES);
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
