//! Pictures as they are written: `![what it shows](file "caption")` on a line of its own, with `Credit:` and `Licence:` on
//! the lines right below.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::compile::flat::Flat;
use crate::compile::markdown::{BlockReader, FlatBlock, FlatFigure};
use crate::model::site::Form;

/// How a picture is written, for those who wrote it otherwise.
const WRITTEN: &str = "`![what it shows](images/x.jpg \"caption\")`";

/// Keys of the lines right below it.
const CREDIT: [&str; 1] = ["credit"];
const LICENCE: [&str; 2] = ["licence", "license"];

impl BlockReader<'_, '_> {
    /// A picture makes a figure of the paragraph that it begins.
    pub(super) fn image(&mut self, kind: LinkType, source: Range<usize>) {
        self.skip = 1;
        let text = &self.written.text;
        let stands_alone = self.containers.is_empty() && self.footnote.is_none();
        let figure = figure(text, &source).filter(|_| kind == LinkType::Inline);
        let begins = |start: usize| text[start..source.start].trim().is_empty();
        let block = self.open.as_mut().filter(|block| {
            block.form == Form::Paragraph && begins(block.source.start) && stands_alone
        });
        match (block, figure) {
            (Some(block), Some(figure)) => {
                block.form = Form::Figure;
                block.figure = Some(figure);
            }
            (Some(_), None) => {
                let help = format!("write {WRITTEN}, with the file in the parentheses");
                self.refuse("a picture by reference", source, &help);
            }
            (None, _) => {
                self.builder(&source);
                let what = "a picture within a text, list or quotation";
                let help = "write it on a line of its own at the margin, between empty lines";
                self.refuse(what, source, help);
            }
        }
    }

    /// Reads what stands below a picture.
    pub(super) fn close_figure(&mut self, mut figure: FlatFigure, source: Range<usize>) {
        let mut start = figure.end;
        // Where the last line that was read ends.
        let mut read = None;
        let text = &*self.written.text;
        for line in text[figure.end..source.end].split_inclusive('\n') {
            let part = start..start + line.len();
            start = part.end;
            let Some(words) = trimmed(text, part.clone()) else {
                continue;
            };
            let value = |keys: &[&str]| value(text, words.clone(), keys);
            let credit = value(&CREDIT);
            let licence = value(&LICENCE);
            let place = match (&credit, &licence) {
                (Some(_), _) => &mut figure.credit,
                (_, Some(_)) => &mut figure.licence,
                (None, None) => {
                    let key = text[words.clone()].split_once([':', '：']);
                    let is_keyed = key.is_some_and(|(key, _)| !key.contains(char::is_whitespace));
                    match read.filter(|_| !is_keyed) {
                        Some(end) => self.refuse_second_line(end, words),
                        None => self.refuse_line(words, figure.end),
                    }
                    continue;
                }
            };
            read = Some(words.end);
            let given = place.is_some();
            *place = credit.or(licence);
            if given {
                let help = "write it once, in one line";
                self.refuse("a second line of this name", words, help);
            }
        }
        self.out.blocks.push(FlatBlock {
            form: Form::Figure,
            within: Vec::new(),
            parted: self.broken.take().map(|(depth, _)| depth as u32),
            flats: vec![Flat::default()],
            aligns: Vec::new(),
            figure: Some(figure),
            source,
        });
    }

    /// Says that words below a picture, or beside it, are none of what may stand there.
    fn refuse_line(&mut self, words: Range<usize>, picture: usize) {
        let text = &self.written.text;
        let is_beside = !text[picture..words.start].contains('\n');
        let message = if is_beside {
            "a picture stands on a line of its own"
        } else {
            "only `Credit:` and `Licence:` stand right below a picture"
        };
        let gap = words.start..words.start;
        let change = self
            .written
            .change(gap, if is_beside { "\n\n" } else { "\n" });
        let span = self.written.span_of(words);
        let report = self.findings.error("unsupported-markdown", &span, message);
        report
            .change(change)
            .help("leave an empty line between the picture and these words");
        self.reports += 1;
    }

    /// Says that what stands on one line is written on two.
    fn refuse_second_line(&mut self, above: usize, words: Range<usize>) {
        let change = self.written.change(above..words.start, " ");
        let span = self.written.span_of(words);
        let message = "what `Credit:` and `Licence:` say stands on one line each";
        let report = self.findings.error("unsupported-markdown", &span, message);
        report
            .change(change)
            .help("write these words on the line above, or an empty line before them");
        self.reports += 1;
    }

