//! Entries of lists as word processors write them, one after the other with a level each, made lists in lists.

use crate::import::document::Block;

/// An entry.
#[derive(Debug)]
pub(crate) struct ListItem {
    /// How deep it stands, from 0.
    pub(crate) level: usize,
    /// Its number, if it has one.
    pub(crate) number: Option<u32>,
    pub(crate) blocks: Vec<Block>,
}

/// Levels that are told apart; the writer takes no more.
const DEPTH: usize = 20;

/// The lists that some entries make.
pub(crate) fn nested(items: Vec<ListItem>) -> Vec<Block> {
    let mut lists = Nested::default();
    for item in items {
        let level = item.level.min(DEPTH);
        lists.close(|open| open.level > level);
        // At the same level another kind of list begins anew, and so does one that is numbered anew.
        lists.close(|open| open.level == level && !open.goes_on_with(item.number));
        if lists.open.last().is_none_or(|open| open.level < level) {
            lists.open.push(Open {
                level,
                first: item.number,
                entries: Vec::new(),
            });
        }
        if let Some(open) = lists.open.last_mut() {
            open.entries.push(item.blocks);
        }
    }
    lists.close(|_| true);
    lists.out
}

#[derive(Default)]
struct Nested {
    out: Vec<Block>,
    open: Vec<Open>,
}

struct Open {
    level: usize,
    first: Option<u32>,
    entries: Vec<Vec<Block>>,
}

impl Open {
    fn goes_on_with(&self, number: Option<u32>) -> bool {
        let next = self
            .first
            .map(|first| u64::from(first) + self.entries.len() as u64);
        next == number.map(u64::from)
    }
}

impl Nested {
    /// Closes the innermost lists as long as they are meant.
    fn close(&mut self, is_meant: impl Fn(&Open) -> bool) {
        while let Some(Open { first, entries, .. }) = self.open.pop_if(|open| is_meant(open)) {
            let list = Block::List { first, entries };
            match self
                .open
                .last_mut()
                .and_then(|outer| outer.entries.last_mut())
            {
                Some(entry) => entry.push(list),
                None => self.out.push(list),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document::Inline;
    use crate::import::writer;

    #[test]
    fn levels_become_lists_in_lists() {
        let item = |level, number, text: &str| ListItem {
            level,
            number,
            blocks: vec![Block::Paragraph(vec![Inline::Words(text.to_owned())])],
        };
        let blocks = nested(vec![
            item(1, None, "a"),
            item(2, Some(3), "b"),
            item(2, Some(4), "c"),
            item(4, None, "d"),
            item(1, None, "e"),
            item(0, None, "f"),
            item(0, Some(1), "g"),
        ]);
        assert_eq!(
            writer::write(&blocks, &[]).text,
            "- a\n\n  3. b\n  4. c\n     - d\n\n- e\n\n* f\n\n1. g\n"
        );
    }
}
