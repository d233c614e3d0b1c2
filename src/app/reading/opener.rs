//! Mentions and signs of footnotes as what opens cards.

use std::rc::Rc;

/// A mention or a footnote's sign that opened a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Opener {
    /// Its id in the page.
    pub id: Rc<str>,
    /// Which mention of its entity it is, or which sign of its footnote.
    pub number: u32,
}

impl Opener {
    /// Reads a mention's id, `m-ENTITY-N`, from the right, or a sign's, `fnref-FOOTNOTE` or `fnref-FOOTNOTE-N`.
    pub fn from_id(id: &str) -> Option<Self> {
        if let Some(sign) = id.strip_prefix("fnref-") {
            let number = numbered(sign).map_or(Some(1), |(_, number)| number.parse().ok())?;
            return Some(Self {
                id: id.into(),
                number,
            });
        }
        let (entity, number) = numbered(id.strip_prefix("m-")?)?;
        (!entity.is_empty()).then_some(())?;
        Some(Self {
            id: id.into(),
            number: number.parse().ok()?,
        })
    }

    /// A mention of an entity, by its number.
    pub fn of(entity: &str, number: u32) -> Self {
        Self {
            id: ["m-", entity, "-", &number.to_string()].concat().into(),
            number,
        }
    }

    /// Slug of the entity it is a mention of.
    pub fn entity(&self) -> Option<&str> {
        let (entity, _) = numbered(self.id.strip_prefix("m-")?)?;
        Some(entity)
    }

    /// Whether it is a mention of this entity.
    pub fn is_of(&self, entity: &str) -> bool {
        self.entity() == Some(entity)
    }
}

/// The parts of `ENTITY-N`, from the right.
pub fn numbered(id: &str) -> Option<(&str, &str)> {
    let at = id.bytes().rposition(|byte| byte == b'-')?;
    Some((id.get(..at)?, id.get(at + 1..)?))
}
