//! What controls, fields and keys mean.

use crate::app::listening::Ear;
use crate::app::reading::view::{Choice, Order, Sight};
use crate::app::reading::{Action, Card, Turn, Why};
use crate::model::kind::Kind;
use crate::platform::desk;
use crate::platform::layout::{Stance, stance};

/// The middle of the map, in thousandths.
const MIDDLE: (i32, i32) = (500, 500);
/// How far a key draws the map along, in thousandths of its width.
const STEP: i32 = 150;

impl Ear<'_> {
    /// A control of ours was pressed.
    pub(super) fn act(&self, name: &str, value: &str, entity: &str) -> bool {
        let row = || value.parse().unwrap_or_default();
        self.take(match name {
            "next" => return self.step(true),
            "previous" => return self.step(false),
            "return" => Action::Return {
                close: stance() == Stance::Sheet,
            },
            "back" => Action::Trail(Turn::Back),
            "forward" => Action::Trail(Turn::Forward),
            "pin" => Action::Pin,
            "share" => Action::Share,
            "taller" => Action::Taller,
            "close-view" => Action::CloseView,
            "zoom-in" => return self.see(150, MIDDLE, (0, 0)),
            "zoom-out" => return self.see(67, MIDDLE, (0, 0)),
            "zoom-whole" => Action::Choose(Choice::See(Sight::Whole)),
            "cluster" => Action::Choose(Choice::Cluster(row())),
            "quote" => Action::Quote,
            "resume" => Action::Resume,
            "copy" => Action::Copy(value.into()),
            "result" => return self.lead(row()),
            "hit-next" => return self.walk_on(true),
            "hit-previous" => return self.walk_on(false),
            "hit-end" => Action::Choose(Choice::EndWalk),
            "whole" => Action::Choose(Choice::Whole),
            "all-branches" => Action::Choose(Choice::All),
            "sort" => Action::Choose(Choice::Sort(row() as u32)),
            "peeks" => Action::TogglePeeks,
            "all" => Action::ListAll,
            _ => self.close(entity),
        })
    }

    /// Lets go of a kept card, or closes the open one.
    fn close(&self, entity: &str) -> Action {
        let reading = self.explorer.reading();
        let open = matches!(&reading.card, Card::Open(open) if *open.entity == *entity);
        if !open && reading.pins.iter().any(|pin| *pin.entity == *entity) {
            Action::Unpin(entity.into())
        } else {
            Action::Dismiss(Why::Close)
        }
    }

    /// Something was chosen in a field of a view.
    pub(super) fn choose(&self, name: &str, value: &str) -> bool {
        let choice = match name {
            "kind" => match Kind::from_slug(value) {
                Some(kind) => Choice::Kind(kind),
                None => return false,
            },
            "order" => Choice::Order(Order::from_slug(value)),
            "only" => Choice::Only(value.into()),
            "hub" => Choice::Hub(value.into()),
            "query" => Choice::Query(value.into()),
            _ => {
                let now = setting(name, value);
                return self.note(Action::Set(name.into(), now.into()));
            }
        };
        self.note(Action::Choose(choice))
    }

    /// A key in the search box.
    pub(super) fn search_key(&self, key: &str) -> bool {
        let active = self.explorer.reading().viewing.active;
        let Some(search) = self.explorer.search() else {
            return false;
        };
        let count = search.count().max(1);
        let row = match key {
            "ArrowDown" => active + 1,
            "ArrowUp" => active + count - 1,
            "Enter" => return self.lead(active),
            _ => return false,
        };
        self.take(Action::Choose(Choice::Active(row % count)))
    }

    /// To where a result leads.
    fn lead(&self, row: usize) -> bool {
        let search = self.explorer.search();
        let found = search.and_then(|search| search.lead(row));
        let Some((action, number)) = found else {
            return false;
        };
        self.send(Action::Choose(Choice::Active(row)));
        match (number, action) {
            (Some(number), _) => self.walk(number),
            (None, Action::Go { to, .. }) => self.go(to),
            (None, action) => self.take(action),
        }
    }

    /// To a hit of the text.
    fn walk(&self, number: usize) -> bool {
        let Some((to, _)) = self.explorer.hit(number) else {
            return false;
        };
        self.send(Action::Choose(Choice::Walk(number)));
        self.go(to)
    }

    /// To the hit before or after the one that the reader has gone to, round the ends.
    fn walk_on(&self, forward: bool) -> bool {
        let Some(walked) = self.explorer.reading().viewing.walked else {
            return false;
        };
        let count = self.explorer.hit(walked).map_or(1, |(_, count)| count);
        let step = if forward { 1 } else { count - 1 };
        self.walk((walked + step) % count)
    }

    /// A key while the map has the focus.
    pub(super) fn map_key(&self, key: &str) -> bool {
        let (hundredths, by) = match key {
            "+" | "=" => (150, (0, 0)),
            "-" => (67, (0, 0)),
            "ArrowLeft" => (100, (STEP, 0)),
            "ArrowRight" => (100, (-STEP, 0)),
            "ArrowUp" => (100, (0, STEP)),
            "ArrowDown" => (100, (0, -STEP)),
            _ => return false,
        };
        self.see(hundredths, MIDDLE, by)
    }

    /// The map enlarged about a point and drawn along; figures as in [`crate::app::atlas::Window`].
    pub(super) fn see(&self, hundredths: i32, at: (i32, i32), by: (i32, i32)) -> bool {
        let window = self.explorer.moved_map(hundredths, at, by);
        window.is_some_and(|window| self.take(Action::Choose(Choice::See(Sight::Window(window)))))
    }

    /// A key in a view that is no letter of a word.
    pub(super) fn view_key(&self, key: &str) -> bool {
        let forward = match key {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return false,
        };
        let event = self.explorer.event(forward);
        event.is_some_and(|event| self.take(Action::Event(event)))
    }
}

/// What a setting is to be once it was changed: a switch on the other side, a kind on or off, anything else as it says.
fn setting(name: &str, value: &str) -> String {
    let before = desk::setting(name).unwrap_or_default();
    match name {
        "peeks" if before == "off" => String::new(),
        "peeks" => "off".to_owned(),
        "skim" | "keys" if before == value => String::new(),
        "plain" => {
            let (mut plain, mut had) = (String::new(), false);
            for one in before.split(' ') {
                if one == value {
                    had = true;
                } else {
                    add(&mut plain, one);
                }
            }
            if !had {
                add(&mut plain, value);
            }
            plain
        }
        _ => value.to_owned(),
    }
}

fn add(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}
