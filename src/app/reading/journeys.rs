//! The line is never lost: from every state, along every kind of link into the text, by every way back. The browser's history
//! is a model here: what the reducer asks of it is done, and what it tells is told.

use std::rc::Rc;

use crate::app::reading::view::{Shown, View};
use crate::app::reading::{
    Action, Address, Announcement, Card, CardAddress, Covers, Effect, LayerEntry, Opener, Passage,
    Press, Reading, ReturnPoint, Subject, Why,
};
use crate::components::card::CardHeight;

/// An entry of the history.
#[derive(Clone, Debug, Default, PartialEq)]
struct Entry {
    fragment: Rc<str>,
    entry: LayerEntry,
    opener: Option<Rc<str>>,
}

/// A reader's page: what it shows, and the history up to where it stands.
#[derive(Clone)]
struct Journey {
    reading: Reading,
    entries: Vec<Entry>,
    /// What was asked for last.
    effects: Vec<Effect>,
}

impl Journey {
    fn begin() -> Self {
        Self {
            reading: Reading::default(),
            entries: vec![Entry::default()],
            effects: Vec::new(),
        }
    }

    fn act(&mut self, action: Action) {
        let (next, effects) = self.reading.step(action, 0.0);
        self.reading = next;
        let mut steps = 0;
        for effect in &effects {
            let depth = self.entries.len() as u32;
            let entry = |jumped| LayerEntry {
                pushed: true,
                jumped,
                depth,
            };
            match effect {
                Effect::Push(fragment) => self.push(fragment, entry(false)),
                Effect::PushJump(fragment) => self.push(fragment, entry(true)),
                Effect::Replace(fragment) => {
                    let top = self.entries.last_mut().expect("the page itself");
                    top.fragment = fragment.clone().unwrap_or_default();
                }
                Effect::Back(count) => steps += *count as usize,
                _ => {}
            }
        }
        if let Card::Open(open) = &self.reading.card
            && let Some(top) = self.entries.last_mut()
        {
            top.opener = open.opener.as_ref().map(|opener| opener.id.clone());
        }
        self.effects = effects;
        if steps > 0 {
            self.back(steps);
        }
    }

    fn push(&mut self, fragment: &Rc<str>, entry: LayerEntry) {
        self.entries.push(Entry {
            fragment: fragment.clone(),
            entry,
            opener: None,
        });
    }

    /// Back by the browser's own button, or by what was asked of it.
    fn back(&mut self, steps: usize) {
        assert!(self.entries.len() > steps, "back beyond the page");
        self.entries.truncate(self.entries.len() - steps);
        self.arrive();
    }

    fn arrive(&mut self) {
        let top = self.entries.last().expect("the page itself").clone();
        let address = match Subject::from_fragment(&top.fragment) {
            Some(subject) => Address::Card(CardAddress {
                subject,
                opener: top.opener.as_deref().and_then(Opener::from_id),
                target: false,
            }),
            None if top.fragment.is_empty() => Address::Page,
            None => View::from_slug(&top.fragment).map_or(Address::Elsewhere, Address::View),
        };
        let asked = std::mem::take(&mut self.effects);
        self.act(Action::Arrive {
            address,
            entry: top.entry,
        });
        self.effects.splice(0..0, asked);
    }

    /// The page is loaded anew: only the history knows what was open.
    fn reload(&mut self) {
        self.reading = Reading::default();
        self.arrive();
    }

    fn card(&self) -> Option<(Rc<str>, Option<Rc<str>>, CardHeight)> {
        match &self.reading.card {
            Card::Open(open) => Some((
                open.subject.card(),
                open.opener.as_ref().map(|opener| opener.id.clone()),
                open.height,
            )),
            Card::Shut => None,
        }
    }

    fn view(&self) -> Option<View> {
        self.reading.viewing.view()
    }

    fn restores(&self) -> Option<(&str, f64)> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Restore(point) => Some((&*point.id, point.stood)),
            _ => None,
        })
    }
}

fn press(entity: &str, mention: Option<&str>) -> Action {
    Action::Press(Press {
        subject: entity.into(),
        opener: mention.and_then(Opener::from_id),
        inside: false,
        wide: false,
    })
}

fn press_sign(sign: &str) -> Action {
    Action::Press(Press {
        subject: Subject::Footnote(2),
        opener: Opener::from_id(sign),
        inside: false,
        wide: true,
    })
}

/// The states in which links into the text are found.
fn states() -> Vec<(&'static str, Vec<Action>)> {
    let card = press("a", Some("m-a-2"));
    let view = Action::View(View::Timeline);
    vec![
        ("a card", vec![card.clone()]),
        ("a view", vec![view.clone()]),
        ("a card over a view", vec![view.clone(), press("a", None)]),
        (
            "a card after its trail",
            vec![
                card.clone(),
                Action::Press(Press {
                    subject: "b".into(),
                    opener: None,
                    inside: true,
                    wide: false,
                }),
            ],
        ),
        ("a view that took a card's place", vec![card, view]),
        ("a footnote's card", vec![press_sign("fnref-2-3")]),
    ]
}

/// Kinds of windows: beside the text, by the words, over all of it.
const WINDOWS: [Covers; 3] = [
    Covers {
        view: false,
        card: false,
    },
    Covers {
        view: false,
        card: true,
    },
    Covers {
        view: true,
        card: true,
    },
];

/// The kinds of links: to a block (sources, chips, results, hits), to a mention from a list in a view, from the card.
fn links(covers: Covers, card: bool) -> Vec<(&'static str, Action)> {
    let go = |to: &str| Action::Go {
        to: Passage::whole(to),
        from: Some(ReturnPoint::new("p4", 120.0)),
        covers,
    };
    let mut links = vec![("a block", go("p9")), ("a mention", go("m-c-1"))];
    if card {
        let to = Opener::from_id("m-a-5").expect("a mention's id");
        links.push((
            "the card's list and steps",
            Action::Jump {
                to,
                from: Some(ReturnPoint::new("m-a-2", 120.0)),
                covers,
            },
        ));
    }
    links
}

