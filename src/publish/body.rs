//! The body of a page, drawn by components on the build machine.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::app::components::belt::edge_drawing;
use crate::app::components::panels::{graph, panels};
use crate::components::bar::Bar;
use crate::components::lists::Lists;
use crate::components::surface::Surface;
use crate::model::messages::Messages;
use crate::model::page::{Block, Outlines, Page, Run};
use crate::model::text::{Span, plain};

/// What the body shows.
#[derive(Clone, Properties)]
pub struct Props {
    pub page: Rc<Page>,
    /// What the link to the article says.
    pub skip: AttrValue,
    pub site: AttrValue,
    /// Address of the site's root from this page.
    pub home: AttrValue,
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
        <ContextProvider<Rc<Messages>> context={Rc::clone(&page.messages)}>
            <a class="skip" href="#reading">{ &props.skip }</a>
            <Bar site={&props.site} home={&props.home} {title} />
            <main>
                <div class="page" id="reading">if !props.blank { { surface_of(page) } }</div>
                <div class="page lists">
                    <Lists entities={&page.entities} timeline={&page.timeline} places={&page.places}
                        relations={&page.relations} works={&page.works} citing={&page.citing} />
                </div>
            </main>
            if let Some(drawn) = &page.outlines { { outlines(drawn) } }
            { panels(&page.notes, &page.timeline.events, page.frame.blocks, words) }
            { graph(&page.relations) }
            <div class="edge" aria-hidden="true">{ edge_drawing("marks", &marks(&page.article.blocks)) }<i></i></div>
            <span id="read"></span>
            <div id="explorer"></div>
        </ContextProvider<Rc<Messages>>>
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

fn surface_of(page: &Page) -> Html {
    html! { <Surface frame={&page.frame} article={&page.article} notes={page.notes.clone()} /> }
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

#[derive(Clone, Properties)]
struct SurfaceProps {
    page: Rc<Page>,
}

impl PartialEq for SurfaceProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

#[component]
fn SurfaceAlone(props: &SurfaceProps) -> Html {
    html! {
        <ContextProvider<Rc<Messages>> context={Rc::clone(&props.page.messages)}>
            { surface_of(&props.page) }
        </ContextProvider<Rc<Messages>>>
    }
}

/// The reading surface's markup alone.
pub fn surface(page: &Rc<Page>) -> String {
    let page = Rc::clone(page);
    markup::<SurfaceAlone>(SurfaceProps { page })
}

/// Markup without the comments that hydration would need.
fn markup<C: BaseComponent>(props: C::Properties) -> String {
    pollster::block_on(
        LocalServerRenderer::<C>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
