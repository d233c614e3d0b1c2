//! The rules of the open card: what opens, changes, moves and closes it.

use std::rc::Rc;

use crate::app::reading::{
    Action, Address, Card, Effect, Found, Open, Opener, PINS, Pin, Place, Press, Reading, Spot,
    Told, Turn, Why, fragment,
};

impl Open {
    pub(super) fn new(entity: Rc<str>, opener: Option<Opener>, pushed: bool) -> Self {
        Self {
            entity,
            opener,
            behind: Vec::new(),
            ahead: Vec::new(),
            adopted: false,
            pushed,
            tall: false,
            all: false,
        }
    }

    /// What closing or changing this card undoes.
    pub(super) fn leave(&self) -> Vec<Effect> {
        let release = self.adopted.then(|| Effect::Release(self.entity.clone()));
        let collapse = self
            .opener
            .as_ref()
            .map(|opener| Effect::Collapse(opener.id.clone()));
        release.into_iter().chain(collapse).collect()
    }

    /// Off the history entry it stands on.
    pub(super) fn step_off(&self) -> Effect {
        if self.pushed && !self.adopted {
            Effect::Back
        } else {
            Effect::Replace(None)
        }
    }

    /// Another mention is the one that the card belongs to.
    pub(super) fn move_opener(&mut self, to: Opener) -> Vec<Effect> {
        let expand = Effect::Expand(to.id.clone());
        let old = self.opener.replace(to);
        let collapse = old.map(|opener| Effect::Collapse(opener.id));
        collapse.into_iter().chain([expand]).collect()
    }

    pub(super) fn focus_back(&self) -> Effect {
        Effect::FocusOpener(self.opener.as_ref().map(|opener| opener.id.clone()))
    }
}

impl Reading {
    /// A card is open and something happens; it has been taken out of the state.
    pub(super) fn with_card(&mut self, mut open: Open, action: Action) -> Vec<Effect> {
        match action {
            Action::Press(press) => self.press(open, press),
            Action::Dismiss(why) => self.dismiss(&open, why),
            Action::Arrive { address, pushed } => self.arrive(open, address, pushed),
            Action::Jump { to, stood } => self.jump(open, to, stood),
            Action::Trail(turn) => self.turn(open, turn),
            Action::View(view) => self.view_for_card(&open, view),
            Action::CloseView => self.close_both(&open),
            Action::Pin => self.pin(open),
            Action::Share => {
                let effects = vec![Effect::Copy(fragment(&open.entity))];
                self.card = Card::Open(open);
                effects
            }
            Action::ListAll => {
                open.all = true;
                self.card = Card::Open(open);
                Vec::new()
            }
            Action::Taller => {
                open.tall = !open.tall;
                self.card = Card::Open(open);
                Vec::new()
            }
            _ => {
                self.card = Card::Open(open);
                Vec::new()
            }
        }
    }

    /// The same mention again closes; a link inside leads on along the trail; any other mention changes the card in place.
    fn press(&mut self, open: Open, press: Press) -> Vec<Effect> {
        let Press {
            entity,
            opener,
            inside,
            ..
        } = press;
        if inside {
            return self.follow(open, entity);
        }
        if opener.is_some() && opener == open.opener && entity == open.entity {
            return self.dismiss(&open, Why::Close);
        }
        let mut effects = self.dim();
        effects.extend(open.leave());
        effects.extend([Effect::Replace(Some(fragment(&entity))), Effect::FocusCard]);
        self.open(
            Open {
                tall: open.tall,
                ..Open::new(entity, opener, open.pushed)
            },
            effects,
        )
    }

    fn follow(&mut self, mut open: Open, entity: Rc<str>) -> Vec<Effect> {
        if entity == open.entity {
            self.card = Card::Open(open);
            return vec![Effect::FocusCard];
        }
        let left = open.entity.clone();
        open.behind.push(left);
        open.ahead.clear();
        self.show(open, entity)
    }

