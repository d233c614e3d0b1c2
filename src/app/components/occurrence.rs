//! Where in the article an entity is mentioned: the bar at a card's foot and the steps along the mentions.

use yew::prelude::*;

use crate::app::components::card::tool;
use crate::app::components::markup::draw;
use crate::model::messages::Messages;

/// An entity by name, for a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub entity: String,
    pub kind: String,
    pub name: String,
    pub language: Option<String>,
}

/// A mention with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its id in the page.
    pub id: String,
    /// The block it stands in, counted from 1.
    pub block: u32,
    /// Its sentence: before, the words, after.
    pub sentence: [String; 3],
}

/// The mentions of an entity along the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// In the order of the text.
    pub mentions: Vec<Mention>,
    /// The row of the one the card belongs to.
    pub current: Option<usize>,
    /// How many blocks the article has.
    pub blocks: u32,
}

impl Strip {
    /// The row one step on or back from the current mention, round the ends.
    pub fn step(&self, forward: bool) -> Option<usize> {
        let count = self.mentions.len();
        if count == 0 || (count == 1 && self.current.is_some()) {
            return None;
        }
        Some(match (self.current, forward) {
            (Some(row), true) => (row + 1) % count,
            (Some(row), false) => (row + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        })
    }
}

/// Cells a bar has at most: each is to be pressed.
const CELLS: u32 = 12;

/// The rows of the mentions in each of at most twelve equal parts of the article.
fn cells(strip: &Strip) -> Vec<Vec<usize>> {
    let count = strip.blocks.clamp(1, CELLS);
    let mut cells = vec![Vec::new(); count as usize];
    for (row, mention) in strip.mentions.iter().enumerate() {
        let cell = mention.block.saturating_sub(1) * count / strip.blocks.max(1);
        cells[cell.min(count - 1) as usize].push(row);
    }
    cells
}

/// Draws bar and steps.
pub fn strip(strip: &Strip, words: &Messages) -> Html {
    let count = strip.mentions.len();
    let line = match (count, strip.current) {
        (0, _) => words.not_mentioned.clone(),
        (1, _) => words.only_mention.clone(),
        (_, Some(row)) => Messages::fill_of(words.mention_of.as_str(), row + 1, count),
        (_, None) => Messages::fill_number(words.mentions_in_text.as_str(), count),
    };
    let step = |forward: bool, act: &str, sign: &str, pattern: &str| {
        let row = strip.step(forward)?;
        let name = Messages::fill_of(pattern, row + 1, count);
        Some(tool(act, sign, &name))
    };
    let bar = (count > 0).then(|| bar(strip, words));
    draw!(
        "<div class=foot>{0}<div class=steps><span class=num>{1}</span>{2}{3}</div></div>",
        bar,
        line,
        step(false, "previous", "prev", words.previous_mention.as_str()),
        step(true, "next", "next", words.next_mention.as_str()),
    )
}

fn bar(strip: &Strip, words: &Messages) -> Html {
    let mut drawn = Vec::new();
    for rows in cells(strip) {
        let first = rows.first().and_then(|first| strip.mentions.get(*first));
        let Some(mention) = first else {
            drawn.push(draw!("<span/>"));
            continue;
        };
        let block = Messages::fill_number(words.paragraph_mark.as_str(), mention.block as usize);
        let label = match rows.len() {
            1 => block,
            count => [
                &*block,
                ": ",
                &Messages::fill_number(words.mentions.as_str(), count),
            ]
            .concat(),
        };
        let (mut strokes, mut current) = (Vec::new(), None);
        for row in rows {
            let here = strip.current == Some(row);
            current = current.or(here.then_some("true"));
            strokes.push(draw!("<i data-here={0}/>", here));
        }
        drawn.push(draw!(
            "<a href=\"#{0}\" aria-label={1} aria-current={2}>{3}</a>",
            mention.id,
            label,
            current,
            strokes,
        ));
    }
    draw!(
        "<div class=bars role=group aria-label={0}>{1}</div>",
        words.where_in_text.as_str(),
        drawn,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(blocks: u32, mentions: &[u32], current: Option<usize>) -> Strip {
        let mention = |&block: &u32| Mention {
            id: String::new(),
            block,
            sentence: Default::default(),
        };
        Strip {
            mentions: mentions.iter().map(mention).collect(),
            current,
            blocks,
        }
    }

    #[test]
    fn a_short_article_has_a_cell_for_each_block() {
        assert_eq!(
            cells(&at(3, &[1, 3, 3], None)),
            [vec![0], vec![], vec![1, 2]]
        );
    }

    #[test]
    fn a_long_one_has_twelve_parts() {
        let cells = cells(&at(1200, &[1, 100, 101, 1200], None));
        assert_eq!(cells.len(), 12);
        assert_eq!(
            (&cells[0], &cells[1], &cells[11]),
            (&vec![0, 1], &vec![2], &vec![3])
        );
    }

    #[test]
    fn steps_go_round_and_begin_at_the_ends() {
        assert_eq!(at(3, &[1, 2, 3], Some(2)).step(true), Some(0));
        assert_eq!(at(3, &[1, 2, 3], Some(0)).step(false), Some(2));
        assert_eq!(at(3, &[1, 2, 3], None).step(true), Some(0));
        assert_eq!(at(3, &[1, 2, 3], None).step(false), Some(2));
        assert_eq!(at(3, &[1], Some(0)).step(true), None, "the only one");
    }
}
