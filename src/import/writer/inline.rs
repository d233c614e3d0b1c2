//! Words of a block as Markdown.

use crate::compile::read_back;
use crate::import::document::Inline;
use crate::import::escape::{Surroundings, escaped};
use crate::import::writer::letters::{Letter, Letters, Part, STYLES, What};

/// Where words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    /// A title or heading: there are no breaks.
    Line,
    /// A cell of a table.
    Cell,
    /// The caption of a picture, in quotation marks.
    Caption,
    /// What a picture shows, between brackets.
    Alternative,
}

/// The footnotes that signs refer to, in the order of their first signs.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes(Vec<usize>);

impl Notes {
    pub(super) fn rows(&self) -> &[usize] {
        &self.0
    }

    /// The number that readers see.
    fn label(&mut self, row: usize) -> usize {
        let known = self.0.iter().position(|one| *one == row);
        known.unwrap_or_else(|| {
            self.0.push(row);
            self.0.len() - 1
        }) + 1
    }
}

/// How much of the setting is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    All,
    /// Links, mentions, code, higher and lower words.
    Links,
    /// Words and mentions, each sign behind a backslash.
    Words,
    /// Words alone, without marks of direction.
    Bare,
}

/// Words as Markdown that says them, and as much of their setting as can be. Without `notes` the signs of footnotes are
/// left out.
pub(super) fn written(words: &[Inline], place: Place, notes: Option<&mut Notes>) -> String {
    let mut letters = Letters::of(words);
    if notes.is_none() {
        letters
            .letters
            .retain(|letter| !matches!(letter.what, What::Note(_)));
    }
    if place == Place::Line || place == Place::Caption || place == Place::Alternative {
        for letter in &mut letters.letters {
            if letter.what == What::Break {
                letter.what = What::Sign(' ');
            }
        }
    }
    let mut unused = Notes::default();
    let notes = notes.unwrap_or(&mut unused);
    let levels = [Kept::All, Kept::Links, Kept::Words, Kept::Bare];
    let mut last = String::new();
    for kept in levels {
        if kept == Kept::Bare {
            letters.letters.retain(|letter| !turns(letter.what));
        }
        let mut out = Out::new(&letters, place, kept, notes);
        out.write();
        last = out.text;
        if place == Place::Alternative || says(&last, &out.said, place, &out.signs) {
            break;
        }
    }
    last
}

