//! The cards that the reader keeps in the margin, kept over reloads and ways to other pages and back.

use crate::app::reading::{KeptCardState, Opener};
use crate::app::records::Records;
use crate::platform::host::Host;
use crate::platform::storage;

/// The cards that were kept earlier at this visit, as far as the page has notes on them.
pub(super) fn remembered(host: &Host, records: &Records, article: &str) -> Vec<KeptCardState> {
    let kept = storage::remembered_in_visit(host, &key(article)).unwrap_or_default();
    let card = |line: &str| {
        let (entity, opener) = line.split_once(' ')?;
        records.note(entity)?;
        Some(KeptCardState {
            entity: entity.into(),
            opener: Opener::from_id(opener).filter(|opener| host.element(&opener.id).is_some()),
        })
    };
    kept.lines().filter_map(card).collect()
}

/// The cards that are kept now.
pub(super) fn remember(host: &Host, article: &str, pins: &[KeptCardState]) {
    let mut lines = String::new();
    for pin in pins {
        let opener = pin.opener.as_ref().map_or("", |opener| &*opener.id);
        for part in [&*pin.entity, " ", opener, "\n"] {
            lines.push_str(part);
        }
    }
    storage::remember_in_visit(host, &key(article), &lines);
}

/// Under which they are kept: each article has its own.
fn key(article: &str) -> String {
    ["cards ", article].concat()
}
