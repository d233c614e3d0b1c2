//! XML that is written: elements, attributes, text.

/// XML that grows.
#[derive(Default)]
pub(super) struct Xml(pub(super) String);

impl Xml {
    /// Begins an element; attributes without a value are left out.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.tag(name, attributes);
        self.0.push('>');
    }

    pub(super) fn close(&mut self, name: &str) {
        self.0 += &["</", name, ">"].concat();
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.tag(name, attributes);
        self.0 += "/>";
    }

    /// An element that holds words.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, Option<&str>)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| is_allowed(*letter)) {
            match letter {
                '&' => self.0 += "&amp;",
                '<' => self.0 += "&lt;",
                '>' => self.0 += "&gt;",
                '"' => self.0 += "&quot;",
                letter => self.0.push(letter),
            }
        }
    }

    /// For people who read it: nothing within words.
    pub(super) fn line(&mut self) {
        self.0.push('\n');
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        self.0 += &["<", name].concat();
        for (name, value) in attributes {
            if let Some(value) = value {
                self.0 += &[" ", name, "=\""].concat();
                self.text(value);
                self.0.push('"');
            }
        }
    }
}

/// Whether [XML 1.0](https://www.w3.org/TR/xml/#charsets) has the character at all.
fn is_allowed(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
