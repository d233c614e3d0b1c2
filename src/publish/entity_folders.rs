//! Where the pages of entities stand.

use crate::model::site::Entity;

/// The folder of the page on which all articles that mention it are listed. No article's page stands two folders deep.
pub(in crate::publish) fn mentions_folder(entity: &Entity) -> String {
    ["mentions/", &entity.slug, "/"].concat()
}

/// The folders of the lists at names that an entity had.
pub(in crate::publish) fn former_mentions_folders(entity: &Entity) -> impl Iterator<Item = String> {
    let former = entity.former.iter();
    former.map(|old| ["mentions/", old, "/"].concat())
}

/// The folder of an entity's own page.
pub(in crate::publish) fn entity_folder(entity: &Entity) -> String {
    [ENTITIES, &entity.slug, "/"].concat()
}

/// The folder of the index of entities, which is a page itself.
pub(in crate::publish) const ENTITIES: &str = "entities/";
