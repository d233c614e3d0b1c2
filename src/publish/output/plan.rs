//! What is to be done to a folder: its marker, what lies in it and the new files in; a plan or a refusal out.

use std::collections::{BTreeMap, BTreeSet};

use crate::publish::output::digest::Digest;
use crate::publish::output::marker::Marker;

/// What lies in a folder before it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    pub(super) marker: Option<Marker>,
    /// Nothing lies in it, or it does not exist.
    pub(super) empty: bool,
    /// What stands at the places of listed and new files. A missing name is free.
    pub(super) entries: BTreeMap<String, FoundEntry>,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FoundEntry {
    File(Digest),
    /// A folder, a link or a device, there or in the place of a folder on the way to it.
    Other {
        at: String,
    },
}

/// Which folders without a marker are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmarked {
    /// Empty ones only.
    Refuse,
    /// Any, as long as nothing in them is in the way.
    Join,
}

/// Why nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Somebody's folder: not empty, and without a marker.
    Unmarked,
    /// What stands where new files would.
    InTheWay(BTreeSet<String>),
}

/// A file of ours that somebody changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// Path below the folder.
    pub name: String,
    /// The new site has a file of this name too.
    pub wanted: bool,
    /// What stands in its place, or in that of a folder on the way to it: a folder, a link or a device. It may lead out of
    /// the site, so nobody is told to delete the file through it.
    pub in_the_way: Option<String>,
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// New files that differ from what is there, in the order of writing.
    pub(super) write: Vec<String>,
    /// What is no longer part of the site, or was not any more when its removal was stopped, in the order of removal.
    pub(super) remove: Vec<String>,
    pub(super) kept: BTreeSet<Kept>,
    /// The marker while this goes on: whenever it stops, what is of ours is known.
    pub(super) during: Marker,
    pub(super) after: Marker,
}

/// Files that a site can do without where somebody has his own.
const YIELDING: [&str; 2] = ["robots.txt", "sitemap.xml"];

/// Plans the writing of `new` files. `names(a, b)` says whether the kept file `a` names the file `b`.
pub(super) fn plan(
    listing: &Listing,
    new: &[(String, Digest)],
    unmarked: Unmarked,
    names: &dyn Fn(&str, &str) -> bool,
) -> Result<Plan, Refusal> {
    let none = Marker::default();
    let old = match (&listing.marker, unmarked) {
        (Some(marker), _) => marker,
        (None, Unmarked::Refuse) if !listing.empty => return Err(Refusal::Unmarked),
        (None, _) => &none,
    };
    let mut plan = Plan {
        during: old.clone(),
        ..Plan::default()
    };
    let mut in_the_way = BTreeSet::new();
    for (name, digest) in new {
        match (old.files.get(name), listing.entries.get(name)) {
            (None, Some(_)) if YIELDING.contains(&&**name) => {}
            (None, Some(entry)) => {
                in_the_way.insert(match entry {
                    FoundEntry::File(_) => name.clone(),
                    FoundEntry::Other { at } => at.clone(),
                });
            }
            (Some(_), Some(FoundEntry::File(there))) if there == digest => plan.enter(name, digest),
            (Some(ours), Some(entry)) if !is_ours(entry, ours) => {
                plan.keep(name, ours, Some(entry), true);
            }
            (_, _) => {
                plan.write.push(name.clone());
                plan.enter(name, digest);
            }
        }
    }
    if !in_the_way.is_empty() {
        return Err(Refusal::InTheWay(in_the_way));
    }
    let wanted: BTreeSet<_> = new.iter().map(|(name, _)| name).collect();
    let gone = old.files.iter().filter(|(name, _)| !wanted.contains(name));
    let (changed, ours): (Vec<_>, Vec<_>) = gone.partition(|(name, ours)| {
        let entry = listing.entries.get(*name);
        entry.is_some_and(|entry| !is_ours(entry, ours))
    });
    for (name, digests) in changed {
        plan.keep(name, digests, listing.entries.get(name), false);
    }
    for (name, digests) in ours {
        // A page that somebody changed goes on with the app and the pictures it was written for.
        let needed = plan.kept.iter().any(|kept| names(&kept.name, name));
        if needed && listing.entries.contains_key(name) {
            plan.after.files.insert(name.clone(), digests.clone());
        } else {
            plan.remove.push(name.clone());
        }
    }
    // Pages first: as long as one is there, it finds its app.
    plan.remove.sort_by_key(|name| !name.ends_with(".html"));
    Ok(plan)
}

impl Plan {
    /// Enters a file that will be there with this digest.
    fn enter(&mut self, name: &str, digest: &Digest) {
        let during = self.during.files.entry(name.to_owned()).or_default();
        during.insert(digest.clone());
        let after = BTreeSet::from([digest.clone()]);
        self.after.files.insert(name.to_owned(), after);
    }

    /// It stays listed: whoever brings our bytes back, or takes theirs away, has our file again.
    fn keep(
        &mut self,
        name: &str,
        ours: &BTreeSet<Digest>,
        entry: Option<&FoundEntry>,
        wanted: bool,
    ) {
        self.after.files.insert(name.to_owned(), ours.clone());
        self.kept.insert(Kept {
            name: name.to_owned(),
            wanted,
            in_the_way: match entry {
                Some(FoundEntry::Other { at }) => Some(at.clone()),
                _ => None,
            },
        });
    }
}

