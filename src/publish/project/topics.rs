//! Where the pages of sections and tags stand.

use crate::model::page::TopicLink;
use crate::model::site::Topic;
use crate::publish::site_index::SiteIndex;

/// Folders below the site's root. No article's page stands two folders deep.
pub(in crate::publish) const SECTIONS: &str = "sections/";
pub(in crate::publish) const TAGS: &str = "tags/";

/// A section by its name, with its page.
pub(in crate::publish) fn section(index: &SiteIndex, topic: &Topic, root: &str) -> TopicLink {
    link(index, topic, &[root, SECTIONS].concat())
}

/// A tag by its name, with its page.
pub(in crate::publish) fn tag(index: &SiteIndex, topic: &Topic, root: &str) -> TopicLink {
    link(index, topic, &[root, TAGS].concat())
}

fn link(index: &SiteIndex, topic: &Topic, folder: &str) -> TopicLink {
    TopicLink {
        name: topic.name.clone(),
        href: index
            .has_lists()
            .then(|| [folder, &topic.slug, "/"].concat()),
    }
}
