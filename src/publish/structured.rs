//! What a page says of itself to machines: [schema.org](https://schema.org) terms as
//! [JSON-LD 1.1](https://www.w3.org/TR/json-ld11/), in a data block at the end of the page.
//!
//! The article says who wrote it, where it stood first and whom and what it mentions; the page around it says which
//! works its notes cite, since most of them the article never saw. Of an entity only name, kind and where else it is
//! known: a claim stays where its source stands beside it. Whom [`private`] knows is not named at all. A page that lists
//! articles or entities says which, one about an entity which it is.
//!
//! # Why
//! An entity's few words are left out: they are a claim, if a small one. So are names in other languages and of works
//! everything but their addresses: the page shows them.
//! An `@id` may be relative to the page
//! ([section 7.1](https://www.w3.org/TR/json-ld11/#inheriting-base-iri-from-html-s-base-element)), but an article
//! stands at two addresses of its site, and one thing would have two names.

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::page::Citation;
use crate::model::site::{Article, Author, Entity, Image, Name};
use crate::model::text::plain;
use crate::model::when::When;
use crate::model::work::Work;
use crate::publish::entity_folders::entity_folder;
use crate::publish::file_address::file_address;
use crate::publish::project;
use crate::publish::site_index::SiteIndex;

mod legal_text;
pub(in crate::publish) mod lists;
pub(crate) mod private;
mod terms;

use terms::{
    Address, CorrectionComment, CreativeWork, Document, GeoCoordinates, ImageObject,
    LanguageString, License, Organization, Person, Thing, WebPage, WebSite,
};

/// The data block of an article's page, which cites `works`; `root` is the address of the site's root from there.
pub fn article(article: &Article, works: &[Work], index: &SiteIndex, root: &str) -> String {
    block(node(article, works, index, root))
}

/// The same as data that stands outside of pages, all in one graph; addresses are relative to the site's root where the
/// publisher states none.
pub fn graph(articles: &[(&Article, Vec<Work>)], index: &SiteIndex) -> Value {
    let nodes = articles.iter();
    let nodes: Vec<_> = nodes
        .map(|(article, works)| node(article, works, index, "./"))
        .collect();
    json!({ "@context": terms::CONTEXT, "@graph": nodes })
}

fn node<'a>(
    article: &'a Article,
    works: &[Work],
    index: &'a SiteIndex,
    root: &'a str,
) -> terms::Article<'a> {
    let scope = Scope {
        index,
        root,
        language: &article.language,
    };
    let url = scope.canonical(article);
    let original = article.url.as_deref();
    let mentioned = project::mentioned(article);
    terms::Article {
        url: url.clone().map(Address::Absolute),
        is_based_on: original.filter(|url| !index.private.named_in(url)),
        mentions: mentioned
            .iter()
            .filter_map(|&id| scope.mention(id, url.as_deref()))
            .collect(),
        correction: scope.corrections(article),
        main_entity_of_page: Some(WebPage {
            url: url.clone(),
            is_part_of: scope.whole(),
            citation: works.iter().filter_map(|work| scope.cited(work)).collect(),
            ..WebPage::default()
        }),
        ..scope.work(article)
    }
}

/// A [data block](https://html.spec.whatwg.org/multipage/scripting.html#data-block): no browser runs it, so the
/// policy needs no hash of it. In JSON `<` stands in strings only, and escaped it cannot end the element
/// ([section 7.2](https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements)).
fn block(node: impl Serialize) -> String {
    let json = serde_json::to_string(&Document::new(node))
        .expect("terms are structs, whose keys are strings");
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// What the parts of a data block share.
struct Scope<'a> {
    index: &'a SiteIndex<'a>,
    /// Address of the site's root from the page.
    root: &'a str,
    /// Of the page: words in it bear no tag.
    language: &'a str,
}

impl<'a> Scope<'a> {
    fn is_public(&self, words: &str) -> bool {
        !self.index.private.named_in(words)
    }

