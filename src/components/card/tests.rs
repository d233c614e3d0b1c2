//! What a card is to those who read it, and that it is the note.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop at what it did not expect"
)]

use super::*;
use crate::components::kept_card::KeptCard;
use crate::components::testing::{markup, note};

fn card(options: CardOptions, context: Option<Context>) -> String {
    let context = context.map(Rc::new);
    markup(html! {
        <Card note={note()} mention={Some(2)} blocks=20 {options} {context} onact={Callback::noop()} />
    })
}

/// One component draws the note wherever it stands: what is changed in it is changed everywhere.
#[test]
fn page_card_and_kept_card_tell_the_same() {
    let page = markup(html! { <Note note={note()} place={NotePlace::Page} /> });
    let kept =
        markup(html! { <KeptCard note={note()} mention={Some(2)} onclose={Callback::noop()} /> });
    let open = card(CardOptions::default(), None);
    let (_, told) = page.split_once("<section data-class").unwrap();
    let (told, _) = told.rsplit_once("</section>").unwrap();
    assert!(told.contains("three"), "{told}");
    for drawn in [kept, open] {
        assert!(drawn.contains(told), "{told} in {drawn}");
    }
}

#[test]
fn a_sheet_is_modal_and_can_be_made_taller() {
    let sheet = CardOptions {
        sheet: true,
        ..CardOptions::default()
    };
    let (sheet, beside) = (card(sheet, None), card(CardOptions::default(), None));
    for part in ["aria-modal=\"true\"", "data-act=\"taller\""] {
        assert!(sheet.contains(part), "{part} in {sheet}");
        assert!(!beside.contains(part), "{part} in {beside}");
    }
}

#[test]
fn a_card_that_cannot_be_kept_says_so() {
    let pin = |pinnable| {
        let options = CardOptions {
            pinnable,
            ..CardOptions::default()
        };
        let drawn = card(options, None);
        let (_, pin) = drawn.split_once("data-act=\"pin\"").unwrap();
        pin.split_once('>').unwrap().0.contains("disabled")
    };
    assert_eq!((pin(true), pin(false)), (false, true));
}

#[test]
fn sentences_stand_beside_their_paragraphs_once_they_are_read() {
    let sentence = Sentence {
        before: "Here ".to_owned(),
        words: "Ada".to_owned(),
        after: " spoke.".to_owned(),
    };
    let context = Context {
        sentences: vec![sentence],
        ..Context::default()
    };
    let (early, read) = (
        card(CardOptions::default(), None),
        card(CardOptions::default(), Some(context)),
    );
    assert!(
        early.contains("#m-ada-3"),
        "the mentions are listed at once: {early}"
    );
    assert!(!early.contains("spoke"), "{early}");
    assert!(read.contains("Here <mark>Ada</mark> spoke."), "{read}");
}

#[test]
fn the_mention_that_the_card_belongs_to_is_the_current_one() {
    let drawn = card(CardOptions::default(), None);
    let (_, list) = drawn.split_once("class=\"told\"").unwrap();
    let current = "href=\"#m-ada-2\" aria-current=\"true\"";
    assert!(list.contains(current), "{list}");
    assert_eq!(
        list.matches("aria-current").count(),
        2,
        "in the list and in the bar: {list}"
    );
}
