//! Running text with emphasis and links: an article's prose as well as a fact's sentence.

use serde::{Deserialize, Serialize};

/// Running text. `T` says what a marked run of words points at: a mention in prose, an entity in notes.
pub type Text<T> = Vec<Span<T>>;

/// A stretch of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span<T> {
    Words(String),
    Emphasis(Text<T>),
    Strong(Text<T>),
    /// Struck out.
    Struck(Text<T>),
    Superscript(Text<T>),
    Subscript(Text<T>),
    Code(String),
    /// A cell of a table, whose text is cells and nothing else.
    Cell {
        align: Align,
        text: Text<T>,
    },
    /// A link that leads away from the page.
    Link {
        href: String,
        text: Text<T>,
    },
    /// Words that point at something of ours. Without words it only marks the place.
    Marked {
        to: T,
        text: Text<T>,
    },
    /// A line break that the author asked for.
    Break,
    Footnote(FootnoteSign),
}

/// The sign of a footnote, which is no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootnoteSign {
    /// Of the footnote, counted from 1 in the order of the text.
    pub number: u32,
    /// Which of the signs of this footnote it is, counted from 1.
    pub occurrence: u32,
}

/// Where the words of a cell stand in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    #[default]
    Start,
    Center,
    End,
}

impl<T> Span<T> {
    /// The text inside.
    fn inner(&self) -> &[Self] {
        match self {
            Span::Emphasis(text)
            | Span::Strong(text)
            | Span::Struck(text)
            | Span::Superscript(text)
            | Span::Subscript(text)
            | Span::Cell { text, .. }
            | Span::Link { text, .. }
            | Span::Marked { text, .. } => text,
            Span::Words(_) | Span::Code(_) | Span::Break | Span::Footnote(_) => &[],
        }
    }

    fn inner_mut(&mut self) -> &mut [Self] {
        match self {
            Span::Emphasis(text)
            | Span::Strong(text)
            | Span::Struck(text)
            | Span::Superscript(text)
            | Span::Subscript(text)
            | Span::Cell { text, .. }
            | Span::Link { text, .. }
            | Span::Marked { text, .. } => text,
            Span::Words(_) | Span::Code(_) | Span::Break | Span::Footnote(_) => &mut [],
        }
    }
}

/// Visits every span of a text in its order, each before those inside it.
pub fn walk<'t, T>(text: &'t [Span<T>], visit: &mut impl FnMut(&'t Span<T>)) {
    for span in text {
        visit(span);
        walk(span.inner(), visit);
    }
}

/// Hands the address of every link to `f`.
pub fn links_mut<T>(text: &mut [Span<T>], f: &mut impl FnMut(&mut String)) {
    for span in text {
        if let Span::Link { href, .. } = span {
            f(href);
        }
        links_mut(span.inner_mut(), f);
    }
}

/// Leaves of the links to some addresses their words alone.
pub fn unlink<T>(text: &mut Text<T>, is_gone: &impl Fn(&str) -> bool) {
    let mut kept = Vec::with_capacity(text.len());
    for mut span in std::mem::take(text) {
        match &mut span {
            Span::Emphasis(inner)
            | Span::Strong(inner)
            | Span::Struck(inner)
            | Span::Superscript(inner)
            | Span::Subscript(inner)
            | Span::Cell { text: inner, .. }
            | Span::Marked { text: inner, .. } => {
                unlink(inner, is_gone);
            }
            Span::Link { href, text: inner } => {
                unlink(inner, is_gone);
                if is_gone(href) {
                    kept.append(inner);
                    continue;
                }
            }
            Span::Words(_) | Span::Code(_) | Span::Break | Span::Footnote(_) => {}
        }
        kept.push(span);
    }
    *text = kept;
}

/// The words alone; a break reads as a newline, the border between two cells as a tab.
pub fn plain<T>(text: &[Span<T>]) -> String {
    let mut words = String::new();
    let mut is_first = true;
    walk(text, &mut |span| match span {
        Span::Words(run) | Span::Code(run) => words.push_str(run),
        Span::Break => words.push('\n'),
        Span::Cell { .. } if !std::mem::take(&mut is_first) => words.push('\t'),
        _ => {}
    });
    words
}

/// The same text pointing at something else. `f` is told what a mark points at and its words; a mark that it turns into
/// `None` leaves its words behind.
pub fn retarget<T, U>(
    text: &[Span<T>],
    f: &mut impl FnMut(&T, &[Span<T>]) -> Option<U>,
) -> Text<U> {
    let mut out = Vec::with_capacity(text.len());
    for span in text {
        match span {
            Span::Words(run) => out.push(Span::Words(run.clone())),
            Span::Code(run) => out.push(Span::Code(run.clone())),
            Span::Break => out.push(Span::Break),
            Span::Footnote(sign) => out.push(Span::Footnote(*sign)),
            Span::Emphasis(inner) => out.push(Span::Emphasis(retarget(inner, f))),
            Span::Strong(inner) => out.push(Span::Strong(retarget(inner, f))),
            Span::Struck(inner) => out.push(Span::Struck(retarget(inner, f))),
            Span::Superscript(inner) => out.push(Span::Superscript(retarget(inner, f))),
            Span::Subscript(inner) => out.push(Span::Subscript(retarget(inner, f))),
            Span::Cell { align, text } => out.push(Span::Cell {
                align: *align,
                text: retarget(text, f),
            }),
            Span::Link { href, text } => out.push(Span::Link {
                href: href.clone(),
                text: retarget(text, f),
            }),
            Span::Marked { to, text } => match f(to, text) {
                Some(to) => out.push(Span::Marked {
                    to,
                    text: retarget(text, f),
                }),
                None => out.extend(retarget(text, f)),
            },
        }
    }
    out
}
