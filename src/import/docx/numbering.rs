//! The numbers and signs of lists.

use std::collections::BTreeMap;

use roxmltree::{Document as Xml, Node};

use crate::import::docx::xml;

/// Levels of a list.
const LEVELS: usize = 9;

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By the id that paragraphs name.
    lists: BTreeMap<String, List>,
    /// By the id of what several lists share: they count on.
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
}

#[derive(Clone, Debug, Default)]
struct List {
    shared: String,
    levels: [Level; LEVELS],
    /// Whether its own beginnings were counted.
    begun: [bool; LEVELS],
}

#[derive(Clone, Copy, Debug)]
struct Level {
    kind: Kind,
    start: u32,
    is_own_start: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Bullet,
    Number,
    /// No sign at all: a paragraph like any other.
    Nothing,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            kind: Kind::Number,
            start: 1,
            is_own_start: false,
        }
    }
}

/// What stands before an entry.
#[derive(Debug, PartialEq)]
pub(super) struct Sign {
    pub(super) level: usize,
    pub(super) number: Option<u32>,
}

impl Numbering {
    pub(super) fn of(xml: &Xml<'_>) -> Self {
        let mut shared: BTreeMap<&str, [Level; LEVELS]> = BTreeMap::new();
        for node in xml
            .descendants()
            .filter(|node| xml::is(*node, "abstractNum"))
        {
            let mut levels = [Level::default(); LEVELS];
            read_levels(node, &mut levels);
            if let Some(id) = xml::attr(node, "abstractNumId") {
                shared.insert(id, levels);
            }
        }
        let mut numbering = Self::default();
        for node in xml.descendants().filter(|node| xml::is(*node, "num")) {
            let of = xml::value(Some(node), "abstractNumId");
            let (Some(id), Some(of)) = (xml::attr(node, "numId"), of) else {
                continue;
            };
            let mut levels = shared.get(of).copied().unwrap_or_default();
            for own in node
                .children()
                .filter(|child| xml::is(*child, "lvlOverride"))
            {
                read_levels(own, &mut levels);
                let start = xml::value(Some(own), "startOverride");
                let start = start.and_then(|start| start.parse().ok());
                let level = xml::attr(own, "ilvl").and_then(|level| level.parse::<usize>().ok());
                if let (Some(start), Some(level)) =
                    (start, level.and_then(|level| levels.get_mut(level)))
                {
                    level.start = start;
                    level.is_own_start = true;
                }
            }
            let list = List {
                shared: of.to_owned(),
                levels,
                begun: [false; LEVELS],
            };
            numbering.lists.insert(id.to_owned(), list);
        }
        numbering
    }

    /// Counts an entry of a list, and tells its sign; nothing where paragraphs of it have none.
    pub(super) fn count(&mut self, list: &str, level: usize) -> Option<Sign> {
        let level = level.min(LEVELS - 1);
        let Some(known) = self.lists.get_mut(list) else {
            // A list that nothing describes; 0 is none.
            return (list != "0").then_some(Sign {
                level,
                number: None,
            });
        };
        let Level {
            kind,
            start,
            is_own_start,
        } = known.levels[level];
        let counts = self.counts.entry(known.shared.clone()).or_default();
        let begins_anew = is_own_start && !std::mem::replace(&mut known.begun[level], true);
        let number = match counts[level] {
            Some(last) if !begins_anew => last.saturating_add(1),
            _ => start,
        };
        counts[level] = Some(number);
        counts[level + 1..].fill(None);
        match kind {
            Kind::Nothing => None,
            Kind::Bullet => Some(Sign {
                level,
                number: None,
            }),
            Kind::Number => Some(Sign {
                level,
                number: Some(number),
            }),
        }
    }
}

fn read_levels(node: Node<'_, '_>, levels: &mut [Level; LEVELS]) {
    for own in node.children().filter(|child| xml::is(*child, "lvl")) {
        let level = xml::attr(own, "ilvl").and_then(|level| level.parse::<usize>().ok());
        let Some(level) = level.and_then(|level| levels.get_mut(level)) else {
            continue;
        };
        let value = |name| xml::value(Some(own), name);
        level.kind = match value("numFmt") {
            Some("bullet") => Kind::Bullet,
            Some("none") => Kind::Nothing,
            _ => Kind::Number,
        };
        if let Some(start) = value("start").and_then(|start| start.parse().ok()) {
            level.start = start;
        }
    }
}
