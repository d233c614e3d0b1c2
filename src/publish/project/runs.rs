//! The article's blocks with what each run of words is in the page.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use crate::model::id::Id;
use crate::model::page::{Form, PageBlock, PageRun};
use crate::model::site::{self, Entity, Mention};
use crate::model::text::{Span, Text, plain, retarget, walk};
use crate::publish::project::picture::picture;
use crate::publish::project::projector::Projector;
use crate::publish::project::units::units;

/// Draws up the blocks, numbered from 1.
pub(super) fn blocks(projector: &Projector) -> Vec<PageBlock> {
    let mut firsts = Firsts {
        parts: parts(projector),
        ..Firsts::default()
    };
    let mut bounds = bounds(projector);
    (1..)
        .zip(&projector.article.blocks)
        .map(|(number, block)| {
            if matches!(block.form, Form::Heading(_)) {
                firsts.section.clear();
            }
            PageBlock {
                number,
                form: block.form,
                within: block.within.clone(),
                parted: block.parted,
                picture: block
                    .image
                    .as_ref()
                    .map(|image| picture(projector.site, image, projector.root)),
                text: text(projector, &block.text, is_body(block.form), &mut firsts),
                sentences: sentences(projector, number, bounds.remove(&number)),
            }
        })
        .collect()
}

/// Titles and headings bear no marks, tables no signs.
pub(super) fn is_body(form: Form) -> bool {
    match form {
        Form::Title | Form::Heading(_) | Form::Table { .. } => false,
        Form::Paragraph | Form::Attribution | Form::Preformatted | Form::Figure => true,
    }
}

/// Bounds of a block's sentences as browsers count. Two that only a break is between are one.
fn sentences(projector: &Projector, number: u32, bounds: Option<BTreeSet<usize>>) -> Vec<u32> {
    let text = &projector.texts[number as usize - 1];
    let mut sentences = units(text, bounds.unwrap_or_default());
    sentences.dedup();
    sentences
}

/// Bounds of each block's sentences that mention somebody, less the block's own two, in bytes.
fn bounds(projector: &Projector) -> BTreeMap<u32, BTreeSet<usize>> {
    let mut bounds = BTreeMap::<_, BTreeSet<usize>>::new();
    for (_, mention) in projector.article.mentions.iter() {
        let text = &projector.texts[mention.block as usize - 1];
        let ends = [mention.sentence.start, mention.sentence.end];
        let within = ends.into_iter().map(|bound| bound as usize);
        // Below a caption stands who made the picture, which is no part of its last sentence.
        let block = &projector.article.blocks[mention.block as usize - 1];
        let last = text.len() - usize::from(block.form != Form::Figure);
        let within = within.filter(|&bound| bound > 0 && bound <= last);
        bounds.entry(mention.block).or_default().extend(within);
    }
    bounds
}

/// Which entities have had their first mark.
#[derive(Default)]
struct Firsts {
    article: BTreeSet<Id<Entity>>,
    section: BTreeSet<Id<Entity>>,
    /// The same, headline included.
    seen: BTreeSet<Id<Entity>>,
    /// Mentions that were the first in their section; their later parts are marked with them.
    marked: BTreeSet<Id<Mention>>,
    /// The mention that was an entity's first in the article.
    opening: BTreeSet<Id<Mention>>,
    /// How many runs of each mention are still to come, those of mentions within it too.
    parts: BTreeMap<Id<Mention>, u32>,
}

/// How many runs of words each mention has, those of mentions within it too.
fn parts(projector: &Projector) -> BTreeMap<Id<Mention>, u32> {
    let mut parts = BTreeMap::new();
    for block in &projector.article.blocks {
        walk(&block.text, &mut |span| {
            if let Span::Marked { to, text } = span {
                for mention in iter::once(&to.mention).chain(&to.also) {
                    *parts.entry(*mention).or_default() += u32::from(!text.is_empty());
                }
            }
        });
    }
    parts
}

fn text(
    projector: &Projector,
    spans: &[Span<site::Run>],
    body: bool,
    firsts: &mut Firsts,
) -> Text<PageRun> {
    let mut text = retarget(spans, &mut |to, words| {
        Some(run(projector, to, words, body, firsts))
    });
    projector.lead_from_here(&mut text);
    text
}

fn run(
    projector: &Projector,
    run: &site::Run,
    text: &[Span<site::Run>],
    body: bool,
    firsts: &mut Firsts,
) -> PageRun {
    let marked = body && !text.is_empty();
    let begins = |letter: char| letter.is_alphanumeric() || matches!(letter, '“' | '‘' | '"' | '(');
    let mention = &projector.article.mentions[run.mention];
    let entity = &projector.site.entities[mention.entity];
    let mut slugs = BTreeSet::from([mention.entity]);
    let also = run
        .also
        .iter()
        .map(|&other| projector.article.mentions[other].entity)
        .filter(|&other| slugs.insert(other));
    let also = also
        .map(|other| projector.site.entities[other].slug.clone())
        .collect();
    let opening = marked && run.first && firsts.article.insert(mention.entity);
    // Numbers begin in the headline, marks below it.
    if !text.is_empty() && run.first && firsts.seen.insert(mention.entity) {
        firsts.opening.insert(run.mention);
    }
    let mut endnotes = Vec::new();
    if !text.is_empty() {
        for mention in iter::once(&run.mention).chain(&run.also) {
            let left = firsts.parts.entry(*mention).or_default();
            *left -= 1;
            if *left == 0 && firsts.opening.contains(mention) {
                let entity = projector.article.mentions[*mention].entity;
                endnotes.push(projector.numbers[&entity]);
            }
        }
    }
    endnotes.sort_unstable();
    let endnotes: Vec<String> = endnotes.iter().map(u32::to_string).collect();
    if marked && run.first && firsts.section.insert(mention.entity) {
        firsts.marked.insert(run.mention);
    }
    let section = firsts.marked.contains(&run.mention);
    PageRun {
        entity: entity.slug.clone(),
        kind: entity.kind,
        number: mention.number,
        first: run.first,
        inside: !plain(text).starts_with(begins),
        opening,
        endnotes: (!endnotes.is_empty()).then(|| endnotes.join(", ")),
        section,
        also,
    }
}
