//! From what a reader does in the page to actions of the reducer.

use std::cell::Cell;
use std::rc::Rc;

use yew::AppHandle;

use crate::app::explorer::Explorer;
use crate::app::geometry::{Approach, Point, Rect};
use crate::app::listening::views::{
    MIDDLE, choose, choose_one, go, lead, map_key, nearest, search_key, see, view_key, walk_on,
};
use crate::app::reading::peek::Pointer;
use crate::app::reading::view::{Choice, Sight, View};
use crate::app::reading::{Action, Address, Card, Found, Opener, Press, Spot, Turn, Why};
use crate::platform::layout::{self, Stance, stance};
use crate::platform::listeners::{self, Gesture};
use crate::platform::{address, desk, document, prose};

mod views;

/// Attaches the listeners, takes over a note that is already open, and says that the app is ready.
pub(super) fn attach(app: AppHandle<Explorer>) {
    arrive(&app);
    layout::show_progress();
    prose::skim();
    let approach = Cell::new(None);
    listeners::attach(move |gesture| hear(&app, gesture, &approach));
    document::set_ready();
}

/// Under which the place of reading in this article is kept.
pub(super) fn place_key() -> String {
    ["place ", &document::article()].concat()
}

/// Tells the reducer where the page is.
fn arrive(app: &AppHandle<Explorer>) {
    let (address, pushed) = (here(), address::is_ours());
    app.send_message(Action::Arrive { address, pushed });
}

/// Sends what a gesture means; `false` leaves it to the browser.
fn hear(app: &AppHandle<Explorer>, gesture: Gesture, approach: &Cell<Option<Approach>>) -> bool {
    match gesture {
        Gesture::Link {
            fragment,
            mention,
            inside,
        } => {
            let Some(entity) = entity(&fragment) else {
                return false;
            };
            app.send_message(Action::Press(Press {
                entity,
                opener: mention.and_then(|id| Opener::from_id(&id)),
                inside,
                wide: stance() == Stance::Margin,
            }));
            true
        }
        Gesture::Jump(mention) => jump(app, Opener::from_id(&mention)),
        Gesture::View { slug, about } => {
            let Some(view) = View::from_slug(&slug) else {
                return false;
            };
            if !about.is_empty() {
                let about = about.into();
                app.send_message(Action::Choose(match view {
                    View::Map => Choice::See(Sight::Around(about)),
                    View::Relations => Choice::Hub(about),
                    _ => Choice::Only(about),
                }));
            }
            app.send_message(Action::View(view));
            true
        }
        Gesture::Map((hundredths, at, by)) => see(app, hundredths, at, by),
        Gesture::Spot { id, words } => go(
            app,
            Spot {
                id: id.into(),
                words,
            },
        ),
        Gesture::Strip { entity, along } => {
            nearest(app, &entity, along).is_some_and(|mention| go(app, Spot::whole(mention)))
        }
        Gesture::Edge(along) => {
            layout::block_along(along).is_some_and(|block| go(app, Spot::whole(block)))
        }
        Gesture::Event(event) => {
            app.send_message(Action::Event(event.into()));
            true
        }
        Gesture::Field { name, value } => choose(app, &name, &value),
        Gesture::Row(entity) => {
            document::glow(entity.as_deref());
            false
        }
        Gesture::ViewScrolled(down) => choose_one(app, Choice::Scrolled(down as usize)),
        Gesture::ViewKey { key, map: true, .. } => map_key(app, &key),
        Gesture::ViewKey {
            key, typing: true, ..
        } => search_key(app, &key),
        Gesture::ViewKey { key, typing, .. } => !typing && view_key(app, &key),
        Gesture::Act {
            name,
            value,
            entity,
        } => act(app, &name, &value, entity),
        Gesture::Key(key) => match key.as_str() {
            "]" => act(app, "next", "", String::new()),
            "[" => act(app, "previous", "", String::new()),
            "b" => act(app, "return", "", String::new()),
            _ => false,
        },
        Gesture::Peek => open_peek(app),
        Gesture::Escape => dismiss(app, Why::Escape),
        Gesture::Outside => {
            dismiss(app, Why::Outside);
            false
        }
        Gesture::Moved => {
            arrive(app);
            false
        }
        Gesture::Selected(selecting) => {
            app.send_message(Action::Select(selecting));
            false
        }
        Gesture::Resized => {
            app.send_message(Action::Resized);
            false
        }
        pointer => {
            point(app, pointer, approach);
            false
        }
    }
}

