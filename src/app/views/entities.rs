//! All entities: filtered by kind, in three orders. Of thousands only the rows that are seen are drawn.

use yew::prelude::*;
use yew::virtual_dom::VList;

use crate::app::components::markup::draw;
use crate::app::reading::view::{Order, Viewing};
use crate::app::records::{Catalogue, Records};
use crate::model::messages::Messages;
use crate::platform::layout::scrolled;
use crate::platform::lists::Rows;

/// Rows of the longest list that is drawn whole, and the most that are drawn of a longer one: 37 of them from the window’s
/// upper edge on, 2,072 px. With 120 a step took up to 22 ms in a list of 5,000.
const DRAWN: usize = 48;
/// Rows in steps of which the drawn ones move along.
const STEP: usize = 5;
/// Height of a row in a list that is not drawn whole, in CSS pixels; `static/css/views.css` says the same.
const ROW: usize = 56;

/// The list's rows and what they are chosen by.
pub(in crate::app) struct Entities {
    catalogue: Catalogue,
    rows: Rows,
    /// The rows that are listed, in their order.
    listed: Vec<u32>,
    /// The first of them that is drawn.
    first: usize,
    /// How many are.
    drawn: usize,
}

impl Entities {
    pub(super) fn of(records: &Records) -> Option<Self> {
        Some(Self {
            catalogue: records.catalogue()?,
            rows: Rows::of("entities")?,
            listed: Vec::new(),
            first: 0,
            drawn: DRAWN,
        })
    }

    /// Lists what was chosen; how many of how many that is.
    pub(super) fn update(&mut self, viewing: &Viewing) -> (usize, usize) {
        let Catalogue {
            kinds,
            by_name,
            by_count,
        } = &self.catalogue;
        let mut without = 0_u32;
        for kind in &viewing.without {
            without |= 1 << *kind as u32;
        }
        self.listed.clear();
        for place in 0..kinds.len() {
            let row = match viewing.order {
                Order::Text => Some(place as u32),
                Order::Name => by_name.get(place).copied(),
                Order::Count => by_count.get(place).copied(),
            };
            if let Some(row) = row
                && let Some(kind) = kinds.get(row as usize)
                && without & (1 << kind) == 0
            {
                self.listed.push(row);
            }
        }
        let count = self.listed.len();
        let many = count > DRAWN;
        let seen = scrolled().1 as usize / ROW + 1;
        self.drawn = if many {
            DRAWN.min(seen + 2 * STEP)
        } else {
            count
        };
        let before = viewing.scrolled / ROW / STEP * STEP;
        self.first = before.saturating_sub(STEP).min(count - self.drawn);
        (count, kinds.len())
    }

    pub(super) fn draw(&self, words: &Messages) -> Html {
        let count = self.listed.len();
        if count == 0 {
            return draw!("<p class=none>{0}</p>", words.no_kind.as_str());
        }
        // Known by their keys: a copy that takes another's place is still on the page at its own.
        let mut rows = Vec::new();
        for row in self.listed.iter().skip(self.first).take(self.drawn) {
            if let Some(copy) = self.rows.copy(*row as usize) {
                rows.push(keyed(&row.to_string(), Html::VRef(copy)));
            }
        }
        // The room of all rows stands beside the list, so that it is no shorter while they change: WebKit would scroll it
        // back. Attributes of drawings, since the page's policy bars styles.
        let many = count > self.drawn;
        draw!(
            "<div class=room data-many={0}><svg width=1 height={1}/><svg width=1 height={2}/><ul class=ents>{3}</ul></div>",
            many,
            if many { count * ROW } else { 0 },
            self.first * ROW,
            rows,
        )
    }
}

fn keyed(key: &str, inside: Html) -> Html {
    VList::with_children(vec![inside], Some(key.into())).into()
}
