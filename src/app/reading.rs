//! The one reducer: what the reader is doing, as a pure function from state and action to state and effects.

use std::rc::Rc;

/// What the reader has before them, besides the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub card: Card,
}

/// The card and where it came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Card {
    #[default]
    Shut,
    Open(Open),
}

/// An open card.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Slug of the entity.
    pub entity: Rc<str>,
    /// The mention it was opened from.
    pub opener: Option<Opener>,
    /// The page's own note serves as the card, since it was open before the app attached.
    pub adopted: bool,
    /// The history entry it stands on was pushed by us, so that going back closes it.
    pub pushed: bool,
}

/// A mention that opened a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Opener {
    /// The mention's id in the page.
    pub id: Rc<str>,
    /// Which mention of its entity it is.
    pub number: u32,
}

impl Opener {
    /// Reads a mention's id, `m-ENTITY-N`, from the right.
    pub fn from_id(id: &str) -> Option<Self> {
        let (entity, number) = id.strip_prefix("m-")?.rsplit_once('-')?;
        (!entity.is_empty()).then_some(())?;
        Some(Self {
            id: id.into(),
            number: number.parse().ok()?,
        })
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A mention or another link to an entity was pressed.
    Press(Press),
    /// The card is to be closed.
    Dismiss(Why),
    /// The address is new to us: the app attached, or the reader went back, forward, or along a link within the page.
    Arrive { address: Address, pushed: bool },
}

/// A press on a link to an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    pub entity: Rc<str>,
    /// The mention, if the link is one.
    pub opener: Option<Opener>,
    /// The link stands in the card.
    pub inside: bool,
}

/// What the address's fragment names.
#[derive(Clone, Debug, PartialEq)]
pub enum Address {
    Entity(Found),
    /// A mention, a block, a list.
    Elsewhere,
    /// The page alone.
    Page,
}

/// An entity found in the address.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub entity: Rc<str>,
    /// The mention that a reader would take for what opened it.
    pub opener: Option<Opener>,
    /// Its note is the page's target, so the styles show it as a card already.
    pub target: bool,
}

/// Why a card closes, which decides where focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Escape,
    Close,
    Outside,
}

/// What the browser is to do about it, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A history entry of its own, for a layer on a shorter stack.
    Push(Rc<str>),
    /// The same entry, another entity; without one the address of the page alone.
    Replace(Option<Rc<str>>),
    /// Back to the entry before ours.
    Back,
    /// The page's own note of this entity is the card.
    Adopt(Rc<str>),
    /// It no longer is.
    Release(Rc<str>),
    /// The opener says that its card is open.
    Expand(Rc<str>),
    Collapse(Rc<str>),
    /// Focus goes to the card's heading, once drawn.
    FocusCard,
    /// Focus goes back to what opened the card.
    FocusOpener(Option<Rc<str>>),
}

impl Reading {
    /// The next state and what the browser is to do.
    pub fn step(&self, action: Action) -> (Self, Vec<Effect>) {
        match (&self.card, action) {
            (Card::Open(open), Action::Press(press)) => open.press(press),
            (Card::Open(open), Action::Dismiss(why)) => open.dismiss(why),
            (Card::Open(open), Action::Arrive { address, pushed }) => open.arrive(address, pushed),
            (Card::Shut, Action::Press(Press { entity, opener, .. })) => {
                let effects = vec![Effect::Push(entity.clone()), Effect::FocusCard];
                opened(
                    Open {
                        entity,
                        opener,
                        adopted: false,
                        pushed: true,
                    },
                    effects,
                )
            }
            (
                Card::Shut,
                Action::Arrive {
                    address: Address::Entity(found),
                    pushed,
                },
            ) => found.open(pushed, Vec::new()),
            (Card::Shut, Action::Dismiss(_) | Action::Arrive { .. }) => (self.clone(), Vec::new()),
        }
    }
}

impl Open {
    /// A press while open: the same mention again closes; anything else changes the card in place.
    fn press(&self, press: Press) -> (Reading, Vec<Effect>) {
        let Press {
            entity,
            opener,
            inside,
        } = press;
        if !inside && opener.is_some() && opener == self.opener && entity == self.entity {
            return self.dismiss(Why::Close);
        }
        if inside && entity == self.entity {
            return (
                Reading {
                    card: Card::Open(self.clone()),
                },
                vec![Effect::FocusCard],
            );
        }
        let opener = if inside { self.opener.clone() } else { opener };
        let mut effects = self.leave();
        effects.extend([Effect::Replace(Some(entity.clone())), Effect::FocusCard]);
        opened(
            Open {
                entity,
                opener,
                adopted: false,
                pushed: self.pushed,
            },
            effects,
        )
    }

    fn dismiss(&self, why: Why) -> (Reading, Vec<Effect>) {
        let mut effects = self.leave();
        let back = self.pushed && !self.adopted;
        effects.push(if back {
            Effect::Back
        } else {
            Effect::Replace(None)
        });
        if why != Why::Outside {
            effects.push(self.focus_back());
        }
        (Reading { card: Card::Shut }, effects)
    }

    /// The reader went back or forward, or followed a link within the page.
    fn arrive(&self, address: Address, pushed: bool) -> (Reading, Vec<Effect>) {
        match address {
            Address::Entity(found) if found.entity == self.entity => (
                Reading {
                    card: Card::Open(self.clone()),
                },
                Vec::new(),
            ),
            Address::Entity(found) => found.open(pushed, self.leave()),
            Address::Elsewhere => (Reading { card: Card::Shut }, self.leave()),
            Address::Page => {
                let mut effects = self.leave();
                effects.push(self.focus_back());
                (Reading { card: Card::Shut }, effects)
            }
        }
    }

    fn focus_back(&self) -> Effect {
        Effect::FocusOpener(self.opener.as_ref().map(|opener| opener.id.clone()))
    }

    /// What closing or changing this card undoes.
    fn leave(&self) -> Vec<Effect> {
        let release = self.adopted.then(|| Effect::Release(self.entity.clone()));
        let collapse = self
            .opener
            .as_ref()
            .map(|opener| Effect::Collapse(opener.id.clone()));
        release.into_iter().chain(collapse).collect()
    }
}

impl Found {
    /// A note that is shown already becomes the card where it stands, and focus stays; else a card is drawn.
    fn open(self, pushed: bool, mut effects: Vec<Effect>) -> (Reading, Vec<Effect>) {
        let Found {
            entity,
            opener,
            target,
        } = self;
        effects.push(if target {
            Effect::Adopt(entity.clone())
        } else {
            Effect::FocusCard
        });
        opened(
            Open {
                entity,
                opener,
                adopted: target,
                pushed,
            },
            effects,
        )
    }
}

fn opened(open: Open, mut effects: Vec<Effect>) -> (Reading, Vec<Effect>) {
    effects.extend(
        open.opener
            .as_ref()
            .map(|opener| Effect::Expand(opener.id.clone())),
    );
    (
        Reading {
            card: Card::Open(open),
        },
        effects,
    )
}

#[cfg(test)]
mod tests;
