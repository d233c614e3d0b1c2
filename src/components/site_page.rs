//! A page of the site that is no article's: the site's name, what the page shows, links at its foot.

use yew::prelude::*;

use crate::components::picture;
use crate::components::site_foot::SiteFoot;
use crate::model::site_page::SiteFrame;

pub mod article_list;
pub mod entity_index;
pub mod entity_page;
pub mod topic_list;

/// Properties for [`SitePage`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub frame: SiteFrame,
    /// What the page is called; on the front page the site's name.
    pub title: Html,
    pub children: Html,
}

/// Draws the page, whose name is its heading. A page that is not the front page leads back to it.
#[component]
pub fn SitePage(props: &Props) -> Html {
    crate::components::rendered("SitePage");
    let SiteFrame {
        title,
        home,
        logo,
        links,
    } = &props.frame;
    html! {
        <>
            <header class="bar">
                <p class="bar-name">
                    <a href={home.clone()}>
                        if let Some(logo) = logo { { picture::logo(logo) } }
                        { title }
                    </a>
                </p>
            </header>
            <main class="page">
                <div class="article prose">
                    <header class="head"><h1>{ props.title.clone() }</h1></header>
                    { props.children.clone() }
                </div>
            </main>
            if !links.is_empty() { <SiteFoot links={links.clone()} /> }
        </>
    }
}
