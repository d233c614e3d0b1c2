//! The pictures of a site, on their way from the content folder into what is published: encoded on all cores, and only
//! those that are not kept from an earlier run.

mod cache;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::cli::pictures::cache::{Cache, CachedPicture, key};
use crate::compile::Outcome;
use crate::compile::finding::{self, Finding, Severity};
use crate::model::picture::{Rendition, Renditions};
use crate::model::site::Site;
use crate::publish::output::Source;
use crate::publish::pictures::{self, EncodedName, PictureFault};

pub(super) use crate::cli::pictures::cache::FOLDER as CACHE;

/// The files to publish for each picture, by its path below the content folder: their names below the site's root, and
/// what they are taken from.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    files: BTreeMap<String, Vec<(String, Source)>>,
    /// What they are kept under.
    keys: BTreeSet<String>,
}

impl Pictures {
    /// Looks into the pictures that a site shows, and tells the site how they are published. What is wrong with one joins
    /// the findings.
    pub(super) fn prepare(content: &Path, outcome: &mut Outcome) -> Self {
        let paths: Vec<&String> = outcome.pictures.iter().collect();
        if paths.is_empty() {
            return Self::default();
        }
        let cache = Cache::below(content);
        let prepared = paths.par_iter().map(|path| prepare(content, path, &cache));
        let prepared: Vec<_> = prepared.collect();
        cache.remember();
        let mut pictures = Self::default();
        let mut renditions = BTreeMap::new();
        let mut faults = Vec::new();
        for (path, prepared) in paths.into_iter().zip(prepared) {
            match prepared {
                Ok(picture) => {
                    renditions.insert(path.clone(), picture.renditions);
                    pictures.files.insert(path.clone(), picture.files);
                    pictures.keys.insert(picture.key);
                }
                Err(fault) => faults.push(told(path, fault)),
            }
        }
        if !faults.is_empty() {
            outcome.findings.extend(faults);
            finding::sort(&mut outcome.findings);
            outcome.site = None;
            outcome.lock = None;
        }
        if let Some(site) = &mut outcome.site {
            site.pictures = renditions;
        }
        pictures
    }

    /// Removes what is kept of pictures that no article, draft or entity of the content shows any more.
    pub(super) fn forget_others(&self, content: &Path) {
        Cache::below(content).retain(&self.keys);
    }

    /// The files of those pictures that a site shows, each once.
    pub(super) fn of(&self, site: &Site) -> Vec<(String, Source)> {
        let shown: BTreeSet<_> = site.images().map(|image| &image.file).collect();
        let files = shown.into_iter().filter_map(|path| self.files.get(path));
        files.flatten().cloned().collect()
    }
}

/// A picture that can be published.
struct Prepared {
    key: String,
    renditions: Renditions,
    files: Vec<(String, Source)>,
}

fn prepare(content: &Path, path: &str, cache: &Cache) -> Result<Prepared, PictureFault> {
    let file = content.join(path);
    if let Some((key, entry)) = cache.known(path, &file) {
        return Ok(prepared(path, &key, entry));
    }
    let unreadable = |error| PictureFault {
        message: format!("the picture cannot be read: {error}"),
        help: "make it a file that you may read".to_owned(),
    };
    let length = fs::metadata(&file).map_err(unreadable)?.len();
    if length > pictures::MOST_BYTES {
        return Err(PictureFault::bytes(length));
    }
    let bytes = fs::read(&file).map_err(unreadable)?;
    let key = key(&bytes);
    let entry = match cache.find(&key) {
        Some(entry) => entry,
        None => cache.keep(&key, pictures::encode(&bytes)?),
    };
    cache.note(path, &file, &key);
    Ok(prepared(path, &key, entry))
}

fn prepared(path: &str, key: &str, entry: CachedPicture) -> Prepared {
    let named = entry.files.into_iter().map(|(file, source)| {
        let ending = &file.ending;
        let width = file.width;
        let name = pictures::name(path, key, &EncodedName { width, ending });
        (name, width, source)
    });
    let named: Vec<_> = named.collect();
    let files = named.iter().map(|(file, width, _)| Rendition {
        file: file.clone(),
        width: *width,
    });
    Prepared {
        key: key.to_owned(),
        renditions: Renditions {
            width: entry.width,
            height: entry.height,
            files: files.collect(),
        },
        files: named
            .into_iter()
            .map(|(name, _, source)| (name, source))
            .collect(),
    }
}

fn told(path: &str, fault: PictureFault) -> Finding {
    Finding {
        severity: Severity::Error,
        code: "bad-image",
        file: path.to_owned(),
        span: 0..0,
        message: fault.message,
        help: fault.help,
        changes: Vec::new(),
    }
}
