//! The site as it stood at one moment, and the one that is shown now.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::cli::serve::painter::Painter;
use crate::publish::Pages;

/// Waits in every served page for the next edition.
const RELOAD: &str = include_str!("../../../static/reload.js");

/// What pages are served from between two changes.
#[derive(Debug, Default)]
pub(super) struct Edition {
    /// No other edition has it, in no other run of this program either.
    pub(super) name: String,
    /// The app, by path; pages too, where there is no site to be drawn.
    pub(super) files: Pages,
    /// Draws pages.
    pub(super) painter: Option<Painter>,
    /// Pictures: where they lie on the disk.
    pub(super) pictures: BTreeMap<String, PathBuf>,
}

impl Edition {
    /// An edition with nothing in it.
    pub(super) fn new(number: u64) -> Self {
        Self {
            name: format!("{}-{number}", process::id()),
            ..Self::default()
        }
    }

    /// The file at a path below the site's root.
    pub(super) fn file(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.files.get(path).cloned();
        let drawn = || self.painter.as_ref()?.page(path);
        let picture = || fs::read(self.pictures.get(path)?).ok();
        file.or_else(drawn).or_else(picture)
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
             <p>The content has errors: they are told below and in the terminal. The site appears here once they are mended.</p>\n\
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

/// The edition that is shown now, and what is wrong with the content that came after it.
#[derive(Debug, Default)]
pub(super) struct Editions {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    shown: Arc<Edition>,
    findings: Arc<str>,
    /// How often something was told of findings.
    told: u64,
}

/// What a page learns that asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct News {
    /// Another edition is shown than the page is of.
    pub(super) changed: bool,
    /// What to ask with the next time.
    pub(super) told: u64,
    /// What is wrong with the content now; empty where nothing is.
    pub(super) findings: Arc<str>,
}

impl Editions {
    pub(super) fn shown(&self) -> Arc<Edition> {
        Arc::clone(&self.lock().shown)
    }

    pub(super) fn show(&self, edition: Edition) {
        self.change(|state| {
            state.shown = Arc::new(edition);
            state.findings = "".into();
        });
    }

    /// The content has errors: the edition stays, and every page tells them.
    pub(super) fn tell(&self, findings: &str) {
        self.change(|state| state.findings = findings.into());
    }

    fn change(&self, does: impl FnOnce(&mut State)) {
        let mut state = self.lock();
        does(&mut state);
        state.told += 1;
        drop(state);
        self.changed.notify_all();
    }

    /// Waits for what a page does not know yet that is of the edition of this name and was told of findings so often, but no
    /// longer than `patience`.
    pub(super) fn wait(&self, name: &str, told: u64, patience: Duration) -> News {
        let known = |state: &mut State| {
            state.shown.name == name
                && (state.told == told || (told == 0 && state.findings.is_empty()))
        };
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), patience, known);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        News {
            changed: state.shown.name != name,
            told: state.told,
            findings: Arc::clone(&state.findings),
        }
    }

    /// A panic elsewhere leaves a whole state here.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
