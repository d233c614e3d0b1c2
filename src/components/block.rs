//! The article's blocks. A block holds the article's words and nothing else; signs and numbers come from styles.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::page::{Container, ContainerKind, Form, PageBlock};

mod element;
mod figure;
mod heading;
mod list;
mod paragraph;
mod preformatted;
mod quotation;
mod scroll;
mod table;

use element::element;
use figure::Figure;
pub use heading::Heading;
use list::List;
use paragraph::Paragraph;
use preformatted::Preformatted;
use quotation::Quotation;
use table::Table;

/// Draws blocks in their order; neighbours in one quotation or list share its element.
pub fn blocks(blocks: &[Rc<PageBlock>], numbered: bool) -> Html {
    within(blocks, 0, numbered)
}

/// Draws blocks that stand in so many containers together.
fn within(blocks: &[Rc<PageBlock>], depth: usize, numbered: bool) -> Html {
    let container = |block: &PageBlock| -> Option<Container> { block.within.get(depth).copied() };
    let groups = blocks.chunk_by(|one, next| {
        let common = container(one);
        common.is_some() && common == container(next)
    });
    let drawn = groups.map(|group| {
        let drawn = together(group, container(&group[0]), depth, numbered);
        if group[0].parted == Some(depth as u32) {
            html! { <><hr />{ drawn }</> }
        } else {
            drawn
        }
    });
    drawn.collect()
}

/// Blocks of one container, or one alone.
fn together(
    group: &[Rc<PageBlock>],
    container: Option<Container>,
    depth: usize,
    numbered: bool,
) -> Html {
    let key = group[0].number;
    let Some(container) = container else {
        return alone(group[0].clone(), numbered);
    };
    let depth = depth + 1;
    let draw = |blocks: &[Rc<PageBlock>]| within(blocks, depth, numbered);
    match (container.kind, group) {
        (ContainerKind::List { first }, _) => html! { <List {key} {first}>{ draw(group) }</List> },
        // An entry that is one paragraph is a block itself.
        (ContainerKind::Item, [one])
            if one.form == Form::Paragraph && one.within.len() == depth =>
        {
            element("li", one, numbered)
        }
        (ContainerKind::Item, _) => html! { <li {key}>{ draw(group) }</li> },
        // One of a quotation within this one is that one's.
        (kind, [words @ .., by]) if by.form == Form::Attribution && by.within.len() == depth => {
            let pulled = kind == ContainerKind::PullQuotation;
            let attribution = draw(std::slice::from_ref(by));
            html! { <Quotation {key} {pulled} {attribution}>{ draw(words) }</Quotation> }
        }
        (kind, _) => {
            let pulled = kind == ContainerKind::PullQuotation;
            html! { <Quotation {key} {pulled}>{ draw(group) }</Quotation> }
        }
    }
}

fn alone(block: Rc<PageBlock>, numbered: bool) -> Html {
    let key = block.number;
    match block.form {
        Form::Title | Form::Heading(_) => html! { <Heading {key} {block} {numbered} /> },
        Form::Paragraph | Form::Attribution => html! { <Paragraph {key} {block} {numbered} /> },
        Form::Figure => html! { <Figure {key} {block} {numbered} /> },
        Form::Preformatted => html! { <Preformatted {key} {block} {numbered} /> },
        Form::Table { columns } => html! { <Table {key} {block} {columns} {numbered} /> },
    }
}
