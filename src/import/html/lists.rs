//! Lists: by tags, or, as Word and Google Docs write them, by paragraphs and classes that tell a level.

use crate::import::document::{Block, Inline};
use crate::import::html::css::{Setting, property};
use crate::import::html::flow::Reader;
use crate::import::html::origin::Origin;
use crate::import::list_items::ListItem;

/// Signs that Word draws before an entry, in fonts of its own.
const BULLETS: [&str; 12] = [
    "·", "o", "§", "•", "-", "–", "—", "*", "\u{F0B7}", "\u{F0A7}", "Ø", "ü",
];

/// Points by which Word indents a level.
const INDENT: f64 = 36.0;

impl<'t> Reader<'t, '_, '_, '_> {
    /// A list by its tags. A list right in a list belongs to the entry before it.
    pub(super) fn list(&mut self, node: usize, is_numbered: bool, set: &Setting) -> Block {
        let start = self
            .tree
            .attr(node, "start")
            .and_then(|start| start.trim().parse().ok());
        let mut entries: Vec<Vec<Block>> = Vec::new();
        for child in self.tree.children(node) {
            let name = self.tree.name(*child);
            if self.footnotes.skipped.contains(child) {
                continue;
            }
            if matches!(name, "ul" | "ol") {
                let inner = self.list(*child, name == "ol", set);
                match entries.last_mut() {
                    Some(entry) => entry.push(inner),
                    None => entries.push(vec![inner]),
                }
                continue;
            }
            let is_blank = self
                .tree
                .text(*child)
                .is_some_and(|text| text.trim().is_empty());
            if is_blank || self.tree.name(*child).is_empty() && self.tree.text(*child).is_none() {
                continue;
            }
            let blocks = if name == "li" {
                self.flow_shown(*child, set)
            } else {
                let (mut words, mut out) = (Vec::new(), Vec::new());
                self.sequence(std::slice::from_ref(child), set, &mut words, &mut out);
                self.flush(&mut words, &mut out);
                out
            };
            let is_list_alone = matches!(blocks.as_slice(), [Block::List { .. }]);
            match entries.last_mut() {
                Some(entry) if is_list_alone => entry.extend(blocks),
                _ if blocks.is_empty() => {}
                _ => entries.push(blocks),
            }
        }
        Block::List {
            first: is_numbered.then(|| start.unwrap_or(1)),
            entries,
        }
    }

    /// Entries that some elements begin with, and how many elements they are.
    pub(super) fn list_items(
        &mut self,
        children: &'t [usize],
        set: &Setting,
    ) -> Option<(usize, Vec<ListItem>)> {
        match self.origin {
            Origin::Word => self.word_items(children, set),
            Origin::GoogleDocs => self.google_items(children, set),
            Origin::LibreOffice | Origin::Web => None,
        }
    }

    fn word_items(
        &mut self,
        children: &'t [usize],
        set: &Setting,
    ) -> Option<(usize, Vec<ListItem>)> {
        let mut items = Vec::new();
        let mut length = 0;
        // The last numbers of the levels, for signs that are letters.
        let mut counted: Vec<u32> = Vec::new();
        for (row, child) in children.iter().enumerate() {
            let is_blank = self.tree.name(*child).is_empty()
                && self
                    .tree
                    .text(*child)
                    .is_none_or(|text| text.trim().is_empty());
            if is_blank {
                continue;
            }
            let Some(Marker {
                level,
                number,
                text,
            }) = self.marker(*child)
            else {
                break;
            };
            let before = counted.get(level).copied().unwrap_or(0);
            let number = number.map(|number| number.unwrap_or(before.saturating_add(1)));
            counted.resize(level.min(20), 0);
            counted.push(number.unwrap_or(0));
            let mut blocks = self.flow(*child, set);
            if let Some(Block::Paragraph(words)) = blocks.first_mut() {
                strip(words, &text);
            }
            items.push(ListItem {
                level,
                number,
                blocks,
            });
            length = row + 1;
        }
        (length > 0).then_some((length, items))
    }

    /// What stands before the words of a paragraph that is an entry.
    fn marker(&self, node: usize) -> Option<Marker> {
        if self.tree.name(node) != "p" {
            return None;
        }
        let style = self.tree.attr(node, "style").unwrap_or_default();
        let list = property(style, "mso-list").filter(|list| list.contains("level"));
        if let Some(list) = list {
            let (_, rest) = list.split_once("level")?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let level = digits.parse::<usize>().unwrap_or(1).saturating_sub(1);
            let sign = self.tree.within(node).find(|one| {
                let style = self.tree.attr(*one, "style").unwrap_or_default();
                style.replace(' ', "").contains("mso-list:Ignore")
            });
            let sign = sign.map(|sign| self.tree.words(sign)).unwrap_or_default();
            return Some(Marker {
                level,
                number: number(sign.trim()),
                // It is left out where it stands.
                text: String::new(),
            });
        }
        let mut classes = self.tree.classes(node);
        if !classes.any(|class| class.starts_with("MsoList")) {
            return None;
        }
        let words = self.tree.words(node);
        let words = words.trim_start();
        let end = words.find(|c: char| c.is_whitespace())?;
        let sign = &words[..end];
        let is_wide = words[end..].starts_with(['\u{A0}', '\t']);
        if !is_wide || !BULLETS.contains(&sign) && number(sign).is_none() {
            return None;
        }
        let indent = property(style, "margin-left")
            .and_then(points)
            .unwrap_or(INDENT);
        Some(Marker {
            level: ((indent / INDENT).round() as usize).saturating_sub(1),
            number: number(sign),
            text: sign.to_owned(),
        })
    }

    /// `ul.lst-kix_abc-1`: the number at the end is the level.
    fn google_items(
        &mut self,
        children: &'t [usize],
        set: &Setting,
    ) -> Option<(usize, Vec<ListItem>)> {
        let mut items = Vec::new();
        let mut length = 0;
        for (row, list) in children.iter().enumerate() {
            let is_blank = self
                .tree
                .text(*list)
                .is_some_and(|text| text.trim().is_empty());
            if is_blank {
                continue;
            }
            let mut classes = self.tree.classes(*list);
            let level = classes.find_map(|class| {
                class
                    .strip_prefix("lst-kix_")?
                    .rsplit_once('-')?
                    .1
                    .parse()
                    .ok()
            });
            let Some(level) = level.filter(|_| matches!(self.tree.name(*list), "ul" | "ol")) else {
                break;
            };
            let is_numbered = self.tree.name(*list) == "ol";
            let start = self
                .tree
                .attr(*list, "start")
                .and_then(|start| start.parse::<u32>().ok());
            let mut number = start.unwrap_or(1);
            let entries = self.tree.children(*list).iter();
            for entry in entries.filter(|one| self.tree.name(**one) == "li") {
                let blocks = self.flow_shown(*entry, set);
                if !blocks.is_empty() {
                    let number = is_numbered.then_some(number);
                    items.push(ListItem {
                        level,
                        number,
                        blocks,
                    });
                }
                number = number.saturating_add(1);
            }
            length = row + 1;
        }
        (length > 0).then_some((length, items))
    }
}

