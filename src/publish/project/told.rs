//! What of an entity's file an article's page tells.

use crate::model::id::Id;
use crate::model::site::Entity;
use crate::publish::project::projector::Projector;
use crate::publish::project::shown::is_foreign;

impl Projector<'_> {
    /// Whether the page tells a fact. What rests on other articles alone is told too, with these as its source, unless it
    /// names a private person: nothing is gathered on one.
    pub(super) fn tells_fact(&self, entity: Id<Entity>, row: usize) -> bool {
        let references = &self.site.entities[entity].facts[row].text.references;
        let is_confined = || self.index.confined.facts.contains(&(entity, row));
        !is_foreign(self.id, references) || !is_confined()
    }

    /// Whether the page tells a relation, as with facts.
    pub(super) fn tells_relation(&self, subject: Id<Entity>, row: usize) -> bool {
        let relation = &self.site.entities[subject].relations[row].predicate;
        let is_confined = || self.index.confined.relations.contains(&(subject, row));
        !is_foreign(self.id, &relation.references) || !is_confined()
    }
}
