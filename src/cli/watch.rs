//! Changes below watched folders, one message for all that come together.

use std::ffi::OsStr;
use std::path::{self, Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::pictures::CACHE;

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
    /// The content folder, and what watches it.
    content: PathBuf,
    watcher: RecommendedWatcher,
    /// They watch as long as they are there.
    _sources: Vec<RecommendedWatcher>,
}

/// Watches the content and the sources of this program, with all below them. The folder above the content is watched too:
/// it alone knows when another folder takes the content's place.
///
/// # Errors
/// If a folder cannot be watched, as when it is not there.
pub(super) fn changes(content: &Path, sources: &[PathBuf]) -> Result<Changes> {
    let (said, heard) = channel();
    let content = path::absolute(content)?;
    let mut watcher = watcher(Change::Content, said.clone())?;
    watch(&mut watcher, &content, RecursiveMode::Recursive)?;
    if let Some(above) = content.parent() {
        watch(&mut watcher, above, RecursiveMode::NonRecursive)?;
    }
    let watched = |folder: &PathBuf| {
        let mut watcher = self::watcher(Change::Program, said.clone())?;
        watch(&mut watcher, folder, RecursiveMode::Recursive)?;
        Ok(watcher)
    };
    Ok(Changes {
        heard,
        content,
        watcher,
        _sources: sources.iter().map(watched).collect::<Result<_>>()?,
    })
}

fn watcher(
    change: Change,
    said: Sender<(Change, notify::Result<Event>)>,
) -> Result<RecommendedWatcher> {
    // Who no longer listens has ended the program.
    let tell = move |event| drop(said.send((change, event)));
    notify::recommended_watcher(tell).context("watching for changes")
}

fn watch(watcher: &mut RecommendedWatcher, folder: &Path, mode: RecursiveMode) -> Result<()> {
    let watching = || format!("watching {}", folder.display());
    watcher.watch(folder, mode).with_context(watching)
}

impl Changes {
    /// Whether this is about the content or the program's sources. Beside the content much may change that is neither.
    fn concerns_us(&self, change: Change, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let is_inside = |path: &PathBuf| path.starts_with(&self.content);
        change == Change::Program || event.need_rescan() || event.paths.iter().any(is_inside)
    }

    /// A folder that was moved away takes its watch with it; the one that came in its place has none.
    fn follow(&mut self, event: &notify::Result<Event>) {
        let moved = event
            .as_ref()
            .is_ok_and(|event| !event.kind.is_access() && event.paths.contains(&self.content));
        if moved {
            // Neither is there in turn: nothing to leave before it comes, nothing to watch after it went.
            drop(self.watcher.unwatch(&self.content));
            drop(self.watcher.watch(&self.content, RecursiveMode::Recursive));
        }
    }
}

impl Iterator for Changes {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        let mut found = None;
        loop {
            let (change, event) = match found {
                None => self.heard.recv().ok()?,
                Some(change) => match self.heard.recv_timeout(QUIET) {
                    Ok(heard) => heard,
                    Err(_) => return Some(change),
                },
            };
            if matters(&event) && self.concerns_us(change, &event) {
                if change == Change::Content {
                    self.follow(&event);
                }
                if found != Some(Change::Program) {
                    found = Some(change);
                }
            }
        }
    }
}

/// Reading changes nothing; hidden files in which editors keep their notes are no content, nor are the pictures that this
/// program keeps for itself. Where the system says
/// that it lost count, anything may have changed.
fn matters(event: &notify::Result<Event>) -> bool {
    let Ok(event) = event else { return true };
    let hidden = |path: &PathBuf| {
        let is_hidden = |name: &OsStr| name.to_string_lossy().starts_with('.');
        let mut folders = path.iter().rev();
        folders.next().is_some_and(is_hidden) || folders.any(|name| name == CACHE)
    };
    event.need_rescan() || !event.kind.is_access() && !event.paths.iter().all(hidden)
}
