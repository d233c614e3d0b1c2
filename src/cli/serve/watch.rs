//! Changes below watched folders, one message for all that come together.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing must have happened before a change counts as finished: an editor writes one file in several steps.
const QUIET: Duration = Duration::from_millis(40);

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Content,
    /// What this program is compiled from.
    Program,
}

/// Changes as they come. Ends with the watch.
pub(super) struct Changes {
    heard: Receiver<(Change, notify::Result<Event>)>,
    /// They watch as long as they are there.
    _watchers: Vec<RecommendedWatcher>,
}

/// Watches the content and the sources of this program, with all below them.
///
/// # Errors
/// If a folder cannot be watched, as when it is not there.
pub(super) fn changes(content: &Path, sources: &[PathBuf]) -> Result<Changes> {
    let (said, heard) = channel();
    let mut watchers = vec![watcher(content, Change::Content, said.clone())?];
    for folder in sources {
        watchers.push(watcher(folder, Change::Program, said.clone())?);
    }
    Ok(Changes {
        heard,
        _watchers: watchers,
    })
}

fn watcher(
    folder: &Path,
    change: Change,
    said: Sender<(Change, notify::Result<Event>)>,
) -> Result<RecommendedWatcher> {
    let watching = || format!("watching {}", folder.display());
    // Who no longer listens has ended the program.
    let tell = move |event| drop(said.send((change, event)));
    let mut watcher = notify::recommended_watcher(tell).with_context(watching)?;
    watcher
        .watch(folder, RecursiveMode::Recursive)
        .with_context(watching)?;
    Ok(watcher)
}

impl Iterator for Changes {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        let mut found = None;
        loop {
            let heard = match found {
                None => self.heard.recv().ok()?,
                Some(change) => match self.heard.recv_timeout(QUIET) {
                    Ok(heard) => heard,
                    Err(_) => return Some(change),
                },
            };
            if matters(&heard.1) && found != Some(Change::Program) {
                found = Some(heard.0);
            }
        }
    }
}

/// Reading changes nothing, and the hidden files in which editors keep their notes are no content. Where the system says
/// that it lost count, anything may have changed.
fn matters(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let hidden = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    event.need_rescan() || !event.kind.is_access() && !event.paths.iter().all(hidden)
}