    /// The site that a page is a part of.
    fn whole(&self) -> WebSite<'a> {
        WebSite {
            name: &self.index.site.title,
            url: self.index.site.base_url.as_deref(),
        }
    }

    /// What is true of an article on whatever page.
    fn work(&self, article: &'a Article) -> terms::Article<'a> {
        let title = plain(&article.blocks[0].text);
        let author = |author: &'a Author| Person {
            name: &author.name,
            url: author.url.as_deref().filter(|url| self.is_public(url)),
        };
        let section = article.section.as_ref().map(|topic| &*topic.name);
        let tags = article.tags.iter().map(|topic| &*topic.name);
        terms::Article {
            headline: Some(title).filter(|title| self.is_public(title)),
            author: article.byline.iter().map(author).collect(),
            publisher: article.publisher.as_deref().map(Organization::named),
            date_published: article.date.as_ref().and_then(exact),
            date_modified: article.updated.as_ref().and_then(exact),
            article_section: section.filter(|words| self.is_public(words)),
            keywords: tags.filter(|words| self.is_public(words)).collect(),
            image: self.lead(article),
            in_language: &article.language,
            ..terms::Article::default()
        }
    }

    /// What was put right in an article, but for what names a private person.
    fn corrections(&self, article: &'a Article) -> Vec<CorrectionComment<'a>> {
        let corrections = article.corrections.iter();
        let told = corrections.map(|one| CorrectionComment {
            text: plain(&one.text),
            date_published: exact(&one.date),
        });
        told.filter(|one| self.is_public(&one.text)).collect()
    }

    /// The one address of an article's page, where the publisher states the site's.
    fn canonical(&self, article: &Article) -> Option<String> {
        let base = self.index.site.base_url.as_deref()?;
        Some([base, &article.slug, "/"].concat())
    }

    /// Of a file or folder of the site.
    fn address(&self, path: &[&str]) -> Address {
        match &self.index.site.base_url {
            Some(base) => Address::Absolute([base, path.concat().as_str()].concat()),
            None => Address::Relative {
                id: [self.root, path.concat().as_str()].concat(),
            },
        }
    }

    /// Where a work stands, or what it is called if it stands nowhere; `None` where its title, its mark or its address
    /// names a private person.
    fn cited(&self, work: &Work) -> Option<CreativeWork> {
        let Citation::Work {
            label,
            href,
            archived,
        } = &work.citation
        else {
            return None;
        };
        let called = work.title.as_ref().unwrap_or(label);
        let mut words = [Some(called), href.as_ref(), archived.as_ref()].into_iter();
        if words.any(|words| words.is_some_and(|words| !self.is_public(words))) {
            return None;
        }
        let inside = href.as_deref().filter(|href| href.starts_with('.'));
        let inside = inside.and_then(|href| href.strip_prefix(self.root));
        let url = match inside {
            Some(path) => Some(self.address(&[path])),
            None => href.clone().map(Address::Absolute),
        };
        Some(CreativeWork {
            name: url.is_none().then(|| called.clone()),
            url,
            archived_at: archived.clone(),
        })
    }

    /// The picture under an article's headline.
    fn lead(&self, article: &'a Article) -> Option<ImageObject<'a>> {
        let lead = article.lead.as_ref()?;
        self.public_image(&lead.image, plain(&lead.caption))
    }

    /// A picture, unless it shows or names a private person.
    fn public_image(&self, image: &'a Image, caption: String) -> Option<ImageObject<'a>> {
        let made = [image.credit.as_ref(), image.licence.as_ref()];
        let words = [Some(&image.alt), Some(&image.file), Some(&caption)];
        let mut words = words.iter().chain(&made).flatten();
        if !words.all(|words| self.is_public(words)) {
            return None;
        }
        Some(ImageObject {
            caption: (!caption.is_empty()).then_some(caption),
            ..self.image(image)
        })
    }

    /// A picture, in the largest size that there is.
    fn image(&self, image: &'a Image) -> ImageObject<'a> {
        let files = self.index.site.pictures.get(&image.file);
        let largest = files.and_then(|renditions| renditions.files.last());
        let file = largest.map_or(&*image.file, |file| &*file.file);
        ImageObject {
            content_url: self.address(&[&file_address(file)]),
            caption: None,
            credit_text: image.credit.as_deref(),
            license: image.licence.as_deref().map(license),
        }
    }

    /// Name, kind and whereabouts of an entity; `None` for a private person and what is named after one.
    ///
    /// Its note's fragment names it to other data only where `page` has the one address that makes it a name.
    fn mention(&self, id: Id<Entity>, page: Option<&str>) -> Option<Thing<'a>> {
        let entity = &self.index.site.entities[id];
        let name = entity.names.first()?;
        if self.index.private.meant_by(&name.text, entity) {
            return None;
        }
        let has_page = self.index.has_entity_page(id);
        let known = entity.identifiers.iter().filter(|one| !one.of_whole);
        Some(Thing {
            kind: type_of(entity),
            additional_type: self.own_kind(entity.kind),
            id: page.map(|page| [page, "#ent-", &entity.slug].concat()),
            url: has_page.then(|| self.address(&[&entity_folder(entity)])),
            same_as: known.filter_map(|one| one.url.clone()).collect(),
            name: self.words(name),
            geo: coordinates(entity),
            image: entity
                .image
                .as_ref()
                .and_then(|image| self.public_image(image, String::new())),
        })
    }

    /// What a kind is called that the site names.
    fn own_kind(&self, kind: Kind) -> Option<&'a str> {
        let Kind::Own(own) = kind else {
            return None;
        };
        let kind = self.index.site.kinds.get(own.row as usize)?;
        kind.is_named().then_some(&*kind.name.one)
    }

    fn words(&self, name: &'a Name) -> LanguageString<'a> {
        LanguageString::new(name.text.as_str(), Some(&name.language), self.language)
    }
}

/// A licence by its address, or by its name.
fn license(licence: &str) -> License<'_> {
    if licence.starts_with("https://") || licence.starts_with("http://") {
        License::Url(licence)
    } else {
        License::Work(CreativeWork {
            url: None,
            name: Some(licence.to_owned()),
            archived_at: None,
        })
    }
}

/// The narrowest type that is surely true.
///
/// `Legislation` is a document; a charge, a status or a duty is a law here too, and a term with a formal definition. When
/// and where a text holds is a claim. For peoples and policies schema.org has no word.
fn type_of(entity: &Entity) -> &'static str {
    let mut names = entity.names.iter();
    let is_own = matches!(entity.kind, Kind::Own(_));
    match entity.kind.like() {
        Kind::Law if names.any(|name| legal_text::names_one(&name.text)) => "Legislation",
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Event => "Event",
        // What it has hue and sign of it need not be.
        _ if is_own => "Thing",
        Kind::Organisation => "Organization",
        Kind::Law | Kind::Concept => "DefinedTerm",
        Kind::People | Kind::Policy | Kind::Own(_) => "Thing",
    }
}

/// Only where a pin is right: a machine does not read "approximate".
fn coordinates(entity: &Entity) -> Option<GeoCoordinates> {
    let place = entity.place.filter(|place| !place.approximate)?;
    (entity.kind.like() == Kind::Place).then_some(GeoCoordinates {
        latitude: place.latitude,
        longitude: place.longitude,
    })
}

/// A date that ISO 8601-1 can say as well: a year, month or day without doubt; EDTF numbers seasons from 21.
pub(crate) fn exact(date: &When) -> Option<&str> {
    let parts: Vec<&str> = date.edtf.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let plain = [4, 2, 2].starts_with(&lengths)
        && parts.concat().bytes().all(|byte| byte.is_ascii_digit())
        && parts.get(1).is_none_or(|month| *month <= "12");
    plain.then_some(&date.edtf)
}
