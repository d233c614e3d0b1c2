//! Words of TEI: how they are set, whom they mean, which of two readings is taken.

use roxmltree::Node;

use crate::import::document::{Inline, Style};
use crate::import::target::Target;
use crate::import::tei::names::Names;
use crate::import::tei::node::{is, words};

/// What reads words, and gathers their notes.
pub(super) struct Inlines<'n> {
    pub(super) names: &'n mut Names,
    pub(super) target: &'n Target<'n>,
    /// Notes that have a sign in the text.
    pub(super) notes: Vec<Vec<Vec<Inline>>>,
    /// What is left out: pictures, formulas.
    pub(super) left: Vec<(usize, String)>,
    /// Within a name no other begins.
    in_name: bool,
    in_note: bool,
}

impl<'n> Inlines<'n> {
    pub(super) fn new(names: &'n mut Names, target: &'n Target<'n>) -> Self {
        Self {
            names,
            target,
            notes: Vec::new(),
            left: Vec::new(),
            in_name: false,
            in_note: false,
        }
    }

    /// The words of a node's children.
    pub(super) fn within(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        node.children().flat_map(|child| self.of(child)).collect()
    }

    /// The words of a node.
    pub(super) fn of(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            return vec![Inline::Words(text.to_owned())];
        }
        if !node.is_element() {
            return Vec::new();
        }
        match node.tag_name().name() {
            "pb" | "cb" | "gb" | "milestone" | "anchor" | "fw" | "index" | "del" | "surplus"
            | "interp" | "desc" | "figDesc" => Vec::new(),
            "lb" if node.attribute("break") == Some("no") => Vec::new(),
            "lb" => vec![Inline::Words(" ".to_owned())],
            "choice" | "app" => self.chosen(node),
            "gap" => vec![Inline::Words("[…]".to_owned())],
            "note" => self.note(node),
            "ref" | "ptr" => self.link(node),
            "hi" => self.set(node),
            "emph" | "title" | "foreign" | "mentioned" | "term" => {
                self.styled(Style::Emphasis, node)
            }
            "soCalled" | "q" | "quote" | "said" => self.quoted(node),
            "code" | "gi" | "att" | "val" => vec![Inline::Code(words(node))],
            "figure" | "graphic" | "formula" | "media" | "notatedMusic" => self.leave_out(node),
            "persName" | "placeName" | "orgName" | "geogName" | "settlement" | "country"
            | "region" | "name" | "rs" => self.name(node),
            _ => self.within(node),
        }
    }

    /// Of several readings the one that an editor gives.
    fn chosen(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        let order = [
            "reg", "corr", "expan", "lem", "unclear", "seg", "orig", "sic", "abbr", "rdg",
        ];
        let found = order
            .iter()
            .find_map(|name| node.children().find(|child| is(*child, name)));
        found.map(|found| self.within(found)).unwrap_or_default()
    }

    fn styled(&mut self, style: Style, node: Node<'_, '_>) -> Vec<Inline> {
        let inner = self.within(node);
        if inner.is_empty() {
            inner
        } else {
            vec![Inline::Styled(style, inner)]
        }
    }

    fn set(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        let says = [
            node.attribute("rend"),
            node.attribute("rendition"),
            node.attribute("style"),
        ];
        let says = says
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| says.contains(word));
        let style = match () {
            () if has(&["bold"]) => Style::Strong,
            () if has(&["ital"]) => Style::Emphasis,
            () if has(&["sup"]) => Style::Higher,
            () if has(&["sub"]) => Style::Lower,
            () if has(&["strike", "line-through"]) => Style::Struck,
            () => return self.within(node),
        };
        self.styled(style, node)
    }

    /// Words that somebody says: with quotation marks, unless they stand in the text.
    fn quoted(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        let inner = self.within(node);
        let all = words(node);
        let is_marked = all.starts_with(['"', '“', '„', '«', '‘', '\'']);
        if is_marked || all.is_empty() || !is(node, "soCalled") && node.attribute("rend").is_some()
        {
            return inner;
        }
        let mark = |sign: &str| Inline::Words(sign.to_owned());
        [vec![mark("“")], inner, vec![mark("”")]].concat()
    }

    fn link(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        let inner = self.within(node);
        let target = node.attribute("target").unwrap_or_default();
        let is_web = crate::compile::rules::is_url(target);
        match (is_web && !self.in_name, inner.is_empty()) {
            (true, true) => vec![Inline::Words(target.to_owned())],
            (true, false) => vec![Inline::Link(target.to_owned(), inner)],
            (false, _) => inner,
        }
    }

    fn note(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        // A footnote has none.
        if self.in_note {
            let inner = self.within(node);
            let mark = |sign: &str| Inline::Words(sign.to_owned());
            return [vec![mark(" [")], inner, vec![mark("]")]].concat();
        }
        self.in_note = true;
        let outer = std::mem::replace(&mut self.in_name, false);
        let is_part =
            |child: &Node<'_, '_>| is(*child, "p") || is(*child, "item") || is(*child, "l");
        let parts: Vec<_> = node.descendants().filter(is_part).collect();
        let nested = |part: &Node<'_, '_>| {
            let mut outer = part.ancestors().skip(1).take_while(|outer| *outer != node);
            outer.any(|outer| is_part(&outer))
        };
        let outermost: Vec<_> = parts.iter().copied().filter(|part| !nested(part)).collect();
        let loose = node.children().any(|child| {
            child
                .text()
                .is_some_and(|text| child.is_text() && !text.trim().is_empty())
        });
        let paragraphs: Vec<_> = if outermost.is_empty() || loose {
            vec![tidied(self.within(node))]
        } else {
            outermost
                .into_iter()
                .map(|part| tidied(self.within(part)))
                .collect()
        };
        self.in_note = false;
        self.in_name = outer;
        let paragraphs: Vec<_> = paragraphs
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect();
        if paragraphs.is_empty() {
            return Vec::new();
        }
        self.notes.push(paragraphs);
        vec![Inline::Footnote(self.notes.len() - 1)]
    }

    fn name(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        if self.in_name {
            return self.within(node);
        }
        self.in_name = true;
        let inner = tidied_within(self.within(node));
        self.in_name = false;
        // The names of footnotes link entities too, but their words rest on no block.
        let id = if self.in_note {
            None
        } else {
            self.names.meant(node, self.target)
        };
        match id {
            Some(id) if !inner.is_empty() => vec![Inline::Mention(id, inner)],
            _ => inner,
        }
    }

    fn leave_out(&mut self, node: Node<'_, '_>) -> Vec<Inline> {
        let place = node.document().text_pos_at(node.range().start);
        let name = node.tag_name().name();
        let what = match name {
            "formula" => "a formula",
            "notatedMusic" => "music",
            _ => "a picture",
        };
        let head = node
            .children()
            .find(|child| is(*child, "head") || is(*child, "figDesc"));
        let says = head.map(words).filter(|says| !says.is_empty());
        let says = says.map_or(String::new(), |says| {
            format!(", \"{}\"", says.chars().take(60).collect::<String>())
        });
        self.left
            .push((place.row as usize, format!("{what}{says}")));
        Vec::new()
    }
}

