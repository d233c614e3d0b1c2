//! The body of a page, drawn by the app's components on the build machine.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::app::components::bar::bar;
use crate::app::components::belt::edge_drawing;
use crate::app::components::cite::cite;
use crate::app::components::lists::lists;
use crate::app::components::panels::panels;
use crate::app::components::plot::graph;
use crate::app::components::works::works;
use crate::app::surface;
use crate::model::page::{Block, Outlines, Page, Run};
use crate::model::text::{Span, plain};

/// What the body shows.
#[derive(Clone, Properties)]
pub struct Props {
    pub page: Rc<Page>,
    /// What the link to the article says.
    pub skip: String,
    pub site: String,
    /// Address of the site's root from this page.
    pub home: String,
    /// Leave the reading surface to the app.
    pub blank: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// Draws bar, reading surface and lists.
#[component]
pub fn Body(props: &Props) -> Html {
    let page = &*props.page;
    let words = &*page.messages;
    let title = page
        .article
        .blocks
        .first()
        .map(|block| plain(&block.text))
        .unwrap_or_default();
    html! {
        <>
            <a class="skip" href="#reading">{ &props.skip }</a>
            { bar(&props.site, &props.home, &title, words) }
            <main>
                <div class="page" id="reading">if !props.blank { { drawn_surface(page) } }</div>
                <div class="page lists">
                    { lists(page) }
                    { works(&page.works.works, words) }
                    { cite(&page.citing.styles, words) }
                </div>
            </main>
            { for page.outlines.as_ref().map(outlines) }
            { panels(&page.notes, &page.timeline.events, page.frame.blocks, words) }
            { graph(page) }
            <div class="edge" aria-hidden="true">{ edge_drawing("marks", &marks(&page.article.blocks)) }<i></i></div>
            <span id="read"></span>
            <div id="explorer"></div>
        </>
    }
}

/// The map's outlines, which every drawing of it shows.
fn outlines(outlines: &Outlines) -> Html {
    let scale = ["scale(", &Outlines::STEP.to_string(), ")"].concat();
    html! {
        <svg class="sprite" width="0" height="0" aria-hidden="true">
            <path id="map-land" transform={scale.clone()} d={outlines.land.clone()} />
            <path id="map-borders" transform={scale} d={outlines.borders.clone()} />
        </svg>
    }
}

fn drawn_surface(page: &Page) -> Html {
    surface::surface(
        &page.frame,
        &page.messages,
        &page.article.blocks,
        &page.notes,
    )
}

/// Where mentions stand along the article, in thousandths of its text: one mark where several would touch.
fn marks(blocks: &[Rc<Block>]) -> Vec<u32> {
    let mut letters = 0;
    let mut places = Vec::new();
    for block in blocks {
        walk(&block.text, &mut letters, &mut places);
    }
    let marks = places
        .iter()
        .map(|place| (place * 1000 / letters.max(1)) as u32);
    let mut marks: Vec<u32> = marks.collect();
    marks.dedup_by(|next, last| *next < *last + 3);
    marks
}

fn walk(text: &[Span<Run>], letters: &mut usize, places: &mut Vec<usize>) {
    for span in text {
        match span {
            Span::Words(words) | Span::Code(words) => *letters += words.len(),
            Span::Emphasis(text) | Span::Strong(text) | Span::Link { text, .. } => {
                walk(text, letters, places);
            }
            Span::Marked { to, text } => {
                places.extend(to.first.then_some(*letters));
                walk(text, letters, places);
            }
            Span::Break => {}
        }
    }
}

/// The body's markup.
pub fn render(props: Props) -> String {
    markup::<Body>(props)
}

#[derive(Clone, PartialEq, Properties)]
struct SurfaceProps {
    drawn: Html,
}

#[component]
fn Surface(props: &SurfaceProps) -> Html {
    props.drawn.clone()
}

/// The reading surface's markup alone.
pub fn surface(page: &Page) -> String {
    let drawn = drawn_surface(page);
    markup::<Surface>(SurfaceProps { drawn })
}

/// Markup without the comments that hydration would need.
fn markup<C: BaseComponent>(props: C::Properties) -> String {
    pollster::block_on(
        LocalServerRenderer::<C>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
