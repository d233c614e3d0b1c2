//! What a reader may expect of a page, each waited for by name.

use serde_json::{Value, json};

use super::page::{Page, Place};
use super::wait::eventually;

impl Page {
    #[track_caller]
    pub fn expect_note(&self, id: &str) {
        eventually(&format!("the note on {id} is shown"), || {
            (self.note_shown()? == id).then_some(())
        });
    }

    #[track_caller]
    pub fn expect_no_note(&self) {
        eventually("no note is shown", || {
            self.note_shown().is_none().then_some(())
        });
    }

    #[track_caller]
    pub fn expect_card(&self, id: &str) {
        eventually(&format!("the card on {id} is shown"), || {
            (self.card()? == id).then_some(())
        });
    }

    #[track_caller]
    pub fn expect_no_card(&self) {
        eventually("no card is shown", || self.card().is_none().then_some(()));
    }

    #[track_caller]
    pub fn expect_peek(&self, id: &str) {
        eventually(&format!("the peek on {id} is shown"), || {
            (self.peek()? == id).then_some(())
        });
    }

    #[track_caller]
    pub fn expect_no_peek(&self) {
        eventually("no peek is shown", || self.peek().is_none().then_some(()));
    }

    /// What a question is answered, once it is.
    #[track_caller]
    pub fn expect_answer(&self, question: &str, answer: &Value) {
        eventually(&format!("{question} is {answer}"), || {
            (self.ask(question, &[]) == *answer).then_some(())
        });
    }

    /// The card has the focus, on its heading.
    #[track_caller]
    pub fn expect_focus_in_card(&self, id: &str) {
        let heading = format!("[data-card='{id}'] [tabindex='-1']");
        eventually(
            &format!("the heading of the card on {id} has the focus"),
            || {
                let focused = "document.activeElement === document.querySelector($0)";
                (self.ask(focused, &[json!(heading)]) == true).then_some(())
            },
        );
    }

    #[track_caller]
    pub fn expect_focus(&self, id: &str) {
        eventually(&format!("{id} has the focus"), || {
            (self.focused() == id).then_some(())
        });
    }

    #[track_caller]
    pub fn expect_fragment(&self, fragment: &str) {
        eventually(&format!("the address ends with '{fragment}'"), || {
            (self.fragment() == fragment).then_some(())
        });
    }

    /// The page comes back to where it was, and stays there.
    #[track_caller]
    pub fn expect_place(&self, mention: &str, place: Place) {
        eventually(&format!("{mention} is at its old place"), || {
            (self.place(mention) == place).then_some(())
        });
        self.settle();
        assert_eq!(self.place(mention), place, "{mention} stays at its place");
    }

    /// Waits until the app listens.
    #[track_caller]
    pub fn expect_ready(&self) {
        eventually("the app attaches, or says why not", || {
            (self.ready() || !self.heard().is_empty()).then_some(())
        });
        assert!(self.ready(), "the app attaches: {:#?}", self.heard());
    }
}
