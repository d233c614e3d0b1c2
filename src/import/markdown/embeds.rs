//! What is embedded in a text, and HTML in it.

use pulldown_cmark::LinkType;

use crate::import::document::{Block, Figure, Inline, Style, plain};
use crate::import::imported::LeftOut;
use crate::import::markdown::builder::Builder;
use crate::import::markdown::frames::Words;
use crate::import::markdown::signs;
use crate::import::value;

impl Builder<'_, '_, '_> {
    pub(super) fn link(&mut self, kind: LinkType, url: &str) -> Words {
        let is_mail = kind == LinkType::Email || url.to_lowercase().starts_with("mailto:");
        if is_mail {
            return Words::Link(format!("mailto:{}", url.trim_start_matches("mailto:")));
        }
        if value::is_web_address(url) {
            return Words::Link(url.to_owned());
        }
        // `[Berg](People/Maria%20Berg.md)`, as vaults may write their links.
        let path = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
        if signs::target(&path).to_lowercase().ends_with(".md")
            && let Some(id) = self.known.meant(signs::target(&path), self.target)
        {
            return Words::Mention(id);
        }
        Words::Plain
    }

    pub(super) fn picture(&mut self, address: &str, alt: &[Inline]) {
        let alt = plain(alt);
        let is_picture = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp"]
            .iter()
            .any(|ending| {
                let path = address.split(['?', '#', '|']).next().unwrap_or_default();
                path.to_lowercase().ends_with(&format!(".{ending}"))
            });
        let cure = "save it into `images/` of the content folder, and write `![what it shows](images/NAME)` on a line of its own";
        if address.starts_with("http") {
            return self.leave(&format!("a picture from the web, {address}"), cure);
        }
        if !is_picture {
            let what = format!("what is embedded, `{}`", value::short(address));
            return self.leave(&what, "put what it shows into the text");
        }
        let path = signs::target(address);
        let Some(bytes) = self.pictures.find(&self.note.name, path) else {
            return self.leave(
                &format!("a picture that is not there, `{}`", value::short(path)),
                cure,
            );
        };
        // Obsidian says behind the bar how wide it is, and without one repeats the file.
        let is_size = alt.chars().all(|c| c.is_ascii_digit() || c == 'x') || alt == address;
        match self.pictures.write(bytes, &self.note.name, self.target) {
            Ok(file) => {
                let alt = if is_size { String::new() } else { alt };
                self.figures.push(Figure::new(file, alt, Vec::new()));
            }
            Err(what) => self.leave(
                &format!("{what}, `{}`", value::short(path)),
                "save it as JPEG or PNG",
            ),
        }
    }

    /// A tag within words: those that Markdown has a sign for, or none.
    pub(super) fn tag(&mut self, tag: &str) {
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let style = match name.to_ascii_lowercase().as_str() {
            "br" => return self.push(Inline::Break),
            "sup" => Style::Higher,
            "sub" => Style::Lower,
            "b" | "strong" => Style::Strong,
            "i" | "em" => Style::Emphasis,
            "s" | "del" => Style::Struck,
            _ => return,
        };
        if !tag.starts_with("</") {
            return self.begin_style(Words::Styled(style));
        }
        if matches!(self.words.last(), Some((Words::Styled(open), _)) if *open == style) {
            self.end_style();
        }
    }

    /// HTML between paragraphs: its words as paragraphs.
    pub(super) fn html_block(&mut self, html: &str) {
        let text = crate::import::html::words(&self.note.name, html);
        for paragraph in text {
            self.block(Block::Paragraph(vec![Inline::Words(paragraph)]));
        }
        let lower = html.to_ascii_lowercase();
        for (tag, what) in [
            ("<iframe", "a frame"),
            ("<img", "a picture in HTML"),
            ("<video", "a recording"),
            ("<audio", "a recording"),
            ("<table", "a table in HTML, of which the words are taken"),
        ] {
            if lower.contains(tag) {
                self.leave(what, "write it in Markdown");
            }
        }
    }

    pub(super) fn leave(&mut self, what: &str, cure: &str) {
        self.target.leave_out(LeftOut {
            file: self.note.name.clone(),
            place: format!("line {}", self.line),
            what: what.to_owned(),
            cure: cure.to_owned(),
        });
    }
}
