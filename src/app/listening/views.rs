//! What a reader does in views, as actions of the reducer.

use yew::AppHandle;

use crate::app::explorer::Explorer;
use crate::app::reading::view::{Choice, Order, Sight};
use crate::app::reading::{Action, Place, Spot};
use crate::model::kind::Kind;
use crate::platform::notes::Note;
use crate::platform::{desk, layout, prose};

/// Something was chosen in a field of a view.
pub(super) fn choose(app: &AppHandle<Explorer>, name: &str, value: &str) -> bool {
    let choice = match name {
        "kind" => match Kind::from_slug(value) {
            Some(kind) => Choice::Kind(kind),
            None => return false,
        },
        "order" => Choice::Order(Order::from_slug(value)),
        "only" => Choice::Only(value.into()),
        "hub" => Choice::Hub(value.into()),
        "query" => Choice::Query(value.into()),
        _ => return set(app, name, value),
    };
    choose_one(app, choice)
}

/// A setting was changed: a switch to the other side, a kind on or off, anything else to what it says.
pub(super) fn set(app: &AppHandle<Explorer>, name: &str, value: &str) -> bool {
    let before = desk::setting(name).unwrap_or_default();
    let value = match name {
        "peeks" if before == "off" => String::new(),
        "peeks" => "off".to_owned(),
        "skim" | "keys" if before == value => String::new(),
        "plain" => {
            let had = before.split(' ').any(|one| one == value);
            let others = before
                .split(' ')
                .filter(|one| !one.is_empty() && *one != value);
            let mut plain: Vec<&str> = others.collect();
            if !had {
                plain.push(value);
            }
            plain.join(" ")
        }
        _ => value.to_owned(),
    };
    app.send_message(Action::Set(name.into(), value.into()));
    false
}

/// A key in the search box.
pub(super) fn search_key(app: &AppHandle<Explorer>, key: &str) -> bool {
    let Some((count, active)) = app.get_component().and_then(|explorer| {
        let active = explorer.reading().viewing.active;
        explorer.with_search(|search| Some((search.count(), active)))
    }) else {
        return false;
    };
    let row = match key {
        "ArrowDown" => active + 1,
        "ArrowUp" => active + count.max(1) - 1,
        "Enter" => return lead(app, active),
        _ => return false,
    };
    app.send_message(Action::Choose(Choice::Active(row % count.max(1))));
    true
}

/// To where a result leads.
pub(super) fn lead(app: &AppHandle<Explorer>, row: usize) -> bool {
    let found = app
        .get_component()
        .and_then(|explorer| explorer.with_search(|search| search.lead(row)));
    let Some((action, number)) = found else {
        return false;
    };
    app.send_message(Action::Choose(Choice::Active(row)));
    match number {
        Some(number) => walk(app, number),
        None => match action {
            Action::Go { to, .. } => go(app, to),
            action => {
                app.send_message(action);
                true
            }
        },
    }
}

/// To a hit of the text.
pub(super) fn walk(app: &AppHandle<Explorer>, number: usize) -> bool {
    let hit = app
        .get_component()
        .and_then(|explorer| explorer.hit(number));
    let Some((to, _)) = hit else { return false };
    app.send_message(Action::Choose(Choice::Walk(number)));
    go(app, to)
}

/// To the hit before or after the one that the reader has gone to, round the ends.
pub(super) fn walk_on(app: &AppHandle<Explorer>, forward: bool) -> bool {
    let next = app.get_component().and_then(|explorer| {
        let walked = explorer.reading().viewing.walked?;
        let (_, count) = explorer.hit(walked)?;
        Some(if forward {
            (walked + 1) % count
        } else {
            (walked + count - 1) % count
        })
    });
    next.is_some_and(|number| walk(app, number))
}

/// A key while the map has the focus.
pub(super) fn map_key(app: &AppHandle<Explorer>, key: &str) -> bool {
    const STEP: i32 = 150;
    match key {
        "+" | "=" => see(app, 150, MIDDLE, (0, 0)),
        "-" => see(app, 67, MIDDLE, (0, 0)),
        "ArrowLeft" => see(app, 100, MIDDLE, (STEP, 0)),
        "ArrowRight" => see(app, 100, MIDDLE, (-STEP, 0)),
        "ArrowUp" => see(app, 100, MIDDLE, (0, STEP)),
        "ArrowDown" => see(app, 100, MIDDLE, (0, -STEP)),
        _ => false,
    }
}

pub(super) const MIDDLE: (i32, i32) = (500, 500);

/// The map enlarged about a point and drawn along; figures as in [`crate::app::atlas::Window`].
pub(super) fn see(
    app: &AppHandle<Explorer>,
    hundredths: i32,
    at: (i32, i32),
    by: (i32, i32),
) -> bool {
    let window = app
        .get_component()
        .and_then(|explorer| explorer.moved_map(hundredths, at, by));
    let Some(window) = window else { return false };
    app.send_message(Action::Choose(Choice::See(Sight::Window(window))));
    true
}

/// A key in a view that is no letter of a word.
pub(super) fn view_key(app: &AppHandle<Explorer>, key: &str) -> bool {
    let forward = match key {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return false,
    };
    let event = app
        .get_component()
        .and_then(|explorer| explorer.event(forward));
    let Some(event) = event else { return false };
    app.send_message(Action::Event(event));
    true
}

pub(super) fn choose_one(app: &AppHandle<Explorer>, choice: Choice) -> bool {
    app.send_message(Action::Choose(choice));
    false
}

/// To a place in the text.
pub(super) fn go(app: &AppHandle<Explorer>, to: Spot) -> bool {
    let from = layout::read_now().map(|(id, stood)| Place::new(id, stood));
    let close = layout::view_covers();
    app.send_message(Action::Go { to, from, close });
    true
}

/// The mention of an entity that stands nearest to a part of the article.
pub(super) fn nearest(app: &AppHandle<Explorer>, entity: &str, along: f64) -> Option<String> {
    let blocks = app.get_component()?.blocks();
    let away = |id: &String| {
        let block = prose::block_of(id).unwrap_or_default();
        ((f64::from(block) - 0.5) / f64::from(blocks) - along).abs()
    };
    let mentions = Note::of(entity)?.mentions().into_iter();
    mentions.min_by(|one, other| away(one).total_cmp(&away(other)))
}
