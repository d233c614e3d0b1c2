//! All that may be told of a site, as JSON; `site.schema.json` says what there is. What is not known stays away.

use anyhow::Result;
use serde::Serialize;

use crate::export::article_text::ArticleText;
use crate::export::public::{Public, Told};
use crate::model::site::{Article, Entity, Form, Linking, Name, Source, SourceKind};
use crate::model::text::plain;
use crate::model::when::When;

/// The [JSON Schema](https://json-schema.org) of what [`site`] writes.
pub(super) const SCHEMA: &str = include_str!("site.schema.json");

/// Of the shape; another one has another number.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct SiteRecord<'a> {
    format: u32,
    title: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<&'a str>,
    articles: Vec<ArticleRecord<'a>>,
    entities: Vec<EntityRecord<'a>>,
    events: Vec<EventRecord<'a>>,
    sources: Vec<SourceRecord<'a>>,
}

#[derive(Serialize)]
struct ArticleRecord<'a> {
    id: &'a str,
    language: &'a str,
    byline: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// The first is the title.
    blocks: Vec<BlockRecord>,
    mentions: Vec<MentionRecord<'a>>,
    footnotes: Vec<String>,
}

#[derive(Serialize)]
struct BlockRecord {
    form: &'static str,
    text: String,
}

#[derive(Serialize)]
struct MentionRecord<'a> {
    entity: &'a str,
    /// Counted from 1.
    block: u32,
    /// Characters of the block.
    start: usize,
    end: usize,
    words: &'a str,
    found: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct EntityRecord<'a> {
    id: &'a str,
    kind: String,
    names: Vec<&'a Name>,
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceRecord>,
    identifiers: Vec<IdentifierRecord<'a>>,
    facts: Vec<StatementRecord<'a>>,
    relations: Vec<RelationRecord<'a>>,
}

#[derive(Serialize)]
struct PlaceRecord {
    latitude: f64,
    longitude: f64,
    approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    extent_km: Option<f64>,
}

#[derive(Serialize)]
struct IdentifierRecord<'a> {
    scheme: &'a str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// What is said, and what it rests on.
#[derive(Serialize)]
struct StatementRecord<'a> {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<&'a str>,
}

#[derive(Serialize)]
struct RelationRecord<'a> {
    object: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    inverse: Option<&'a str>,
    #[serde(flatten)]
    statement: StatementRecord<'a>,
}

#[derive(Serialize)]
struct EventRecord<'a> {
    id: &'a str,
    entities: Vec<&'a str>,
    #[serde(flatten)]
    statement: StatementRecord<'a>,
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    id: &'a str,
    kind: &'static str,
    author: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    organisations: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call_number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    isbn: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doi: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_on: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// The whole site.
pub(super) fn site(public: &Public) -> Result<String> {
    let events = public.events().map(|(event, told)| EventRecord {
        id: &event.slug,
        entities: event
            .entities
            .iter()
            .map(|id| &*public.site.entities[*id].slug)
            .collect(),
        statement: statement(told, Some(&event.date)),
    });
    let record = SiteRecord {
        format: FORMAT,
        title: &public.site.title,
        language: &public.site.language,
        base_url: public.site.base_url.as_deref(),
        articles: public
            .articles()
            .map(|(_, one)| article(public, one))
            .collect(),
        entities: public
            .entities()
            .map(|(_, one)| entity(public, one))
            .collect(),
        events: events.collect(),
        sources: public.sources().map(source).collect(),
    };
    Ok(serde_json::to_string_pretty(&record)? + "\n")
}

/// As EDTF.
fn edtf(date: Option<&When>) -> Option<&str> {
    date.map(|date| &*date.edtf)
}

fn statement<'a>(told: Told<'a>, date: Option<&'a When>) -> StatementRecord<'a> {
    StatementRecord {
        text: told.text,
        date: edtf(date),
        sources: told.sources,
        claim: told.claim,
    }
}

