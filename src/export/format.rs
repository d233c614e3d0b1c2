//! The formats, by the names that they have on the command line.

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    CsvMentions,
    CsvEntities,
    CsvRelations,
    CsvEvents,
    Geojson,
    Annotations,
    Text,
    Jsonld,
    Bibtex,
    Csl,
    Tei,
    Json,
    JsonSchema,
}

impl Format {
    /// All, in the order in which help lists them.
    pub const ALL: [Self; 13] = [
        Self::CsvMentions,
        Self::CsvEntities,
        Self::CsvRelations,
        Self::CsvEvents,
        Self::Geojson,
        Self::Annotations,
        Self::Text,
        Self::Jsonld,
        Self::Bibtex,
        Self::Csl,
        Self::Tei,
        Self::Json,
        Self::JsonSchema,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::CsvMentions => "csv-mentions",
            Self::CsvEntities => "csv-entities",
            Self::CsvRelations => "csv-relations",
            Self::CsvEvents => "csv-events",
            Self::Geojson => "geojson",
            Self::Annotations => "annotations",
            Self::Text => "text",
            Self::Jsonld => "jsonld",
            Self::Bibtex => "bibtex",
            Self::Csl => "csl",
            Self::Tei => "tei",
            Self::Json => "json",
            Self::JsonSchema => "json-schema",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What it holds, in a line.
    pub fn about(self) -> &'static str {
        match self {
            Self::CsvMentions => {
                "Every mention: article, block, characters of the block from and to, words, entity, sentence"
            }
            Self::CsvEntities => "Entities with names, place and identifiers, a row each",
            Self::CsvRelations => "Subject, predicate, object, date and sources, a row each",
            Self::CsvEvents => "Events with date, entities and sources, a row each",
            Self::Geojson => "Places as points, RFC 7946",
            Self::Annotations => "Mentions as W3C Web Annotations (JSON-LD)",
            Self::Text => "An article's words alone, in which annotations count their places",
            Self::Jsonld => "What the pages tell machines, in schema.org's words (JSON-LD)",
            Self::Bibtex => "Sources for BibTeX",
            Self::Csl => "Sources as CSL JSON, which Zotero and Pandoc read",
            Self::Tei => "Texts with names, notes, and lists of whom they mention (TEI P5)",
            Self::Json => {
                "All that may be told of the site; `import` makes a content folder of it again"
            }
            Self::JsonSchema => "JSON Schema of the format `json`",
        }
    }
}
