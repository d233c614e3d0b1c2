//! The kinds that an author may give an entity, by the words for them in files: those that every site has, then the site's own.

use crate::model::kind::Kind;
use crate::model::site::Site;

/// All of them.
pub fn kinds(site: &Site) -> Vec<(&str, Kind)> {
    let common = Kind::ALL.into_iter().map(|kind| (kind.slug(), kind));
    common.chain(own_kinds(site)).collect()
}

/// Those that the site names.
pub fn own_kinds(site: &Site) -> impl Iterator<Item = (&str, Kind)> {
    let named = site.kinds.iter().filter(|own| own.is_named());
    named.map(|own| (&*own.slug, own.kind))
}

/// The word for a kind.
pub fn word(kind: Kind, site: &Site) -> &str {
    let mut own = own_kinds(site);
    let own = own.find(|(_, other)| *other == kind);
    own.map_or(kind.slug(), |(word, _)| word)
}

/// The kind of a word, or the only one whose word begins so.
pub fn meant(word: &str, site: &Site) -> Option<Kind> {
    let kinds = kinds(site);
    if let Some((_, kind)) = kinds.iter().find(|(whole, _)| *whole == word) {
        return Some(*kind);
    }
    let mut begun = kinds.iter().filter(|(whole, _)| whole.starts_with(word));
    match (begun.next(), begun.next()) {
        (Some((_, only)), None) if !word.is_empty() => Some(*only),
        _ => None,
    }
}
