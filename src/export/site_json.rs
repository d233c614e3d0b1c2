//! All that may be told of a site, as JSON; `site.schema.json` says what there is.

use anyhow::Result;

use crate::export::article_text::ArticleText;
use crate::export::marked;
use crate::export::public::{Public, Told};
use crate::model::site::{
    Article, Block, Container, ContainerKind, Entity, Form, Image, Linking, Passage, Reference,
    Site, Source,
};
use crate::model::site_json::{
    ArticleJson, AuthorJson, BlockJson, ColourJson, ContainerJson, ContainerKindJson,
    CorrectionJson, EntityJson, EventJson, FORMAT, FormJson, FoundJson, IdentifierJson, ImageJson,
    KindJson, MentionJson, PlaceJson, ReferenceJson, RelationJson, SiteJson, SourceJson,
    StatementJson, TextJson,
};
use crate::model::when::When;

/// The [JSON Schema](https://json-schema.org) of what [`site`] writes.
pub(super) const SCHEMA: &str = include_str!("site.schema.json");

/// The whole site.
pub(super) fn site(public: &Public) -> Result<String> {
    let Site {
        title,
        base_url,
        language,
        contact,
        entity_pages,
        logo,
        links,
        ..
    } = public.site;
    let kinds = public.site.kinds.iter().filter(|kind| kind.is_named());
    let site = SiteJson {
        format: FORMAT,
        title: title.clone(),
        language: language.clone(),
        base_url: base_url.clone(),
        contact: contact.clone(),
        logo: logo.as_ref().map(|logo| logo.file.clone()),
        entity_pages: *entity_pages,
        links: links.clone(),
        colours: public
            .site
            .colours
            .iter()
            .map(|colour| ColourJson {
                name: colour.name.to_owned(),
                light: colour.light.clone(),
                dark: colour.dark.clone(),
            })
            .collect(),
        kinds: kinds
            .map(|kind| KindJson {
                id: kind.slug.clone(),
                one: kind.name.one.clone(),
                many: kind.name.many.clone(),
                like: kind.kind.like().slug().to_owned(),
            })
            .collect(),
        articles: public
            .articles()
            .map(|(_, one)| article(public, one))
            .collect(),
        entities: public
            .entities()
            .map(|(_, one)| entity(public, one))
            .collect(),
        events: events(public),
        sources: public.sources().map(source).collect(),
    };
    Ok(serde_json::to_string_pretty(&site)? + "\n")
}

fn edtf(date: Option<&When>) -> Option<String> {
    date.map(|date| date.edtf.clone())
}

/// Words of the publisher's, unless they name somebody private.
fn words(public: &Public, words: &Option<String>) -> Option<String> {
    public.words(words).map(str::to_owned)
}

fn events(public: &Public) -> Vec<EventJson> {
    let events = public.events().map(|(event, told)| EventJson {
        id: event.slug.clone(),
        former: event.former.clone(),
        entities: public.slugs_of(&event.entities),
        statement: statement(public, told, Some(&event.date)),
    });
    events.collect()
}

fn statement(public: &Public, told: Told, date: Option<&When>) -> StatementJson {
    let sources = told.references.iter().map(|one| match one {
        Reference::Article(id, block) => ReferenceJson::Block {
            article: public.site.articles[*id].slug.clone(),
            block: *block,
        },
        Reference::Work(id, place) => ReferenceJson::Work {
            id: public.site.sources[*id].slug.clone(),
            pages: match place {
                Some(Passage::Pages(pages)) => Some(pages.clone()),
                _ => None,
            },
            at: match place {
                Some(Passage::Place(place)) => Some(place.clone()),
                _ => None,
            },
        },
    });
    StatementJson {
        text: match told.marked {
            Some(text) => marked::note(public, text),
            None => TextJson {
                text: told.text,
                marks: Vec::new(),
            },
        },
        date: edtf(date),
        sources: sources.collect(),
        claim: told.claim.map(str::to_owned),
    }
}

fn article<'a>(public: &Public<'a>, article: &'a Article) -> ArticleJson {
    let authors = article
        .byline
        .iter()
        .filter(|author| !public.names_private(&author.name));
    let standfirst = article.standfirst.as_ref();
    let lead = article.lead.as_ref();
    let corrections = article.corrections.iter();
    let footnotes = article.footnotes.iter().map(|footnote| {
        let paragraphs = footnote.paragraphs.iter();
        paragraphs.map(|text| marked::note(public, text)).collect()
    });
    ArticleJson {
        id: article.slug.clone(),
        former: article.former.clone(),
        language: article.language.clone(),
        byline: authors
            .map(|author| AuthorJson {
                name: author.name.clone(),
                url: author.url.clone(),
            })
            .collect(),
        publisher: article.publisher.clone(),
        date: edtf(article.date.as_ref()),
        updated: edtf(article.updated.as_ref()),
        url: words(public, &article.url),
        description: words(public, &article.description),
        standfirst: standfirst.and_then(|text| marked::told(public, text)),
        image: lead.and_then(|lead| {
            let mut image = image(public, &lead.image)?;
            image.caption =
                marked::told(public, &lead.caption).filter(|caption| !caption.text.is_empty());
            Some(image)
        }),
        section: article.section.as_ref().map(|topic| topic.name.clone()),
        tags: article
            .tags
            .iter()
            .map(|topic| topic.name.clone())
            .collect(),
        corrections: corrections
            .filter_map(|correction| {
                Some(CorrectionJson {
                    date: correction.date.edtf.clone(),
                    text: marked::told(public, &correction.text)?,
                })
            })
            .collect(),
        excerpt: article.excerpt,
        blocks: article
            .blocks
            .iter()
            .map(|one| block(public, one))
            .collect(),
        mentions: mentions(public, article),
        footnotes: footnotes.collect(),
    }
}

