//! Whose dates the timeline lists.

use std::rc::Rc;

use crate::model::kind::Kind;

/// What stands before a kind in a form's values; an entity's slug stands there as it is.
const KIND: &str = "kind:";

/// Whose dates are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DateFilter {
    #[default]
    All,
    /// Those of every entity of a kind.
    Kind(Kind),
    /// Those of the entity with this slug.
    Entity(Rc<str>),
}

impl DateFilter {
    /// Its value in a form: nothing for all.
    pub fn value(&self) -> String {
        match self {
            Self::All => String::new(),
            Self::Kind(kind) => [KIND, &kind.value()].concat(),
            Self::Entity(entity) => entity.to_string(),
        }
    }

    /// The filter of that value; a kind that is unknown lists all.
    pub fn from_value(value: &str) -> Self {
        match value.strip_prefix(KIND) {
            Some(kind) => Kind::from_value(kind).map_or(Self::All, Self::Kind),
            None if value.is_empty() => Self::All,
            None => Self::Entity(value.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_gives_back_the_filter_that_it_was_given() {
        for (filter, value) in [
            (DateFilter::All, ""),
            (DateFilter::Kind(Kind::Law), "kind:law"),
            (DateFilter::Kind(Kind::own(2, Kind::Law)), "kind:law-2"),
            (DateFilter::Entity("law".into()), "law"),
        ] {
            assert_eq!(filter.value(), value);
            assert_eq!(DateFilter::from_value(value), filter);
        }
        assert_eq!(DateFilter::from_value("kind:none"), DateFilter::All);
    }
}
