//! Annotations and styles, all intervals over one flat text, woven into one tree of spans.

use std::cmp::Reverse;
use std::ops::Range;

use crate::compile::flat::{Flat, InlineStyle, InlineStyles};
use crate::model::text::{FootnoteSign, Span, Text};

/// A stretch of text that points at something. Annotations never overlap; an empty one only marks a place.
#[derive(Clone, Debug)]
pub(crate) struct Annotation<M> {
    pub(crate) range: Range<usize>,
    pub(crate) to: M,
}

/// The text as a tree. An annotation that crosses the border of a style is cut there; `part` makes what a piece of it
/// points at, told whether the piece is the first. `footnotes` are the signs of footnotes with where they stand; no link holds
/// another, so one within a link stands behind it.
pub(crate) fn weave<M, T>(
    flat: &Flat,
    annotations: &[Annotation<M>],
    part: impl Fn(&M, bool) -> T,
    footnotes: &[(usize, FootnoteSign)],
) -> Text<T> {
    let mut nodes: Vec<Node<'_, T>> = flat
        .styles
        .iter()
        .map(|(range, style)| Node {
            range: range.clone(),
            kind: NodeKind::Style(style),
        })
        .collect();
    let styles = InlineStyles::of(flat);
    for annotation in annotations {
        for (index, range) in cut(&annotation.range, &styles).into_iter().enumerate() {
            nodes.push(Node {
                range,
                kind: NodeKind::Annotation(part(&annotation.to, index == 0)),
            });
        }
    }
    let links = flat.styles.iter();
    let links = links.filter(|(_, style)| matches!(style, InlineStyle::Link(_)));
    let links = links.map(|(range, _)| range);
    let links = Links::new(links.chain(annotations.iter().map(|one| &one.range)));
    for (at, sign) in footnotes {
        let at = links.end_around(*at).unwrap_or(*at);
        nodes.push(Node {
            range: at..at,
            kind: NodeKind::Footnote(*sign),
        });
    }
    // What begins first is outside; of two that begin together an empty annotation stands before, then the longer holds
    // the shorter, and an annotation holds the style of just its words. Sorting is stable: styles stay nested.
    nodes.sort_by_key(|node| {
        (
            node.range.start,
            !node.range.is_empty(),
            Reverse(node.range.end),
            matches!(node.kind, NodeKind::Style(_)),
        )
    });
    let mut nodes = nodes.into_iter().peekable();
    let mut out = fill(&flat.text, 0..flat.text.len(), &mut nodes);
    // Behind the last word nothing is open.
    out.extend(nodes.filter_map(|node| match node.kind {
        NodeKind::Footnote(sign) => Some(Span::Footnote(sign)),
        _ => None,
    }));
    out
}

/// Links of a text, which do not overlap.
struct Links {
    /// Where they begin, in order, and where each and those before it have ended.
    rows: Vec<(usize, usize)>,
}

impl Links {
    fn new<'r>(ranges: impl Iterator<Item = &'r Range<usize>>) -> Self {
        let mut rows: Vec<_> = ranges.map(|range| (range.start, range.end)).collect();
        rows.sort_unstable();
        let mut last = 0;
        for (_, end) in &mut rows {
            last = last.max(*end);
            *end = last;
        }
        Self { rows }
    }

    /// Where the link ends that holds a place.
    fn end_around(&self, at: usize) -> Option<usize> {
        let begun = self.rows.partition_point(|(start, _)| *start < at);
        let (_, end) = self.rows[..begun].last()?;
        (at < *end).then_some(*end)
    }
}

struct Node<'a, T> {
    range: Range<usize>,
    kind: NodeKind<'a, T>,
}

enum NodeKind<'a, T> {
    Style(&'a InlineStyle),
    Annotation(T),
    Footnote(FootnoteSign),
}

/// The pieces of a range that hold each style or lie within it.
fn cut(range: &Range<usize>, styles: &InlineStyles<'_>) -> Vec<Range<usize>> {
    if range.is_empty() {
        return vec![range.clone()];
    }
    let mut borders = vec![range.start, range.end];
    for (style, _) in styles.touching(range.clone()) {
        if style.start < range.start && range.start < style.end && style.end < range.end {
            borders.push(style.end);
        }
        if range.start < style.start && style.start < range.end && range.end < style.end {
            borders.push(style.start);
        }
    }
    borders.sort_unstable();
    borders.dedup();
    borders.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// The spans of a range: its words, and the nodes that begin in it.
fn fill<'a, T>(
    text: &str,
    range: Range<usize>,
    nodes: &mut std::iter::Peekable<impl Iterator<Item = Node<'a, T>>>,
) -> Text<T> {
    let mut out = Vec::new();
    let mut at = range.start;
    while let Some(node) = nodes.next_if(|node| node.range.start < range.end) {
        if at < node.range.start {
            out.push(Span::Words(text[at..node.range.start].to_owned()));
        }
        at = node.range.end;
        let words = &text[node.range.clone()];
        out.push(match node.kind {
            NodeKind::Style(InlineStyle::Break) => Span::Break,
            NodeKind::Style(InlineStyle::Code) => Span::Code(words.to_owned()),
            NodeKind::Style(InlineStyle::Emphasis) => Span::Emphasis(fill(text, node.range, nodes)),
            NodeKind::Style(InlineStyle::Strong) => Span::Strong(fill(text, node.range, nodes)),
            NodeKind::Style(InlineStyle::Struck) => Span::Struck(fill(text, node.range, nodes)),
            NodeKind::Style(InlineStyle::Superscript) => {
                Span::Superscript(fill(text, node.range, nodes))
            }
            NodeKind::Style(InlineStyle::Subscript) => {
                Span::Subscript(fill(text, node.range, nodes))
            }
            NodeKind::Footnote(sign) => Span::Footnote(sign),
            NodeKind::Style(InlineStyle::Link(href)) => Span::Link {
                href: href.clone(),
                text: fill(text, node.range, nodes),
            },
            NodeKind::Annotation(to) if node.range.is_empty() => Span::Marked {
                to,
                text: Vec::new(),
            },
            NodeKind::Annotation(to) => Span::Marked {
                to,
                text: fill(text, node.range, nodes),
            },
        });
    }
    if at < range.end {
        out.push(Span::Words(text[at..range.end].to_owned()));
    }
    out
}
