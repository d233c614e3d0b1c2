//! The body of a page, drawn by the app's components on the build machine.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::app::components::bar::bar;
use crate::app::components::cite::cite;
use crate::app::components::lists::lists;
use crate::app::components::panels::panels;
use crate::app::components::works::works;
use crate::app::surface;
use crate::model::page::Page;
use crate::model::text::plain;

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
    let listed: Vec<_> = page.notes.iter().collect();
    html! {
        <>
            <a class="skip" href="#reading">{ words.skip() }</a>
            { bar(&props.site, &props.home, &title, words) }
            <main>
                <div class="page" id="reading">if !props.blank { { surface::surface(&page.frame, &page.blocks, &page.notes) } }</div>
                <div class="page lists">
                    { lists(&listed, &page.events, page.frame.blocks, words) }
                    { works(&page.works, words) }
                    { cite(&page.cited, words) }
                </div>
            </main>
            { panels(&page.notes, &page.events, words) }
            <span id="read"></span>
            <div id="explorer"></div>
        </>
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
