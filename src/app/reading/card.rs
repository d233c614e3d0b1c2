//! The rules of the open card: what opens, changes, moves and closes it.

use std::rc::Rc;

use crate::app::reading::{
    Action, Address, Announcement, Card, CardState, Direction, Effect, EntityAddress, KEPT_CARDS,
    KeptCardState, Opener, Passage, Press, ReturnPoint, Transition, Why, fragment,
};
use crate::components::card::CardHeight;

impl CardState {
    pub(super) fn new(entity: Rc<str>, opener: Option<Opener>, pushed: bool) -> Self {
        Self {
            entity,
            opener,
            behind: Vec::new(),
            ahead: Vec::new(),
            pushed,
            arrived: false,
            height: CardHeight::Half,
            all: false,
        }
    }

    /// Off the history entry it stands on.
    pub(super) fn step_off(&self) -> Effect {
        if self.pushed {
            Effect::Back
        } else {
            Effect::Replace(None)
        }
    }

    pub(super) fn focus_back(&self) -> Effect {
        Effect::FocusOpener(self.opener.as_ref().map(|opener| opener.id.clone()))
    }
}

impl Transition {
    /// A card is open and something happens; it has been taken out of the state.
    pub(super) fn with_card(&mut self, mut open: CardState, action: Action) {
        match action {
            Action::Press(press) => self.press(open, press),
            Action::Dismiss(why) => self.dismiss(&open, why),
            Action::Arrive { address, pushed } => self.arrive(open, address, pushed),
            Action::Jump { to, stood } => self.jump(open, to, stood),
            Action::Trail(direction) => self.follow_trail(open, direction),
            Action::View(view) => self.view_for_card(&open, view),
            Action::CloseView => self.close_both(open),
            Action::Pin => self.pin(open),
            Action::Share => {
                self.ask(Effect::Copy(fragment(&open.entity)));
                self.keep_card(open);
            }
            Action::ListAll => {
                open.all = true;
                self.keep_card(open);
            }
            Action::Height(height) => {
                open.height = height;
                self.keep_card(open);
            }
            _ => self.keep_card(open),
        }
    }

    /// It stays.
    pub(super) fn keep_card(&mut self, open: CardState) {
        self.next.card = Card::Open(open);
    }

    /// Undoes what belongs to this card, which closes or changes; what was said of it is no longer true.
    pub(super) fn leave(&mut self, open: &CardState) {
        self.next.announcement = None;
        if let Some(opener) = &open.opener {
            self.ask(Effect::Collapse(opener.id.clone()));
        }
    }

    /// Another mention is the one that the card belongs to.
    pub(super) fn move_opener(&mut self, open: &mut CardState, to: Opener) {
        let id = to.id.clone();
        if let Some(old) = open.opener.replace(to) {
            self.ask(Effect::Collapse(old.id));
        }
        self.ask(Effect::Expand(id));
    }

    /// The same mention again closes; a link inside leads on along the trail; any other mention changes the card in place.
    fn press(&mut self, open: CardState, press: Press) {
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
        self.dim();
        self.leave(&open);
        self.ask(Effect::Replace(Some(fragment(&entity))));
        self.ask(Effect::FocusCard);
        let mut other = CardState::new(entity, opener, open.pushed);
        // Another press asks for more than the head.
        if open.height == CardHeight::Tall {
            other.height = open.height;
        }
        self.open(other);
    }

    fn follow(&mut self, mut open: CardState, entity: Rc<str>) {
        if entity == open.entity {
            self.ask(Effect::FocusCard);
            return self.keep_card(open);
        }
        open.behind.push(open.entity.clone());
        open.ahead.clear();
        self.lead(open, entity);
    }

    fn follow_trail(&mut self, mut open: CardState, direction: Direction) {
        let (from, to) = match direction {
            Direction::Back => (&mut open.behind, &mut open.ahead),
            Direction::Forward => (&mut open.ahead, &mut open.behind),
        };
        let Some(entity) = from.pop() else {
            return self.keep_card(open);
        };
        to.push(open.entity.clone());
        self.lead(open, entity);
    }

    /// The same card on another entity: the mention it belongs to stays.
    fn lead(&mut self, mut open: CardState, entity: Rc<str>) {
        self.leave(&open);
        self.ask(Effect::Replace(Some(fragment(&entity))));
        self.ask(Effect::FocusCard);
        open.entity = entity;
        open.all = false;
        self.open(open);
    }

    fn dismiss(&mut self, open: &CardState, why: Why) {
        self.dim();
        self.leave(open);
        self.ask(open.step_off());
        if why != Why::Outside {
            self.ask(open.focus_back());
        }
    }

    /// The reader went back or forward, or followed a link within the page.
    fn arrive(&mut self, open: CardState, address: Address, pushed: bool) {
        if let Address::Entity(found) = &address
            && found.entity == open.entity
        {
            if found.target {
                self.ask(Effect::ClearTarget);
            }
            return self.keep_card(open);
        }
        self.dim();
        self.leave(&open);
        match address {
            Address::Entity(found) => self.find(found, pushed),
            Address::View(view) => self.uncover_view(&open, view, pushed),
            Address::Elsewhere => self.next.viewing.shown = None,
            Address::Page => {
                self.next.viewing.shown = None;
                self.ask(open.focus_back());
            }
        }
    }

    fn jump(&mut self, mut open: CardState, to: Opener, stood: f64) {
        if let Some(return_point) = &mut self.next.return_point {
            return_point.top = None;
        } else if let Some(opener) = &open.opener {
            self.next.return_point = Some(ReturnPoint::new(opener.id.clone(), stood));
        }
        self.dim();
        self.move_opener(&mut open, to.clone());
        self.go_to(Passage::whole(to.id.clone()));
        self.keep_card(open);
        self.next.announcement = Some(Announcement::Moved(to));
    }

    /// The card becomes a pinned one: its layer ends, its mention goes on saying that it is open.
    fn pin(&mut self, open: CardState) {
        if self.next.pins.len() >= KEPT_CARDS {
            return self.keep_card(open);
        }
        self.dim();
        self.ask(open.step_off());
        self.ask(Effect::FocusPin(open.entity.clone()));
        self.next.pins.push(KeptCardState {
            entity: open.entity,
            opener: open.opener,
        });
    }

    /// The address names an entity: its card opens. A note that the styles show as a card already gives way to it.
    pub(super) fn find(&mut self, found: EntityAddress, pushed: bool) {
        let EntityAddress {
            entity,
            opener,
            target,
        } = found;
        if target {
            self.ask(Effect::ClearTarget);
        }
        self.ask(Effect::FocusCard);
        let mut open = CardState::new(entity, opener, pushed);
        open.arrived = true;
        self.open(open);
    }

    pub(super) fn open(&mut self, open: CardState) {
        if let Some(opener) = &open.opener {
            self.ask(Effect::Expand(opener.id.clone()));
        }
        self.keep_card(open);
    }
}
