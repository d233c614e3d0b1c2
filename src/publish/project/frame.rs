//! What a whole page shares.

use std::collections::BTreeMap;

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::page::{Correction, Frame, LeadPicture, Marks};
use crate::model::site::Entity;
use crate::publish::project::picture::picture;
use crate::publish::project::projector::Projector;
use crate::publish::project::runs::is_body;
use crate::publish::project::{contact, topics};

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
    let mut kinds = BTreeMap::<Kind, u32>::new();
    for &id in order {
        *kinds.entry(projector.site.entities[id].kind).or_default() += 1;
    }
    let texts = projector.texts.iter();
    let words: usize = texts.map(|text| text.split_whitespace().count()).sum();
    let (index, root) = (projector.index, projector.root);
    let (section, tags) = (article.section.as_ref(), article.tags.iter());
    let noted = projector.shown.iter();
    let noted = noted.map(|&id| &projector.site.entities[id]);
    let former = noted.flat_map(|entity| {
        let all = entity.former.iter();
        all.map(|old| (old.clone(), entity.slug.clone()))
    });
    let corrections = article.corrections.iter();
    let corrections = corrections.map(|one| Correction {
        date: one.date.clone(),
        text: projector.text(&one.text),
    });
    Frame {
        article: article.slug.clone(),
        language: article.language.clone(),
        draft: article.draft,
        standfirst: article.standfirst.as_ref().map(|text| projector.text(text)),
        lead: article.lead.as_ref().map(|lead| LeadPicture {
            picture: picture(projector.site, &lead.image, projector.root),
            caption: projector.text(&lead.caption),
        }),
        byline: article.byline.clone(),
        publisher: article.publisher.clone(),
        date: article.date.clone(),
        updated: article.updated.clone(),
        section: section.map(|one| topics::section(index, one, root)),
        tags: tags.map(|one| topics::tag(index, one, root)).collect(),
        corrections: corrections.collect(),
        url: article.url.clone(),
        contact: contact::contact(projector),
        former: former.collect(),
        excerpt: article.excerpt,
        long: words >= LONG,
        marks: if marked < MANY {
            Marks::All
        } else {
            Marks::Section
        },
        blocks: article.blocks.len() as u32,
        block_offsets: block_offsets(projector),
        kinds: kinds.into_iter().collect(),
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
