//! The body of a page, drawn by the components on the build machine.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::components::bar::Bar;
use crate::components::edge::{Edge, marks};
use crate::components::lists::Lists;
use crate::components::site_foot::SiteFoot;
use crate::components::surface::Surface;
use crate::model::messages::Messages;
use crate::model::page::{Elsewhere, Outlines, Page, Picture};
use crate::model::text::plain;

/// What the body shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub page: Rc<Page>,
    /// What the link to the article says.
    pub skip: String,
    pub site: String,
    /// Address of the site's root from this page.
    pub home: String,
    /// The site's logo.
    pub logo: Option<Picture>,
    /// At the foot.
    pub links: Vec<Elsewhere>,
    /// Leave the reading surface to the app.
    pub blank: bool,
}

/// Draws bar, reading surface and lists.
#[component]
pub fn Body(props: &Props) -> Html {
    crate::components::rendered("Body");
    let page = &*props.page;
    let title = page.article.blocks.first();
    let title = title.map(|block| plain(&block.text)).unwrap_or_default();
    html! {
        <ContextProvider<Rc<Messages>> context={page.messages.clone()}>
            <a class="skip" href="#reading">{ &props.skip }</a>
            <Bar site={props.site.clone()} logo={props.logo.clone()} home={props.home.clone()} {title} empty={empty_views(page)} />
            <main>
                <div class="page" id="reading">
                    if !props.blank { <Surface frame={&page.frame} article={&page.article} notes={page.notes.clone()} footnotes={&page.footnotes} /> }
                </div>
                // Reader views pass over what is called supplemental, here and at the notes.
                <div class="page lists supplemental" id="lists">
                    if !props.blank {
                        <Lists entities={&page.entities} timeline={&page.timeline} places={&page.places} relations={&page.relations}
                            works={&page.works} citing={&page.citing} />
                    }
                </div>
            </main>
            if !props.links.is_empty() { <SiteFoot links={props.links.clone()} /> }
            for one in &page.outlines { { outlines(one) } }
            <div class="edge" aria-hidden="true" title={page.messages.edge.clone()}><Edge class="marks" marks={edge_marks(page)} /><i></i></div>
            <span id="read"></span>
            <div id="explorer"></div>
        </ContextProvider<Rc<Messages>>>
    }
}

/// The views that this page has nothing for.
fn empty_views(page: &Page) -> Vec<&'static str> {
    let views = [
        ("entities", page.entities.rows.is_empty()),
        ("timeline", page.timeline.events.is_empty()),
        ("map", page.places.rows.is_empty()),
        ("relations", page.relations.rows.is_empty()),
    ];
    let empty = views.into_iter().filter(|(_, is_empty)| *is_empty);
    empty.map(|(view, _)| view).collect()
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

/// The blocks that mention somebody, as marks along the article.
fn edge_marks(page: &Page) -> Rc<[u32]> {
    let blocks = page.entities.rows.iter().flat_map(|row| &row.mentions);
    marks(blocks.copied(), &page.frame.block_offsets)
}

/// The body's markup, without the comments that hydration would need.
pub fn render(props: Props) -> String {
    pollster::block_on(
        LocalServerRenderer::<Body>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
