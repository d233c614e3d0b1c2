//! Copying: what came of it is shown for a while.

use crate::app::reading::copy_outcome::CopyOutcome;
use crate::app::reading::{Announcement, Effect, Transition};

/// Milliseconds for which it is said that words were copied.
const SHOWN: f64 = 4000.0;

impl Transition {
    pub(super) fn copied(&mut self, outcome: CopyOutcome) {
        let copying = &mut self.next.copying;
        copying.number += 1;
        let number = copying.number;
        copying.outcome = Some(outcome.clone());
        match outcome {
            CopyOutcome::Copied => {
                self.next.announcement = Some(Announcement::Copied);
                let after = SHOWN;
                self.ask(Effect::ForgetCopy { after, number });
            }
            CopyOutcome::Refused(_) => {
                self.next.announcement = Some(Announcement::NotCopied);
                self.ask(Effect::FocusCopy);
            }
        }
    }

    /// Without a number the reader closes it.
    pub(super) fn forget_copy(&mut self, number: Option<u32>) {
        let copying = &mut self.next.copying;
        if number.is_none_or(|number| number == copying.number) {
            copying.outcome = None;
            if number.is_none() {
                self.ask(Effect::FocusOpener(None));
            }
        }
    }
}
