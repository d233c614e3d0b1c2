//! The way from a plan to the disk, in steps between which the tool may be stopped.
//!
//! # Why
//! All new files are written into the staging folder first, where most faults show and nothing is changed yet. Then come
//! the marker that knows old and new files, the app's files and pictures, the pages, and only then goes what is no longer
//! part of the site, pages before what they name; the marker of the new files alone ends it. So each page is the old or the new one and finds its app
//! after any step, and the marker always lists all that is ours.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::publish::output::contents::{New, Origin};
use crate::publish::output::digest::Digest;
use crate::publish::output::folder::Folder;
use crate::publish::output::interrupt::Interrupt;
use crate::publish::output::marker::{MARKER, Marker};
use crate::publish::output::plan::{FoundEntry, Kept, Listing, Plan};
use crate::publish::output::staging::{self, Staging};

/// One thing done to the disk.
#[derive(Clone, Debug)]
pub(super) enum Step<'a> {
    /// Clears away what a stopped build left.
    Clear,
    /// Creates the folder if there is none, and the staging folder in it.
    Open,
    Stage {
        number: usize,
        origin: &'a Origin,
        digest: &'a Digest,
    },
    /// Moves a staged marker into place.
    Mark { number: usize },
    /// Moves any other staged file into place.
    Place { number: usize, name: &'a str },
    /// Removes a file of ours, and the folders that become empty by it.
    Remove { name: &'a str },
    /// Removes the staging folder.
    Close,
}

/// The markers as files to be written.
pub(super) struct Markers {
    during: New,
    after: New,
}

impl Markers {
    pub(super) fn of(plan: &Plan) -> Self {
        let [during, after] = [&plan.during, &plan.after]
            .map(|marker| New::of_bytes(MARKER.to_owned(), &marker.bytes()));
        Self { during, after }
    }
}

/// The steps of a plan.
pub(super) fn steps<'a>(
    plan: &'a Plan,
    markers: &'a Markers,
    old: Option<&Marker>,
    new: &'a [New],
) -> Vec<Step<'a>> {
    let mut steps = vec![Step::Clear];
    if old == Some(&plan.after) && plan.write.is_empty() && plan.remove.is_empty() {
        return steps;
    }
    steps.push(Step::Open);
    let write: BTreeSet<_> = plan.write.iter().collect();
    let files = new.iter().filter(|new| write.contains(&new.name));
    let staged: Vec<&New> = [&markers.during]
        .into_iter()
        .chain(files)
        .chain([&markers.after])
        .collect();
    let numbered = || staged.iter().enumerate();
    steps.extend(numbered().map(|(number, new)| Step::Stage {
        number,
        origin: &new.origin,
        digest: &new.digest,
    }));
    let last = staged.len() - 1;
    steps.push(Step::Mark { number: 0 });
    let files = numbered().take(last).skip(1);
    steps.extend(files.map(|(number, new)| Step::Place {
        number,
        name: &new.name,
    }));
    steps.extend(plan.remove.iter().map(|name| Step::Remove { name }));
    steps.extend([Step::Mark { number: last }, Step::Close]);
    steps
}

