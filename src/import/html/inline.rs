//! Words, links and pictures of a page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

use crate::import::document::{Block, Figure, Inline, Style, plain};
use crate::import::flatten;
use crate::import::html::css::Setting;
use crate::import::html::flow::Reader;
use crate::import::value;

/// Points of a picture that only counts readers.
const TRACKER: u32 = 3;

impl<'t> Reader<'t, '_, '_, '_> {
    /// Adds words as they are set.
    pub(super) fn words(&self, text: &str, set: &Setting, words: &mut Vec<Inline>) {
        let text = value::plain_spaces(text, self.is_french);
        let mut inline = if set.code {
            Inline::Code(text)
        } else {
            Inline::Words(text)
        };
        let styles = [
            (set.lower, Style::Lower),
            (set.higher, Style::Higher),
            (set.struck, Style::Struck),
            (set.emphasis, Style::Emphasis),
            (set.strong, Style::Strong),
        ];
        for (_, style) in styles.into_iter().filter(|(is, _)| *is) {
            inline = Inline::Styled(style, vec![inline]);
        }
        if let Some(url) = &set.link {
            inline = Inline::Link(url.clone(), vec![inline]);
        }
        words.push(inline);
    }

    /// A link, the sign of a footnote, or the place that another link leads to.
    pub(super) fn anchor(
        &mut self,
        node: usize,
        set: &Setting,
        words: &mut Vec<Inline>,
        out: &mut Vec<Block>,
    ) {
        if let Some(row) = self.footnotes.references.get(&node) {
            words.push(Inline::Footnote(*row));
            return;
        }
        let is_comment = self.tree.classes(node).any(|class| class == "msocomanchor");
        if self.footnotes.backs.contains(&node) || is_comment {
            return;
        }
        let text = self.tree.words(node);
        let href = self.tree.attr(node, "href").unwrap_or_default().trim();
        let is_sign = matches!(text.trim(), "#" | "¶" | "§" | "🔗") && href.contains('#');
        if is_sign {
            return;
        }
        let mut set = set.clone();
        if !href.is_empty() {
            set.link = self.address(href);
            if set.link.is_none() && !text.trim().is_empty() && !href.starts_with("javascript:") {
                self.inner_links += 1;
            }
        }
        self.sequence(self.tree.children(node), &set, words, out);
    }

    /// The address that a link leads to on the web, or by mail.
    fn address(&self, href: &str) -> Option<String> {
        let href: String = href
            .chars()
            .filter(|c| !matches!(c, '\n' | '\t' | '\r'))
            .collect();
        // Google Docs sends every reader by its own server.
        let redirect = [
            "https://www.google.com/url?q=",
            "http://www.google.com/url?q=",
        ];
        let unwrapped = redirect.iter().find_map(|start| href.strip_prefix(start));
        let href = match unwrapped {
            Some(rest) => {
                let end = rest.find('&').unwrap_or(rest.len());
                percent_decode_str(&rest[..end])
                    .decode_utf8_lossy()
                    .into_owned()
            }
            None => href,
        };
        let lower = href.to_ascii_lowercase();
        if let Some(rest) = href.strip_prefix("//") {
            return Some(format!("https://{rest}"));
        }
        let mail = lower
            .strip_prefix("mailto:")
            .is_some_and(|rest| rest.contains('@'));
        let clean = href.replace(' ', "%20");
        (mail || value::is_web_address(&clean)).then_some(clean)
    }

    /// A picture within words: it stands behind their paragraph, but for the signs that some sites draw.
    pub(super) fn image(&mut self, node: usize, words: &mut Vec<Inline>) {
        let alt = self.tree.attr(node, "alt").unwrap_or_default();
        let is_sign = self
            .tree
            .classes(node)
            .any(|class| class == "emoji" || class == "wp-smiley");
        if is_sign && alt.chars().count() <= 8 {
            words.push(Inline::Words(alt.to_owned()));
            return;
        }
        if let Some(figure) = self.picture(node, Vec::new()) {
            self.figures.push(figure);
        }
    }

    /// A figure with its caption; what is neither picture nor caption stands for itself.
    pub(super) fn figure(&mut self, node: usize, set: &Setting, out: &mut Vec<Block>) {
        let within = |name: &'static str| {
            let tree = self.tree;
            tree.within(node).filter(move |one| tree.name(*one) == name)
        };
        let images: Vec<usize> = within("img").collect();
        let caption = within("figcaption").next();
        let is_more = ["table", "blockquote", "pre", "ul", "ol"];
        let holds_more = is_more.iter().any(|name| within(name).next().is_some());
        if images.is_empty() || holds_more {
            let mut words = Vec::new();
            self.sequence(self.tree.children(node), set, &mut words, out);
            return self.flush(&mut words, out);
        }
        let caption = caption.map_or(Vec::new(), |caption| {
            let blocks = self.flow(caption, set);
            flatten::cell(blocks, &mut Vec::new())
        });
        // The first has the caption.
        let mut caption = Some(caption);
        for image in images {
            let figure = self.picture(image, caption.clone().unwrap_or_default());
            if let Some(figure) = figure {
                caption = None;
                out.push(Block::Figure(figure));
            }
        }
    }

    /// A picture that is within the page or beside it; any other is told.
    fn picture(&mut self, node: usize, caption: Vec<Inline>) -> Option<Figure> {
        let attr = |key| self.tree.attr(node, key).unwrap_or_default().trim();
        let points = |key| attr(key).trim_end_matches("px").parse::<u32>();
        if [points("width"), points("height")]
            .iter()
            .any(|side| matches!(side, Ok(0..=TRACKER)))
        {
            return None;
        }
        let alt = attr("alt").to_owned();
        // Sites that load pictures late put another address beside that of a blank one.
        let late = ["data-src", "data-lazy-src", "data-original"].map(attr);
        let late = late.into_iter().find(|address| !address.is_empty());
        let src = late.unwrap_or(attr("src")).to_owned();
        let words = match (alt.is_empty(), plain(&caption)) {
            (false, _) => format!(" (\"{}\")", value::short(&alt)),
            (true, caption) if !caption.trim().is_empty() => {
                format!(" (\"{}\")", value::short(&caption))
            }
            _ => String::new(),
        };
        let cure = "save it into `images/` of the content folder, and write `![what it shows](images/NAME)` on a line of its own";
        let bytes = if let Some(data) = src.strip_prefix("data:") {
            match within(data) {
                Some(bytes) => bytes,
                None => {
                    self.left(
                        node,
                        &format!("a picture within the page that cannot be read{words}"),
                        cure,
                    );
                    return None;
                }
            }
        } else if src.is_empty() {
            return None;
        } else if src.starts_with("http://") || src.starts_with("https://") || src.starts_with("//")
        {
            self.left(node, &format!("a picture from the web, {src}{words}"), cure);
            return None;
        } else {
            match self.pictures.find(self.file, &src) {
                Some(bytes) => bytes.to_vec(),
                None => {
                    let what = format!(
                        "a picture that is not beside the page, {}{words}",
                        value::short(&src)
                    );
                    self.left(node, &what, cure);
                    return None;
                }
            }
        };
        match self.pictures.write(&bytes, self.file, self.target) {
            Ok(file) => Some(Figure::new(file, alt, caption)),
            Err(what) => {
                self.left(
                    node,
                    &format!("{what}{words}"),
                    "save it as JPEG or PNG, and write it into the text by hand",
                );
                None
            }
        }
    }
}

/// The bytes of a picture in an address: `image/png;base64,…`
fn within(data: &str) -> Option<Vec<u8>> {
    let (kind, data) = data.split_once(',')?;
    let data = percent_decode_str(data).collect::<Vec<u8>>();
    if !kind.trim_end().to_ascii_lowercase().ends_with(";base64") {
        return Some(data);
    }
    let mut letters: Vec<u8> = data
        .into_iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    while letters.last() == Some(&b'=') {
        letters.pop();
    }
    while !letters.len().is_multiple_of(4) {
        letters.push(b'=');
    }
    STANDARD.decode(letters).ok()
}
