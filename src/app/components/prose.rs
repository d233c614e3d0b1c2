//! The article's blocks. A block holds the article's words and nothing else; signs and numbers come from styles.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::rich_text::spans;
use crate::app::components::tag::classed;
use crate::model::page::{Block, Form, Run};
use crate::model::text::Span;

/// Draws the blocks after the title. A long article is set in sections, which the browser lays out as they come near.
pub fn prose(blocks: &[Rc<Block>], long: bool) -> Html {
    if !long {
        return html! { <div class="prose">{ set(blocks, false) }</div> };
    }
    let sections = sections(blocks)
        .into_iter()
        .map(|section| html! { <div class="section">{ set(section, true) }</div> });
    html! { <div class="prose">{ for sections }</div> }
}

/// Draws the words of a block, mentions as links.
pub fn words(text: &[Span<Run>]) -> Html {
    spans(text, &mention)
}

/// Blocks a section has at most before it is cut without a heading: some 2,000 words.
const SECTION_BLOCKS: usize = 24;

fn sections(blocks: &[Rc<Block>]) -> Vec<&[Rc<Block>]> {
    let mut sections = Vec::new();
    let mut start = 0;
    for at in 1..=blocks.len() {
        let cut = match blocks.get(at) {
            None => true,
            Some(block) => {
                matches!(block.form, Form::Heading(_))
                    || (at - start >= SECTION_BLOCKS && block.form == Form::Paragraph)
            }
        };
        if cut {
            sections.push(&blocks[start..at]);
            start = at;
        }
    }
    sections
}

/// Neighbours that belong to one quotation or list share its element.
fn set(blocks: &[Rc<Block>], long: bool) -> Html {
    let block = |one: &Rc<Block>| numbered(one, long);
    blocks
        .chunk_by(|one, next| {
            one.form == next.form && matches!(one.form, Form::Quotation | Form::Item { .. })
        })
        .map(|group| match group[0].form {
            Form::Quotation => html! { <blockquote>{ for group.iter().map(block) }</blockquote> },
            Form::Item { ordered: true } => {
                html! { <ol class="list">{ for group.iter().map(block) }</ol> }
            }
            Form::Item { ordered: false } => {
                html! { <ul class="list">{ for group.iter().map(block) }</ul> }
            }
            Form::Title | Form::Heading(_) | Form::Paragraph => {
                html! { <>{ for group.iter().map(block) }</> }
            }
        })
        .collect()
}

/// One block under its number.
pub fn block(block: &Block) -> Html {
    numbered(block, false)
}

/// In a long page a block bears its number: browsers count anew in each section that they lay out by itself.
fn numbered(block: &Block, long: bool) -> Html {
    let tag = match block.form {
        Form::Title => "h1",
        Form::Heading(2) => "h2",
        Form::Heading(3) => "h3",
        Form::Heading(_) => "h4",
        Form::Paragraph | Form::Quotation => "p",
        Form::Item { .. } => "li",
    };
    let sentences: Vec<String> = block.sentences.iter().map(u32::to_string).collect();
    let sentences = (!sentences.is_empty()).then(|| sentences.join(" "));
    classed(tag, "block")
        .set("id", &["p", &block.number.to_string()].concat())
        .maybe("data-n", long.then(|| block.number.to_string()).as_deref())
        .maybe("data-sentences", sentences.as_deref())
        .put(words(&block.text))
        .done()
}

/// A mention is a plain link to the entity's note; its first run bears its id, later parts take no tab stop.
/// One wholly covered by others has no words of its own: its id marks the place.
fn mention(run: &Run, text: &[Span<Run>]) -> Html {
    let id = ["m-", &run.entity, "-", &run.number.to_string()].concat();
    if text.is_empty() {
        return html! { <span id={id}></span> };
    }
    let (id, part) = if run.first {
        (Some(id), None)
    } else {
        (None, Some(id))
    };
    let also = (!run.also.is_empty()).then(|| run.also.join(" "));
    html! {
        <a {id} href={["#ent-", &run.entity].concat()} tabindex={part.is_some().then_some("-1")} data-entity={run.entity.clone()}
            data-kind={run.kind.slug()} data-first={run.opening.then_some("")}
            data-inside={(run.inside && run.opening).then_some("")} data-endnote={run.endnotes.clone()} data-section={run.section.then_some("")} data-also={also} data-part={part}>
            { words(text) }
        </a>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    #[derive(Clone, PartialEq, Properties)]
    struct Props {
        long: bool,
    }

    #[component]
    fn Show(props: &Props) -> Html {
        let block = Block {
            number: 40,
            form: Form::Paragraph,
            text: vec![Span::Words("Words.".to_owned())],
            sentences: Vec::new(),
        };
        prose(&[Rc::new(block)], props.long)
    }

    #[test]
    fn in_a_long_page_each_block_bears_its_number() {
        let drawn = |long| {
            let renderer = LocalServerRenderer::<Show>::with_props(Props { long });
            pollster::block_on(renderer.hydratable(false).render())
        };
        assert!(drawn(true).contains("data-n=\"40\""), "{}", drawn(true));
        assert!(!drawn(false).contains("data-n"));
    }
}