    fn turn(&mut self, mut open: Open, turn: Turn) -> Vec<Effect> {
        let (from, to) = match turn {
            Turn::Back => (&mut open.behind, &mut open.ahead),
            Turn::Forward => (&mut open.ahead, &mut open.behind),
        };
        let Some(entity) = from.pop() else {
            self.card = Card::Open(open);
            return Vec::new();
        };
        to.push(open.entity.clone());
        self.show(open, entity)
    }

    /// The same card on another entity: the mention it belongs to stays.
    fn show(&mut self, open: Open, entity: Rc<str>) -> Vec<Effect> {
        let mut effects = open.leave();
        effects.extend([Effect::Replace(Some(fragment(&entity))), Effect::FocusCard]);
        let open = Open {
            entity,
            adopted: false,
            all: false,
            ..open
        };
        self.open(open, effects)
    }

    fn dismiss(&mut self, open: &Open, why: Why) -> Vec<Effect> {
        let mut effects = self.dim();
        effects.extend(open.leave());
        effects.push(open.step_off());
        if why != Why::Outside {
            effects.push(open.focus_back());
        }
        effects
    }

    /// The reader went back or forward, or followed a link within the page.
    fn arrive(&mut self, open: Open, address: Address, pushed: bool) -> Vec<Effect> {
        if let Address::Entity(found) = &address
            && found.entity == open.entity
        {
            self.card = Card::Open(open);
            return Vec::new();
        }
        let mut effects = self.dim();
        effects.extend(open.leave());
        match address {
            Address::Entity(found) => self.find(found, pushed, effects),
            Address::View(view) => self.uncover_view(&open, view, pushed, effects),
            Address::Elsewhere => {
                self.viewing.shown = None;
                effects
            }
            Address::Page => {
                self.viewing.shown = None;
                effects.push(open.focus_back());
                effects
            }
        }
    }

    fn jump(&mut self, mut open: Open, to: Opener, stood: f64) -> Vec<Effect> {
        if self.place.is_none() {
            let place = |opener: &Opener| Place::new(opener.id.clone(), stood);
            self.place = open.opener.as_ref().map(place);
        } else if let Some(place) = &mut self.place {
            place.top = None;
        }
        let mut effects = self.dim();
        effects.extend(open.move_opener(to.clone()));
        let spot = Spot::whole(to.id.clone());
        effects.extend([Effect::Light(spot.clone()), Effect::Show(spot.clone())]);
        self.card = Card::Open(open);
        self.told = Some(Told::Moved(to));
        self.lit = Some(spot);
        effects
    }

    /// The card becomes a pinned one: its layer ends, its mention goes on saying that it is open.
    fn pin(&mut self, open: Open) -> Vec<Effect> {
        if open.adopted || self.pins.len() >= PINS {
            self.card = Card::Open(open);
            return Vec::new();
        }
        let mut effects = self.dim();
        effects.extend([open.step_off(), Effect::FocusPin(open.entity.clone())]);
        self.pins.push(Pin {
            entity: open.entity,
            opener: open.opener,
        });
        effects
    }

    /// A note that is shown already becomes the card where it stands, and focus stays; else a card is drawn.
    pub(super) fn find(
        &mut self,
        found: Found,
        pushed: bool,
        mut effects: Vec<Effect>,
    ) -> Vec<Effect> {
        let Found {
            entity,
            opener,
            target,
        } = found;
        effects.push(if target {
            Effect::Adopt(entity.clone())
        } else {
            Effect::FocusCard
        });
        self.open(
            Open {
                adopted: target,
                ..Open::new(entity, opener, pushed)
            },
            effects,
        )
    }

    pub(super) fn open(&mut self, open: Open, mut effects: Vec<Effect>) -> Vec<Effect> {
        effects.extend(
            open.opener
                .as_ref()
                .map(|opener| Effect::Expand(opener.id.clone())),
        );
        self.card = Card::Open(open);
        effects
    }
}
