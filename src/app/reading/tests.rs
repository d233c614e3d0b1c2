//! The state table, row by row.

use super::Effect::*;
use super::testing::after;
use super::*;

fn press(entity: &str, mention: Option<&str>, inside: bool) -> Action {
    Action::Press(Press {
        subject: entity.into(),
        opener: mention.and_then(Opener::from_id),
        inside,
        wide: false,
    })
}

fn arrive(address: Address) -> Action {
    Action::Arrive {
        address,
        entry: LayerEntry::default(),
    }
}

/// What follows a state, which stays as it is.
fn step(reading: &Reading, action: Action) -> (Reading, Vec<Effect>) {
    reading.step(action, 0.0)
}

/// Takes the actions in turn, and compares the open entity and the effects of the last.
#[track_caller]
fn check(actions: &[Action], open: Option<&str>, effects: &[Effect]) {
    let (reading, last) = after(actions);
    let entity = match &reading.card {
        Card::Open(open) => open.subject.entity().map(|entity| &**entity),
        Card::Shut => None,
    };
    assert_eq!((entity, last.as_slice()), (open, effects));
}

#[test]
fn a_press_opens_with_an_entry_of_its_own_and_moves_focus() {
    check(
        &[press("a", Some("m-a-2"), false)],
        Some("a"),
        &[Push("ent-a".into()), FocusCard, Expand("m-a-2".into())],
    );
}

#[test]
fn escape_goes_back_and_focus_returns() {
    let actions = [
        press("a", Some("m-a-1"), false),
        Action::Dismiss(Why::Escape),
    ];
    check(
        &actions,
        None,
        &[
            Collapse("m-a-1".into()),
            Back(1),
            FocusOpener(Some("m-a-1".into())),
        ],
    );
}

#[test]
fn a_press_outside_leaves_focus_where_it_went() {
    check(
        &[
            press("a", Some("m-a-1"), false),
            Action::Dismiss(Why::Outside),
        ],
        None,
        &[Collapse("m-a-1".into()), Back(1)],
    );
}

#[test]
fn the_same_mention_again_closes() {
    let again = press("a", Some("m-a-1"), false);
    check(
        &[again.clone(), again],
        None,
        &[
            Collapse("m-a-1".into()),
            Back(1),
            FocusOpener(Some("m-a-1".into())),
        ],
    );
}

#[test]
fn another_mention_changes_the_card_in_place() {
    let actions = [
        press("a", Some("m-a-1"), false),
        press("b", Some("m-b-1"), false),
    ];
    check(
        &actions,
        Some("b"),
        &[
            Collapse("m-a-1".into()),
            Replace(Some("ent-b".into())),
            FocusCard,
            Expand("m-b-1".into()),
        ],
    );
}

#[test]
fn a_link_inside_changes_the_card_and_closing_returns_to_the_first_word() {
    let actions = [
        press("a", Some("m-a-1"), false),
        press("b", None, true),
        Action::Dismiss(Why::Close),
    ];
    check(
        &actions,
        None,
        &[
            Collapse("m-a-1".into()),
            Back(1),
            FocusOpener(Some("m-a-1".into())),
        ],
    );
}

#[test]
fn going_back_closes_without_going_back_again() {
    let actions = [press("a", Some("m-a-1"), false), arrive(Address::Page)];
    check(
        &actions,
        None,
        &[Collapse("m-a-1".into()), FocusOpener(Some("m-a-1".into()))],
    );
}

#[test]
fn a_jump_into_the_text_takes_focus_with_it() {
    check(
        &[press("a", Some("m-a-1"), false), arrive(Address::Elsewhere)],
        None,
        &[Collapse("m-a-1".into())],
    );
}

fn found(entity: &str, target: bool) -> Address {
    Address::Card(CardAddress {
        subject: entity.into(),
        opener: Opener::from_id(&["m-", entity, "-3"].concat()),
        target,
    })
}