fn mentions<'a>(public: &Public<'a>, article: &'a Article) -> Vec<MentionJson> {
    let text = ArticleText::of(article);
    let mentions = public.mentions(article).map(|(id, mention)| {
        let place = text.in_block(id);
        MentionJson {
            entity: public.site.entities[mention.entity].slug.clone(),
            block: mention.block,
            start: place.start,
            end: place.end,
            words: mention.words.clone(),
            found: match mention.linking {
                Linking::Authored => FoundJson::Mark,
                Linking::Automatic => FoundJson::Name,
            },
            note: mention
                .note
                .as_ref()
                .and_then(|note| marked::told(public, note)),
        }
    });
    mentions.collect()
}

fn block(public: &Public, block: &Block) -> BlockJson {
    let (form, level, columns) = match block.form {
        Form::Title => (FormJson::Title, None, None),
        Form::Heading(level) => (FormJson::Heading, Some(level), None),
        Form::Paragraph => (FormJson::Paragraph, None, None),
        Form::Attribution => (FormJson::Attribution, None, None),
        Form::Preformatted => (FormJson::Preformatted, None, None),
        Form::Figure => (FormJson::Figure, None, None),
        Form::Table { columns } => (FormJson::Table, None, Some(columns)),
    };
    BlockJson {
        form,
        level,
        columns,
        within: block.within.iter().map(container).collect(),
        parted: block.parted,
        image: block.image.as_ref().and_then(|one| image(public, one)),
        text: marked::run(&block.text),
    }
}

fn container(container: &Container) -> ContainerJson {
    let (kind, first) = match container.kind {
        ContainerKind::Quotation => (ContainerKindJson::Quotation, None),
        ContainerKind::PullQuotation => (ContainerKindJson::PullQuotation, None),
        ContainerKind::List { first } => (ContainerKindJson::List, first),
        ContainerKind::Item => (ContainerKindJson::Item, None),
    };
    ContainerJson {
        kind,
        number: container.number,
        first,
    }
}

/// A picture, unless its file or what it shows names somebody private.
fn image(public: &Public, image: &Image) -> Option<ImageJson> {
    let is_told = !public.names_private(&image.file) && !public.names_private(&image.alt);
    is_told.then(|| ImageJson {
        file: image.file.clone(),
        alt: image.alt.clone(),
        credit: words(public, &image.credit),
        licence: words(public, &image.licence),
        caption: None,
    })
}

fn entity<'a>(public: &Public<'a>, entity: &'a Entity) -> EntityJson {
    let identifiers = entity.identifiers.iter().map(|one| IdentifierJson {
        scheme: one.name.clone(),
        value: one.value.clone(),
        url: one.url.clone(),
    });
    let facts = public.facts(entity);
    let facts = facts.map(|(fact, told)| statement(public, told, fact.date.as_ref()));
    let relations = public.relations(entity);
    let relations = relations.map(|(relation, told)| RelationJson {
        object: public.site.entities[relation.object].slug.clone(),
        inverse: words(public, &relation.inverse),
        statement: statement(public, told, relation.date.as_ref()),
    });
    let summary = entity.summary.as_ref();
    EntityJson {
        id: entity.slug.clone(),
        former: entity.former.clone(),
        kind: public.kind(entity.kind),
        names: public.names(entity).cloned().collect(),
        aliases: public.aliases(entity).map(str::to_owned).collect(),
        unlinked: !entity.autolink,
        description: words(public, &entity.description),
        summary: summary.and_then(|text| marked::told(public, text)),
        place: entity.place.map(|place| PlaceJson {
            latitude: place.latitude,
            longitude: place.longitude,
            approximate: place.approximate,
            extent_km: place.extent,
        }),
        identifiers: identifiers.collect(),
        image: entity.image.as_ref().and_then(|one| image(public, one)),
        facts: facts.collect(),
        relations: relations.collect(),
    }
}

fn source(source: &Source) -> SourceJson {
    SourceJson {
        id: source.slug.clone(),
        kind: source.kind,
        author: source.author.clone(),
        organisations: source.organisations.clone(),
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        url: source.url.clone(),
        archived: source.archived.clone(),
        held_by: source.held_by.clone(),
        call_number: source.call_number.clone(),
        pages: source.pages.clone(),
        isbn: source.isbn.clone(),
        doi: source.doi.clone(),
        date: edtf(source.date.as_ref()),
        read_on: edtf(source.read_on.as_ref()),
        read: source.read,
        reliability: source.reliability,
        language: source.language.clone(),
    }
}