/// Takes steps in a folder.
pub(super) struct Writer<'a> {
    folder: &'a Folder,
    listing: &'a Listing,
    interrupt: &'a Interrupt,
    /// Files that somebody changed while this went on.
    pub(super) kept: BTreeSet<Kept>,
    /// The folder is no longer as it was.
    pub(super) changed: bool,
    staging: Option<Staging>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(folder: &'a Folder, listing: &'a Listing, interrupt: &'a Interrupt) -> Self {
        Self {
            folder,
            listing,
            interrupt,
            kept: BTreeSet::new(),
            changed: false,
            staging: None,
        }
    }

    /// Takes the steps, and after each asks whether to go on.
    pub(super) fn take(
        &mut self,
        steps: &[Step],
        go_on: &mut dyn FnMut(&Step) -> Result<()>,
    ) -> Result<()> {
        for step in steps {
            // What somebody changed meanwhile may need what would be removed: the next build sees to it.
            let clears_up = matches!(step, Step::Remove { .. } | Step::Mark { .. });
            if clears_up && !self.kept.is_empty() {
                continue;
            }
            self.step(step)?;
            go_on(step)?;
        }
        Ok(())
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        let root = self.folder.path();
        match step {
            Step::Clear => staging::clear(root),
            Step::Open => {
                fs::create_dir_all(root)
                    .with_context(|| format!("creating {}", self.folder.shown()))?;
                self.staging = Some(Staging::open(root)?);
                Ok(())
            }
            Step::Stage {
                number,
                origin,
                digest,
            } => {
                self.interrupt.check()?;
                stage(origin, digest, &self.staged(*number)?)
            }
            Step::Mark { number } => self.rename(*number, MARKER),
            Step::Place { number, name } => self.place(*number, name),
            Step::Remove { name } => self.remove(name),
            Step::Close => self.close(),
        }
    }

    /// Ends the use of the staging folder.
    pub(super) fn close(&mut self) -> Result<()> {
        // Its lock goes first: where files in use cannot be removed, neither could the folder.
        self.staging = None;
        staging::clear(self.folder.path())
    }

    fn staged(&self, number: usize) -> Result<PathBuf> {
        let staging = self.staging.as_ref().context("no staging folder is open")?;
        Ok(staging.path_of(number))
    }

    fn place(&mut self, number: usize, name: &str) -> Result<()> {
        if !self.is_free_or_ours(name)? {
            let name = name.to_owned();
            self.kept.insert(Kept {
                name,
                wanted: true,
                in_the_way: None,
            });
            return Ok(());
        }
        self.rename(number, name)
    }

    fn rename(&mut self, number: usize, name: &str) -> Result<()> {
        let path = self.folder.path_of(name);
        let placing = || format!("writing {}", self.folder.shown_of(name));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(placing)?;
        }
        fs::rename(self.staged(number)?, path).with_context(placing)?;
        self.changed = true;
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<()> {
        if !self.is_free_or_ours(name)? {
            let name = name.to_owned();
            let wanted = false;
            self.kept.insert(Kept {
                name,
                wanted,
                in_the_way: None,
            });
            return Ok(());
        }
        match fs::remove_file(self.folder.path_of(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error)
                    .with_context(|| format!("removing {}", self.folder.shown_of(name)));
            }
            _ => {}
        }
        let folders = Path::new(name).ancestors().skip(1);
        for folder in folders.filter(|folder| !folder.as_os_str().is_empty()) {
            // One that is not empty refuses to go.
            if fs::remove_dir(self.folder.path().join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Asked right before a file is replaced or removed: since the plan was made somebody may have changed it.
    fn is_free_or_ours(&self, name: &str) -> Result<bool> {
        let listed = self.listing.marker.as_ref();
        let ours = listed.and_then(|marker| marker.files.get(name));
        Ok(match self.folder.entry(name)? {
            None => true,
            Some(FoundEntry::File(digest)) => ours.is_some_and(|ours| ours.contains(&digest)),
            Some(FoundEntry::Other { .. }) => false,
        })
    }
}

fn stage(origin: &Origin, digest: &Digest, to: &Path) -> Result<()> {
    match origin {
        Origin::Memory(packed) => {
            fs::write(to, packed.bytes()?).with_context(|| format!("writing {}", to.display()))
        }
        Origin::File(from) => {
            let copying = || format!("copying {} to {}", from.display(), to.display());
            let new = File::create(to).with_context(copying)?;
            let copied = Digest::of_copy(File::open(from).with_context(copying)?, new)
                .with_context(copying)?;
            ensure!(
                copied == *digest,
                "{} changed while it was copied; build again",
                from.display()
            );
            Ok(())
        }
    }
}
