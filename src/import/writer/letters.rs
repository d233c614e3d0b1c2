//! Words letter by letter, each with how it is set.

use unicode_normalization::UnicodeNormalization;

use crate::import::document::{Inline, Style};

/// A letter of a text, or what stands among letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) what: What,
    /// A bit for each [`Style`].
    pub(super) styles: u8,
    /// The link or innermost mention that it is part of: its row, from 1.
    pub(super) part_of: u32,
}

/// What one may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Sign(char),
    Code(char),
    Break,
    /// A footnote's sign: its row.
    Note(usize),
    /// Behind it stands what a mention's entity is in this passage.
    Bar,
}

/// Where words lead to, or whom they mean.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Link(String),
    Mention(String),
}

/// The mention that each part stands in: its row, from 1; zero where it stands in none.
pub(super) type Outers = [u32];

/// A part with those that it stands in, the outermost first.
pub(super) fn chain(part: u32, outers: &Outers) -> Vec<u32> {
    let outer = |part: &u32| outers.get(part.checked_sub(1)? as usize).copied();
    let parts = std::iter::successors(Some(part), outer);
    let mut chain: Vec<_> = parts.take_while(|part| *part != 0).collect();
    chain.reverse();
    chain
}

/// The styles, each with its bit, the outer first.
pub(super) const STYLES: [(Style, u8); 5] = [
    (Style::Strong, 1),
    (Style::Emphasis, 2),
    (Style::Struck, 4),
    (Style::Higher, 8),
    (Style::Lower, 16),
];

/// Levels of [`Inline`] that are told apart; nobody means more.
const DEPTH: usize = 200;

/// Words as letters, and the links and mentions among them.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) letters: Vec<Letter>,
    pub(super) parts: Vec<Part>,
    pub(super) outers: Vec<u32>,
}

impl Letters {
    pub(super) fn of(words: &[Inline]) -> Self {
        let mut letters = Self::default();
        letters.push(words, 0, 0, 0);
        letters.join_spaces();
        letters
    }

    fn push(&mut self, words: &[Inline], styles: u8, part_of: u32, depth: usize) {
        if depth > DEPTH {
            return;
        }
        let letter = |what| Letter {
            what,
            styles,
            part_of,
        };
        for inline in words {
            match inline {
                Inline::Words(text) => {
                    let signs = clean(text);
                    self.letters
                        .extend(signs.chars().map(|c| letter(What::Sign(c))));
                }
                Inline::Code(text) => {
                    let signs = clean(text);
                    self.letters
                        .extend(signs.chars().map(|c| letter(What::Code(c))));
                }
                Inline::Styled(style, inner) => {
                    let bit = STYLES.iter().find(|(one, _)| one == style);
                    let styles = styles | bit.map_or(0, |(_, bit)| *bit);
                    self.push(inner, styles, part_of, depth + 1);
                }
                Inline::Link(url, inner) => {
                    let part = match self.going_on(url) {
                        Some(part) if part_of == 0 => part,
                        Some(_) | None if part_of == 0 => self.begin(0, Part::Link(url.clone())),
                        Some(_) | None => part_of,
                    };
                    self.push(inner, styles, part, depth + 1);
                }
                Inline::Mention(id, inner) => {
                    let part = match self.parts.get((part_of as usize).wrapping_sub(1)) {
                        Some(Part::Link(_)) => part_of,
                        Some(Part::Mention(_)) | None => {
                            self.begin(part_of, Part::Mention(id.clone()))
                        }
                    };
                    let bare = [Inline::Words(id.clone())];
                    let inner = if inner.is_empty() { &bare } else { &inner[..] };
                    self.push(inner, styles, part, depth + 1);
                }
                Inline::Aside(inner) => {
                    self.letters.push(Letter {
                        styles: 0,
                        ..letter(What::Bar)
                    });
                    self.push(inner, styles, part_of, depth + 1);
                }
                Inline::Break => self.letters.push(letter(What::Break)),
                Inline::Footnote(row) => self.letters.push(Letter {
                    styles: 0,
                    part_of: 0,
                    ..letter(What::Note(*row))
                }),
            }
        }
    }

    /// The link that the last letter is part of, if it leads there too: programs part one at every change of its setting.
    fn going_on(&self, url: &str) -> Option<u32> {
        let part = self.letters.last()?.part_of;
        let last = self.parts.get(part.checked_sub(1)? as usize)?;
        matches!(last, Part::Link(one) if one == url).then_some(part)
    }

    fn begin(&mut self, outer: u32, part: Part) -> u32 {
        self.parts.push(part);
        self.outers.push(outer);
        self.parts.len() as u32
    }

    /// One space between words, none at the edges of lines.
    fn join_spaces(&mut self) {
        let shared = |one: u32, other: u32| {
            let (one, other) = (chain(one, &self.outers), chain(other, &self.outers));
            let both = one
                .iter()
                .zip(&other)
                .take_while(|(one, other)| one == other);
            both.last().map_or(0, |(part, _)| *part)
        };
        let mut joined: Vec<Letter> = Vec::with_capacity(self.letters.len());
        for letter in &self.letters {
            match (letter.what, joined.last_mut()) {
                (what, None) if what == What::Break || what.is_space() => {}
                (what, Some(last)) if what.is_space() && last.what.is_space() => {
                    last.styles &= letter.styles;
                    if last.part_of != letter.part_of {
                        last.part_of = shared(last.part_of, letter.part_of);
                    }
                }
                (what, Some(last)) if what.is_space() && last.what == What::Break => {}
                (What::Break, Some(last)) if last.what == What::Break => {}
                (What::Break, Some(last)) if last.what.is_space() => *last = *letter,
                (what, _) if what.is_space() => joined.push(Letter {
                    what: match what {
                        What::Code(_) => What::Code(' '),
                        _ => What::Sign(' '),
                    },
                    ..*letter
                }),
                _ => joined.push(*letter),
            }
        }
        while joined
            .pop_if(|last| last.what.is_space() || last.what == What::Break)
            .is_some()
        {}
        self.letters = joined;
    }
}

impl What {
    fn is_space(self) -> bool {
        // A space that does not break is a letter of its own.
        matches!(self, Self::Sign(c) | Self::Code(c) if c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}'))
    }

    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Sign(c) if c.is_alphanumeric())
    }

    /// What no setting begins or ends with.
    pub(super) fn is_gap(self) -> bool {
        match self {
            Self::Sign(c) | Self::Code(c) => c.is_whitespace(),
            Self::Break | Self::Note(_) | Self::Bar => true,
        }
    }
}

/// Words without characters that nobody sees and that do harm, their letters composed.
pub(super) fn clean(text: &str) -> String {
    let is_unseen = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n')
            || matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFC}' | '\u{FDD0}'..='\u{FDEF}')
            || u32::from(c) & 0xFFFE == 0xFFFE
    };
    text.chars().filter(|c| !is_unseen(*c)).nfc().collect()
}
