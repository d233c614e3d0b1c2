//! The article: its head, its blocks and, of an excerpt, where it breaks off.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::block::blocks;
use crate::components::excerpt::Excerpt;
use crate::components::masthead::Masthead;
use crate::components::messages::use_messages;
use crate::model::page::{self, Form, Frame, PageBlock};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
    pub article: Rc<page::PageArticle>,
}

/// A long article is set in sections, which the browser lays out as they come near.
#[component]
pub fn Article(props: &Props) -> Html {
    crate::components::rendered("Article");
    let messages = use_messages();
    let Props { frame, article } = props;
    let Some((title, rest)) = article.blocks.split_first() else {
        return Html::default();
    };
    html! {
        <article class="article" data-article={frame.article.clone()} lang={frame.language.clone()}>
            <Masthead {title} {frame} />
            <div class="prose">
                if frame.long {
                    for section in sections(rest) { <div class="section">{ blocks(section, true) }</div> }
                } else {
                    { blocks(rest, false) }
                }
            </div>
            if frame.excerpt {
                <Excerpt {frame} label={messages.excerpt_end.clone()} sentence={messages.excerpt_stop.clone()} />
            }
        </article>
    }
}

/// Blocks a section has at most before it is cut without a heading: some 2,000 words.
const SECTION_BLOCKS: usize = 24;

fn sections(blocks: &[Rc<PageBlock>]) -> Vec<&[Rc<PageBlock>]> {
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

#[cfg(test)]
mod tests;
