//! The state table, row by row.

use super::Effect::*;
use super::*;

fn press(entity: &str, mention: Option<&str>, inside: bool) -> Action {
    Action::Press(Press {
        entity: entity.into(),
        opener: mention.and_then(Opener::from_id),
        inside,
        wide: false,
    })
}

fn arrive(address: Address) -> Action {
    Action::Arrive {
        address,
        pushed: false,
    }
}

/// Takes the actions in turn; returns the open entity and the effects of the last.
#[track_caller]
fn check(actions: &[Action], open: Option<&str>, effects: &[Effect]) {
    let mut reading = Reading::default();
    let mut last = Vec::new();
    for action in actions {
        (reading, last) = reading.step(action.clone(), 0.0);
    }
    let entity = match &reading.card {
        Card::Open(open) => Some(&*open.entity),
        Card::Shut => None,
    };
    assert_eq!((entity, last.as_slice()), (open, effects));
}

#[test]
fn a_press_opens_with_an_entry_of_its_own_and_moves_focus() {
    check(
        &[press("a", Some("m-a-2"), false)],
        Some("a"),
        &[Push("a".into()), FocusCard, Expand("m-a-2".into())],
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
            Back,
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
        &[Collapse("m-a-1".into()), Back],
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
            Back,
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
            Replace(Some("b".into())),
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
            Back,
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
    Address::Entity(Found {
        entity: entity.into(),
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
fn a_note_that_is_open_becomes_the_card_and_leaves_no_entry() {
    let adopt = arrive(found("a", true));
    check(
        std::slice::from_ref(&adopt),
        Some("a"),
        &[Adopt("a".into()), Expand("m-a-3".into())],
    );
    let close = [adopt, Action::Dismiss(Why::Escape)];
    let effects = [
        Release("a".into()),
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