    /// Says that a paragraph is what should stand right below the picture before it.
    pub(super) fn check_parted_line(&mut self, source: &Range<usize>) {
        let text = &self.written.text;
        let is = |part: &Range<usize>, keys: &[&str]| {
            let line = super::first_line(text, part.clone());
            value(text, line, keys).is_some()
        };
        let is_told = |part: &Range<usize>| is(part, &CREDIT) || is(part, &LICENCE);
        if !is_told(source) {
            return;
        }
        let mut before = self.out.blocks.iter().rev();
        let block = before.find(|block| block.form != Form::Paragraph || !is_told(&block.source));
        let figure = block.and_then(|block| block.figure.as_ref());
        let is_parted = figure.is_some_and(|figure| {
            is(source, &CREDIT) && figure.credit.is_none()
                || is(source, &LICENCE) && figure.licence.is_none()
        });
        if !is_parted || !self.containers.is_empty() {
            return;
        }
        let above = text[..source.start].trim_end().len();
        let change = self.written.change(above..source.start, "\n");
        let span = self
            .written
            .span_of(super::first_line(text, source.clone()));
        let message = "this line stands right below its picture, or it is a part of the text";
        let report = self.findings.error("unsupported-markdown", &span, message);
        report
            .change(change)
            .help("leave out the empty line above it");
        self.reports += 1;
    }

    /// Whether a paragraph was meant for a picture, which is said.
    pub(super) fn refuses_stray_picture(&mut self, source: &Range<usize>) -> bool {
        let text = &self.written.text[source.clone()];
        let is_meant = text.starts_with("![") && !text.starts_with("![[");
        let Some(at) = text.find("](").filter(|_| is_meant) else {
            return false;
        };
        let file = text[at + 2..].split(['"', '\'', ')', '\n']).next();
        let file = file.unwrap_or_default().trim();
        let help = if file.contains(' ') {
            format!("write `<{file}>`, in angle brackets, since the name has spaces in it")
        } else {
            format!("write {WRITTEN}; a quotation mark in the caption is written `\\\"`")
        };
        let line = super::first_line(&self.written.text, source.clone());
        let message = "this would be a picture, but its parentheses cannot be read";
        self.report("unsupported-markdown", line, message, help);
        true
    }
}

/// The parts of a picture that is written with parentheses.
fn figure(text: &str, source: &Range<usize>) -> Option<FlatFigure> {
    let alt_start = source.start + "![".len();
    let alt_end = closing_bracket(text, alt_start..source.end)?;
    let inside = text.get(alt_end + 1..source.end)?;
    let inside = inside.strip_prefix('(')?.strip_suffix(')')?;
    // The spaces of CommonMark here: others are letters of a file's name, as macOS writes them.
    let start = alt_end + 2 + (inside.len() - inside.trim_ascii_start().len());
    let inside = inside.trim_ascii();
    let (file, rest) = match inside.strip_prefix('<') {
        Some(angled) => {
            let end = angled.find('>')?;
            (start + 1..start + 1 + end, start + end + 2)
        }
        None => {
            let end = inside
                .find(|c: char| c.is_ascii_whitespace())
                .unwrap_or(inside.len());
            (start..start + end, start + end)
        }
    };
    let quoted = trimmed(text, rest..start + inside.len());
    Some(FlatFigure {
        alt: alt_start..alt_end,
        file,
        caption: quoted.map(|quoted| quoted.start + 1..quoted.end - 1),
        credit: None,
        licence: None,
        end: source.end,
    })
}

/// Where the bracket closes that opened before a range.
fn closing_bracket(text: &str, range: Range<usize>) -> Option<usize> {
    let mut depth = 0;
    let mut is_escaped = false;
    for (at, sign) in text[range.clone()].bytes().enumerate() {
        match sign {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(range.start + at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A part of a text without the space around it, if there is anything else.
fn trimmed(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = &text[part.clone()];
    let start = part.start + (words.len() - words.trim_start().len());
    let words = words.trim();
    (!words.is_empty()).then(|| start..start + words.len())
}

/// What stands behind one of these keys and a colon.
fn value(text: &str, line: Range<usize>, keys: &[&str]) -> Option<Range<usize>> {
    let (key, _) = text[line.clone()].split_once([':', '：'])?;
    let is_key = keys.iter().any(|one| key.trim().eq_ignore_ascii_case(one));
    let behind = line.start + key.len();
    let colon = text[behind..].chars().next()?.len_utf8();
    let value = trimmed(text, behind + colon..line.end);
    value.filter(|_| is_key)
}
