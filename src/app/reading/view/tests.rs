//! The table of layers, row by row, and what is chosen in views.

use crate::app::reading::Effect::*;
use crate::app::reading::{Action, CardAddress, Opener, Press, Why};

use super::*;
use crate::app::reading::date_filter::DateFilter;
use crate::app::reading::testing::after;
use crate::model::kind::Kind;

fn view(view: View) -> Action {
    Action::View(view)
}

/// A press on a link to an entity that is no mention, as in a row.
fn press(entity: &str) -> Action {
    Action::Press(Press {
        subject: entity.into(),
        opener: None,
        inside: false,
        wide: false,
    })
}

fn press_mention(entity: &str, mention: &str) -> Action {
    Action::Press(Press {
        subject: entity.into(),
        opener: Opener::from_id(mention),
        inside: false,
        wide: false,
    })
}

fn arrive(address: Address) -> Action {
    Action::Arrive {
        address,
        entry: LayerEntry {
            pushed: true,
            jumped: false,
            depth: 1,
        },
    }
}

fn go(id: &str, covers: bool) -> Action {
    Action::Go {
        to: Passage::whole(id),
        from: Some(ReturnPoint::new("p2", 80.0)),
        covers: Covers {
            view: covers,
            card: covers,
        },
    }
}

/// What is shown after the actions, view and card, and the effects of the last.
#[track_caller]
fn check(actions: &[Action], shown: Option<View>, card: Option<&str>, effects: &[Effect]) {
    let (reading, last) = after(actions);
    let open = match &reading.card {
        Card::Open(open) => open.subject.entity().map(|entity| &**entity),
        Card::Shut => None,
    };
    let seen = (reading.viewing.view(), open, last.as_slice());
    assert_eq!(seen, (shown, card, effects));
}

#[test]
fn a_tab_opens_with_an_entry_of_its_own() {
    check(
        &[view(View::Entities)],
        Some(View::Entities),
        None,
        &[Push("entities".into()), FocusView(View::Entities)],
    );
}

#[test]
fn another_tab_takes_the_place_and_the_entry() {
    check(
        &[view(View::Entities), view(View::Timeline)],
        Some(View::Timeline),
        None,
        &[Replace(Some("timeline".into())), FocusView(View::Timeline)],
    );
}

#[test]
fn the_same_tab_and_escape_and_the_close_button_close() {
    let ways = [
        view(View::Map),
        Action::Dismiss(Why::Escape),
        Action::CloseView,
    ];
    for way in ways {
        check(
            &[view(View::Map), way],
            None,
            None,
            &[Back(1), FocusTab(View::Map)],
        );
    }
}

#[test]
fn a_press_beside_the_view_leaves_it() {
    let actions = [view(View::Map), Action::Dismiss(Why::Outside)];
    check(&actions, Some(View::Map), None, &[]);
}

#[test]
fn a_view_that_the_address_named_closes_without_a_step_back() {
    let arrived = Action::Arrive {
        address: Address::View(View::Map),
        entry: LayerEntry::default(),
    };
    check(
        &[arrived, Action::Dismiss(Why::Escape)],
        None,
        None,
        &[Replace(None), FocusTab(View::Map)],
    );
}

#[test]
fn a_card_goes_over_the_view_and_escape_returns_to_its_row() {
    check(
        &[view(View::Entities), press("a")],
        Some(View::Entities),
        Some("a"),
        &[Push("ent-a".into()), FocusCard],
    );
    check(
        &[
            view(View::Entities),
            press("a"),
            Action::Dismiss(Why::Escape),
        ],
        Some(View::Entities),
        None,
        &[Back(1), FocusOpener(None)],
    );
}

#[test]
fn going_back_from_the_card_uncovers_the_view() {
    check(
        &[
            view(View::Entities),
            press("a"),
            arrive(Address::View(View::Entities)),
        ],
        Some(View::Entities),
        None,
        &[FocusOpener(None)],
    );
}

#[test]
fn going_back_by_two_closes_both() {
    check(
        &[view(View::Entities), press("a"), arrive(Address::Page)],
        None,
        None,
        &[FocusOpener(None)],
    );
}

#[test]
fn the_view_s_close_button_under_a_card_goes_back_twice() {
    check(
        &[view(View::Entities), press("a"), Action::CloseView],
        None,
        None,
        &[Back(2), FocusTab(View::Entities)],
    );
}

#[test]
fn a_tab_goes_over_a_card() {
    check(
        &[press_mention("a", "m-a-1"), view(View::Timeline)],
        Some(View::Timeline),
        None,
        &[
            Collapse("m-a-1".into()),
            Push("timeline".into()),
            FocusView(View::Timeline),
        ],
    );
}

#[test]
fn going_back_from_a_view_uncovers_the_card_that_it_was_opened_over() {
    let found = Address::Card(CardAddress {
        subject: "a".into(),
        opener: Opener::from_id("m-a-9"),
        target: false,
    });
    check(
        &[
            press_mention("a", "m-a-1"),
            view(View::Timeline),
            arrive(found),
        ],
        None,
        Some("a"),
        &[FocusCard, Expand("m-a-1".into())],
    );
}

#[test]
fn the_tab_of_the_view_below_a_card_closes_the_card() {
    check(
        &[view(View::Timeline), press("a"), view(View::Timeline)],
        Some(View::Timeline),
        None,
        &[Back(1), FocusView(View::Timeline)],
    );
}