/// Sends what a pointer did, where it matters.
fn point(app: &AppHandle<Explorer>, gesture: Gesture, approach: &Cell<Option<Approach>>) {
    let Some((watches, leaving)) = app.get_component().map(|explorer| {
        let peeking = &explorer.reading().peeking;
        (peeking.watches(), peeking.leaving())
    }) else {
        return;
    };
    let pointer = match gesture {
        Gesture::Over {
            mention,
            entity,
            x,
            y,
        } => {
            let Some(opener) = Opener::from_id(&mention) else {
                return;
            };
            Pointer::Over {
                opener,
                entity: entity.into(),
                point: Point { x, y },
                selecting: document::is_selecting(),
            }
        }
        Gesture::OverPeek => Pointer::OverPeek,
        Gesture::Out { x, y } => {
            // Words selected in the peek keep it.
            if document::is_selecting() {
                return;
            }
            let peek = layout::place_of("[data-peek]").map(Rect::new);
            approach.set(peek.map(|peek| Approach::new(Point { x, y }, peek)));
            Pointer::Out
        }
        Gesture::Move { x, y } if watches => {
            let point = Point { x, y };
            let mut path = approach.take();
            let toward = leaving && path.as_mut().is_some_and(|path| path.follow(point));
            approach.set(path);
            Pointer::Move { point, toward }
        }
        Gesture::Scrolled => {
            layout::show_progress();
            let (top, window) = layout::scrolled();
            Pointer::Scrolled { top, window }
        }
        Gesture::Down => Pointer::Down,
        Gesture::Hidden => {
            if let Some((block, _)) = layout::read_now() {
                desk::remember(&place_key(), &block);
            }
            Pointer::Gone
        }
        _ => return,
    };
    app.send_message(Action::Point(pointer));
}

/// A control of ours was pressed.
fn act(app: &AppHandle<Explorer>, name: &str, value: &str, entity: String) -> bool {
    let action = match name {
        "next" | "previous" => {
            let step = app
                .get_component()
                .and_then(|explorer| explorer.step(name == "next"));
            return jump(app, step);
        }
        "return" => Action::Return {
            close: stance() == Stance::Sheet,
        },
        "back" => Action::Trail(Turn::Back),
        "forward" => Action::Trail(Turn::Forward),
        "pin" => Action::Pin,
        "share" => Action::Share,
        "taller" => Action::Taller,
        "close-view" => Action::CloseView,
        "zoom-in" => return see(app, 150, MIDDLE, (0, 0)),
        "zoom-out" => return see(app, 67, MIDDLE, (0, 0)),
        "zoom-whole" => Action::Choose(Choice::See(Sight::Whole)),
        "cluster" => Action::Choose(Choice::Cluster(value.parse().unwrap_or_default())),
        "quote" => Action::Quote,
        "resume" => Action::Resume,
        "copy" => Action::Copy(value.into()),
        "result" => return lead(app, value.parse().unwrap_or_default()),
        "hit-next" => return walk_on(app, true),
        "hit-previous" => return walk_on(app, false),
        "hit-end" => Action::Choose(Choice::EndWalk),
        "whole" => Action::Choose(Choice::Whole),
        "all-branches" => Action::Choose(Choice::All),
        "sort" => Action::Choose(Choice::Sort(value.parse().unwrap_or_default())),
        "peeks" => Action::TogglePeeks,
        "all" => Action::ListAll,
        _ => {
            let kept = app.get_component().is_some_and(|explorer| {
                let reading = explorer.reading();
                reading.pins.iter().any(|pin| *pin.entity == *entity)
                    && !matches!(&reading.card, Card::Open(open) if *open.entity == *entity)
            });
            if kept {
                Action::Unpin(entity.into())
            } else {
                Action::Dismiss(Why::Close)
            }
        }
    };
    app.send_message(action);
    true
}

fn jump(app: &AppHandle<Explorer>, to: Option<Opener>) -> bool {
    let Some(to) = to else { return false };
    let stood = app.get_component().and_then(|explorer| {
        let Card::Open(open) = &explorer.reading().card else {
            return None;
        };
        Some(layout::lines(&open.opener.as_ref()?.id).first()?[1])
    });
    app.send_message(Action::Jump {
        to,
        stood: stood.unwrap_or_default(),
    });
    true
}

fn open_peek(app: &AppHandle<Explorer>) -> bool {
    let peek = app
        .get_component()
        .and_then(|explorer| explorer.reading().peeking.shown.clone());
    let Some(peek) = peek else { return false };
    app.send_message(Action::Press(Press {
        entity: peek.entity,
        opener: Some(peek.opener),
        inside: false,
        wide: stance() == Stance::Margin,
    }));
    true
}

fn dismiss(app: &AppHandle<Explorer>, why: Why) -> bool {
    let open = app.get_component().is_some_and(|explorer| {
        let reading = explorer.reading();
        reading.card != Card::Shut
            || reading.peeking.shown.is_some()
            || (why == Why::Escape && reading.viewing.shown.is_some())
            || (why == Why::Escape && !reading.pins.is_empty() && stance() == Stance::Margin)
    });
    if open {
        app.send_message(Action::Dismiss(why));
    }
    open
}

fn here() -> Address {
    let fragment = address::fragment();
    match entity(&fragment) {
        Some(entity) => Address::Entity(Found {
            opener: document::nearest_mention(&entity).and_then(|id| Opener::from_id(&id)),
            target: document::is_target(&fragment),
            entity,
        }),
        None if fragment.is_empty() || fragment == "read" => Address::Page,
        None => View::from_slug(&fragment).map_or(Address::Elsewhere, Address::View),
    }
}

/// The entity a fragment names, if it has a note in this page.
fn entity(fragment: &str) -> Option<Rc<str>> {
    let entity = fragment.strip_prefix("ent-")?;
    document::element(fragment)?;
    Some(entity.into())
}
