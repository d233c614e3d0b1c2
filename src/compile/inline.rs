//! Prose about entities, in facts, summaries and notes: one paragraph, in which `[[id|words]]` links to an entity.

use crate::compile::comments;
use crate::compile::entity_names::EntityPlace;
use crate::compile::findings::Findings;
use crate::compile::flat::{Flat, InlineStyle, InlineStyles};
use crate::compile::links;
use crate::compile::mention;
use crate::compile::naming::Naming;
use crate::compile::nobody;
use crate::compile::paragraph;
use crate::compile::source_text::SourceText;
use crate::compile::symbol_table::SymbolTable;
use crate::compile::weave::{Annotation, weave};
use crate::model::id::{Id, Table};
use crate::model::site::Entity;
use crate::model::text::Text;

/// What prose can refer to.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'s, 'a> {
    pub(crate) symbols: &'s SymbolTable<'a>,
    pub(crate) entities: &'s Table<Entity>,
}

impl<'s, 'a> Scope<'s, 'a> {
    /// Where what is wrong is said.
    pub(crate) fn findings(self) -> &'a Findings {
        self.symbols.findings
    }

    /// The words for `[[id]]`.
    pub(crate) fn first_name(self, slug: &str) -> Option<&'s str> {
        let id = self.symbols.entities.get(slug)?;
        self.entities[*id]
            .names
            .first()
            .map(|name| name.text.as_str())
    }
}

/// Prose, and whom it names.
#[derive(Default)]
pub(crate) struct Prose<'a> {
    pub(crate) text: Text<Id<Entity>>,
    pub(crate) named: Vec<Naming<'a>>,
}

/// Reads a value as prose.
pub(crate) fn prose<'a>(written: &SourceText<'a>, scope: Scope<'_, '_>) -> Prose<'a> {
    let whole = written;
    let written = comments::left_out(whole.clone(), scope.findings());
    if written.text.trim().is_empty() && !whole.text.trim().is_empty() {
        let message = "this says nothing but a comment";
        let report = scope
            .findings()
            .error("missing-key", &whole.words(), message);
        report.help("write what it says");
        return Prose::default();
    }
    let flat = paragraph::read(&written, scope.findings());
    read(&flat, &written, scope)
}

/// Reads flat text as prose; `written` is what it was laid out from.
pub(crate) fn read<'a>(flat: &Flat, written: &SourceText<'a>, scope: Scope<'_, '_>) -> Prose<'a> {
    read_in_article(flat, written, None, scope)
}

/// The same in an article of so many blocks, to which links may lead.
pub(crate) fn read_in_article<'a>(
    flat: &Flat,
    written: &SourceText<'a>,
    blocks: Option<u32>,
    scope: Scope<'_, '_>,
) -> Prose<'a> {
    let parsed = mention::parse(flat, |slug| scope.first_name(slug));
    check_syntax(&parsed, written, scope.findings());
    links::check(&parsed.flat, written, blocks, scope.symbols);
    for sign in &flat.footnote_references {
        let span = written.span_of(sign.source.clone());
        let message = "the sign of a footnote has no place in a note";
        let report = scope
            .findings()
            .error("unsupported-markdown", &span, message);
        report
            .change(written.change(sign.source.clone(), ""))
            .help("leave it out, and say here what it says");
    }
    let mut annotations: Vec<Annotation<Id<Entity>>> = Vec::new();
    let mut named = Vec::new();
    let mut end_of_last = 0;
    for found in &parsed.found {
        if found.slug == nobody::NOBODY {
            nobody::check(found, written, scope.findings());
            continue;
        }
        let span = written.span_of(found.slug_source.clone());
        let refusal = if found.note.is_some() {
            Some("a link to an entity has no note here")
        } else if found.continues || found.extent.start < end_of_last {
            Some("links to entities do not nest or overlap here")
        } else {
            None
        };
        if let Some(message) = refusal {
            scope
                .findings()
                .error("unsupported-markdown", &span, message)
                .help(format!("write `[[{}|words]]`", found.slug));
        } else if let Some(entity) = scope.symbols.entity(
            &found.slug,
            &EntityPlace {
                span: &span,
                bare: found.bare,
                change: &|meant| written.change(found.slug_source.clone(), meant),
            },
        ) {
            annotations.push(Annotation {
                range: found.range.clone(),
                to: entity,
            });
            named.push(Naming::link(entity, span));
        }
        end_of_last = end_of_last.max(found.extent.end);
    }
    if let Some(names) = &scope.symbols.private_names {
        let linked: Vec<_> = parsed.found.iter().map(|one| one.range.clone()).collect();
        let found = names.find(&parsed.flat.text, &linked);
        named.extend(found.into_iter().map(|(range, entity)| Naming {
            entity,
            span: written.span_of(parsed.flat.source(range)),
            linked: false,
        }));
    }
    Prose {
        text: weave(&parsed.flat, &annotations, |entity, _| *entity, &[]),
        named,
    }
}

/// Faults of the mention syntax itself.
pub(crate) fn check_syntax(
    parsed: &mention::ParsedText,
    written: &SourceText<'_>,
    findings: &Findings,
) {
    for source in &parsed.unclosed {
        let span = written.span_of(source.clone());
        let brackets = format!("`{}`", written.typed("\\[["));
        findings
            .error("unclosed-mention", &span, "this mention has no end")
            .change(written.change(source.clone(), "\\[["))
            .help(format!(
                "write `[[id|words]]`, or {brackets} for the brackets themselves"
            ));
    }
    let styles = InlineStyles::of(&parsed.flat);
    for found in &parsed.found {
        let span = written.span_of(found.slug_source.clone());
        if found.range.is_empty() {
            findings
                .error(
                    "empty-mention",
                    &span,
                    if found.slug.is_empty() {
                        "these brackets are empty".to_owned()
                    } else {
                        format!("this mention of `{}` has no words", found.slug)
                    },
                )
                .help(if found.slug.is_empty() {
                    "write `[[id|words]]` with the id of an entity, or the words alone".to_owned()
                } else {
                    format!("write `[[{}]]` or `[[{0}|words]]`", found.slug)
                });
        }
        let mut touching = styles.touching(found.range.clone());
        if touching.any(|(_, style)| matches!(style, InlineStyle::Link(_))) {
            findings
                .error(
                    "mention-in-link",
                    &span,
                    format!("this mention of `{}` shares words with a link", found.slug),
                )
                .help("keep either the mention or the link");
        }
    }
}
