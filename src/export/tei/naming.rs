//! What entities are called in a TEI file.

use crate::export::public::Public;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::site::Entity;

/// What an entity is called in the lists, for `ref` to lead there.
pub(super) fn xml_id(public: &Public, entity: Id<Entity>) -> String {
    format!("ent-{}", public.site.entities[entity].slug)
}

/// What a part of an article's text is called. An id of XML begins with a letter, and an article's may begin with a digit.
pub(super) fn text_id(article: &str, part: &str) -> String {
    format!("art-{article}-{part}")
}

/// The element round words that mean an entity of a kind.
pub(super) fn element(kind: Kind) -> &'static str {
    match kind.like() {
        Kind::Person => "persName",
        Kind::Place => "placeName",
        Kind::Organisation | Kind::People => "orgName",
        _ => "rs",
    }
}