/// Words with single spaces, none at the ends.
pub(super) fn tidied(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut space = true;
    let mut out = spaced(inlines, &mut space);
    trim_end(&mut out);
    out
}

/// The same, for words within others: a space at an end stays.
fn tidied_within(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut space = true;
    let mut out = spaced(inlines, &mut space);
    trim_end(&mut out);
    out
}

/// `space` tells whether a space stands before, or the beginning.
fn spaced(inlines: Vec<Inline>, space: &mut bool) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Words(text) => {
                let mut words = String::new();
                for c in text.chars() {
                    let is_space = c.is_whitespace() && c != '\u{A0}';
                    if !is_space {
                        words.push(c);
                    } else if !*space {
                        words.push(' ');
                    }
                    *space = is_space;
                }
                if !words.is_empty() {
                    out.push(Inline::Words(words));
                }
            }
            Inline::Styled(style, inner) => {
                let inner = spaced(inner, space);
                if !inner.is_empty() {
                    out.push(Inline::Styled(style, inner));
                }
            }
            Inline::Link(address, inner) => out.push(Inline::Link(address, spaced(inner, space))),
            Inline::Mention(id, inner) => out.push(Inline::Mention(id, spaced(inner, space))),
            Inline::Aside(inner) => out.push(Inline::Aside(inner)),
            Inline::Break => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(Inline::Break);
                }
                *space = true;
            }
            Inline::Code(text) => {
                *space = false;
                out.push(Inline::Code(text));
            }
            Inline::Footnote(row) => {
                if *space {
                    trim_end(&mut out);
                }
                out.push(Inline::Footnote(row));
                *space = false;
            }
        }
    }
    out
}

fn trim_end(inlines: &mut Vec<Inline>) {
    while let Some(last) = inlines.last_mut() {
        match last {
            Inline::Words(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Styled(_, inner) | Inline::Link(_, inner) | Inline::Mention(_, inner) => {
                trim_end(inner);
                if !inner.is_empty() {
                    return;
                }
            }
            Inline::Break => {}
            Inline::Code(_) | Inline::Footnote(_) | Inline::Aside(_) => return,
        }
        inlines.pop();
    }
}
