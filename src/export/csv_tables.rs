//! Tables of what a site knows, [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180), with a header; cells of several
//! values part them by `; `. Their columns are those that tables are imported by.

use anyhow::{Context, Result};

use crate::compile::identifiers;
use crate::compile::mention_list;
use crate::compile::slug::slug_of;
use crate::export::article_text::ArticleText;
use crate::export::public::{Public, Told, name};
use crate::model::site::Identifier;
use crate::model::when::When;

/// Every mention, article by article.
pub(super) fn mentions(public: &Public) -> Result<String> {
    let mut table = Table::new(&[
        "article",
        "block",
        "start",
        "end",
        "words",
        "entity",
        "name",
        "kind",
        "identifier",
        "found",
        "sentence",
    ])?;
    for (_, article) in public.articles() {
        let text = ArticleText::of(article);
        let listed = mention_list::in_article(public.site, article);
        for ((id, mention), listed) in article.mentions.iter().zip(listed) {
            if !public.has(mention.entity) {
                continue;
            }
            let entity = &public.site.entities[mention.entity];
            let place = text.in_block(id);
            let known = entity.identifiers.iter();
            let known = known.filter_map(|one| one.url.clone()).next();
            table.row([
                article.slug.clone(),
                mention.block.to_string(),
                place.start.to_string(),
                place.end.to_string(),
                mention.words.clone(),
                entity.slug.clone(),
                name(entity).to_owned(),
                public.kind(entity.kind),
                known.unwrap_or_default(),
                listed.found.words().to_owned(),
                public.unnamed(listed.sentence),
            ])?;
        }
    }
    table.text()
}

/// Every entity; numbers by which entities are known elsewhere have a column for each of their schemes.
pub(super) fn entities(public: &Public) -> Result<String> {
    let mut schemes: Vec<&str> = Vec::new();
    for one in public
        .entities()
        .flat_map(|(_, entity)| &entity.identifiers)
    {
        if !schemes.contains(&&*one.name) {
            schemes.push(&one.name);
        }
    }
    schemes.sort_unstable();
    let keys: Vec<_> = schemes.iter().map(|one| key(one)).collect();
    let mut header = vec![
        "id",
        "kind",
        "name",
        "language",
        "aliases",
        "description",
        "summary",
        "lat",
        "lon",
        "approximate",
        "extent",
    ];
    header.extend(keys.iter().map(String::as_str));
    let mut table = Table::new(&header)?;
    for (_, entity) in public.entities() {
        let names: Vec<_> = public.names(entity).collect();
        let first = names.first();
        let further = names.iter().skip(1).map(|name| name.text.as_str());
        let aliases: Vec<_> = further.chain(public.aliases(entity)).collect();
        let place = entity.place.as_ref();
        let degrees = |degrees: Option<f64>| degrees.map_or(String::new(), |one| one.to_string());
        let approximate = place.filter(|place| place.approximate);
        let mut row = vec![
            entity.slug.clone(),
            public.kind(entity.kind),
            first.map_or(String::new(), |name| name.text.clone()),
            first.map_or(String::new(), |name| name.language.clone()),
            aliases.join("; "),
            public
                .words(&entity.description)
                .unwrap_or_default()
                .to_owned(),
            public.summary(entity),
            degrees(place.map(|place| place.latitude)),
            degrees(place.map(|place| place.longitude)),
            approximate.map_or(String::new(), |_| "true".to_owned()),
            degrees(place.and_then(|place| place.extent)),
        ];
        let value = |scheme: &&str| {
            let known = entity.identifiers.iter();
            let known = known.filter(|one: &&Identifier| one.name == *scheme);
            let values: Vec<_> = known.map(|one| one.value.as_str()).collect();
            values.join("; ")
        };
        row.extend(schemes.iter().map(value));
        table.row(row)?;
    }
    table.text()
}

/// What content files call a scheme that readers know by this name.
fn key(scheme: &str) -> String {
    let mut common = identifiers::common();
    let common = common.find(|(_, name)| *name == scheme);
    common.map_or_else(|| slug_of(scheme), |(key, _)| key.to_owned())
}

/// Every relation, told by its subject.
pub(super) fn relations(public: &Public) -> Result<String> {
    let mut table = Table::new(&[
        "subject",
        "predicate",
        "object",
        "inverse",
        "date",
        "source",
        "claim",
    ])?;
    for (_, entity) in public.entities() {
        for (relation, told) in public.relations(entity) {
            let inverse = public.words(&relation.inverse).unwrap_or_default();
            let object = &public.site.entities[relation.object].slug;
            let [text, source, claim] = cells(told);
            table.row([
                entity.slug.clone(),
                text,
                object.clone(),
                inverse.to_owned(),
                date(relation.date.as_ref()),
                source,
                claim,
            ])?;
        }
    }
    table.text()
}

/// Every event, earliest first.
pub(super) fn events(public: &Public) -> Result<String> {
    let mut table = Table::new(&["id", "date", "text", "entities", "source", "claim"])?;
    for (event, told) in public.events() {
        let entities = public.slugs_of(&event.entities);
        let [text, source, claim] = cells(told);
        table.row([
            event.slug.clone(),
            date(Some(&event.date)),
            text,
            entities.join("; "),
            source,
            claim,
        ])?;
    }
    table.text()
}

/// As EDTF.
fn date(date: Option<&When>) -> String {
    date.map_or(String::new(), |date| date.edtf.clone())
}

/// The text, what it rests on, whose view it is.
fn cells(told: Told) -> [String; 3] {
    let claim = told.claim.unwrap_or_default().to_owned();
    [told.text, told.sources.join("; "), claim]
}

/// A table that grows.
struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn new(header: &[&str]) -> Result<Self> {
        let writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let mut table = Self(writer);
        table.0.write_record(header)?;
        Ok(table)
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<()> {
        Ok(self.0.write_record(cells.into_iter().collect::<Vec<_>>())?)
    }

    fn text(self) -> Result<String> {
        let bytes = self.0.into_inner().context("writing a table")?;
        Ok(String::from_utf8(bytes)?)
    }
}
