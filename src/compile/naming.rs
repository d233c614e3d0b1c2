//! Words that name an entity: a link to it, or a private person's name as plain text, which gives as much away.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::autolink::{Linker, NameMatcher};
use crate::compile::entity::Declaration;
use crate::compile::source_span::SourceSpan;
use crate::compile::source_text::SourceText;
use crate::model::id::{Id, Table};
use crate::model::site::Entity;

/// Words that name an entity, and where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Naming<'a> {
    pub(crate) entity: Id<Entity>,
    pub(crate) span: SourceSpan<'a>,
    /// By a link or a slug; else by the name alone.
    pub(crate) linked: bool,
}

impl<'a> Naming<'a> {
    /// By a link or a slug.
    pub(crate) fn link(entity: Id<Entity>, span: SourceSpan<'a>) -> Self {
        Self {
            entity,
            span,
            linked: true,
        }
    }
}

/// Finds private persons' names in plain text.
pub(crate) struct PrivateNames {
    /// Of everybody, so that a longer name of someone else wins.
    names: NameMatcher,
    private: BTreeSet<Id<Entity>>,
}

impl PrivateNames {
    /// `None` where nobody is private. Of a person whose names are not linked automatically the aliases do not count: they
    /// may be anybody's.
    pub(crate) fn of(declarations: &[Declaration<'_>], entities: &Table<Entity>) -> Option<Self> {
        let all = || entities.ids().zip(declarations);
        let private = all().filter(|(_, one)| one.entity.private);
        let private: BTreeSet<_> = private.map(|(id, _)| id).collect();
        if private.is_empty() {
            return None;
        }
        let linkable = all().filter(|(_, one)| one.autolink);
        let linkable = linkable.flat_map(|(id, one)| one.words.iter().map(move |name| (name, id)));
        let others = all().filter(|(_, one)| one.entity.private && !one.autolink);
        let others = others.flat_map(|(id, one)| {
            let names = one.words.iter().take(one.entity.names.len());
            names.map(move |name| (name, id))
        });
        let names = linkable.chain(others);
        Some(Self {
            names: NameMatcher::new(names.map(|(name, id)| (&*name.text, id))),
            private,
        })
    }

    /// The names in a text, outside what is `linked`.
    pub(crate) fn find(
        &self,
        text: &str,
        linked: &[Range<usize>],
    ) -> impl Iterator<Item = (Range<usize>, Id<Entity>)> {
        let linker = Linker {
            names: &self.names,
            own: None,
            except: BTreeSet::new(),
            nobody: BTreeSet::new(),
        };
        let found = linker.find(text, &[], linked).into_iter();
        found.filter_map(|one| {
            let mut owners = one.entities.into_iter();
            let private = owners.find(|entity| self.private.contains(entity))?;
            Some((one.range, private))
        })
    }

    /// The names in a value that holds no links.
    pub(crate) fn in_value<'a>(&self, written: &SourceText<'a>) -> Vec<Naming<'a>> {
        let found = self.find(&written.text, &[]);
        let naming = found.map(|(range, entity)| Naming {
            entity,
            span: written.span_of(range),
            linked: false,
        });
        naming.collect()
    }
}
