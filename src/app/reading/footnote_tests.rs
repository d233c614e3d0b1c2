//! The card of a footnote, as far as it is not that of an entity.

use super::Effect::*;
use super::testing::after;
use super::*;

fn press(subject: Subject, opener: Option<&str>, inside: bool) -> Action {
    Action::Press(Press {
        subject,
        opener: opener.and_then(Opener::from_id),
        inside,
        wide: true,
    })
}

fn open(reading: &Reading) -> Option<&CardState> {
    match &reading.card {
        Card::Open(open) => Some(open),
        Card::Shut => None,
    }
}

#[test]
fn a_sign_opens_and_closes_it_at_its_own_address() {
    let sign = press(Subject::Footnote(3), Some("fnref-3-2"), false);
    let (reading, effects) = after(std::slice::from_ref(&sign));
    assert_eq!(
        effects,
        [Push("fn-3".into()), FocusCard, Expand("fnref-3-2".into())]
    );
    let card = open(&reading).expect("it is open");
    assert_eq!(card.opener.as_ref().map(|opener| opener.number), Some(2));
    let (reading, effects) = after(&[sign.clone(), sign]);
    assert_eq!(open(&reading), None);
    assert_eq!(
        effects,
        [
            Collapse("fnref-3-2".into()),
            Back(1),
            FocusOpener(Some("fnref-3-2".into()))
        ]
    );
}

#[test]
fn a_mention_in_it_leads_on_and_the_trail_back() {
    let actions = [
        press(Subject::Footnote(1), Some("fnref-1"), false),
        press("ada".into(), None, true),
        Action::Trail(Direction::Back),
    ];
    let (reading, effects) = after(&actions[..2]);
    let card = open(&reading).expect("it is open");
    assert_eq!(card.subject, "ada".into());
    assert_eq!(card.behind, [Subject::Footnote(1)]);
    assert!(effects.contains(&Replace(Some("ent-ada".into()))));
    let (reading, effects) = after(&actions);
    let card = open(&reading).expect("it is open");
    assert_eq!(card.subject, Subject::Footnote(1));
    assert!(effects.contains(&Replace(Some("fn-1".into()))));
}

#[test]
fn it_is_never_kept() {
    let actions = [
        press(Subject::Footnote(1), Some("fnref-1"), false),
        Action::Pin,
    ];
    let (reading, effects) = after(&actions);
    assert!(open(&reading).is_some());
    assert_eq!((reading.pins.len(), effects.len()), (0, 0));
}

#[test]
fn addresses_name_entities_and_footnotes() {
    for fragment in ["ent-ada", "ent-fn-1", "fn-12"] {
        let subject = Subject::from_fragment(fragment).expect(fragment);
        assert_eq!(&*subject.fragment(), fragment);
    }
    for fragment in ["fn-x", "fnref-1", "p3", "fn-"] {
        assert_eq!(Subject::from_fragment(fragment), None, "{fragment}");
    }
}
