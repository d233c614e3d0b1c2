//! The runs of a paragraph as words.

use roxmltree::Node;

use crate::import::document::{Inline, Style};
use crate::import::docx::body::Reader;
use crate::import::docx::fields;
use crate::import::docx::styles::Setting;
use crate::import::docx::xml;
use crate::import::value;

/// Links, fields and the like in each other; nobody means more.
const DEPTH: usize = 60;

impl Reader<'_, '_, '_, '_> {
    /// Adds the words in a paragraph, or in a part of one; `link` is where they lead to.
    pub(super) fn runs(&mut self, node: Node<'_, '_>, link: Option<&str>, words: &mut Vec<Inline>) {
        if self.nested > DEPTH {
            let what = format!("words in more than {DEPTH} links and fields within each other");
            return self.leave(&what, "write them into the text by hand");
        }
        self.nested += 1;
        self.parts(node, link, words);
        self.nested -= 1;
    }

    fn parts(&mut self, node: Node<'_, '_>, link: Option<&str>, words: &mut Vec<Inline>) {
        for child in xml::through(node) {
            match xml::name(child) {
                "r" => self.run(child, link, words),
                "hyperlink" => {
                    let to = xml::attr(child, "id").and_then(|id| self.links.get(id));
                    let to = to
                        .filter(|link| link.is_outside)
                        .map(|link| link.to.clone());
                    self.linked(child, to, words);
                }
                "fldSimple" => {
                    let instruction = xml::attr(child, "instr").unwrap_or_default();
                    match fields::address(instruction) {
                        Some(to) => self.linked(child, Some(to), words),
                        None => self.runs(child, link, words),
                    }
                }
                "del" | "moveFrom" => self.changes += 1,
                _ if matches!(child.tag_name().name(), "oMath" | "oMathPara") => {
                    self.formula(child, words);
                }
                _ => {}
            }
        }
    }

    /// Words of a link that leads to an address, or to nothing on the web.
    fn linked(&mut self, node: Node<'_, '_>, to: Option<String>, words: &mut Vec<Inline>) {
        let to = to.filter(|to| is_address(to));
        if to.is_none() {
            self.inner_links += 1;
        }
        self.runs(node, to.as_deref(), words);
    }

    fn formula(&mut self, node: Node<'_, '_>, words: &mut Vec<Inline>) {
        let letters = node
            .descendants()
            .filter(|node| node.tag_name().name() == "t");
        let letters: String = letters.filter_map(|node| node.text()).collect();
        if !letters.trim().is_empty() {
            self.formulas += 1;
            words.push(Inline::Words(letters));
        }
    }

    fn run(&mut self, node: Node<'_, '_>, link: Option<&str>, words: &mut Vec<Inline>) {
        let properties = xml::child(node, "rPr");
        let style = self.styles.setting(xml::value(properties, "rStyle"));
        let set = Setting::of(properties).or(style);
        if set.hidden == Some(true) {
            let text = node.descendants().filter(|node| xml::is(*node, "t"));
            self.hidden += usize::from(
                text.filter_map(|node| node.text())
                    .any(|text| !text.trim().is_empty()),
            );
            // What begins in hidden words may end in others.
            for child in xml::through(node) {
                self.field(child);
            }
            return;
        }
        if properties.is_some_and(|properties| xml::child(properties, "ins").is_some()) {
            self.changes += 1;
        }
        for child in xml::through(node) {
            self.part(child, set, link, words);
        }
    }

    fn part(
        &mut self,
        node: Node<'_, '_>,
        set: Setting,
        link: Option<&str>,
        words: &mut Vec<Inline>,
    ) {
        match xml::name(node) {
            "t" if self.fields.is_instruction() => {
                let text = node.text().unwrap_or_default();
                self.hidden += usize::from(!text.trim().is_empty());
            }
            "t" => self.words(node.text().unwrap_or_default(), set, link, words),
            "tab" | "ptab" => self.words(" ", set, link, words),
            "noBreakHyphen" => self.words("-", set, link, words),
            "br" => {
                let kind = xml::attr(node, "type").unwrap_or("textWrapping");
                if kind == "textWrapping" {
                    words.push(Inline::Break);
                }
            }
            "cr" => words.push(Inline::Break),
            "sym" => self.sign(node, set, link, words),
            "instrText" | "fldChar" => self.field(node),
            "footnoteReference" => self.note(node, false, words),
            "endnoteReference" => self.note(node, true, words),
            "drawing" | "pict" | "object" => self.drawing(node),
            "ruby" => {
                for (part, open, close) in [("rubyBase", "", ""), ("rt", "(", ")")] {
                    if let Some(part) = xml::child(node, part) {
                        words.push(Inline::Words(open.to_owned()));
                        self.runs(part, link, words);
                        words.push(Inline::Words(close.to_owned()));
                    }
                }
            }
            _ => {}
        }
    }

