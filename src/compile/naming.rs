//! Words that name an entity: a link to it, or a private person's name as plain text, which gives as much away.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compile::autolink::{Linker, NameMatcher};
use crate::compile::entity::Declaration;
use crate::compile::normal::Normal;
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

    /// The same words in a file that holds the same text.
    pub(crate) fn in_file<'b>(&self, file: &'b str) -> Naming<'b> {
        Naming {
            entity: self.entity,
            span: self.span.in_file(file),
            linked: self.linked,
        }
    }
}

/// Finds private persons' names in plain text.
pub(crate) struct PrivateNames {
    /// Of everybody, so that a longer name of someone else wins.
    names: NameMatcher,
    /// The same in small letters: `TOM MARSH` gives as much away.
    caseless: NameMatcher,
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
        let linkable = all().filter(|(_, one)| one.entity.autolink);
        let linkable = linkable.flat_map(|(id, one)| one.words.iter().map(move |name| (name, id)));
        let others = all().filter(|(_, one)| one.entity.private && !one.entity.autolink);
        let others = others.flat_map(|(id, one)| {
            let names = one.words.iter().take(one.entity.names.len());
            names.map(move |name| (name, id))
        });
        let names = linkable.chain(others);
        let names: Vec<_> = names.map(|(name, id)| (&*name.text, id)).collect();
        Some(Self {
            names: NameMatcher::new(names.iter().copied()),
            caseless: NameMatcher::caseless(names.iter().copied()),
            private,
        })
    }

    /// The names in a text, outside what is `linked`. In other letters than the name's own a single word is one only where it
    /// begins with a capital: "will" is none of Will's.
    pub(crate) fn find(
        &self,
        text: &str,
        linked: &[Range<usize>],
    ) -> Vec<(Range<usize>, Id<Entity>)> {
        let mut found = Vec::new();
        let whole = Normal::new(text);
        self.find_in(text, &whole, &self.names, linked, &mut found);
        let exact = found.len();
        self.find_in(
            text,
            &Normal::caseless(text),
            &self.caseless,
            linked,
            &mut found,
        );
        let is_name = |words: &str| {
            words.contains(char::is_whitespace) || words.starts_with(char::is_uppercase)
        };
        let mut others = found.split_off(exact);
        others.retain(|one| is_name(&text[one.0.clone()]) && !found.contains(one));
        found.extend(others);
        found.sort_by_key(|(range, _)| (range.start, range.end));
        found
    }

    fn find_in(
        &self,
        text: &str,
        normal: &Normal,
        names: &NameMatcher,
        linked: &[Range<usize>],
        out: &mut Vec<(Range<usize>, Id<Entity>)>,
    ) {
        let linker = Linker {
            names,
            own: None,
            except: BTreeSet::new(),
            nobody: BTreeSet::new(),
        };
        let found = linker.find_in(text, normal, &[], linked).into_iter();
        out.extend(found.filter_map(|one| {
            let mut owners = one.entities.into_iter();
            let private = owners.find(|entity| self.private.contains(entity))?;
            Some((one.range, private))
        }));
    }

    /// The names in a value that holds no links.
    pub(crate) fn in_value<'a>(&self, written: &SourceText<'a>) -> Vec<Naming<'a>> {
        self.namings(&written.text, written)
    }

    /// The names in the name of a file, whose words are parted by other signs.
    pub(crate) fn in_file_name<'a>(&self, written: &SourceText<'a>) -> Vec<Naming<'a>> {
        self.namings(&written.text.replace(['-', '_', '/', '.'], " "), written)
    }

    fn namings<'a>(&self, text: &str, written: &SourceText<'a>) -> Vec<Naming<'a>> {
        let found = self.find(text, &[]).into_iter();
        let naming = found.map(|(range, entity)| Naming {
            entity,
            span: written.span_of(range),
            linked: false,
        });
        naming.collect()
    }
}
