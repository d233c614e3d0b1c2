//! How high a card stands that is a sheet or makes way for the text.

/// Lowered to its head and two lines, half of the window, most of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardHeight {
    Lowered,
    #[default]
    Half,
    Tall,
}

impl CardHeight {
    /// Its value in `data-height`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Lowered => "lowered",
            Self::Half => "half",
            Self::Tall => "tall",
        }
    }

    /// One step up; the tallest stays.
    #[must_use]
    pub fn taller(self) -> Self {
        match self {
            Self::Lowered => Self::Half,
            Self::Half | Self::Tall => Self::Tall,
        }
    }

    /// One step down; the lowest stays.
    #[must_use]
    pub fn lower(self) -> Self {
        match self {
            Self::Tall => Self::Half,
            Self::Half | Self::Lowered => Self::Lowered,
        }
    }
}
