//! From what a reader does in the page to actions of the reducer.

use std::cell::Cell;
use std::rc::Rc;

use yew::AppHandle;

use crate::app::explorer::Explorer;
use crate::app::geometry::{Approach, Point, Rect};
use crate::app::reading::peek::Pointer;
use crate::app::reading::view::{Choice, Sight, View};
use crate::app::reading::{Action, Address, Card, Found, Opener, Place, Press, Spot, Why};
use crate::platform::layout::{self, Stance, stance};
use crate::platform::listeners::{self, Gesture};
use crate::platform::notes::Note;
use crate::platform::{address, desk, document, prose};

mod controls;

/// Attaches the listeners, takes over a note that is already open, and says that the app is ready.
pub(super) fn attach(app: AppHandle<Explorer>) {
    arrive(&app);
    layout::show_progress();
    prose::skim();
    let approach = Cell::new(None);
    listeners::attach(move |gesture| match app.get_component() {
        Some(explorer) => {
            let ear = Ear {
                app: &app,
                explorer: &explorer,
                approach: &approach,
            };
            ear.hear(gesture)
        }
        None => false,
    });
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

/// Hears a gesture: what it means depends on what is shown.
struct Ear<'a> {
    app: &'a AppHandle<Explorer>,
    explorer: &'a Explorer,
    /// The pointer's way from words to their peek.
    approach: &'a Cell<Option<Approach>>,
}

