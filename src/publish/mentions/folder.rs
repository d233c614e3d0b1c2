//! Where the page stands on which all articles that mention an entity are listed.

use crate::model::site::Entity;

/// Its folder below the site's root. No article's page stands two folders deep.
pub(in crate::publish) fn folder(entity: &Entity) -> String {
    ["mentions/", &entity.slug, "/"].concat()
}
