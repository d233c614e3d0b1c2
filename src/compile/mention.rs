//! Mention syntax over flat text: `[[id]]`, `[[id|words]]`, `[[id|words|note]]`, `[[id+|words]]`.

use std::ops::Range;

use crate::compile::flat::{ESCAPED_BAR, Edit, Edits, Flat, InlineStyles};

/// Flat text without the syntax, and what the syntax said.
pub(crate) struct ParsedText {
    pub(crate) flat: Flat,
    /// In the order in which they open.
    pub(crate) found: Vec<ParsedMention>,
    /// Where `[[` has no end, in the source.
    pub(crate) unclosed: Vec<Range<usize>>,
}

/// A mention as written.
pub(crate) struct ParsedMention {
    pub(crate) slug: String,
    /// `[[id+|` goes on with the mention of `id` that ended right before.
    pub(crate) continues: bool,
    /// `[[id]]`: the words are the entity's first name.
    pub(crate) bare: bool,
    /// The id, in the source.
    pub(crate) slug_source: Range<usize>,
    /// Its words, in the text without syntax.
    pub(crate) range: Range<usize>,
    pub(crate) note: Option<Flat>,
    /// The note with the bar before it, in the source.
    pub(crate) note_source: Option<Range<usize>>,
    /// From `[[` to `]]`, in the text with the syntax: tells what nests in what.
    pub(crate) extent: Range<usize>,
}

/// Takes the mention syntax out of a text. `name` gives the words for `[[id]]`.
pub(crate) fn parse<'n>(flat: &Flat, name: impl Fn(&str) -> Option<&'n str>) -> ParsedText {
    let mut scanner = Scanner {
        syntax: flat.syntax(),
        open: Vec::new(),
        closed: Vec::new(),
        unclosed: Vec::new(),
        open_notes: 0,
    };
    scanner.scan();
    let Scanner {
        mut closed,
        unclosed,
        ..
    } = scanner;
    closed.sort_by_key(|mention| mention.extent.start);
    let edits = closed
        .iter()
        .flat_map(|mention| mention.edits(&flat.text, &name));
    let edits = Edits::new(edits.collect());
    let styles = InlineStyles::of(flat);
    let found = closed.iter().map(|mention| ParsedMention {
        slug: mention.slug(&flat.text).trim_end_matches('+').to_owned(),
        continues: mention.slug(&flat.text).ends_with('+'),
        bare: mention.words == mention.extent,
        slug_source: flat.source(mention.slug.clone()),
        range: edits.moved(mention.words.start)..edits.moved(mention.words.end),
        note: mention
            .note
            .clone()
            .map(|note| flat.slice(trimmed(&flat.text, note), &styles)),
        note_source: mention
            .note
            .as_ref()
            .map(|note| flat.source(mention.words.end..note.end)),
        extent: mention.extent.clone(),
    });
    ParsedText {
        found: found.collect(),
        flat: flat.edit(&edits),
        unclosed: unclosed
            .into_iter()
            .map(|start| flat.source(start..start + 2))
            .collect(),
    }
}

/// A mention with both ends; ranges in the text with the syntax.
struct Closed {
    extent: Range<usize>,
    slug: Range<usize>,
    /// For `[[id]]` the whole extent.
    words: Range<usize>,
    note: Option<Range<usize>>,
}

impl Closed {
    fn slug<'t>(&self, text: &'t str) -> &'t str {
        &text[self.slug.clone()]
    }

    /// What to take out so that only the words stay.
    fn edits<'n>(&self, text: &str, name: &impl Fn(&str) -> Option<&'n str>) -> Vec<Edit> {
        if self.words == self.extent {
            let slug = self.slug(text);
            let slug = slug.split('#').next().unwrap_or(slug).trim();
            return vec![(self.extent.clone(), name(slug).unwrap_or(slug).to_owned())];
        }
        vec![
            (self.extent.start..self.words.start, String::new()),
            (self.words.end..self.extent.end, String::new()),
        ]
    }
}

