//! All entities: filtered by kind, in three orders. Of thousands only the rows that are seen are drawn.

use yew::prelude::*;

use crate::app::components::glyph::sign;
use crate::app::components::tag::{Tag, classed, tag};
use crate::app::reading::view::{Order, Viewing};
use crate::app::records::Records;
use crate::model::kind::Kind;
use crate::model::page::Catalogue;
use crate::model::words::Words;
use crate::platform::lists::Rows;

/// Rows that are drawn at once; a list of no more is drawn whole.
const DRAWN: usize = 120;
/// Rows in steps of which the drawn ones move along.
const STEP: usize = 40;
/// Height of a row in a list that is not drawn whole, in CSS pixels; `static/css/views.css` says the same.
const ROW: usize = 56;

/// The list's rows and what they are chosen by.
pub(in crate::app) struct Entities {
    catalogue: Catalogue,
    rows: Rows,
}

impl Entities {
    pub(super) fn of(records: &Records) -> Option<Self> {
        Some(Self {
            catalogue: records.catalogue()?,
            rows: Rows::of("entities")?,
        })
    }

    /// Draws filters, orders and rows; what stands beside the view's name first.
    pub(super) fn draw(&mut self, viewing: &Viewing, words: &Words) -> (String, Html) {
        let chosen = self.chosen(viewing);
        let (listed, all) = (chosen.len(), self.rows.count());
        let count = if listed == all {
            all.to_string()
        } else {
            Words::fill_of(words.some_of(), listed, all)
        };
        let body = [
            self.filters(viewing, words),
            orders(viewing, words),
            self.list(&chosen, viewing, words),
        ];
        (count, body.into_iter().collect())
    }

    /// The rows that are listed, in their order.
    fn chosen(&self, viewing: &Viewing) -> Vec<usize> {
        let kinds = &self.catalogue.kinds;
        let listed = |row: &usize| {
            kinds
                .get(*row)
                .is_some_and(|kind| !viewing.without.contains(kind))
        };
        let ordered = |rows: &[u32]| {
            rows.iter()
                .map(|row| *row as usize)
                .filter(listed)
                .collect()
        };
        match viewing.order {
            Order::Text => (0..kinds.len()).filter(listed).collect(),
            Order::Name => ordered(&self.catalogue.by_name),
            Order::Count => ordered(&self.catalogue.by_count),
        }
    }

    fn filters(&self, viewing: &Viewing, words: &Words) -> Html {
        let filters = Kind::ALL.into_iter().filter_map(|kind| {
            let count = self
                .catalogue
                .kinds
                .iter()
                .filter(|one| **one == kind)
                .count();
            (count > 0)
                .then(|| filter("kind", kind, !viewing.without.contains(&kind), count, words))
        });
        tag("fieldset")
            .set("class", "filters")
            .tag(classed("legend", "vh").say(words.kinds()))
            .all(filters)
            .done()
    }

    fn list(&mut self, chosen: &[usize], viewing: &Viewing, words: &Words) -> Html {
        if chosen.is_empty() {
            return classed("p", "none")
                .set("role", "status")
                .say(words.no_kind())
                .done();
        }
        let many = chosen.len() > DRAWN;
        let first = if many {
            (viewing.scrolled / ROW / STEP * STEP)
                .saturating_sub(STEP)
                .min(chosen.len() - DRAWN)
        } else {
            0
        };
        let last = (first + DRAWN).min(chosen.len());
        let rows = chosen[first..last]
            .iter()
            .filter_map(|row| self.rows.copy(*row));
        let rows: Vec<Html> = rows.map(Html::VRef).collect();
        classed("ul", "ents")
            .flag("data-many", many)
            .put(gap(first))
            .all(rows)
            .put(gap(chosen.len() - last))
            .done()
    }
}

/// The room of rows that are not drawn. An attribute of a drawing, since the page's policy bars styles.
fn gap(rows: usize) -> Html {
    if rows == 0 {
        return Html::default();
    }
    let room = tag("svg")
        .set("width", "1")
        .set("height", &(rows * ROW).to_string());
    classed("li", "gap")
        .set("aria-hidden", "true")
        .tag(room)
        .done()
}

/// A box to tick for a kind.
pub(super) fn filter(name: &str, kind: Kind, on: bool, count: usize, words: &Words) -> Html {
    tag("label")
        .set("data-kind", kind.slug())
        .tag(field("checkbox", name, kind.slug(), on))
        .put(sign(kind))
        .tag(tag("span").say(words.of_kinds(kind)))
        .tag(classed("span", "num").say(&count.to_string()))
        .done()
}

/// A box or a choice, on or off.
pub(super) fn field(kind: &str, name: &str, value: &str, on: bool) -> Tag {
    tag("input")
        .set("type", kind)
        .set("name", name)
        .set("value", value)
        .checked(on)
}

fn orders(viewing: &Viewing, words: &Words) -> Html {
    let orders = [
        (Order::Text, "text", words.order_text()),
        (Order::Name, "name", words.order_name()),
        (Order::Count, "count", words.order_count()),
    ];
    let orders = orders.map(|(order, value, name)| {
        tag("label")
            .tag(field("radio", "order", value, viewing.order == order))
            .tag(tag("span").say(name))
            .done()
    });
    tag("fieldset")
        .set("class", "sort")
        .tag(classed("legend", "vh").say(words.order()))
        .all(orders)
        .done()
}
