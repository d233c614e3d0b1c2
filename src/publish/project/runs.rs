//! The article's blocks with what each run of words is in the page.

use std::collections::BTreeSet;

use crate::model::id::Id;
use crate::model::page::{Block, Form, Run};
use crate::model::site::{self, Entity, Mention};
use crate::model::text::{Span, Text, plain};
use crate::publish::project::{View, is_body};

/// Draws up the blocks, numbered from 1.
pub(super) fn blocks(view: &View) -> Vec<Block> {
    let mut firsts = Firsts::default();
    (1..)
        .zip(&view.article.blocks)
        .map(|(number, block)| {
            if matches!(block.form, Form::Heading(_)) {
                firsts.section.clear();
            }
            Block {
                number,
                form: block.form,
                text: text(view, &block.text, is_body(block.form), &mut firsts),
            }
        })
        .collect()
}

/// Which entities have had their first mark.
#[derive(Default)]
struct Firsts {
    article: BTreeSet<Id<Entity>>,
    section: BTreeSet<Id<Entity>>,
    /// Mentions that were the first in their section; their later parts are marked with them.
    marked: BTreeSet<Id<Mention>>,
}

fn text(view: &View, spans: &[Span<site::Run>], body: bool, firsts: &mut Firsts) -> Text<Run> {
    spans
        .iter()
        .map(|span| match span {
            Span::Words(words) => Span::Words(words.clone()),
            Span::Code(words) => Span::Code(words.clone()),
            Span::Break => Span::Break,
            Span::Emphasis(inner) => Span::Emphasis(text(view, inner, body, firsts)),
            Span::Strong(inner) => Span::Strong(text(view, inner, body, firsts)),
            Span::Link { href, text: inner } => Span::Link {
                href: href.clone(),
                text: text(view, inner, body, firsts),
            },
            Span::Marked { to, text: inner } => {
                let to = run(view, to, inner, body, firsts);
                Span::Marked {
                    to,
                    text: text(view, inner, body, firsts),
                }
            }
        })
        .collect()
}

fn run(
    view: &View,
    run: &site::Run,
    text: &[Span<site::Run>],
    body: bool,
    firsts: &mut Firsts,
) -> Run {
    let marked = body && !text.is_empty();
    let begins = |letter: char| letter.is_alphanumeric() || matches!(letter, '“' | '‘' | '"' | '(');
    let mention = &view.article.mentions[run.mention];
    let entity = &view.site.entities[mention.entity];
    let mut slugs = BTreeSet::from([mention.entity]);
    let also = run
        .also
        .iter()
        .map(|&other| view.article.mentions[other].entity)
        .filter(|&other| slugs.insert(other));
    let also = also
        .map(|other| view.site.entities[other].slug.clone())
        .collect();
    let opening = marked && run.first && firsts.article.insert(mention.entity);
    if marked && run.first && firsts.section.insert(mention.entity) {
        firsts.marked.insert(run.mention);
    }
    let section = firsts.marked.contains(&run.mention);
    Run {
        entity: entity.slug.clone(),
        kind: entity.kind,
        number: mention.number,
        first: run.first,
        inside: !plain(text).starts_with(begins),
        opening: opening.then(|| view.numbers[&mention.entity]),
        section,
        also,
    }
}