#[test]
fn going_forward_opens_again_at_the_nearest_mention() {
    let actions = [
        press("a", None, false),
        arrive(Address::Page),
        arrive(found("a", false)),
    ];
    check(&actions, Some("a"), &[FocusCard, Expand("m-a-3".into())]);
}

#[test]
fn a_note_that_is_open_gives_way_to_the_card_and_leaves_no_entry() {
    let found = arrive(found("a", true));
    check(
        std::slice::from_ref(&found),
        Some("a"),
        &[ClearTarget, FocusCard, Expand("m-a-3".into())],
    );
    let close = [found, Action::Dismiss(Why::Escape)];
    let effects = [
        Collapse("m-a-3".into()),
        Replace(None),
        FocusOpener(Some("m-a-3".into())),
    ];
    check(&close, None, &effects);
}

#[test]
fn nothing_open_nothing_to_close() {
    check(&[Action::Dismiss(Why::Escape)], None, &[]);
    check(&[arrive(Address::Page)], None, &[]);
}

#[test]
fn a_mention_s_id_is_read_from_the_right() {
    let opener = Opener::from_id("m-nov13-demonstration-12");
    assert_eq!(opener.map(|opener| opener.number), Some(12));
    assert_eq!(Opener::from_id("m--1"), None);
    assert_eq!(Opener::from_id("p4"), None);
}

#[test]
fn the_trail_goes_back_and_forward() {
    let walk = [
        press("a", Some("m-a-1"), false),
        press("b", None, true),
        press("c", None, true),
        Action::Trail(Direction::Back),
        Action::Trail(Direction::Back),
        Action::Trail(Direction::Forward),
    ];
    check(
        &walk,
        Some("b"),
        &[
            Collapse("m-a-1".into()),
            Replace(Some("ent-b".into())),
            FocusCard,
            Expand("m-a-1".into()),
        ],
    );
    check(
        &[walk[0].clone(), Action::Trail(Direction::Back)],
        Some("a"),
        &[],
    );
}

fn jump(to: &str, stood: f64) -> Action {
    Action::Jump {
        to: Opener::from_id(to).unwrap_or_else(|| panic!("{to} is a mention")),
        from: Some(ReturnPoint::new("m-a-1", stood)),
        covers: Covers::default(),
    }
}

#[test]
fn a_jump_lights_the_mention_and_the_card_belongs_to_it() {
    let actions = [press("a", Some("m-a-1"), false), jump("m-a-2", 300.0)];
    check(
        &actions,
        Some("a"),
        &[
            PushJump("ent-a".into()),
            Collapse("m-a-1".into()),
            Expand("m-a-2".into()),
            Light(Passage::whole("m-a-2")),
            Show(Passage::whole("m-a-2")),
        ],
    );
    let close = [
        actions[0].clone(),
        actions[1].clone(),
        Action::Dismiss(Why::Escape),
    ];
    check(
        &close,
        None,
        &[
            Dim(Passage::whole("m-a-2")),
            Collapse("m-a-2".into()),
            Back(2),
            FocusOpener(Some("m-a-2".into())),
        ],
    );
}

/// The way back leads to where the first jump began, however many followed.
#[test]
fn returning_leads_to_where_the_first_jump_began() {
    let mut reading = Reading::default();
    for action in [
        press("a", Some("m-a-1"), false),
        jump("m-a-2", 300.0),
        jump("m-a-3", 100.0),
    ] {
        (reading, _) = reading.step(action, 0.0);
    }
    for (covers, height) in [(false, CardHeight::Half), (true, CardHeight::Lowered)] {
        let covers = Covers {
            view: covers,
            card: covers,
        };
        let (asked, effects) = step(&reading, Action::Return { covers });
        assert_eq!(effects, [Back(1)]);
        let (after, effects) = step(&asked, arrive(found("a", false)));
        let restored = effects.iter().find_map(|effect| match effect {
            Restore(return_point) => Some((&*return_point.id, return_point.stood)),
            _ => None,
        });
        assert_eq!(restored, Some(("m-a-1", 300.0)));
        assert!(effects.contains(&FocusOpener(Some("m-a-1".into()))));
        assert_eq!(after.return_point, None);
        let Card::Open(open) = after.card else {
            panic!("it stays");
        };
        assert_eq!(open.height, height, "clear of the line");
    }
}