#[test]
fn forward_opens_again_what_back_closed() {
    let actions = [
        view(View::Entities),
        arrive(Address::Page),
        arrive(Address::View(View::Entities)),
    ];
    check(
        &actions,
        Some(View::Entities),
        None,
        &[FocusView(View::Entities)],
    );
    let found = CardAddress {
        subject: "a".into(),
        opener: None,
        target: false,
    };
    let actions = [view(View::Entities), arrive(Address::Card(found))];
    check(&actions, Some(View::Entities), Some("a"), &[FocusCard]);
}

#[test]
fn a_place_in_the_text_is_lit_and_the_way_back_is_kept() {
    let passage = Passage::whole("m-a-1");
    check(
        &[view(View::Entities), go("m-a-1", false)],
        Some(View::Entities),
        None,
        &[
            PushJump("entities".into()),
            Light(passage.clone()),
            Show(passage),
        ],
    );
    let (reading, _) = after(&[view(View::Entities), go("m-a-1", false), go("m-b-1", false)]);
    assert_eq!(reading.return_point, Some(ReturnPoint::new("p2", 80.0)));
    assert_eq!(reading.lit, Some(Passage::whole("m-b-1")));
}

#[test]
fn a_view_that_covers_the_text_is_hidden_on_the_way_there() {
    let passage = Passage::whole("p7");
    check(
        &[view(View::Timeline), go("p7", true)],
        None,
        None,
        &[
            PushJump("p7".into()),
            FocusText("p7".into()),
            Light(passage.clone()),
            Show(passage),
        ],
    );
}

#[test]
fn an_event_is_chosen_in_the_timeline_wherever_it_was_pressed() {
    let event = || Action::Event("e".into());
    let row: Effect = FocusRow("event-e".into());
    check(
        &[view(View::Timeline), event()],
        Some(View::Timeline),
        None,
        std::slice::from_ref(&row),
    );
    check(
        &[event()],
        Some(View::Timeline),
        None,
        &[Push("timeline".into()), row.clone()],
    );
    check(
        &[press_mention("a", "m-a-1"), event()],
        Some(View::Timeline),
        None,
        &[Collapse("m-a-1".into()), Push("timeline".into()), row],
    );
    let (reading, _) = after(&[event()]);
    assert_eq!(reading.viewing.event.as_deref(), Some("e"));
    assert_eq!(reading.announcement, Some(Announcement::Event("e".into())));
}

/// A list drawn in part begins where its new element stands: at its top.
#[test]
fn a_view_opens_at_its_top() {
    let scrolled = || Action::Choose(Choice::Scrolled(9_000));
    let ways: [&[Action]; 4] = [
        &[view(View::Entities)],
        &[view(View::Map), view(View::Entities)],
        &[view(View::Map), arrive(Address::View(View::Entities))],
        &[press("a"), view(View::Entities)],
    ];
    for way in ways {
        let mut actions = vec![view(View::Timeline), scrolled(), view(View::Timeline)];
        actions.extend_from_slice(way);
        let (reading, _) = after(&actions);
        assert_eq!(reading.viewing.view(), Some(View::Entities));
        assert_eq!(reading.viewing.scrolled, 0, "{way:?}");
    }
    let (reading, _) = after(&[
        view(View::Entities),
        scrolled(),
        press("a"),
        Action::Dismiss(Why::Escape),
    ]);
    assert_eq!(reading.viewing.scrolled, 9_000, "under a card it stays");
}

#[test]
fn choices_outlive_the_view() {
    let mut actions = vec![view(View::Entities)];
    let choices = [
        Choice::Kind(Kind::Person),
        Choice::Order(Order::Count),
        Choice::Dates(DateFilter::Kind(Kind::Law)),
        Choice::Hub("a".into()),
        Choice::All,
        Choice::Sort(2),
    ];
    actions.extend(choices.map(Action::Choose));
    actions.push(view(View::Entities));
    let viewing = after(&actions).0.viewing;
    assert_eq!(viewing.without, [Kind::Person]);
    assert_eq!(viewing.order, Order::Count);
    assert_eq!(viewing.dates, DateFilter::Kind(Kind::Law));
    assert_eq!((viewing.hub.as_deref(), viewing.all), (Some("a"), true));
    assert_eq!(viewing.sorted, Some((2, false)));
}

#[test]
fn a_kind_chosen_twice_is_listed_again() {
    let kind = |kind| Action::Choose(Choice::Kind(kind));
    let (reading, _) = after(&[kind(Kind::Law), kind(Kind::Place), kind(Kind::Law)]);
    assert_eq!(reading.viewing.without, [Kind::Place]);
}

#[test]
fn a_column_sorts_up_then_down_then_up() {
    let sort = |column| Action::Choose(Choice::Sort(column));
    let sorted = |actions: &[Action]| after(actions).0.viewing.sorted;
    assert_eq!(sorted(&[sort(1)]), Some((1, false)));
    assert_eq!(sorted(&[sort(1), sort(1)]), Some((1, true)));
    assert_eq!(sorted(&[sort(1), sort(1), sort(1)]), Some((1, false)));
    assert_eq!(sorted(&[sort(1), sort(1), sort(0)]), Some((0, false)));
}

#[test]
fn another_hub_shows_its_best_sourced_relations_first() {
    let hub = |entity: &str| Action::Choose(Choice::Hub(entity.into()));
    let (reading, _) = after(&[hub("a"), Action::Choose(Choice::All), hub("b")]);
    assert!(!reading.viewing.all);
}

#[test]
fn every_view_has_its_fragment() {
    let slugs = "entities timeline map relations search settings cite help";
    assert_eq!(View::ALL.map(View::slug).join(" "), slugs);
    for view in View::ALL {
        assert_eq!(View::from_slug(view.slug()), Some(view));
    }
    assert_eq!(View::from_slug("elsewhere"), None);
}
