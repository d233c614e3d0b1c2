//! The article's blocks. A block holds the article's words and nothing else; signs and numbers come from styles.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::page::{Form, PageBlock};

mod element;
mod heading;
mod list;
mod paragraph;
mod quotation;

pub use heading::Heading;
use list::List;
use paragraph::Paragraph;
use quotation::Quotation;

/// Draws blocks in their order; neighbours that belong to one quotation or list share its element.
pub fn blocks(blocks: &[Rc<PageBlock>], numbered: bool) -> Html {
    let groups = blocks.chunk_by(|one, next| {
        one.form == next.form && matches!(one.form, Form::Quotation | Form::Item { .. })
    });
    groups.map(|group| together(group, numbered)).collect()
}

/// Blocks that share an element, or one alone.
fn together(group: &[Rc<PageBlock>], numbered: bool) -> Html {
    let block = Rc::clone(&group[0]);
    let key = block.number;
    match block.form {
        Form::Title | Form::Heading(_) => html! { <Heading {key} {block} {numbered} /> },
        Form::Paragraph => html! { <Paragraph {key} {block} {numbered} /> },
        Form::Quotation => html! { <Quotation {key} blocks={group.to_vec()} {numbered} /> },
        Form::Item { ordered } => {
            html! { <List {key} blocks={group.to_vec()} {ordered} {numbered} /> }
        }
    }
}
