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
use crate::model::page::{Block, Page, Run};
use crate::model::text::{Span, plain};

/// What the body shows.
#[derive(Clone, Properties)]
pub struct Props {
    pub page: Rc<Page>,
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
    let words = &page.frame.words;
    let title = page
        .blocks
        .first()
        .map(|block| plain(&block.text))
        .unwrap_or_default();
    html! {
        <>
            <a class="skip" href="#reading">{ words.skip() }</a>
            { bar(&props.site, &props.home, &title, words) }
            <main>
                <div class="page" id="reading">if !props.blank { { surface::surface(&page.frame, &page.blocks, &page.notes) } }</div>
                <div class="page lists">
                    { lists(page) }
                    { works(&page.works, words) }
                    { cite(&page.cited, words) }
                </div>
            </main>
            { panels(&page.notes, &page.events, page.frame.blocks, words) }
            { graph(page) }
            <div class="edge" aria-hidden="true">{ edge_drawing("marks", &marks(&page.blocks)) }<i></i></div>
            <span id="read"></span>
            <div id="explorer"></div>
        </>
    }
}

/// Where mentions stand along the article, in thousandths of its text: one mark where several would touch.
fn marks(blocks: &[Block]) -> Vec<u32> {
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
    let drawn = surface::surface(&page.frame, &page.blocks, &page.notes);
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
