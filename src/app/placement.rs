//! Where card and peek stand in the window: measured, worked out ([`crate::app::geometry`]), told to the styles.

use crate::app::geometry::{Placed, PlacementInput, Rect, beside, level};
use crate::app::reading::{Card, CardState, Reading, Subject};
use crate::app::reading_position::free;
use crate::app::window::{CardLayout, card_layout};
use crate::components::card::CardHeight;
use crate::platform::attributes::is_mirrored;
use crate::platform::document::Element;
use crate::platform::host::Host;
use crate::platform::layout;

/// The card, as it is drawn by the explorer.
pub(super) const CARD: &str = "[data-card].card";

/// What was measured, and what was placed.
#[derive(Default)]
pub(super) struct Placement {
    /// The words that open a card, as they stand before it is drawn.
    opener: Option<OpenerLines>,
    /// The card that has been put in its place.
    placed: Option<Subject>,
}

impl Placement {
    /// Where the words stand that open the card, or the link in a view that was `pressed`, read while the page's layout is fresh:
    /// once the card is drawn it costs a layout.
    pub(super) fn measure(&mut self, host: &Host, reading: &Reading, pressed: Option<&Element>) {
        if let Card::Open(open) = &reading.card {
            self.opener = match (&open.opener, pressed) {
                (Some(opener), _) => Some(OpenerLines::of(host, &opener.id)),
                (None, Some(pressed)) if !open.arrived => Some(OpenerLines {
                    lines: layout::lines_of(pressed),
                    free: free(host),
                }),
                (None, _) => None,
            };
        }
    }

    /// The card is to be placed anew.
    pub(super) fn forget(&mut self) {
        self.placed = None;
    }

    /// Puts card and peek where they belong in the window as it is now.
    pub(super) fn place(&mut self, host: &Host, reading: &Reading) {
        let measured = self.opener.take();
        if let Card::Open(open) = &reading.card {
            let card_layout = card_layout();
            let opened = self.placed.replace(open.subject.clone()) != Some(open.subject.clone());
            let words = || match (measured, &open.opener) {
                (Some(measured), _) if opened => measured,
                (_, Some(opener)) => OpenerLines::of(host, &opener.id),
                (_, None) => OpenerLines::none(host),
            };
            match card_layout {
                CardLayout::Sheet if opened && !open.arrived => uncover(host, open, &words()),
                // In the margin it stays where it opened: the text scrolls on beside it.
                CardLayout::Margin if opened => settle(host, CARD, &words(), 0, opened, level),
                // The styles know its place.
                CardLayout::Anchored if open.height == CardHeight::Lowered => {}
                // Without words of its own it stays where it opened.
                CardLayout::Anchored if !opened && open.opener.is_none() => {}
                CardLayout::Anchored => settle(host, CARD, &words(), 0, opened, beside),
                CardLayout::Sheet | CardLayout::Margin => {}
            }
        } else {
            self.placed = None;
        }
        if let Some(peek) = &reading.peek_state.shown {
            let words = OpenerLines::of(host, &peek.opener.id);
            let under = words.lines.iter().position(|line| {
                (line[1]..=line[3]).contains(&peek.point.y)
                    && (line[0]..=line[2]).contains(&peek.point.x)
            });
            let line = under.unwrap_or_default();
            settle(host, "[data-peek]", &words, line, false, beside);
        }
    }
}

/// The lines of the words that open a card, and what of the window is free.
struct OpenerLines {
    lines: Vec<layout::Sides>,
    free: layout::Sides,
}

impl OpenerLines {
    fn of(host: &Host, mention: &str) -> Self {
        Self {
            lines: layout::lines(host, mention),
            free: free(host),
        }
    }

    /// No words: a card stands at the top.
    fn none(host: &Host) -> Self {
        Self {
            lines: Vec::new(),
            free: free(host),
        }
    }
}

/// Moves the mention out from under a sheet.
fn uncover(host: &Host, open: &CardState, words: &OpenerLines) {
    let (Some(opener), Some(sheet)) = (&open.opener, layout::place_of(host, CARD)) else {
        return;
    };
    if words.lines.last().is_some_and(|line| line[3] > sheet[1]) {
        layout::show(host, &opener.id, None, words.free[1], sheet[1]);
    }
}

/// Measures what a selector means and sets it in its place by one of the words' lines.
fn settle(
    host: &Host,
    selector: &str,
    words: &OpenerLines,
    line: usize,
    fresh: bool,
    how: fn(&PlacementInput) -> Placed,
) {
    let OpenerLines { lines, free } = words;
    let top = [free[0], free[1], free[0], free[1]];
    let line = Rect::new(*lines.get(line).unwrap_or(&top));
    if !fresh {
        // Measured where nothing limits its height but the styles.
        layout::set_place(host, selector, 0.0, 0.0, free[3]);
    }
    let Some([left, top, right, bottom]) = layout::place_of(host, selector) else {
        return;
    };
    let sides = |side: fn(&layout::Sides) -> f64| lines.iter().map(side);
    let first = sides(|line| line[1]).fold(line.top, f64::min);
    let last = sides(|line| line[3]).fold(line.bottom, f64::max);
    let Placed { left, top, room } = how(&PlacementInput {
        window: Rect::new(*free),
        line,
        words: (first, last),
        width: right - left,
        height: bottom - top,
        mirrored: is_mirrored(host),
    });
    layout::set_place(host, selector, left, top, room);
}
