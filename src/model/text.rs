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
    Code(String),
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
}

/// Visits every span of a text in its order, each before those inside it.
pub fn walk<'t, T>(text: &'t [Span<T>], visit: &mut impl FnMut(&'t Span<T>)) {
    for span in text {
        visit(span);
        match span {
            Span::Emphasis(text)
            | Span::Strong(text)
            | Span::Link { text, .. }
            | Span::Marked { text, .. } => walk(text, visit),
            Span::Words(_) | Span::Code(_) | Span::Break => {}
        }
    }
}

/// The words alone; a break reads as a newline.
pub fn plain<T>(text: &[Span<T>]) -> String {
    let mut words = String::new();
    walk(text, &mut |span| match span {
        Span::Words(run) | Span::Code(run) => words.push_str(run),
        Span::Break => words.push('\n'),
        Span::Emphasis(_) | Span::Strong(_) | Span::Link { .. } | Span::Marked { .. } => {}
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
            Span::Emphasis(inner) => out.push(Span::Emphasis(retarget(inner, f))),
            Span::Strong(inner) => out.push(Span::Strong(retarget(inner, f))),
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