/// Marks of direction over several words, which may end elsewhere.
fn turns(what: What) -> bool {
    matches!(what, What::Sign(c) | What::Code(c) if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

/// Whether the compiler reads just these words.
fn says(text: &str, said: &str, place: Place, signs: &[usize]) -> bool {
    if text.is_empty() {
        return said.is_empty();
    }
    let mut markdown = match place {
        Place::Line => format!("## {text}\n"),
        Place::Cell => format!("| {text} |\n|---|\n"),
        Place::Paragraph | Place::Caption | Place::Alternative => format!("{text}\n"),
    };
    for label in signs {
        markdown += &format!("\n[^{label}]: a\n");
    }
    read_back::texts(&markdown).is_some_and(|texts| texts == [said])
}

/// Markdown while it is written.
struct Out<'l> {
    letters: &'l Letters,
    place: Place,
    kept: Kept,
    notes: &'l mut Notes,
    text: String,
    /// What the compiler is to read.
    said: String,
    /// The numbers of the footnotes that are referred to.
    signs: Vec<usize>,
    /// Bits of styles that are open, the outer first.
    open: Vec<u8>,
    part: u32,
    last_is_note: bool,
}

impl<'l> Out<'l> {
    fn new(letters: &'l Letters, place: Place, kept: Kept, notes: &'l mut Notes) -> Self {
        Self {
            letters,
            place,
            kept,
            notes,
            text: String::new(),
            said: String::new(),
            signs: Vec::new(),
            open: Vec::new(),
            part: 0,
            last_is_note: false,
        }
    }

    fn write(&mut self) {
        let letters = &self.letters.letters;
        let mut row = 0;
        while row < letters.len() {
            let first = letters[row];
            let is_code = matches!(first.what, What::Code(_));
            let is_words = is_code || matches!(first.what, What::Sign(_));
            let goes_on = |one: &&Letter| {
                is_words
                    && matches!(one.what, What::Code(_) | What::Sign(_))
                    && matches!(one.what, What::Code(_)) == is_code
                    && self.styles(one) == self.styles(&first)
                    && one.part_of == first.part_of
            };
            let length = letters[row..].iter().take_while(goes_on).count().max(1);
            self.turn_to(first);
            let words: String = letters[row..row + length]
                .iter()
                .filter_map(|one| match one.what {
                    What::Sign(c) | What::Code(c) => Some(c),
                    What::Break | What::Note(_) => None,
                })
                .collect();
            match first.what {
                What::Break => self.line_break(),
                What::Note(note) => self.note(note),
                What::Code(_) if self.kept <= Kept::Links => self.code(&words),
                What::Code(_) | What::Sign(_) => {
                    let after = letters.get(row + length).copied();
                    self.words(&words, after);
                }
            }
            row += length;
        }
        self.close_to(0);
        self.end_part();
    }

    fn styles(&self, letter: &Letter) -> u8 {
        let marks = STYLES[..3].iter().map(|(_, bit)| bit).sum::<u8>();
        match self.kept {
            _ if matches!(self.place, Place::Alternative) => 0,
            Kept::All => letter.styles,
            Kept::Links => letter.styles & !marks,
            Kept::Words | Kept::Bare => 0,
        }
    }

    fn part_of(&self, letter: Letter) -> u32 {
        let part = letter
            .part_of
            .checked_sub(1)
            .and_then(|row| self.letters.parts.get(row as usize));
        match part {
            Some(Part::Mention(_)) if self.place != Place::Alternative => letter.part_of,
            Some(Part::Link(_)) if self.kept <= Kept::Links && self.place != Place::Alternative => {
                letter.part_of
            }
            _ => 0,
        }
    }

    /// Closes and opens what must be before a letter.
    fn turn_to(&mut self, letter: Letter) {
        let part = self.part_of(letter);
        if part != self.part {
            self.close_to(0);
            self.end_part();
            self.begin_part(part);
        }
        let wanted = self.styles(&letter);
        let stays = self
            .open
            .iter()
            .take_while(|bit| wanted & **bit != 0)
            .count();
        self.close_to(stays);
        for (_, bit) in STYLES {
            if wanted & bit != 0 && !self.open.contains(&bit) {
                self.open.push(bit);
                self.text.push_str(sign(bit).0);
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(bit) = self.open.pop() {
                self.text.push_str(sign(bit).1);
            }
        }
    }

    fn begin_part(&mut self, part: u32) {
        self.part = part;
        match self.part() {
            Some(Part::Link(_)) => self.text.push('['),
            Some(Part::Mention(id)) => {
                let begin = format!("[[{id}|");
                self.text.push_str(&begin);
                self.said.push_str(&begin);
            }
            None => {}
        }
    }

    fn end_part(&mut self) {
        match self.part() {
            Some(Part::Link(url)) => {
                let end = format!("]({})", address(&url));
                self.text.push_str(&end);
            }
            Some(Part::Mention(_)) => {
                self.text.push_str("]]");
                self.said.push_str("]]");
            }
            None => {}
        }
        self.part = 0;
    }

    fn part(&self) -> Option<Part> {
        let row = self.part.checked_sub(1)?;
        self.letters.parts.get(row as usize).cloned()
    }

    fn words(&mut self, words: &str, after: Option<Letter>) {
        let before = self.text.chars().next_back();
        let is_behind_bracket = self.text.ends_with(']');
        // `[^1]:` would begin a footnote.
        let is_behind_note = self.last_is_note && is_behind_bracket;
        let after = match after.map(|letter| letter.what) {
            Some(What::Sign(c)) => Some(c),
            Some(What::Code(_)) => Some('`'),
            Some(What::Note(_)) => Some('['),
            Some(What::Break) | None => None,
        };
        let begins_line = self.text.is_empty() || self.text.ends_with('\n');
        let around = Surroundings {
            before: before.filter(|c| *c != '\n'),
            after,
            begins_line: begins_line && self.place != Place::Cell,
            in_cell: self.place == Place::Cell,
            in_brackets: self.part != 0 || self.place == Place::Alternative,
            every_sign: self.kept >= Kept::Words,
        };
        let mut text = escaped(words, around);
        let is_misread = is_behind_bracket && text.starts_with(['(', '[']);
        if is_misread || is_behind_note && text.starts_with(':') {
            text.insert(0, '\\');
        }
        if self.place == Place::Caption && self.kept < Kept::Words {
            text = text.replace('"', "\\\"");
        }
        self.text.push_str(&text);
        self.said.push_str(words);
        self.last_is_note = false;
    }

    fn code(&mut self, words: &str) {
        let runs = words.split(|c| c != '`').map(str::len);
        let fence = "`".repeat(runs.max().unwrap_or(0) + 1);
        let words = words.trim();
        let gap = if words.starts_with('`') || words.ends_with('`') {
            " "
        } else {
            ""
        };
        let inner = match self.place {
            Place::Cell => words.replace('|', "\\|"),
            _ => words.to_owned(),
        };
        self.text
            .push_str(&[&*fence, gap, &*inner, gap, &*fence].concat());
        self.said.push_str(words);
    }

    fn line_break(&mut self) {
        match self.place {
            Place::Cell => self.text.push_str("<br>"),
            _ => self.text.push_str("\\\n"),
        }
        self.said.push('\n');
    }

    fn note(&mut self, row: usize) {
        let label = self.notes.label(row);
        self.last_is_note = true;
        self.signs.push(label);
        self.text.push_str(&format!("[^{label}]"));
    }
}

/// By what a style begins and ends.
fn sign(bit: u8) -> (&'static str, &'static str) {
    match bit {
        1 => ("**", "**"),
        2 => ("*", "*"),
        4 => ("~~", "~~"),
        8 => ("<sup>", "</sup>"),
        _ => ("<sub>", "</sub>"),
    }
}

/// An address as it stands in parentheses.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.trim().chars() {
        match c {
            '(' | ')' | '<' | '>' | '"' | '\\' | '[' | ']' | '|' | '*' | '`' | '{' | '}' | '^' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c if c.is_whitespace() => out.push_str("%20"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
