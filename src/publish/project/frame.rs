//! What a whole page shares.

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::page::{Frame, Marks};
use crate::model::site::Entity;
use crate::publish::project::contact;
use crate::publish::project::projector::Projector;
use crate::publish::project::runs::is_body;

/// Words from which an article is set in sections: some twelve minutes of reading.
const LONG: usize = 3000;
/// Mentions in body text from which only the first of each section is marked.
const MANY: usize = 100;

/// Draws up what the whole page shares; `order` are the entities that the article mentions.
pub(super) fn frame(projector: &Projector, order: &[Id<Entity>]) -> Frame {
    let article = projector.article;
    let body = |block: u32| {
        article
            .blocks
            .get(block as usize - 1)
            .is_some_and(|block| is_body(block.form))
    };
    let marked = article
        .mentions
        .iter()
        .filter(|(_, mention)| body(mention.block))
        .count();
    let count = |kind: Kind| {
        order
            .iter()
            .filter(|&&id| projector.site.entities[id].kind == kind)
            .count() as u32
    };
    let texts = projector.texts.iter();
    let words: usize = texts.map(|text| text.split_whitespace().count()).sum();
    Frame {
        article: article.slug.clone(),
        language: article.language.clone(),
        byline: article.byline.clone(),
        publisher: article.publisher.clone(),
        date: article.date.clone(),
        url: article.url.clone(),
        contact: contact::contact(projector),
        excerpt: article.excerpt,
        long: words >= LONG,
        marks: if marked < MANY {
            Marks::All
        } else {
            Marks::Section
        },
        blocks: article.blocks.len() as u32,
        block_offsets: block_offsets(projector),
        kinds: Kind::ALL
            .into_iter()
            .map(|kind| (kind, count(kind)))
            .filter(|(_, count)| *count > 0)
            .collect(),
    }
}

/// How far down the article each block begins, in thousandths of its text.
fn block_offsets(projector: &Projector) -> Vec<u32> {
    let whole: usize = projector.texts.iter().map(String::len).sum();
    let mut begin = 0;
    let texts = projector.texts.iter();
    let block_offsets = texts.map(|text| {
        let place = begin * 1000 / whole.max(1);
        begin += text.len();
        place as u32
    });
    block_offsets.collect()
}
