//! What a page says of itself to machines: [schema.org](https://schema.org) terms as
//! [JSON-LD 1.1](https://www.w3.org/TR/json-ld11/), in a data block at the end of the page.
//!
//! The article says who wrote it, where it stood first and whom and what it mentions; the page around it says which
//! works its notes cite, since most of them the article never saw. Of an entity only name, kind and where else it is
//! known: a claim stays where its source stands beside it. Whom [`Private`] knows is not named at all.
//!
//! # Why
//! An entity's few words are left out: they are a claim, if a small one. So are names in other languages and of works
//! everything but their addresses: the page shows them.
//! An `@id` may be relative to the page
//! ([section 7.1](https://www.w3.org/TR/json-ld11/#inheriting-base-iri-from-html-s-base-element)), but an article
//! stands at two addresses of its site, and one thing would have two names.

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::kind::Kind;
use crate::model::page::Citation;
use crate::model::site::{Article, Author, Entity, Image, Name, Site};
use crate::model::text::plain;
use crate::model::when::When;
use crate::model::work::Work;
use crate::publish::file_address::file_address;
use crate::publish::project;
use crate::publish::site_index::SiteIndex;

pub(crate) mod private;
mod terms;

use private::Private;
use terms::{
    Address, CollectionPage, CorrectionComment, CreativeWork, Document, GeoCoordinates,
    ImageObject, ItemList, LanguageString, License, Organization, Person, Thing, WebPage, WebSite,
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
    let site = index.site;
    let scope = Scope {
        site,
        root,
        private: &index.private,
        language: &article.language,
    };
    let url = scope.canonical(article);
    let original = article.url.as_deref();
    let mentioned = project::mentioned(article);
    let entities = mentioned.iter().map(|&id| &site.entities[id]);
    terms::Article {
        url: url.clone().map(Address::Absolute),
        is_based_on: original.filter(|url| !scope.private.named_in(url)),
        mentions: entities
            .filter_map(|entity| scope.mention(entity, url.as_deref()))
            .collect(),
        correction: scope.corrections(article),
        main_entity_of_page: Some(WebPage {
            url: url.clone(),
            is_part_of: WebSite {
                name: &site.title,
                url: site.base_url.as_deref(),
            },
            citation: works.iter().filter_map(|work| scope.cited(work)).collect(),
        }),
        ..scope.work(article)
    }
}

/// The data block of the front page of a site with several articles.
pub fn front(index: &SiteIndex) -> String {
    let site = index.site;
    let scope = Scope {
        site,
        root: "./",
        private: &index.private,
        language: &site.language,
    };
    let articles = site.articles.iter().map(|(_, article)| terms::Article {
        url: Some(scope.address(&[&article.slug, "/"]))
            .filter(|_| !index.private.named_in(&article.slug)),
        ..scope.work(article)
    });
    block(CollectionPage {
        name: &site.title,
        in_language: &site.language,
        url: site.base_url.as_deref(),
        main_entity: ItemList {
            item_list_element: articles.collect(),
        },
    })
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
    site: &'a Site,
    /// Address of the site's root from the page.
    root: &'a str,
    private: &'a Private,
    /// Of the page: words in it bear no tag.
    language: &'a str,
}

impl<'a> Scope<'a> {
    /// What is true of an article on whatever page.
    fn work(&self, article: &'a Article) -> terms::Article<'a> {
        let title = plain(&article.blocks[0].text);
        let author = |author: &'a Author| Person {
            name: &author.name,
            url: author.url.as_deref(),
        };
        let section = article.section.as_ref().map(|topic| &*topic.name);
        let tags = article.tags.iter().map(|topic| &*topic.name);
        terms::Article {
            headline: Some(title).filter(|title| !self.private.named_in(title)),
            author: article.byline.iter().map(author).collect(),
            publisher: article.publisher.as_deref().map(Organization::named),
            date_published: article.date.as_ref().and_then(exact),
            date_modified: article.updated.as_ref().and_then(exact),
            article_section: section.filter(|words| !self.private.named_in(words)),
            keywords: tags.filter(|words| !self.private.named_in(words)).collect(),
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
        told.filter(|one| !self.private.named_in(&one.text))
            .collect()
    }

    /// The one address of an article's page, where the publisher states the site's.
    fn canonical(&self, article: &Article) -> Option<String> {
        let base = self.site.base_url.as_deref()?;
        Some([base, &article.slug, "/"].concat())
    }

    /// Of a file or folder of the site.
    fn address(&self, path: &[&str]) -> Address {
        match &self.site.base_url {
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
        if words.any(|words| words.is_some_and(|words| self.private.named_in(words))) {
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

    /// The picture under an article's headline, unless it shows or names a private person.
    fn lead(&self, article: &'a Article) -> Option<ImageObject<'a>> {
        let lead = article.lead.as_ref()?;
        let caption = plain(&lead.caption);
        let words = [&lead.image.alt, &lead.image.file, &caption];
        if words.into_iter().any(|words| self.private.named_in(words)) {
            return None;
        }
        Some(ImageObject {
            caption: (!caption.is_empty()).then_some(caption),
            ..self.image(&lead.image)
        })
    }

    /// A picture, in the largest size that there is.
    fn image(&self, image: &'a Image) -> ImageObject<'a> {
        let files = self.site.pictures.get(&image.file);
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
    fn mention(&self, entity: &'a Entity, page: Option<&str>) -> Option<Thing<'a>> {
        let name = entity.names.first()?;
        if self.private.meant_by(&name.text, entity) {
            return None;
        }
        let known = entity.identifiers.iter();
        Some(Thing {
            kind: type_of(entity.kind),
            additional_type: self.own_kind(entity.kind),
            id: page.map(|page| [page, "#ent-", &entity.slug].concat()),
            same_as: known.filter_map(|one| one.url.clone()).collect(),
            name: self.words(name),
            geo: coordinates(entity),
            image: entity.image.as_ref().map(|image| self.image(image)),
        })
    }

    /// What a kind is called that the site names.
    fn own_kind(&self, kind: Kind) -> Option<&'a str> {
        let Kind::Own(own) = kind else {
            return None;
        };
        let kind = self.site.kinds.get(own.row as usize)?;
        Some(&kind.name.one)
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

/// The narrowest type that is true of everything of a kind.
///
/// `Legislation` is a document, whereas a charge, a status or a duty is a law here; each is a term with a formal
/// definition. For peoples and policies schema.org has no word.
fn type_of(kind: Kind) -> &'static str {
    match kind {
        // What it has hue and sign of it need not be.
        Kind::Own(_) => match kind.like() {
            like @ (Kind::Person | Kind::Place | Kind::Event) => type_of(like),
            _ => "Thing",
        },
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organisation => "Organization",
        Kind::Event => "Event",
        Kind::Law | Kind::Concept => "DefinedTerm",
        Kind::People | Kind::Policy => "Thing",
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
