//! The article: its head, its blocks and, of an excerpt, where it breaks off.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::article_foot::ArticleFoot;
use crate::components::block::blocks;
use crate::components::excerpt::Excerpt;
use crate::components::footnotes::Footnotes;
use crate::components::masthead::Masthead;
use crate::components::messages::use_messages;
use crate::components::picture::inside;
use crate::components::rich_text::rich_text;
use crate::model::page::{self, FootnoteList, Form, Frame, LeadPicture, PageBlock};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: Rc<Frame>,
    pub article: Rc<page::PageArticle>,
    #[prop_or_default]
    pub footnotes: Rc<FootnoteList>,
}

/// A long article is set in sections, which the browser lays out as they come near.
#[component]
pub fn Article(props: &Props) -> Html {
    crate::components::rendered("Article");
    let messages = use_messages();
    let Props {
        frame,
        article,
        footnotes,
    } = props;
    let Some((title, rest)) = article.blocks.split_first() else {
        return Html::default();
    };
    html! {
        <article class="article" data-article={frame.article.clone()} lang={frame.language.clone()}>
            <Masthead {title} {frame} />
            if let Some(lead) = &frame.lead {
                <figure class="lead">{ inside(&lead.picture, caption(lead), false) }</figure>
            }
            <div class="prose">
                if frame.long {
                    for section in sections(rest) { <div class="section">{ blocks(section, true) }</div> }
                } else {
                    { blocks(rest, false) }
                }
            </div>
            if !(frame.corrections.is_empty() && frame.tags.is_empty()) { <ArticleFoot {frame} /> }
            if frame.excerpt {
                <Excerpt {frame} label={messages.excerpt_end.clone()} sentence={messages.excerpt_stop.clone()} />
            }
            if !footnotes.footnotes.is_empty() { <Footnotes {footnotes} /> }
        </article>
    }
}

/// The words below the lead picture.
fn caption(lead: &LeadPicture) -> Option<Html> {
    (!lead.caption.is_empty()).then(|| rich_text(&lead.caption))
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
                    || (at - start >= SECTION_BLOCKS
                        && block.form == Form::Paragraph
                        && block.within.is_empty())
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