impl Ear<'_> {
    #[inline(never)]
    fn send(&self, action: Action) {
        self.app.send_message(action);
    }

    /// Sends what a control or link means, which is then not the browser's.
    fn take(&self, action: Action) -> bool {
        self.send(action);
        true
    }

    /// Sends what does not keep the browser from its own.
    fn note(&self, action: Action) -> bool {
        self.send(action);
        false
    }

    /// Sends what a gesture means; `false` leaves it to the browser.
    fn hear(&self, gesture: Gesture) -> bool {
        match gesture {
            Gesture::Link {
                fragment,
                mention,
                inside,
            } => {
                let Some(entity) = entity(&fragment) else {
                    return false;
                };
                self.press(Press {
                    entity,
                    opener: mention.and_then(|id| Opener::from_id(&id)),
                    inside,
                    wide: stance() == Stance::Margin,
                })
            }
            Gesture::Jump(mention) => self.jump(Opener::from_id(&mention)),
            Gesture::View { slug, about } => self.view(&slug, &about),
            Gesture::Map((hundredths, at, by)) => self.see(hundredths, at, by),
            Gesture::Spot { id, words } => self.go(Spot {
                id: id.into(),
                words,
            }),
            Gesture::Strip { entity, along } => {
                let nearest = nearest(self.explorer.blocks(), &entity, along);
                nearest.is_some_and(|mention| self.go(Spot::whole(mention)))
            }
            Gesture::Edge(along) => {
                let block = layout::block_along(along);
                block.is_some_and(|block| self.go(Spot::whole(block)))
            }
            Gesture::Event(event) => self.take(Action::Event(event.into())),
            Gesture::Field { name, value } => self.choose(&name, &value),
            Gesture::Row(entity) => {
                document::glow(entity.as_deref());
                false
            }
            // Only a long list draws no more than is seen.
            Gesture::ViewScrolled(down) => {
                self.explorer.reading().viewing.view() == Some(View::Entities)
                    && self.note(Action::Choose(Choice::Scrolled(down as usize)))
            }
            Gesture::ViewKey { key, map: true, .. } => self.map_key(&key),
            Gesture::ViewKey {
                key, typing: true, ..
            } => self.search_key(&key),
            Gesture::ViewKey { key, typing, .. } => !typing && self.view_key(&key),
            Gesture::Act {
                name,
                value,
                entity,
            } => self.act(&name, &value, &entity),
            Gesture::Key(key) => match key.as_str() {
                "]" => self.step(true),
                "[" => self.step(false),
                "b" => self.act("return", "", ""),
                _ => false,
            },
            Gesture::Peek => self.open_peek(),
            Gesture::Escape => self.dismiss(Why::Escape),
            Gesture::Outside => {
                self.dismiss(Why::Outside);
                false
            }
            Gesture::Moved => {
                arrive(self.app);
                false
            }
            Gesture::Selected(selecting) => self.note(Action::Select(selecting)),
            Gesture::Resized => self.note(Action::Resized),
            pointer => {
                if let Some(pointer) = self.pointer(pointer) {
                    self.send(Action::Point(pointer));
                }
                false
            }
        }
    }

    /// What a pointer did, where it matters.
    fn pointer(&self, gesture: Gesture) -> Option<Pointer> {
        let peeking = &self.explorer.reading().peeking;
        Some(match gesture {
            Gesture::Over {
                mention,
                entity,
                x,
                y,
            } => Pointer::Over {
                opener: Opener::from_id(&mention)?,
                entity: entity.into(),
                point: Point { x, y },
                selecting: document::is_selecting(),
            },
            Gesture::OverPeek => Pointer::OverPeek,
            Gesture::Out { x, y } => {
                // Words selected in the peek keep it.
                if document::is_selecting() {
                    return None;
                }
                let peek = layout::place_of("[data-peek]").map(Rect::new);
                let approach = peek.map(|peek| Approach::new(Point { x, y }, peek));
                self.approach.set(approach);
                Pointer::Out
            }
            Gesture::Move { x, y } if peeking.watches() => {
                let point = Point { x, y };
                let mut path = self.approach.take();
                let toward =
                    peeking.leaving() && path.as_mut().is_some_and(|path| path.follow(point));
                self.approach.set(path);
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
            _ => return None,
        })
    }

    fn press(&self, press: Press) -> bool {
        self.take(Action::Press(press))
    }

    /// A view opens, about an entity or as it was.
    fn view(&self, slug: &str, about: &str) -> bool {
        let Some(view) = View::from_slug(slug) else {
            return false;
        };
        if !about.is_empty() {
            let about = about.into();
            self.send(Action::Choose(match view {
                View::Map => Choice::See(Sight::Around(about)),
                View::Relations => Choice::Hub(about),
                _ => Choice::Only(about),
            }));
        }
        self.take(Action::View(view))
    }

    /// To a place in the text.
    fn go(&self, to: Spot) -> bool {
        let from = layout::read_now().map(|(id, stood)| Place::new(id, stood));
        let close = layout::view_covers();
        self.take(Action::Go { to, from, close })
    }

    /// To the mention one step along the card's.
    fn step(&self, forward: bool) -> bool {
        self.jump(self.explorer.step(forward))
    }

    fn jump(&self, to: Option<Opener>) -> bool {
        let Some(to) = to else { return false };
        let opener = match &self.explorer.reading().card {
            Card::Open(open) => open.opener.as_ref(),
            Card::Shut => None,
        };
        let lines = opener.map_or_else(Vec::new, |opener| layout::lines(&opener.id));
        let stood = lines.first().map_or(0.0, |line| line[1]);
        self.take(Action::Jump { to, stood })
    }

    fn open_peek(&self) -> bool {
        let Some(peek) = &self.explorer.reading().peeking.shown else {
            return false;
        };
        self.press(Press {
            entity: peek.entity.clone(),
            opener: Some(peek.opener.clone()),
            inside: false,
            wide: stance() == Stance::Margin,
        })
    }

    fn dismiss(&self, why: Why) -> bool {
        let reading = self.explorer.reading();
        let below = || {
            reading.viewing.shown.is_some()
                || (!reading.pins.is_empty() && stance() == Stance::Margin)
        };
        let open = matches!(reading.card, Card::Open(_))
            || reading.peeking.shown.is_some()
            || (why == Why::Escape && below());
        open && self.take(Action::Dismiss(why))
    }
}

/// The mention of an entity that stands nearest to a part of the article.
fn nearest(blocks: u32, entity: &str, along: f64) -> Option<String> {
    let (mut nearest, mut least) = (None, f64::MAX);
    for mention in Note::of(entity)?.mentions() {
        let block = prose::block_of(&mention).unwrap_or_default();
        let away = ((f64::from(block) - 0.5) / f64::from(blocks) - along).abs();
        if away < least {
            (nearest, least) = (Some(mention), away);
        }
    }
    nearest
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
