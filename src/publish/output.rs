//! Writing a folder: only what is ours is replaced or removed, and wherever the tool is stopped each page is the old or
//! the new one, whole, and finds its app.
//!
//! [`contents`] are what it is to hold. A [`marker`] in it lists every file of ours with its digest. A [`plan`] is made of
//! it and of what lies there, or a refusal; [`steps`] carry it out by way of a [`staging`] folder.

mod contents;
mod digest;
mod folder;
mod interrupt;
mod marker;
mod packed;
mod plan;
mod staging;
mod steps;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

pub use crate::publish::output::contents::{Contents, Source};
pub use crate::publish::output::folder::Folder;
pub use crate::publish::output::interrupt::Interrupt;
pub use crate::publish::output::plan::{Kept, Unmarked};

use crate::publish::document::GENERATOR;
use crate::publish::output::contents::{FRONT, New, Origin};
use crate::publish::output::marker::{MARKER, Marker};
use crate::publish::output::plan::{Refusal, plan};
use crate::publish::output::steps::{Markers, Step, Writer, steps};

/// Makes a folder hold these files; files of ours that it holds besides go. Returns those of them that stay because
/// somebody changed them.
///
/// # Errors
/// If the folder is somebody else's, if a file of somebody else stands where a new one would, if something cannot be
/// written, or if the user interrupts. Unless the error says otherwise, the folder is then as it was.
pub fn write(
    folder: &Folder,
    contents: &Contents,
    unmarked: Unmarked,
    interrupt: &Interrupt,
) -> Result<BTreeSet<Kept>> {
    write_watched(folder, contents, unmarked, interrupt, &mut |_| Ok(()))
}

fn write_watched(
    folder: &Folder,
    contents: &Contents,
    unmarked: Unmarked,
    interrupt: &Interrupt,
    go_on: &mut dyn FnMut(&Step) -> Result<()>,
) -> Result<BTreeSet<Kept>> {
    let listing = folder.listing(contents.new.iter().map(|new| &*new.name))?;
    // Whatever no build put into the staging folder is told before anything is written.
    staging::is_leftover(&folder.path().join(staging::STAGING))?;
    let new: Vec<_> = contents
        .new
        .iter()
        .map(|new| (new.name.clone(), new.digest.clone()))
        .collect();
    let plan = plan(&listing, &new, unmarked, &|kept, name| {
        names(folder, kept, name)
    })
    .map_err(|refusal| anyhow!(told(&refusal, folder)))?;
    let markers = Markers::of(&plan);
    let steps = steps(&plan, &markers, listing.marker.as_ref(), &contents.new);
    let missing: Vec<_> = folder
        .path()
        .ancestors()
        .take_while(|path| !path.exists())
        .collect();
    let mut writer = Writer::new(folder, &listing, interrupt);
    if let Err(error) = writer.take(&steps, go_on) {
        // What cannot be cleared now, the next build clears.
        let _ = writer.close();
        if writer.changed {
            return Err(error.context(format!(
                "`{}` is partly written: each page is the old or the new one, whole; build again",
                folder.shown()
            )));
        }
        for path in missing {
            let _ = fs::remove_dir(path);
        }
        return Err(error);
    }
    Ok(plan.kept.into_iter().chain(writer.kept).collect())
}

/// Writes into a folder that is new and ours alone, and marks it: its files may take their places one by one.
///
/// # Errors
/// If something cannot be written, or the user interrupts.
pub fn write_fresh(folder: &Path, contents: &Contents, interrupt: &Interrupt) -> Result<()> {
    let mut files = BTreeMap::new();
    for New {
        name,
        origin,
        digest,
    } in &contents.new
    {
        interrupt.check()?;
        let path = folder.join(name);
        let writing = || format!("writing {}", path.display());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(writing)?;
        }
        match origin {
            Origin::Memory(packed) => fs::write(&path, packed.bytes()?).with_context(writing)?,
            Origin::File(from) if *from == path => {}
            Origin::File(from) => {
                fs::copy(from, &path).with_context(writing)?;
            }
        }
        files.insert(name.clone(), BTreeSet::from([digest.clone()]));
    }
    let path = folder.join(MARKER);
    fs::write(&path, Marker { files }.bytes())
        .with_context(|| format!("writing {}", path.display()))
}

/// Whether a file in the folder names another one: pages name others by relative addresses.
fn names(folder: &Folder, file: &str, other: &str) -> bool {
    let last = other.rsplit('/').next().unwrap_or(other);
    fs::read(folder.path_of(file)).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(last))
}

/// A refusal with what to do about it.
fn told(refusal: &Refusal, folder: &Folder) -> String {
    let shown = folder.shown();
    match refusal {
        Refusal::Unmarked if is_unmarked_site(folder) => format!(
            "`{shown}` holds a site from before this program marked what it writes; remove it once and build again, \
             or, if files of your own are among it, remove only the site's and build with --into {shown}"
        ),
        Refusal::Unmarked => format!(
            "`{shown}` holds files that this program did not write; name a new or empty folder with --out, or add the \
             site to what is there with --into {shown}"
        ),
        Refusal::InTheWay(names) => {
            let names: Vec<_> = names
                .iter()
                .map(|name| format!("`{}`", folder.shown_of(name)))
                .collect();
            let what = if names.len() == 1 { "it" } else { "them" };
            format!(
                "{} would be overwritten, and this program did not write {what}; move {what} away, or name another \
                 folder with --out",
                names.join(", ")
            )
        }
    }
}

/// Whether the front page says that a version of this program wrote it.
fn is_unmarked_site(folder: &Folder) -> bool {
    let brand = GENERATOR
        .rsplit_once(' ')
        .map_or(GENERATOR, |(name, _)| name);
    let says = |html: Vec<u8>, name: &str| {
        String::from_utf8_lossy(&html).contains(&format!("<meta name={name} content=\"{brand} "))
    };
    let path = folder.path_of(FRONT);
    path.is_file()
        && fs::read(path)
            .is_ok_and(|html| says(html.clone(), "generator") || says(html, "\"generator\""))
}
