//! The author's mentions of a block: known entities only, continued ones whole, nested ones of one entity as one.

use std::ops::Range;

use crate::compile::finding::Finding;
use crate::compile::inline::{self, Scope};
use crate::compile::mention::{Found, Parsed};
use crate::compile::place::Written;
use crate::model::id::Id;
use crate::model::site::{Entity, Linking};
use crate::model::text::Text;

/// A mention that is not counted yet.
pub(crate) struct Draft {
    /// In the block's text.
    pub(crate) range: Range<usize>,
    pub(crate) entity: Id<Entity>,
    pub(crate) note: Option<Text<Id<Entity>>>,
    pub(crate) linking: Linking,
}

/// The author's mentions, in the order in which they open.
pub(crate) fn authored(
    parsed: &Parsed,
    written: &Written<'_>,
    scope: Scope<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Draft> {
    let mut authored = Authored::default();
    for found in &parsed.found {
        let place = written.place_of(found.slug_source.clone());
        let Some(entity) = scope.index.entity(&found.slug, &place, findings) else {
            continue;
        };
        let note = found.note.as_ref();
        let note = note.map(|note| inline::read(note, written, scope, findings).text);
        let slug = &found.slug;
        if let Some(outer) = authored.around(found, entity) {
            outer.note = outer.note.take().or(note);
            let message = format!("`{slug}` is already the mention around this one");
            let finding = Finding::warning("nested-same-entity", &place, message);
            findings.push(finding.help("leave out the inner brackets"));
        } else if !found.continues {
            authored.add(found, entity, note);
        } else if let Some(begun) = authored.ending_at(found.range.start, entity) {
            begun.range.end = found.range.end;
            begun.note = begun.note.take().or(note);
        } else {
            let message = format!("no mention of `{slug}` ends right before this one");
            let finding = Finding::error("nothing-to-continue", &place, message);
            findings.push(finding.help(format!("write `[[{slug}|` for a mention of its own")));
        }
    }
    authored.drafts
}

#[derive(Default)]
struct Authored {
    drafts: Vec<Draft>,
    /// From `[[` to `]]`, for each draft.
    extents: Vec<Range<usize>>,
}

impl Authored {
    fn add(&mut self, found: &Found, entity: Id<Entity>, note: Option<Text<Id<Entity>>>) {
        self.extents.push(found.extent.clone());
        self.drafts.push(Draft {
            range: found.range.clone(),
            entity,
            note,
            linking: Linking::Authored,
        });
    }

    /// The mention of the same entity that this one nests in.
    fn around(&mut self, found: &Found, entity: Id<Entity>) -> Option<&mut Draft> {
        let around = |extent: &Range<usize>| {
            extent.start < found.extent.start && found.extent.end < extent.end
        };
        let mut rows = self.drafts.iter_mut().zip(&self.extents);
        let row = rows.find(|(draft, extent)| draft.entity == entity && around(extent));
        row.map(|(draft, _)| draft)
    }

    /// The latest mention of the entity that ends there.
    fn ending_at(&mut self, end: usize, entity: Id<Entity>) -> Option<&mut Draft> {
        let mut latest = self.drafts.iter_mut().rev();
        latest.find(|draft| draft.entity == entity && draft.range.end == end)
    }
}