struct Marker {
    level: usize,
    /// Whether it is numbered, and by which number.
    number: Option<Option<u32>>,
    /// To be taken off the words.
    text: String,
}

/// Whether a sign is one of a numbered list, and the number that it says; letters count on.
fn number(sign: &str) -> Option<Option<u32>> {
    let inner = sign.trim_start_matches('(');
    let bare = inner.strip_suffix(['.', ')'])?;
    let last = bare.rsplit('.').next().unwrap_or(bare);
    if let Ok(number) = last.parse() {
        return Some(Some(number));
    }
    let is_letters = !bare.is_empty() && bare.len() <= 5 && bare.chars().all(char::is_alphabetic);
    is_letters.then_some(None)
}

/// A length in points.
fn points(length: &str) -> Option<f64> {
    let units = [
        ("pt", 1.0),
        ("in", 72.0),
        ("cm", 28.35),
        ("mm", 2.835),
        ("px", 0.75),
    ];
    let (unit, size) = units.iter().find(|(unit, _)| length.ends_with(unit))?;
    let number = length.strip_suffix(unit)?.trim().parse::<f64>().ok()?;
    Some(number * size)
}

/// Takes a sign and the spaces behind it off the beginning of some words.
fn strip(words: &mut [Inline], sign: &str) {
    let mut rest: Vec<char> = sign.chars().filter(|c| !c.is_whitespace()).rev().collect();
    if !rest.is_empty() {
        strip_signs(words, &mut rest);
    }
}

fn strip_signs(words: &mut [Inline], rest: &mut Vec<char>) {
    for inline in words {
        match inline {
            Inline::Words(text) | Inline::Code(text) => {
                let mut from = 0;
                for (at, c) in text.char_indices() {
                    if !c.is_whitespace() && rest.pop_if(|sign| *sign == c).is_none() {
                        break;
                    }
                    from = at + c.len_utf8();
                }
                text.replace_range(..from, "");
                if !text.is_empty() {
                    rest.clear();
                    return;
                }
            }
            Inline::Styled(_, inner) | Inline::Link(_, inner) | Inline::Mention(_, inner) => {
                strip_signs(inner, rest);
            }
            Inline::Break | Inline::Footnote(_) | Inline::Aside(_) => return,
        }
        if rest.is_empty() && !matches!(inline, Inline::Words(text) if text.is_empty()) {
            return;
        }
    }
}