enum OpenBracket {
    /// A single bracket, such as `[sic]`: it must not end the mention around it.
    Single,
    Mention {
        start: usize,
        slug: Range<usize>,
        bar: usize,
        note: Option<usize>,
        /// Its bars stand behind backslashes, as in a cell of a table.
        escaped: bool,
    },
}

struct Scanner {
    syntax: Vec<(usize, usize, u8)>,
    open: Vec<OpenBracket>,
    closed: Vec<Closed>,
    unclosed: Vec<usize>,
    /// How many of the open mentions are at their note: what they hold is the note's own business.
    open_notes: usize,
}

impl Scanner {
    fn scan(&mut self) {
        let mut at = 0;
        while let Some(&(_, _, byte)) = self.syntax.get(at) {
            at += match byte {
                b'[' => self.opening(at),
                b']' => self.closing(at),
                b'|' => self.bar(at),
                _ => self.escaped_bar(at),
            };
        }
        for open in &self.open {
            if let OpenBracket::Mention { start, .. } = open {
                self.unclosed.push(*start);
            }
        }
    }

    /// Reads a run of `[`, of which the last two open a mention; returns how many signs were read.
    fn opening(&mut self, at: usize) -> usize {
        let mut run = 1;
        while self.is_next(at + run - 1, b'[') {
            run += 1;
        }
        if run == 1 {
            self.open.push(OpenBracket::Single);
            return 1;
        }
        self.open.extend((2..run).map(|_| OpenBracket::Single));
        let start = self.syntax[at + run - 2].0;
        let next = self
            .syntax
            .get(at + run)
            .map(|&(end, _, byte)| (start + 2..end, byte));
        match next {
            Some((slug, bar @ (b'|' | ESCAPED_BAR))) => {
                self.open.push(OpenBracket::Mention {
                    start,
                    bar: slug.end,
                    slug,
                    note: None,
                    escaped: bar == ESCAPED_BAR,
                });
                run + 1
            }
            Some((slug, b']')) if self.is_next(at + run, b']') => {
                let extent = start..slug.end + 2;
                if self.open_notes == 0 {
                    self.closed.push(Closed {
                        words: extent.clone(),
                        extent,
                        slug,
                        note: None,
                    });
                }
                run + 2
            }
            _ => {
                self.unclosed.push(start);
                run
            }
        }
    }

    fn closing(&mut self, at: usize) -> usize {
        let close = self.syntax[at].0;
        match self.open.last() {
            Some(OpenBracket::Single) => {
                self.open.pop();
            }
            Some(OpenBracket::Mention { .. }) if self.is_next(at, b']') => {
                if let Some(OpenBracket::Mention {
                    start,
                    slug,
                    bar,
                    note,
                    ..
                }) = self.open.pop()
                {
                    self.open_notes -= usize::from(note.is_some());
                    if self.open_notes == 0 {
                        let words = bar + 1..note.unwrap_or(close);
                        self.closed.push(Closed {
                            extent: start..close + 2,
                            slug,
                            words,
                            note: note.map(|bar| bar + 1..close),
                        });
                    }
                }
                return 2;
            }
            Some(OpenBracket::Mention { .. }) | None => {}
        }
        1
    }

    fn bar(&mut self, at: usize) -> usize {
        if let Some(OpenBracket::Mention {
            note: note @ None, ..
        }) = self.open.last_mut()
        {
            *note = Some(self.syntax[at].0);
            self.open_notes += 1;
        }
        1
    }

    /// `\|` is a bar in a mention whose id ends with one, as Obsidian writes it.
    fn escaped_bar(&mut self, at: usize) -> usize {
        match self.open.last() {
            Some(OpenBracket::Mention { escaped: true, .. }) => self.bar(at),
            _ => 1,
        }
    }

    /// The sign after this one is `byte` and stands right behind it, in the text and in the source.
    fn is_next(&self, at: usize, byte: u8) -> bool {
        let (text, source, _) = self.syntax[at];
        self.syntax.get(at + 1) == Some(&(text + 1, source + 1, byte))
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}
