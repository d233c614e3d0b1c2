//! Words of a block as Markdown, one way of several.

use std::collections::BTreeMap;

use crate::import::escape::{Surroundings, escaped};
use crate::import::writer::letters::{Letter, Letters, Part, STYLES, What};
use crate::import::writer::runs::{Fit, Mark, Run, runs};

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

impl Place {
    /// Whether no break stands there.
    pub(super) fn is_line(self) -> bool {
        matches!(self, Self::Line | Self::Caption | Self::Alternative)
    }
}

/// The footnotes that signs refer to, in the order of their first signs.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    rows: Vec<usize>,
    labels: BTreeMap<usize, usize>,
}

impl Notes {
    pub(super) fn rows(&self) -> &[usize] {
        &self.rows
    }

    pub(super) fn has(&self, row: usize) -> bool {
        self.labels.contains_key(&row)
    }

    /// The number that readers see.
    fn label(&mut self, row: usize) -> usize {
        *self.labels.entry(row).or_insert_with(|| {
            self.rows.push(row);
            self.rows.len()
        })
    }
}

/// How much of the setting is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    All,
    /// Links, mentions, code, higher and lower words.
    Links,
    /// Words and mentions, each sign behind a backslash.
    Words,
    /// Words alone, without marks of direction.
    Bare,
}

/// A way to write words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) kept: Kept,
    pub(super) fit: Fit,
    /// The sign of emphasis.
    pub(super) emphasis: &'static str,
}

/// Markdown while it is written.
pub(super) struct Out<'l> {
    letters: &'l Letters,
    pub(super) place: Place,
    way: Way,
    notes: &'l mut Notes,
    pub(super) text: String,
    /// What the compiler is to read.
    pub(super) said: String,
    /// Where in it each letter stands.
    pub(super) bytes: Vec<usize>,
    /// The numbers of the footnotes that are referred to.
    pub(super) signs: Vec<usize>,
    /// The outer first.
    open: Vec<Run>,
    last_is_note: bool,
}

impl<'l> Out<'l> {
    pub(super) fn new(letters: &'l Letters, place: Place, way: Way, notes: &'l mut Notes) -> Self {
        Self {
            letters,
            place,
            way,
            notes,
            text: String::new(),
            said: String::new(),
            bytes: Vec::new(),
            signs: Vec::new(),
            open: Vec::new(),
            last_is_note: false,
        }
    }

    pub(super) fn write(&mut self) {
        let letters: Vec<Letter> = self
            .letters
            .letters
            .iter()
            .map(|one| self.kept(*one))
            .collect();
        let mut runs = runs(&letters, &self.letters.outers, self.way.fit)
            .into_iter()
            .peekable();
        let mut row = 0;
        while row < letters.len() {
            self.close_to(row);
            while let Some(run) = runs.next_if(|run| run.rows.start <= row) {
                self.begin(run);
            }
            let ends = self.open.last().map(|run| run.rows.end);
            let begins = runs.peek().map(|run| run.rows.start);
            let next = [ends, begins]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(letters.len());
            let first = letters[row].what;
            let goes_on = |one: &&Letter| {
                matches!(
                    (first, one.what),
                    (What::Code(_), What::Code(_)) | (What::Sign(_), What::Sign(_))
                )
            };
            let alike = letters[row..next].iter().take_while(goes_on).count().max(1);
            self.alike(&letters[row..row + alike], letters.get(row + alike));
            row += alike;
        }
        self.close_to(letters.len());
    }

    /// Letters that are written at once, and the one behind them.
    fn alike(&mut self, letters: &[Letter], after: Option<&Letter>) {
        let signs = letters.iter().filter_map(|one| match one.what {
            What::Sign(c) | What::Code(c) => Some(c),
            What::Break | What::Note(_) | What::Bar => None,
        });
        let words: String = signs.collect();
        let mut at = self.said.len();
        match letters.first().map(|one| one.what) {
            Some(What::Break) => self.line_break(),
            Some(What::Note(note)) => self.note(note),
            Some(What::Bar) => {
                self.text.push('|');
                self.said.push('|');
            }
            Some(What::Code(_)) if self.way.kept <= Kept::Links => {
                at -= words.len() - words.trim_start().len();
                self.code(&words);
            }
            _ => self.words(&words, after),
        }
        for letter in letters {
            self.bytes.push(at);
            if let What::Sign(c) | What::Code(c) = letter.what {
                at += c.len_utf8();
            }
        }
    }

