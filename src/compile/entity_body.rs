//! An entity's file, second half: what is said of it.

use crate::compile::block_index::{digest, folded};
use crate::compile::change::Change;
use crate::compile::entity::Declaration;
use crate::compile::fields::{ENTITY, FACT, RELATION};
use crate::compile::inline::{self, Scope};
use crate::compile::metadata;
use crate::compile::source_span::SourceSpan;
use crate::compile::statement::{Provenance, Statement, StatementKind};
use crate::compile::toml_table::TomlTable;
use crate::model::id::Id;
use crate::model::site::{Entity, Fact, Relation};
use crate::model::text::{Text, plain};

/// The code of what says that an entity is a draft: an error where the site is published.
pub(crate) const DRAFT: &str = "draft-entity";

/// What is said of an entity.
#[derive(Default)]
pub(crate) struct EntityBody {
    pub(crate) summary: Option<Text<Id<Entity>>>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) relations: Vec<Relation>,
}

impl<'a> Declaration<'a> {
    /// Reads what is said of the entity; what the checks need of it goes to `statements`.
    pub(crate) fn read(
        mut self,
        subject: Id<Entity>,
        scope: Scope<'_, '_>,
        statements: &mut Vec<Statement<'a>>,
    ) -> EntityBody {
        let file = SourceSpan::whole(self.file);
        let slug = &self.entity.slug;
        let mut body = EntityBody::default();
        if self.draft {
            self.tell_draft();
        }
        if !self.draft && !self.rest.holds("summary") && self.rest.is_complete() {
            let message = format!("`{slug}` has no summary");
            let until = "until then its card shows the sentence that first mentions it";
            self.rest
                .findings()
                .warning("missing-summary", &file, message)
                .change(Change::replace(self.file, 0..0, "summary = \"…\"\n"))
                .help(format!("add `summary = \"…\"`; {until}"));
        }
        if let Some(summary) = self.rest.string("summary") {
            let prose = inline::prose(&summary, scope);
            body.summary = Some(prose.text);
            statements.push(Statement {
                span: summary.words(),
                subject: Some(subject),
                kind: StatementKind::Summary,
                named: prose.named,
                references: Vec::new(),
                said: String::new(),
            });
        }
        if let Some(file) = &self.picture {
            metadata::file_names_nobody_private(file, scope.symbols);
        }
        // What stands beside the names rests on nothing, as a summary does.
        let named = scope.symbols.private_names_in(&self.beside);
        if !named.is_empty() {
            statements.push(Statement {
                span: file.clone(),
                subject: Some(subject),
                kind: StatementKind::Summary,
                named,
                references: Vec::new(),
                said: String::new(),
            });
        }
        if !self.draft && self.rest.is_empty_list("facts") && self.rest.is_complete() {
            self.rest
                .findings()
                .error("no-facts", &file, format!("`{slug}` has no fact"))
                .help("add `[[facts]]` with `text` and `source`");
        }
        for table in self.rest.tables("facts") {
            let fact = fact(table, subject, scope, statements);
            body.facts.push(fact);
        }
        for table in self.rest.tables("relations") {
            let relation = relation(table, subject, scope, statements);
            body.relations.extend(relation);
        }
        self.rest.finish(&ENTITY);
        body
    }

    /// Says that the entity is not ready to be published, and what it needs.
    fn tell_draft(&self) {
        if !self.rest.is_complete() {
            return;
        }
        let has_no_facts = self.rest.is_empty_list("facts");
        let (needs, help) = match (self.has_kind, has_no_facts) {
            (true, false) => ("", "take `draft = true` out when it is ready"),
            (true, true) => (
                ": it needs a fact",
                "add `[[facts]]` with `text` and `source`, and take `draft = true` out",
            ),
            (false, false) => (
                ": it needs a kind",
                "add `kind = \"…\"`, and take `draft = true` out",
            ),
            (false, true) => (
                ": it needs a kind and a fact",
                "add `kind = \"…\"`, and `[[facts]]` with `text` and `source`, and take `draft = true` out",
            ),
        };
        let message = format!("`{}` is a draft{needs}", self.entity.slug);
        let findings = self.rest.findings();
        findings
            .warning(DRAFT, &SourceSpan::whole(self.file), message)
            .help(help);
    }
}

fn fact<'a>(
    mut table: TomlTable<'a>,
    subject: Id<Entity>,
    scope: Scope<'_, '_>,
    statements: &mut Vec<Statement<'a>>,
) -> Fact {
    let span = table.span.clone();
    let text = table.required("text");
    let prose = text
        .map(|text| inline::prose(&text, scope))
        .unwrap_or_default();
    let provenance = Provenance::read(&mut table, StatementKind::Fact, scope.symbols);
    let date = table.date("date");
    table.finish(&FACT);
    let text = provenance.attach(prose.text);
    statements.push(Statement {
        span,
        subject: Some(subject),
        kind: StatementKind::Fact,
        named: [prose.named, provenance.claimants].concat(),
        said: digest(&folded(&plain(&text.value))),
        references: provenance.references,
    });
    Fact { text, date }
}

fn relation<'a>(
    mut table: TomlTable<'a>,
    subject: Id<Entity>,
    scope: Scope<'_, '_>,
    statements: &mut Vec<Statement<'a>>,
) -> Option<Relation> {
    let span = table.span.clone();
    let predicate = table.required_words("predicate");
    let object = table.required("object");
    let object = object.and_then(|slug| scope.symbols.named(&slug));
    let inverse = table.words("inverse");
    let provenance = Provenance::read(&mut table, StatementKind::Relation, scope.symbols);
    let date = table.date("date");
    table.finish(&RELATION);
    let mut named = scope
        .symbols
        .private_names_in(predicate.iter().chain(&inverse));
    named.extend(object.clone());
    let predicate = predicate.map(|predicate| provenance.attach(predicate.text.into_owned()));
    let words = predicate.iter().map(|predicate| predicate.value.as_str());
    let object_slug = object
        .iter()
        .map(|object| &*scope.entities[object.entity].slug);
    let said: Vec<_> = words.chain(object_slug).collect();
    statements.push(Statement {
        span,
        subject: Some(subject),
        kind: StatementKind::Relation,
        named: [named, provenance.claimants].concat(),
        said: digest(&folded(&said.join(" "))),
        references: provenance.references,
    });
    Some(Relation {
        predicate: predicate?,
        inverse: inverse.map(|words| words.text.into_owned()),
        object: object?.entity,
        date,
    })
}
