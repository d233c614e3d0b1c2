//! What the styles of a document mean: headings, titles, quotations, lists, bold words.

use std::collections::BTreeMap;

use roxmltree::Document as Xml;

use crate::import::docx::xml;

/// Styles that one may be based on, one after the other.
const DEPTH: usize = 20;

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
    setting: Setting,
}

/// How words are set, as far as it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Setting {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Higher: true, lower: false.
    pub(super) raised: Option<Option<bool>>,
}

impl Setting {
    /// What a run's or style's properties tell.
    pub(super) fn of(properties: Option<roxmltree::Node<'_, '_>>) -> Self {
        let either = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (None, None) => None,
            (a, b) => Some(a == Some(true) || b == Some(true)),
        };
        let raised = properties.and_then(|node| {
            Some(match xml::attr(xml::child(node, "vertAlign")?, "val")? {
                "superscript" => Some(true),
                "subscript" => Some(false),
                _ => None,
            })
        });
        Self {
            strong: xml::flag(properties, "b"),
            emphasis: xml::flag(properties, "i"),
            struck: either(
                xml::flag(properties, "strike"),
                xml::flag(properties, "dstrike"),
            ),
            hidden: either(
                xml::flag(properties, "vanish"),
                xml::flag(properties, "specVanish"),
            ),
            raised,
        }
    }

    /// This, and where it tells nothing, another.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            strong: self.strong.or(other.strong),
            emphasis: self.emphasis.or(other.emphasis),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
        }
    }
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Quotation,
    Caption,
    Code,
    /// A line of a table of contents.
    Contents,
    Text,
}

impl Styles {
    /// The styles, and the language that the document says it is in.
    pub(super) fn of(xml: &Xml<'_>) -> (Self, Option<String>) {
        let mut styles = Self::default();
        let mut language = None;
        for node in xml.descendants() {
            if xml::is(node, "lang") && language.is_none() {
                language = xml::attr(node, "val").map(str::to_owned);
            }
            if !xml::is(node, "style") {
                continue;
            }
            let properties = xml::child(node, "pPr");
            let list = properties.and_then(|pr| xml::child(pr, "numPr"));
            let outline = xml::value(properties, "outlineLvl").and_then(|level| level.parse().ok());
            let style = Style {
                name: xml::value(Some(node), "name")
                    .unwrap_or_default()
                    .to_lowercase(),
                based_on: xml::value(Some(node), "basedOn").map(str::to_owned),
                outline,
                list: xml::value(list, "numId").map(str::to_owned),
                level: xml::value(list, "ilvl").and_then(|level| level.parse().ok()),
                setting: Setting::of(xml::child(node, "rPr")),
            };
            if let Some(id) = xml::attr(node, "styleId") {
                styles.0.insert(id.to_owned(), style);
            }
        }
        (styles, language)
    }

    /// A style and those that it is based on.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.0.get(id));
        let next = |style: &&Style| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(DEPTH)
    }

    /// How the words of a character style are set.
    pub(super) fn setting(&self, id: Option<&str>) -> Setting {
        self.chain(id)
            .fold(Setting::default(), |set, style| set.or(style.setting))
    }

    /// The list that a paragraph style is an entry of, and its level.
    pub(super) fn list(&self, id: Option<&str>) -> Option<(&str, usize)> {
        let list = self.chain(id).find_map(|style| style.list.as_deref())?;
        let level = self.chain(id).find_map(|style| style.level);
        Some((list, level.unwrap_or(0)))
    }

    /// What a paragraph is; `outline` is the level that it tells itself, from 0.
    pub(super) fn role(&self, id: Option<&str>, outline: Option<u8>) -> Role {
        for style in self.chain(id) {
            let name = style.name.as_str();
            match name {
                "title" => return Role::Title,
                "quote" | "intense quote" | "block text" | "quotations" => return Role::Quotation,
                "caption" => return Role::Caption,
                "code" | "source code" | "html preformatted" | "preformatted text" | "macro"
                | "macro text" => {
                    return Role::Code;
                }
                _ => {}
            }
            if name.starts_with("toc ") && name != "toc heading" || name.starts_with("contents ") {
                return Role::Contents;
            }
            let level = name
                .strip_prefix("heading ")
                .and_then(|level| level.parse().ok());
            if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
                return Role::Heading(level);
            }
        }
        // An id where the style itself is missing.
        let by_id = id.and_then(|id| id.strip_prefix("Heading")?.parse().ok());
        let told = outline.or_else(|| self.chain(id).find_map(|style| style.outline));
        match (told, by_id) {
            (Some(level @ 0..=8), _) => Role::Heading(level + 1),
            (None, Some(level)) if (1..=9).contains(&level) => Role::Heading(level),
            _ => Role::Text,
        }
    }
}