    /// Where a field begins, is filled and ends, and what it is to do.
    fn field(&mut self, node: Node<'_, '_>) {
        let kind = xml::attr(node, "fldCharType").filter(|_| xml::is(node, "fldChar"));
        match kind {
            Some("begin") if self.lone.contains(&node.id()) => self.leave(
                "a field that does not end, so that what it shows is taken as words",
                "in Word select all and press F9, save the document, and import it again",
            ),
            _ if self.lone.contains(&node.id()) => {}
            Some("begin") => self.fields.begin(),
            Some("separate") => {
                self.fields.fill();
                let to = self.fields.address();
                self.inner_links += usize::from(to.is_some_and(|to| !is_address(&to)));
            }
            Some("end") => self.fields.end(),
            Some(_) => {}
            None if xml::is(node, "instrText") => {
                self.fields.instruct(node.text().unwrap_or_default());
            }
            None => {}
        }
    }

    fn words(&self, text: &str, set: Setting, link: Option<&str>, words: &mut Vec<Inline>) {
        let mut inline = Inline::Words(value::plain_spaces(text, true));
        let raised = set.raised.flatten();
        let styles = [
            (raised == Some(false), Style::Lower),
            (raised == Some(true), Style::Higher),
            (set.struck == Some(true), Style::Struck),
            (set.emphasis == Some(true), Style::Emphasis),
            (set.strong == Some(true), Style::Strong),
        ];
        for (_, style) in styles.into_iter().filter(|(is, _)| *is) {
            inline = Inline::Styled(style, vec![inline]);
        }
        let by_field = self.fields.address().filter(|to| is_address(to));
        if let Some(to) = link.map(str::to_owned).or(by_field) {
            inline = Inline::Link(to, vec![inline]);
        }
        words.push(inline);
    }

    /// A sign of a font in which letters are drawings.
    fn sign(
        &mut self,
        node: Node<'_, '_>,
        set: Setting,
        link: Option<&str>,
        words: &mut Vec<Inline>,
    ) {
        let code = xml::attr(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let font = xml::attr(node, "font").unwrap_or_default().to_lowercase();
        let letter = code.map(|code| if code >= 0xF000 { code - 0xF000 } else { code });
        let sign = match (font.as_str(), letter) {
            ("wingdings", Some(0xE0)) | ("symbol", Some(0xAE)) => Some('→'),
            ("wingdings", Some(0xDF)) | ("symbol", Some(0xAC)) => Some('←'),
            ("wingdings", Some(0x4A)) => Some('☺'),
            ("wingdings", Some(0xFC)) => Some('✓'),
            ("symbol", Some(0xB7)) | ("wingdings", Some(0xA7 | 0x6C)) => Some('•'),
            ("symbol", Some(0xB4)) => Some('×'),
            ("symbol", Some(0xB1)) => Some('±'),
            ("symbol", Some(0xB0)) => Some('°'),
            (_, Some(letter)) if code == Some(letter) => char::from_u32(letter),
            _ => None,
        };
        match sign {
            Some(sign) => self.words(&sign.to_string(), set, link, words),
            None => self.leave(
                &format!("a sign that only the font {font} has"),
                "write the sign that is meant",
            ),
        }
    }

    fn note(&mut self, node: Node<'_, '_>, is_endnote: bool, words: &mut Vec<Inline>) {
        let Some(id) = xml::attr(node, "id") else {
            return;
        };
        let next = self.notes.len();
        let note = (is_endnote, id.to_owned());
        let row = *self.notes.entry(note).or_insert(next);
        words.push(Inline::Footnote(row));
    }
}

/// Whether something leads to the web, or is written to.
fn is_address(to: &str) -> bool {
    value::is_web_address(&to.replace(' ', "%20"))
        || to.to_ascii_lowercase().starts_with("mailto:") && to.contains('@')
}
