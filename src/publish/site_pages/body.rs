//! The bodies of a site's own pages, drawn by the components on the build machine.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::components::site_page::SitePage;
use crate::components::site_page::article_list::ArticleList;
use crate::components::site_page::entity_index::EntityIndex;
use crate::components::site_page::entity_page::EntityPage;
use crate::components::site_page::topic_list::TopicList;
use crate::model::messages::Messages;
use crate::model::site_page::{self, ArticleEntry, EntityEntry, SiteFrame, TopicEntry};
use crate::publish::document::Settings;
use crate::publish::messages::Interface;
use crate::publish::site_parts;

/// What such a page shows below its name.
#[derive(Clone, PartialEq)]
pub(in crate::publish) enum Content {
    Front {
        entries: Rc<[ArticleEntry]>,
        sections: Vec<TopicEntry>,
        tags: Vec<TopicEntry>,
        /// The index of entities.
        entities: Option<String>,
    },
    Articles {
        label: String,
        entries: Rc<[ArticleEntry]>,
    },
    Entity(Rc<site_page::EntityPage>),
    Entities(Vec<EntityEntry>),
}

/// Properties for [`SiteBody`].
#[derive(Clone, PartialEq, Properties)]
struct Props {
    title: String,
    language: Option<String>,
    frame: SiteFrame,
    content: Content,
    messages: Rc<Messages>,
    /// "Articles".
    articles: String,
    /// "Sections".
    sections: String,
    /// What the number beside an entity counts.
    counted: String,
}

#[component]
fn SiteBody(props: &Props) -> Html {
    crate::components::rendered("SiteBody");
    let title = match &props.language {
        Some(language) => html! { <bdi lang={language.clone()}>{ &props.title }</bdi> },
        None => html! { { &props.title } },
    };
    html! {
        <ContextProvider<Rc<Messages>> context={props.messages.clone()}>
            <SitePage frame={props.frame.clone()} {title}>{ content(props) }</SitePage>
        </ContextProvider<Rc<Messages>>>
    }
}

fn content(props: &Props) -> Html {
    let messages = &props.messages;
    match &props.content {
        Content::Front {
            entries,
            sections,
            tags,
            entities,
        } => html! {
            <>
                <ArticleList label={props.articles.clone()} entries={entries.clone()} />
                if !sections.is_empty() { <TopicList name={props.sections.clone()} entries={sections.clone()} /> }
                if !tags.is_empty() { <TopicList name={messages.tags.clone()} entries={tags.clone()} /> }
                if let Some(href) = entities { <p class="topics"><a href={href.clone()}>{ &messages.entities }</a></p> }
            </>
        },
        Content::Articles { label, entries } => {
            html! { <ArticleList label={label.clone()} entries={entries.clone()} /> }
        }
        Content::Entity(page) => {
            html! { <EntityPage page={page.clone()} articles={props.articles.clone()} /> }
        }
        Content::Entities(entries) => {
            html! { <EntityIndex entries={entries.clone()} counted={props.counted.clone()} /> }
        }
    }
}

/// The body's markup. The title is in this language, if it is not the site's.
pub(in crate::publish) fn render(
    title: &str,
    language: Option<&str>,
    content: Content,
    interface: &Interface,
    settings: &Settings,
) -> String {
    let props = Props {
        title: title.to_owned(),
        language: language.map(str::to_owned),
        frame: SiteFrame {
            title: settings.site.title.clone(),
            home: settings.root.to_owned(),
            logo: site_parts::logo(settings.site, settings.root),
            links: site_parts::links(settings.site),
        },
        content,
        messages: Rc::new(interface.page.clone()),
        articles: interface.publish.articles.clone(),
        sections: interface.publish.sections.clone(),
        counted: interface.publish.counted.clone(),
    };
    pollster::block_on(
        LocalServerRenderer::<SiteBody>::with_props(props)
            .hydratable(false)
            .render(),
    )
}
