//! The site as it stood at one moment, and the one that is shown now.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::publish::Pages;

/// Waits in every served page for the next edition.
const RELOAD: &str = include_str!("../../../static/reload.js");

/// What pages are served from between two changes.
#[derive(Debug, Default)]
pub(super) struct Edition {
    /// No other edition has it, in no other run of this program either.
    pub(super) name: String,
    /// Pages and the app, by path.
    pub(super) files: Pages,
    /// Pictures: what their authors have on disk.
    pub(super) images: BTreeMap<String, PathBuf>,
}

impl Edition {
    /// An edition with nothing in it.
    pub(super) fn new(number: u64) -> Self {
        Self {
            name: format!("{}-{number}", process::id()),
            ..Self::default()
        }
    }

    /// The script of its pages, which shows the edition after it.
    pub(super) fn reload(&self) -> String {
        RELOAD.replace("EDITION", &self.name)
    }

    /// What is shown until the content has no errors for the first time.
    pub(super) fn unfinished(number: u64) -> Self {
        let mut edition = Self::new(number);
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Article Explorer</title>\n\
             <p>The content has errors; the terminal names them. The site appears here once they are mended.</p>\n\
             <script>{}</script>\n",
            edition.reload()
        );
        for name in ["index.html", "404.html"] {
            edition
                .files
                .insert(name.to_owned(), page.clone().into_bytes());
        }
        edition
    }
}

/// The edition that is shown now.
#[derive(Debug, Default)]
pub(super) struct Editions {
    shown: Mutex<Arc<Edition>>,
    changed: Condvar,
}

impl Editions {
    pub(super) fn shown(&self) -> Arc<Edition> {
        Arc::clone(&self.lock())
    }

    pub(super) fn show(&self, edition: Edition) {
        *self.lock() = Arc::new(edition);
        self.changed.notify_all();
    }

    /// Waits until another edition is shown than the one of this name, but no longer than `patience`: whether it came.
    pub(super) fn wait(&self, name: &str, patience: Duration) -> bool {
        let same = |shown: &mut Arc<Edition>| shown.name == name;
        let waited = self.changed.wait_timeout_while(self.lock(), patience, same);
        let (shown, _) = waited.unwrap_or_else(PoisonError::into_inner);
        shown.name != name
    }

    /// A panic elsewhere leaves a whole edition here.
    fn lock(&self) -> MutexGuard<'_, Arc<Edition>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
