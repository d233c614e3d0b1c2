//! The terms of [schema.org](https://schema.org/docs/full.html) that pages speak in, under their own names.
//! `tests/structured.rs` holds each against the published vocabulary.

use std::borrow::Cow;

use serde::Serialize;

/// Where the terms are from.
pub(super) const CONTEXT: &str = "https://schema.org";

/// A node that says which vocabulary its terms are from.
#[derive(Serialize)]
pub(super) struct Document<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    node: T,
}

impl<T> Document<T> {
    pub(super) fn new(node: T) -> Self {
        Self {
            context: CONTEXT,
            node,
        }
    }
}

/// The text, by whomever and wherever first published, as this site has it.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Article<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) headline: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) author: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Organization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_modified: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<ImageObject<'a>>,
    pub(super) in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Address>,
    /// Where it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_based_on: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) mentions: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) correction: Vec<CorrectionComment<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) main_entity_of_page: Option<WebPage<'a>>,
}

/// The page around an article, with its notes, or one about an entity.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct WebPage<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    pub(super) is_part_of: WebSite<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) citation: Vec<CreativeWork>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) main_entity: Option<Thing<'a>>,
}

/// A work that is cited. What it is called stands in the page; here only where it has no address.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct CreativeWork {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archived_at: Option<String>,
}

#[derive(Default, Serialize)]
#[serde(tag = "@type")]
pub(super) struct WebSite<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
}

/// A page that lists others.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct CollectionPage<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    pub(super) in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    /// The front page is the site's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_part_of: Option<WebSite<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<Thing<'a>>,
    pub(super) main_entity: ItemList<'a>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ItemList<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item_list_element: Vec<Item<'a>>,
}

/// What a list holds.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Item<'a> {
    Article(Box<Article<'a>>),
    Entity(Box<Thing<'a>>),
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Person<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
}

/// What was wrong in an article.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct CorrectionComment<'a> {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct Organization<'a> {
    name: &'a str,
}

impl<'a> Organization<'a> {
    pub(super) fn named(name: &'a str) -> Self {
        Self { name }
    }
}

/// An entity.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Thing<'a> {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_type: Option<&'a str>,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// Its own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) same_as: Vec<String>,
    pub(super) name: LanguageString<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) geo: Option<GeoCoordinates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) image: Option<ImageObject<'a>>,
}

/// Degrees, WGS 84.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub(super) struct GeoCoordinates {
    pub(super) latitude: f64,
    pub(super) longitude: f64,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct ImageObject<'a> {
    pub(super) content_url: Address,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) caption: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) credit_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) license: Option<License<'a>>,
}

/// A licence by its address, or as a work that has a name.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum License<'a> {
    Url(&'a str),
    Work(CreativeWork),
}

/// An address; a relative one as a node, which alone is resolved against the page's
/// ([IRI expansion](https://www.w3.org/TR/json-ld11/#iris)). A bare string was too, while schema.org's context made
/// nodes of all addresses ([until 2026](https://github.com/schemaorg/schemaorg/pull/4854)).
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Address {
    Absolute(String),
    Relative {
        #[serde(rename = "@id")]
        id: String,
    },
}

/// Words, tagged where their language is not the page's
/// ([language-tagged strings](https://www.w3.org/TR/json-ld11/#language-tagged-strings)).
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum LanguageString<'a> {
    Untagged(Cow<'a, str>),
    Tagged {
        #[serde(rename = "@language")]
        language: &'a str,
        #[serde(rename = "@value")]
        text: Cow<'a, str>,
    },
}

impl<'a> LanguageString<'a> {
    /// Without a language of their own they are taken to be in the page's.
    pub(super) fn new(
        text: impl Into<Cow<'a, str>>,
        language: Option<&'a str>,
        page: &str,
    ) -> Self {
        let text = text.into();
        match language {
            Some(language) if language != page => Self::Tagged { language, text },
            _ => Self::Untagged(text),
        }
    }
}
