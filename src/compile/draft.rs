//! The author's mentions of a block: known entities only, continued ones whole, nested ones of one entity as one.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compile::entity_names::EntityPlace;
use crate::compile::inline::{self, Scope};
use crate::compile::mention::{ParsedMention, ParsedText};
use crate::compile::naming::Naming;
use crate::compile::nobody;
use crate::compile::source_text::SourceText;
use crate::model::id::Id;
use crate::model::site::{Entity, Linking};
use crate::model::text::Text;

/// A mention that is not counted yet.
pub(crate) struct DraftMention {
    /// In the block's text.
    pub(crate) range: Range<usize>,
    pub(crate) entity: Id<Entity>,
    pub(crate) note: Option<Text<Id<Entity>>>,
    pub(crate) linking: Linking,
}

/// The author's mentions, in the order in which they open. Whom their notes name goes to `named`.
pub(crate) fn authored<'a>(
    parsed: &ParsedText,
    written: &SourceText<'a>,
    scope: Scope<'_, '_>,
    named: &mut Vec<Naming<'a>>,
) -> Vec<DraftMention> {
    let mut authored = Authored::default();
    for found in &parsed.found {
        if found.slug == nobody::NOBODY {
            nobody::check(found, written, scope.findings());
            continue;
        }
        let span = written.span_of(found.slug_source.clone());
        let place = EntityPlace {
            span: &span,
            bare: found.bare,
            change: &|meant| written.change(found.slug_source.clone(), meant),
        };
        let Some(entity) = scope.symbols.entity(&found.slug, &place) else {
            continue;
        };
        let note = found.note.as_ref().map(|note| {
            let prose = inline::read(note, written, scope);
            named.extend(prose.named);
            prose.text
        });
        let slug = &found.slug;
        if let Some(outer) = authored.around(found, entity) {
            outer.note = outer.note.take().or(note);
            let message = format!("`{slug}` is already the mention around this one");
            scope
                .findings()
                .warning("nested-same-entity", &span, message)
                .help("leave out the inner brackets");
        } else if !found.continues {
            authored.add(found, entity, note);
        } else if let Some(begun) = authored.ending_at(found.range.start, entity) {
            authored.go_on(begun, found.range.end, note);
        } else {
            let message = format!("no mention of `{slug}` ends right before this one");
            scope
                .findings()
                .error("nothing-to-continue", &span, message)
                .change(written.change(found.slug_source.clone(), slug))
                .help(format!("write `[[{slug}|` for a mention of its own"));
            authored.add(found, entity, note);
        }
    }
    authored.drafts
}

#[derive(Default)]
struct Authored {
    drafts: Vec<DraftMention>,
    /// Mentions that hold the place read now, the outer first: where each ends, from `[[` to `]]`, and its draft.
    open: Vec<(usize, usize)>,
    /// The draft of each entity's open mention; of those that nest in it none is a draft.
    open_of: BTreeMap<Id<Entity>, usize>,
    /// Drafts by where their words end.
    ending: BTreeMap<(Id<Entity>, usize), usize>,
}

impl Authored {
    fn add(&mut self, found: &ParsedMention, entity: Id<Entity>, note: Option<Text<Id<Entity>>>) {
        let row = self.drafts.len();
        self.open.push((found.extent.end, row));
        self.open_of.insert(entity, row);
        self.ending.insert((entity, found.range.end), row);
        self.drafts.push(DraftMention {
            range: found.range.clone(),
            entity,
            note,
            linking: Linking::Authored,
        });
    }

    /// The mention of the same entity that this one nests in.
    fn around(&mut self, found: &ParsedMention, entity: Id<Entity>) -> Option<&mut DraftMention> {
        while let Some((_, row)) = self.open.pop_if(|(end, _)| *end <= found.extent.start) {
            self.open_of.remove(&self.drafts[row].entity);
        }
        let row = *self.open_of.get(&entity)?;
        self.drafts.get_mut(row)
    }

    /// The latest mention of the entity that ends there.
    fn ending_at(&self, end: usize, entity: Id<Entity>) -> Option<usize> {
        self.ending.get(&(entity, end)).copied()
    }

    /// Adds the words up to `end` to a mention.
    fn go_on(&mut self, row: usize, end: usize, note: Option<Text<Id<Entity>>>) {
        let draft = &mut self.drafts[row];
        self.ending.remove(&(draft.entity, draft.range.end));
        draft.range.end = end;
        draft.note = draft.note.take().or(note);
        self.ending.insert((draft.entity, end), row);
    }
}
