//! A document as any program may have written it: what it says of itself, blocks, and words with how they are set.

use crate::model::text::Align;

/// A text to be made an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Document {
    /// Empty where it has none.
    pub(crate) title: Vec<Inline>,
    pub(crate) byline: Vec<String>,
    /// `2026-03-01`, or less of it.
    pub(crate) date: Option<String>,
    pub(crate) updated: Option<String>,
    /// As the document says; it may be no language tag.
    pub(crate) language: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) draft: bool,
    pub(crate) blocks: Vec<Block>,
    /// Each with its paragraphs; [`Inline::Footnote`] refers to it by its row.
    pub(crate) footnotes: Vec<Vec<Vec<Inline>>>,
}

/// A part of the text that stands for itself.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    Heading {
        /// From 1, as in HTML.
        level: u8,
        words: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    Quotation(Vec<Block>),
    List {
        /// The number of the first entry, if they are numbered.
        first: Option<u32>,
        entries: Vec<Vec<Block>>,
    },
    Table {
        /// Of each column, as far as that is known.
        aligns: Vec<Align>,
        /// Rows of cells; the first row names the columns.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Figure(Figure),
    /// Letter for letter.
    Code(String),
    /// A break between sections.
    Break,
}

impl Block {
    /// A table whose words stand where lines begin.
    pub(crate) fn table(rows: Vec<Vec<Vec<Inline>>>) -> Self {
        Self::Table {
            aligns: Vec::new(),
            rows,
        }
    }
}

/// A picture in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// Path below the content folder.
    pub(crate) file: String,
    /// What it shows; empty where nobody said so.
    pub(crate) alt: String,
    pub(crate) caption: Vec<Inline>,
    /// Who made it.
    pub(crate) credit: Option<String>,
    pub(crate) licence: Option<String>,
}

impl Figure {
    /// A picture of which nobody says who made it.
    pub(crate) fn new(file: String, alt: String, caption: Vec<Inline>) -> Self {
        Self {
            file,
            alt,
            caption,
            credit: None,
            licence: None,
        }
    }
}

/// Words, or what stands among them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Inline {
    Words(String),
    Styled(Style, Vec<Inline>),
    Code(String),
    /// An absolute address, or the slug of another article.
    Link(String, Vec<Inline>),
    /// Words that mean the entity with this id; none where they are its first name. They may hold further mentions; `id+`
    /// goes on with the mention that ended right before.
    Mention(String, Vec<Inline>),
    /// What the entity of a mention is in this passage: the last in the mention, and no part of the text.
    Aside(Vec<Inline>),
    /// A line ends here.
    Break,
    /// The sign of a footnote.
    Footnote(usize),
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Emphasis,
    Struck,
    Higher,
    Lower,
}

/// The words alone; a break is a space.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(text) | Inline::Code(text) => words.push_str(text),
            Inline::Styled(_, inner) | Inline::Link(_, inner) => words.push_str(&plain(inner)),
            Inline::Mention(id, inner) if inner.is_empty() => words.push_str(id),
            Inline::Mention(_, inner) => words.push_str(&plain(inner)),
            Inline::Break => words.push(' '),
            Inline::Footnote(_) | Inline::Aside(_) => {}
        }
    }
    words
}

/// Whether there is nothing to read.
pub(crate) fn is_empty(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Words(text) | Inline::Code(text) => text.chars().all(is_unseen),
        Inline::Styled(_, inner) | Inline::Link(_, inner) => is_empty(inner),
        Inline::Break | Inline::Footnote(_) | Inline::Aside(_) => true,
        Inline::Mention(..) => false,
    })
}

/// Spaces, and marks of direction, which alone say nothing.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