fn article<'a>(public: &Public<'a>, article: &'a Article) -> ArticleRecord<'a> {
    let text = ArticleText::of(article);
    let authors = article.byline.iter().map(|author| &*author.name);
    let authors = authors.filter(|name| !public.index.private.named_in(name));
    let blocks = article.blocks.iter().map(|block| BlockRecord {
        form: form(block.form),
        text: plain(&block.text),
    });
    let mentions = public.mentions(article).map(|(id, mention)| {
        let place = text.in_block(id);
        MentionRecord {
            entity: &public.site.entities[mention.entity].slug,
            block: mention.block,
            start: place.start,
            end: place.end,
            words: &mention.words,
            found: match mention.linking {
                Linking::Authored => "mark",
                Linking::Automatic => "name",
            },
            note: mention.note.as_ref().and_then(|note| public.text(note)),
        }
    });
    let footnotes = article.footnotes.iter().map(|footnote| {
        let paragraphs = footnote.paragraphs.iter().map(|text| plain(text));
        paragraphs.collect::<Vec<_>>().join("\n\n")
    });
    ArticleRecord {
        id: &article.slug,
        language: &article.language,
        byline: authors.collect(),
        publisher: article.publisher.as_deref(),
        date: edtf(article.date.as_ref()),
        url: public.words(&article.url),
        blocks: blocks.collect(),
        mentions: mentions.collect(),
        footnotes: footnotes.collect(),
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Title => "title",
        Form::Heading(_) => "heading",
        Form::Paragraph => "paragraph",
        Form::Attribution => "attribution",
        Form::Preformatted => "preformatted",
        Form::Figure => "figure",
        Form::Table { .. } => "table",
    }
}

fn entity<'a>(public: &Public<'a>, entity: &'a Entity) -> EntityRecord<'a> {
    let summary = entity.summary.as_ref();
    let identifiers = entity.identifiers.iter().map(|one| IdentifierRecord {
        scheme: &one.name,
        value: &one.value,
        url: one.url.as_deref(),
    });
    let facts = public.facts(entity);
    let facts = facts.map(|(fact, told)| statement(told, fact.date.as_ref()));
    let relations = public.relations(entity);
    let relations = relations.map(|(relation, told)| RelationRecord {
        object: &public.site.entities[relation.object].slug,
        inverse: public.words(&relation.inverse),
        statement: statement(told, relation.date.as_ref()),
    });
    EntityRecord {
        id: &entity.slug,
        kind: public.kind(entity.kind),
        names: public.names(entity).collect(),
        aliases: public.aliases(entity).collect(),
        description: public.words(&entity.description),
        summary: summary.and_then(|text| public.text(text)),
        place: entity.place.map(|place| PlaceRecord {
            latitude: place.latitude,
            longitude: place.longitude,
            approximate: place.approximate,
            extent_km: place.extent,
        }),
        identifiers: identifiers.collect(),
        facts: facts.collect(),
        relations: relations.collect(),
    }
}

fn source(source: &Source) -> SourceRecord<'_> {
    SourceRecord {
        id: &source.slug,
        kind: match source.kind {
            SourceKind::Web => "web",
            SourceKind::Article => "article",
            SourceKind::Book => "book",
            SourceKind::Report => "report",
            SourceKind::Interview => "interview",
            SourceKind::Letter => "letter",
            SourceKind::CourtFile => "court-file",
            SourceKind::Archive => "archive",
            SourceKind::Recording => "recording",
        },
        author: &source.author,
        organisations: &source.organisations,
        publisher: source.publisher.as_deref(),
        title: source.title.as_deref(),
        url: source.url.as_deref(),
        archived: source.archived.as_deref(),
        held_by: source.held_by.as_deref(),
        call_number: source.call_number.as_deref(),
        pages: source.pages.as_deref(),
        isbn: source.isbn.as_deref(),
        doi: source.doi.as_deref(),
        date: edtf(source.date.as_ref()),
        read_on: edtf(source.read_on.as_ref()),
        language: source.language.as_deref(),
    }
}