fn is_ours(entry: &FoundEntry, ours: &BTreeSet<Digest>) -> bool {
    matches!(entry, FoundEntry::File(digest) if ours.contains(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `name=a` is a file with the text `a`, `name=a,b` a listed one with either, `name/` a folder.
    fn pairs(text: &str) -> impl Iterator<Item = (String, BTreeSet<Digest>)> {
        text.split_whitespace().map(|pair| {
            let (name, texts) = pair.split_once('=').unwrap_or((pair, ""));
            let digests = texts.split(',').map(|text| Digest::of(text.as_bytes()));
            (name.to_owned(), digests.collect())
        })
    }

    fn planned(
        marker: Option<&str>,
        there: &str,
        new: &str,
        unmarked: Unmarked,
    ) -> Result<Plan, Refusal> {
        let marker = marker.map(|files| Marker {
            files: pairs(files).collect(),
        });
        let entries = pairs(there).map(|(name, digests)| match name.strip_suffix('/') {
            Some(at) => (at.to_owned(), FoundEntry::Other { at: at.to_owned() }),
            None => (
                name,
                FoundEntry::File(digests.first().expect("one").clone()),
            ),
        });
        let new: Vec<_> = pairs(new)
            .map(|(name, digests)| (name, digests.first().expect("one").clone()))
            .collect();
        let listing = Listing {
            marker,
            empty: there.is_empty(),
            entries: entries.collect(),
        };
        plan(&listing, &new, unmarked, &|kept, name| {
            (kept, name) == ("page", "app-old")
        })
    }

    /// Marker, what is there, new files; then what is written, removed and kept, the marker meanwhile and afterwards.
    const TABLE: &str = "
        A first build, the same again, an edit.
                      |                     | page=1      | page |   |  | page=1       | page=1
        page=1        | page=1              | page=1      |      |   |  | page=1       | page=1
        page=1        | page=1              | page=2      | page |   |  | page=1,2     | page=2
        A page goes; somebody had taken it away already.
        page=1 old=1  | page=1 old=1        | page=1      |      | old |  | page=1 old=1 | page=1
        page=1 old=1  | page=1              | page=1      |      | old |  | page=1 old=1 | page=1
        Pages go before what they name.
        a.js=1 b.html=1 | a.js=1 b.html=1   | c=1         | c    | b.html a.js |  | a.js=1 b.html=1 c=1 | c=1
        Stopped while the second was written: each file is the old or the new one.
        a=1,2 b=1,2   | a=2 b=1             | a=2 b=2     | b    |   |  | a=1,2 b=1,2  | a=2 b=2
        a=1,2 b=1,2   | a=2 b=1             | a=3 b=3     | a b  |   |  | a=1,2,3 b=1,2,3 | a=3 b=3
        Somebody changed a page: it stays, and so does the app that it names.
        page=1        | page=mine           | page=2      |      |   | page | page=1   | page=1
        page=1        | page=mine           |             |      |   | page | page=1   | page=1
        page=1        | page/               | page=2      |      |   | page | page=1   | page=1
        page=1 app-old=1 | page=mine app-old=1 | page=2 app-new=1 | app-new |  | page \
            | page=1 app-old=1 app-new=1 | page=1 app-old=1 app-new=1
        What somebody tells search engines himself stays.
        page=1        | page=1 robots.txt=mine | page=1 robots.txt=1 | | |  | page=1    | page=1
        Somebody wrote just what we would have: it is the new file.
        page=1        | page=2              | page=2      |      |   |  | page=1,2     | page=2
    ";

    #[test]
    fn only_what_is_ours_is_replaced_or_removed() {
        for row in TABLE.lines().filter(|row| row.contains('|')) {
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            let [marker, there, new, write, remove, kept, during, after] = *cells else {
                panic!("eight cells in {row}");
            };
            let plan = planned(Some(marker), there, new, Unmarked::Refuse).expect("it is ours");
            let kept_names: Vec<_> = plan.kept.iter().map(|kept| &*kept.name).collect();
            assert_eq!(plan.write.join(" "), write, "{row}: written");
            assert_eq!(plan.remove.join(" "), remove, "{row}: removed");
            assert_eq!(kept_names.join(" "), kept, "{row}: kept");
            assert_eq!(plan.during.files, pairs(during).collect(), "{row}: during");
            assert_eq!(plan.after.files, pairs(after).collect(), "{row}: after");
        }
    }

    #[test]
    fn what_a_stranger_has_is_refused() {
        let in_the_way = |name: &str| Err(Refusal::InTheWay(BTreeSet::from([name.to_owned()])));
        let written = |marker, there, new, unmarked| {
            planned(marker, there, new, unmarked).map(|plan| plan.write.join(" "))
        };
        let (refuse, join) = (Unmarked::Refuse, Unmarked::Join);
        // Without a marker only an empty folder is written.
        assert_eq!(written(None, "", "page=1", refuse), Ok("page".to_owned()));
        assert_eq!(
            written(None, "x=1", "page=1", refuse),
            Err(Refusal::Unmarked)
        );
        assert_eq!(written(None, "x=1", "page=1", join), Ok("page".to_owned()));
        // A new name that is taken, even by the same bytes.
        assert_eq!(written(None, "page=1", "page=1", join), in_the_way("page"));
        assert_eq!(
            written(Some("x=1"), "page=1", "page=2", refuse),
            in_the_way("page")
        );
        assert_eq!(
            written(Some("x=1"), "page/", "page=2", join),
            in_the_way("page")
        );
    }
}
