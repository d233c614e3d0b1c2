//! What an author chooses from: entities to link to, kinds.

use crate::compile::files::Files;
use crate::compile::lenient;
use crate::edit::outcome::refusal;
use crate::model::editing::{Choice, Choices, EntityChoice, Refusal};
use crate::model::kind::Kind;
use crate::model::site::{Entity, Site};

/// All entities, by name, and all kinds.
///
/// # Errors
/// If the site cannot be read.
pub fn choices(files: &Files) -> Result<Choices, Refusal> {
    let site = lenient::site(files);
    let site = site.ok_or_else(|| refusal("`site.toml` cannot be read; mend it first"))?;
    let entities = site.entities.iter();
    let mut entities: Vec<_> = entities.map(|(_, one)| choice(&site, one)).collect();
    entities.sort_by_cached_key(|one| one.name.to_lowercase());
    Ok(Choices {
        entities,
        kinds: kinds(&site),
    })
}

fn choice(site: &Site, entity: &Entity) -> EntityChoice {
    let mut names = entity.names.iter().map(|name| name.text.clone());
    let name = names.next().unwrap_or_else(|| entity.slug.clone());
    let kinds = kinds(site);
    let of_kind = kind_value(site, entity.kind);
    let kind = kinds.into_iter().find(|kind| kind.value == of_kind);
    EntityChoice {
        id: entity.slug.clone(),
        name,
        others: names.chain(entity.aliases.iter().cloned()).collect(),
        kind: kind.map(|kind| kind.label).unwrap_or_default(),
    }
}

/// The kinds as content files have them.
pub(super) fn kinds(site: &Site) -> Vec<Choice> {
    let named = site.kinds.iter().filter(|kind| kind.is_named());
    let own = named.map(|kind| Choice {
        value: kind.slug.clone(),
        label: kind.name.one.clone(),
    });
    let all = Kind::ALL.iter().map(|kind| {
        let value = kind.slug();
        let label = value[..1].to_uppercase() + &value[1..];
        Choice {
            value: value.to_owned(),
            label,
        }
    });
    all.chain(own).collect()
}

/// A kind as content files have it.
fn kind_value(site: &Site, kind: Kind) -> String {
    match kind {
        Kind::Own(own) => {
            let own = site.kinds.get(own.row as usize);
            own.map(|own| own.slug.clone()).unwrap_or_default()
        }
        kind => kind.slug().to_owned(),
    }
}
