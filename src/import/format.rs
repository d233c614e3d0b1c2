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
        matches!(self.turn(), 1 | 3)
    }

    /// When its turn is: pictures and what names entities and sources, then documents, then what refers to their words.
    pub(crate) fn turn(self) -> u8 {
        match self {
            Self::Picture => 0,
            Self::Table | Self::BibTex | Self::Ris | Self::CslJson | Self::Wikidata => 1,
            Self::Html | Self::Docx | Self::Markdown | Self::Text | Self::Tei => 2,
            Self::Spacy | Self::WebAnnotation | Self::Recogito => 3,
        }
    }
}
