//! What a site tells of an entity, and every article that mentions it.

use yew::prelude::*;

use crate::components::citation::citations;
use crate::components::kind_line::{kind_line, native_names};
use crate::components::messages::use_messages;
use crate::components::picture::{CARD, img};
use crate::components::relation_row::relation_row;
use crate::components::rich_text::spans;
use crate::components::site_page::article_list::ArticleList;
use crate::model::messages::Messages;
use crate::model::site_page::{EntityPage as Page, PageRelation};
use crate::model::text::Span;

/// Properties for [`EntityPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub page: std::rc::Rc<Page>,
    pub articles: AttrValue,
}

#[component]
pub fn EntityPage(props: &Props) -> Html {
    crate::components::rendered("EntityPage");
    let messages = use_messages();
    let page = &*props.page;
    html! {
        <>
            <div class="entity" data-kind={page.kind.slug()}>
                { kind_line(page.kind, page.description.as_deref(), &messages) }
                { native_names(&page.native) }
                if let Some(summary) = &page.summary { <p class="say" dir="auto">{ text(summary) }</p> }
                if let Some(image) = &page.image {
                    <figure>
                        { img(image, CARD, true) }
                        if let Some(credit) = &image.credit { <figcaption dir="auto">{ credit }</figcaption> }
                    </figure>
                }
                if !page.facts.is_empty() {
                    <section class="facts">
                        <h2>{ &messages.facts }</h2>
                        <ul>
                            for fact in &page.facts {
                                <li dir="auto">{ text(&fact.text) }{ citations(fact.claim.as_deref(), &fact.citations, &messages) }</li>
                            }
                        </ul>
                    </section>
                }
                if !page.relations.is_empty() {
                    <section class="rels">
                        <h2>{ &messages.relations }</h2>
                        <ul>for relation in &page.relations { { self::relation(relation, &messages) } }</ul>
                    </section>
                }
                if !page.links.is_empty() {
                    <p class="ids">for link in &page.links { <a class="src" href={link.href.clone()}>{ &link.label }</a> }</p>
                }
            </div>
            <section>
                <h2>{ &props.articles }</h2>
                <ArticleList label={props.articles.clone()} entries={page.articles.clone()} />
            </section>
        </>
    }
}

/// Text whose links lead to the pages of other entities.
fn text(text: &[Span<String>]) -> Html {
    spans(text, &|entity: &String, words: &[Span<String>]| {
        html! { <a class="mk" href={["../", entity, "/"].concat()}>{ self::text(words) }</a> }
    })
}

fn relation(relation: &PageRelation, messages: &Messages) -> Html {
    let other = match &relation.href {
        Some(href) => {
            html! { <a class="mk" href={href.clone()}><bdi>{ &relation.other }</bdi></a> }
        }
        None => html! { <bdi>{ &relation.other }</bdi> },
    };
    let marks = citations(relation.claim.as_deref(), &relation.citations, messages);
    let (predicate, date) = (&relation.predicate, relation.date.as_deref());
    relation_row(other, predicate, relation.reversed, date, marks)
}