#[test]
fn a_screen_of_reading_on_forgets_the_way_back() {
    let mut reading = Reading::default();
    let scrolled = |top| Action::Point(Pointer::Scrolled { top, window: 800.0 });
    for action in [
        press("a", Some("m-a-1"), false),
        jump("m-a-2", 300.0),
        scrolled(2000.0),
        scrolled(2800.0),
    ] {
        (reading, _) = reading.step(action, 0.0);
    }
    assert!(reading.return_point.is_some());
    assert_eq!(step(&reading, scrolled(2801.0)).0.return_point, None);
}

#[test]
fn kept_cards_stay_and_escape_takes_the_newest() {
    let mut reading = Reading::default();
    let keep = |reading: &Reading, entity: &str, mention: &str| {
        let (open, _) = step(reading, press(entity, Some(mention), false));
        step(&open, Action::Pin).0
    };
    for (entity, mention) in [
        ("a", "m-a-1"),
        ("b", "m-b-1"),
        ("c", "m-c-1"),
        ("d", "m-d-1"),
    ] {
        reading = keep(&reading, entity, mention);
    }
    let kept: Vec<_> = reading.pins.iter().map(|pin| &*pin.entity).collect();
    assert_eq!(kept, ["a", "b", "c"], "three at most");
    assert!(
        matches!(reading.card, Card::Open(_)),
        "the fourth stays a card"
    );
    let (reading, _) = step(&reading, Action::Dismiss(Why::Escape));
    let (reading, effects) = step(&reading, Action::Dismiss(Why::Escape));
    let kept: Vec<_> = reading.pins.iter().map(|pin| &*pin.entity).collect();
    assert_eq!(kept, ["a", "b"]);
    assert_eq!(
        effects,
        [Collapse("m-c-1".into()), FocusOpener(Some("m-c-1".into()))]
    );
}

#[test]
fn a_kept_card_s_mention_leads_to_it() {
    let reading = Reading {
        pins: vec![KeptCardState {
            entity: "a".into(),
            opener: None,
        }],
        ..Reading::default()
    };
    let again = Action::Press(Press {
        subject: "a".into(),
        opener: Opener::from_id("m-a-2"),
        inside: false,
        wide: true,
    });
    let (after, effects) = step(&reading, again);
    assert_eq!(after.card, Card::Shut);
    assert_eq!(effects, [Expand("m-a-2".into()), FocusPin("a".into())]);
    assert_eq!(after.pins[0].opener, Opener::from_id("m-a-2"));
}

#[test]
fn the_switch_is_remembered() {
    let (off, effects) = step(&Reading::default(), Action::TogglePeeks);
    assert!(off.peeks_off());
    assert_eq!(effects, [Set("peeks".into(), "off".into())]);
    let (on, effects) = step(&off, Action::TogglePeeks);
    assert!(!on.peeks_off());
    assert_eq!(effects, [Set("peeks".into(), "".into())]);
}

fn over() -> Action {
    Action::Point(Pointer::Over {
        opener: Opener::from_id("m-b-1").unwrap_or_else(|| panic!("a mention")),
        subject: "b".into(),
        point: crate::app::geometry::Point::default(),
        selecting: false,
    })
}

#[test]
fn no_peek_is_on_its_way_while_a_card_is_open() {
    let (open, _) = step(&Reading::default(), press("a", Some("m-a-1"), false));
    assert_eq!(step(&open, over()).1, []);
}

#[test]
fn no_peek_is_on_its_way_while_peeks_are_switched_off() {
    let (off, _) = step(&Reading::default(), Action::TogglePeeks);
    assert_eq!(step(&off, over()).1, []);
    let (on, _) = step(&off, Action::TogglePeeks);
    assert!(matches!(step(&on, over()).1[..], [Effect::SetTimer { .. }]));
}