/// Calls `check` with each state in each window before and after each link was followed.
fn each(check: impl Fn(&str, &Journey, Journey)) {
    for (state, actions) in states() {
        for covers in WINDOWS {
            let mut before = Journey::begin();
            for action in actions.clone() {
                before.act(action);
            }
            for (link, action) in links(covers, before.card().is_some()) {
                let mut after = before.clone();
                after.act(action);
                check(&format!("{state}, {link}, {covers:?}"), &before, after);
            }
        }
    }
}

#[test]
fn the_card_stays_and_the_goal_is_marked() {
    each(|name, before, after| {
        let entity = |journey: &Journey| journey.card().map(|card| card.0);
        assert_eq!(entity(&after), entity(before), "{name}");
        assert!(after.reading.lit.is_some(), "{name}: the goal is lit");
    });
}

#[test]
fn what_would_cover_the_goal_makes_way() {
    each(|name, _, after| {
        let covers = name.contains("view: true");
        if covers {
            assert_eq!(after.view(), None, "{name}");
        }
        if name.contains("a block") && name.contains("card: true") {
            let height = after.card().map(|card| card.2);
            assert_ne!(height, Some(CardHeight::Half), "{name}");
        }
    });
}

#[test]
fn back_brings_everything_as_it_was() {
    each(|name, before, mut after| {
        after.back(1);
        assert_eq!(after.card(), before.card(), "{name}");
        assert_eq!(after.view(), before.view(), "{name}");
        assert_eq!(after.entries, before.entries, "{name}");
        assert_eq!(after.reading.lit, None, "{name}");
        assert!(after.restores().is_some(), "{name}: the line comes back");
    });
}

#[test]
fn the_second_step_back_leads_to_the_first_place() {
    each(|name, before, mut after| {
        after.act(Action::Go {
            to: Passage::whole("p1"),
            from: Some(ReturnPoint::new("p9", 0.0)),
            covers: Covers::default(),
        });
        if after.card().is_some() || after.view().is_some() {
            after.back(1);
            assert_eq!(after.card(), before.card(), "{name}");
            assert_eq!(
                after.entries, before.entries,
                "{name}: one entry for all jumps"
            );
        }
    });
}

#[test]
fn escape_closes_and_leaves_no_entry_of_ours() {
    each(|name, _, mut after| {
        for _ in 0..3 {
            after.act(Action::Dismiss(Why::Escape));
        }
        assert_eq!((after.card(), after.view()), (None, None), "{name}");
        let fragment = &after.entries.last().expect("the page itself").fragment;
        assert!(
            after.entries.len() == 1 || &**fragment == "p9" || &**fragment == "m-c-1",
            "{name}: {:?}",
            after.entries
        );
    });
}

#[test]
fn a_reload_brings_the_layer_and_back_the_line_below_it() {
    each(|name, before, mut after| {
        let (card, view) = (after.card(), after.view());
        after.reload();
        let entity = |card: Option<(Rc<str>, _, _)>| {
            card.map(|card: (Rc<str>, Option<Rc<str>>, CardHeight)| (card.0, card.1))
        };
        assert_eq!(entity(after.card()), entity(card.clone()), "{name}");
        if card.is_none() {
            assert_eq!(after.view(), view, "{name}");
        }
        after.back(1);
        assert_eq!(entity(after.card()), entity(before.card()), "{name}");
        if before.card().is_none() {
            assert_eq!(after.view(), before.view(), "{name}");
        }
    });
}

#[test]
fn the_button_back_leads_to_the_line_too() {
    each(|name, before, mut after| {
        let covers = Covers::default();
        if after.reading.return_point.is_none() {
            return;
        }
        after.act(Action::Return { covers });
        assert!(after.restores().is_some(), "{name}");
        assert_eq!(after.reading.return_point, None, "{name}");
        let entity = |journey: &Journey| journey.card().map(|card| card.0);
        assert_eq!(entity(&after), entity(before), "{name}");
    });
}

/// Closing a lowered card leaves the text that was gone to, not the view that had led there.
#[test]
fn closing_a_lowered_card_leaves_the_text() {
    let mut journey = Journey::begin();
    journey.act(Action::View(View::Timeline));
    journey.act(press("a", None));
    for (_, action) in links(WINDOWS[2], false) {
        let mut after = journey.clone();
        after.act(action);
        after.act(Action::Dismiss(Why::Close));
        assert_eq!((after.card(), after.view()), (None, None));
        assert_eq!(after.entries.len(), 1);
    }
    assert!(matches!(journey.reading.viewing.shown, Some(Shown { .. })));
}

/// What was said of a card goes with it: silence, or the truth.
#[test]
fn what_was_announced_goes_with_the_card() {
    let to = Opener::from_id("m-a-3").expect("a mention's id");
    let step = Action::Jump {
        to: to.clone(),
        from: Some(ReturnPoint::new("m-a-2", 120.0)),
        covers: Covers::default(),
    };
    for leaves in [
        Action::Dismiss(Why::Escape),
        press("b", Some("m-b-1")),
        Action::View(View::Timeline),
    ] {
        let mut journey = Journey::begin();
        journey.act(press("a", Some("m-a-2")));
        journey.act(step.clone());
        assert_eq!(
            journey.reading.announcement,
            Some(Announcement::Moved(to.clone()))
        );
        journey.act(leaves.clone());
        assert_eq!(journey.reading.announcement, None, "{leaves:?}");
    }
}