    /// A letter with as much of its setting as is kept.
    fn kept(&self, mut letter: Letter) -> Letter {
        let marks = STYLES[..3].iter().map(|(_, bit)| bit).sum::<u8>();
        letter.styles &= match self.way.kept {
            Kept::All => u8::MAX,
            Kept::Links => !marks,
            Kept::Words | Kept::Bare => 0,
        };
        let is_link = matches!(self.part(letter.part_of), Some(Part::Link(_)));
        if is_link && self.way.kept > Kept::Links {
            letter.part_of = 0;
        }
        letter
    }

    fn part(&self, row: u32) -> Option<Part> {
        let row = row.checked_sub(1)?;
        self.letters.parts.get(row as usize).cloned()
    }

    fn begin(&mut self, run: Run) {
        match run.mark {
            Mark::Style(bit) => self.text.push_str(self.sign(bit).0),
            Mark::Part(row) => match self.part(row) {
                Some(Part::Link(_)) => self.text.push('['),
                Some(Part::Mention(id)) => {
                    let begin = format!("[[{id}|");
                    self.text.push_str(&begin);
                    self.said.push_str(&begin);
                }
                None => {}
            },
        }
        self.open.push(run);
    }

    /// Ends what ends before a letter.
    fn close_to(&mut self, row: usize) {
        while let Some(run) = self.open.pop_if(|run| run.rows.end <= row) {
            match run.mark {
                Mark::Style(bit) => self.text.push_str(self.sign(bit).1),
                Mark::Part(row) => self.end_part(row),
            }
        }
    }

    fn end_part(&mut self, row: u32) {
        match self.part(row) {
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
    }

    /// By what a style begins and ends.
    fn sign(&self, bit: u8) -> (&'static str, &'static str) {
        match bit {
            1 => ("**", "**"),
            2 => (self.way.emphasis, self.way.emphasis),
            4 => ("~~", "~~"),
            8 => ("<sup>", "</sup>"),
            _ => ("<sub>", "</sub>"),
        }
    }

    fn words(&mut self, words: &str, after: Option<&Letter>) {
        let before = self.text.chars().next_back();
        let is_behind_bracket = self.text.ends_with(']');
        // `[^1]:` would begin a footnote.
        let is_behind_note = self.last_is_note && is_behind_bracket;
        let after = match after.map(|letter| letter.what) {
            Some(What::Sign(c)) => Some(c),
            Some(What::Code(_)) => Some('`'),
            Some(What::Note(_)) => Some('['),
            Some(What::Bar | What::Break) | None => None,
        };
        let is_within = self
            .open
            .iter()
            .any(|run| matches!(run.mark, Mark::Part(_)));
        let begins_line = self.text.is_empty() || self.text.ends_with('\n');
        let around = Surroundings {
            before: before.filter(|c| *c != '\n'),
            after,
            begins_line: begins_line && self.place != Place::Cell,
            in_cell: self.place == Place::Cell,
            in_brackets: is_within || self.place == Place::Alternative,
            every_sign: self.way.kept >= Kept::Words,
        };
        let mut text = escaped(words, around);
        let is_misread = is_behind_bracket && text.starts_with(['(', '[']);
        if is_misread || is_behind_note && text.starts_with(':') {
            text.insert(0, '\\');
        }
        if self.place == Place::Caption && self.way.kept < Kept::Words {
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

/// An address as it stands in parentheses.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let pairs = paired(url);
    for c in url.trim().chars() {
        match c {
            '(' | ')' if pairs => out.push(c),
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

/// Whether each parenthesis has its other one.
fn paired(url: &str) -> bool {
    let mut open = 0_i32;
    let is_open = url.chars().all(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open >= 0
    });
    is_open && open == 0
}
