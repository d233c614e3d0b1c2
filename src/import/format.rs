//! The formats that are imported.

/// What is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Docx,
    Markdown,
    Text,
    /// A file that documents may show.
    Picture,
    /// A whole site, as it is exported.
    Site,
    Tei,
    /// CSV or TSV of entities, events, sources or relations: by its header.
    Table,
    /// spaCy's or displaCy's JSON: names in a text.
    Spacy,
    WebAnnotation,
    /// Recogito's CSV of annotations.
    Recogito,
    BibTex,
    Ris,
    CslJson,
    /// A saved record, `Q15031.json`.
    Wikidata,
}

impl Format {
    /// Whether it holds no text of its own.
    pub(crate) fn is_data(self) -> bool {
        matches!(self.turn(), 2 | 4)
    }

    /// When its turn is: pictures, a whole site, what names entities and sources, documents, what refers to their words.
    pub(crate) fn turn(self) -> u8 {
        match self {
            Self::Picture => 0,
            Self::Site => 1,
            Self::Table | Self::BibTex | Self::Ris | Self::CslJson | Self::Wikidata => 2,
            Self::Html | Self::Docx | Self::Markdown | Self::Text | Self::Tei => 3,
            Self::Spacy | Self::WebAnnotation | Self::Recogito => 4,
        }
    }
}
