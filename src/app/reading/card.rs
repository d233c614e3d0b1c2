//! The rules of the open card: what opens, changes, moves and closes it.

use crate::app::reading::{
    Action, Address, Announcement, Card, CardAddress, CardState, Covers, Direction, Effect,
    KEPT_CARDS, KeptCardState, LayerEntry, Opener, Passage, Press, ReturnPoint, Subject,
    Transition, Why,
};
use crate::components::card::CardHeight;

impl CardState {
    pub(super) fn new(subject: Subject, opener: Option<Opener>, entry: LayerEntry) -> Self {
        Self {
            subject,
            opener,
            behind: Vec::new(),
            ahead: Vec::new(),
            entry,
            arrived: false,
            hides: None,
            height: CardHeight::Half,
            all: false,
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
            Action::Arrive { address, entry } => self.arrive(open, address, entry),
            Action::Jump { to, from, covers } => self.jump(open, to, from, covers),
            Action::Trail(direction) => self.follow_trail(open, direction),
            Action::View(view) => self.view_for_card(open, view),
            Action::CloseView => self.close_both(open),
            Action::Pin => self.pin(open),
            Action::Share => {
                self.ask(Effect::Copy(open.subject.fragment()));
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

    /// Another mention is the one that the card belongs to, or none.
    pub(super) fn set_opener(&mut self, open: &mut CardState, to: Option<Opener>) {
        if let Some(old) = std::mem::replace(&mut open.opener, to.clone()) {
            self.ask(Effect::Collapse(old.id));
        }
        if let Some(opener) = to {
            self.ask(Effect::Expand(opener.id));
        }
    }

    /// The same mention again closes; a link inside leads on along the trail; any other mention changes the card in place.
    fn press(&mut self, open: CardState, press: Press) {
        let Press {
            subject,
            opener,
            inside,
            ..
        } = press;
        if inside {
            return self.follow(open, subject);
        }
        if opener.is_some() && opener == open.opener && subject == open.subject {
            return self.dismiss(&open, Why::Close);
        }
        self.dim();
        self.leave(&open);
        self.ask(Effect::Replace(Some(subject.fragment())));
        self.ask(Effect::FocusCard);
        let mut other = CardState::new(subject, opener, open.entry);
        other.hides = open.hides;
        // Another press asks for more than the head.
        if open.height == CardHeight::Tall {
            other.height = open.height;
        }
        self.open(other);
    }

    fn follow(&mut self, mut open: CardState, subject: Subject) {
        if subject == open.subject {
            self.ask(Effect::FocusCard);
            return self.keep_card(open);
        }
        open.behind.push(open.subject.clone());
        open.ahead.clear();
        self.lead(open, subject);
    }

    fn follow_trail(&mut self, mut open: CardState, direction: Direction) {
        let (from, to) = match direction {
            Direction::Back => (&mut open.behind, &mut open.ahead),
            Direction::Forward => (&mut open.ahead, &mut open.behind),
        };
        let Some(subject) = from.pop() else {
            return self.keep_card(open);
        };
        to.push(open.subject.clone());
        self.lead(open, subject);
    }

    /// The same card on something else: the mention it belongs to stays.
    fn lead(&mut self, mut open: CardState, subject: Subject) {
        self.leave(&open);
        self.ask(Effect::Replace(Some(subject.fragment())));
        self.ask(Effect::FocusCard);
        open.subject = subject;
        open.all = false;
        self.open(open);
    }

    fn dismiss(&mut self, open: &CardState, why: Why) {
        self.dim();
        self.leave(open);
        self.step_off_card(open);
        if why != Why::Outside {
            self.ask(open.focus_back());
        }
    }

    /// Off its history entries, and off those of a view that is hidden under it.
    fn step_off_card(&mut self, open: &CardState) {
        let below = open.hides.map_or(0, |shown| shown.entry.count());
        match below {
            0 => self.step_off(open.entry),
            below => self.ask(Effect::Back(open.entry.count() + below)),
        }
    }

    /// The reader went back or forward, or followed a link within the page.
    fn arrive(&mut self, open: CardState, address: Address, entry: LayerEntry) {
        self.next.depth = entry.depth;
        if let Address::Card(found) = &address
            && found.subject == open.subject
        {
            return self.arrive_at_same(open, found.clone(), entry);
        }
        self.dim();
        self.leave(&open);
        self.next.viewing.hidden = open.hides.or(self.next.viewing.hidden);
        match address {
            Address::Card(found) => self.find(found, entry),
            Address::View(view) => self.uncover_view(&open, view, entry),
            Address::Elsewhere => self.next.viewing.shown = None,
            Address::Page => {
                self.next.viewing.shown = None;
                self.ask(open.focus_back());
            }
        }
    }

    /// Back to where the reader was when they went from the card into the text, or forward again.
    fn arrive_at_same(&mut self, mut open: CardState, found: CardAddress, entry: LayerEntry) {
        if found.target {
            self.ask(Effect::ClearTarget);
        }
        let came_back = open.entry.jumped && !entry.jumped;
        open.entry.jumped = entry.jumped;
        if came_back {
            self.dim();
            let point = self.next.return_point.take();
            let opener = point
                .as_ref()
                .map_or(found.opener, |point| point.opener.clone());
            self.set_opener(&mut open, opener);
            if let Some(hidden) = open.hides.take() {
                self.next.viewing.shown = Some(hidden);
            }
            let returning = point.as_ref().and_then(|point| point.returning);
            if open.height == CardHeight::Lowered {
                open.height = CardHeight::Half;
            }
            // The line is wanted: a card that would stand over it makes way.
            if returning.is_some_and(|covers| covers.card) {
                open.height = CardHeight::Lowered;
            }
            self.come_back(point);
        }
        self.keep_card(open);
    }

    /// To a place in the text: where the card would stand over it, it is lowered.
    pub(super) fn go_from_card(
        &mut self,
        mut open: CardState,
        to: Passage,
        from: Option<ReturnPoint>,
        covers: Covers,
    ) {
        self.leave_line(&mut open, from, covers);
        if covers.card {
            open.height = CardHeight::Lowered;
            self.ask(Effect::FocusText(to.id.clone()));
        }
        self.keep_card(open);
        self.go_to(to);
    }

    /// To another mention: the card belongs to it from now on.
    fn jump(&mut self, mut open: CardState, to: Opener, from: Option<ReturnPoint>, covers: Covers) {
        self.leave_line(&mut open, from, covers);
        self.set_opener(&mut open, Some(to.clone()));
        self.go_to(Passage::whole(to.id.clone()));
        self.keep_card(open);
        self.next.announcement = Some(Announcement::Moved(to));
    }

    /// The way back is kept, to the first line that was left: in memory, and as an entry of the history. A view below that would
    /// cover the text makes way.
    fn leave_line(&mut self, open: &mut CardState, from: Option<ReturnPoint>, covers: Covers) {
        self.keep_return_point(from, open.opener.clone());
        self.dim();
        if !std::mem::replace(&mut open.entry.jumped, true) {
            self.ask(Effect::PushJump(open.subject.fragment()));
        }
        if covers.view {
            open.hides = open.hides.or(self.next.viewing.shown.take());
        }
    }

    /// The card becomes a pinned one: its layer ends, its mention goes on saying that it is open.
    fn pin(&mut self, open: CardState) {
        let Subject::Entity(entity) = &open.subject else {
            return self.keep_card(open);
        };
        if self.next.pins.len() >= KEPT_CARDS {
            return self.keep_card(open);
        }
        let entity = entity.clone();
        self.dim();
        self.step_off_card(&open);
        self.ask(Effect::FocusPin(entity.clone()));
        self.next.pins.push(KeptCardState {
            entity,
            opener: open.opener,
        });
    }

    /// The address names what has a card, which opens. A note that the styles show as a card already gives way to it.
    pub(super) fn find(&mut self, found: CardAddress, entry: LayerEntry) {
        let CardAddress {
            subject,
            opener,
            target,
        } = found;
        if target {
            self.ask(Effect::ClearTarget);
        }
        self.ask(Effect::FocusCard);
        let mut open = CardState::new(subject, opener, entry);
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
