//! Pictures that an earlier run encoded, in a hidden folder in the content folder. It may be deleted at any time, and what
//! is in it counts only as far as it is whole: every file is compared with its digest before it is used.
//!
//! ```text
//! .article-explorer/.gitignore              the folder is no part of the content
//! .article-explorer/pictures/seen.json      digests of files, by path, as long as size and time are the same
//! .article-explorer/pictures/KEY.json       sizes and digests of what was made of bytes with this digest
//! .article-explorer/pictures/KEY-480.jpg    what was made of them
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::publish::output::Source;
use crate::publish::pictures::{Encoded, VERSION};

/// Name of the folder below the content folder. The content reader passes over hidden ones.
pub(in crate::cli) const FOLDER: &str = ".article-explorer";

/// What tells bytes from others, and what this version makes of them from what another one did.
pub(super) fn key(bytes: &[u8]) -> String {
    let hash = Sha256::new().chain_update(VERSION).chain_update(bytes);
    format!("{:x}", hash.finalize())
}

/// What was made of a picture.
pub(super) struct CachedPicture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) files: Vec<(KeptFile, Source)>,
}

/// The same as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    width: u32,
    height: u32,
    files: Vec<KeptFile>,
}

/// One size of a picture.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct KeptFile {
    pub(super) ending: String,
    pub(super) width: u32,
    digest: String,
}

impl KeptFile {
    fn name(&self, key: &str) -> String {
        format!("{key}-{}.{}", self.width, self.ending)
    }
}

/// What a file was like when it was read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    bytes: u64,
    /// Nanoseconds since 1970.
    changed: u128,
    key: String,
}

/// What files were like, as this version of the program read them.
#[derive(Serialize, Deserialize)]
struct SeenFiles {
    version: String,
    files: BTreeMap<String, Seen>,
}

/// What pictures are kept as. A drawing is text, made anew in no time, and text that somebody put into the cache might run.
const KEPT: [&str; 3] = ["jpg", "png", "gif"];

/// The folder, and what it says of files that were read before.
pub(super) struct Cache {
    folder: PathBuf,
    before: BTreeMap<String, Seen>,
    now: Mutex<BTreeMap<String, Seen>>,
    opened: SystemTime,
}

/// A file that was written so shortly before it was read may have been written again since, with the same time.
const JUST_NOW: Duration = Duration::from_secs(2);

impl Cache {
    /// The cache of a content folder, which need not be there yet.
    pub(super) fn below(content: &Path) -> Self {
        let folder = content.join(FOLDER).join("pictures");
        let before = read::<SeenFiles>(&folder.join("seen.json"));
        let before = before.filter(|seen| seen.version == VERSION);
        let before = before.map(|seen| seen.files).unwrap_or_default();
        Self {
            folder,
            now: Mutex::new(before.clone()),
            before,
            opened: SystemTime::now(),
        }
    }

    /// What was made of a file that is as it was when it was read last.
    pub(super) fn known(&self, path: &str, file: &Path) -> Option<(String, CachedPicture)> {
        let seen = self.before.get(path)?;
        let (bytes, changed) = state(&fs::metadata(file).ok()?)?;
        if (seen.bytes, seen.changed) != (bytes, changed) {
            return None;
        }
        Some((seen.key.clone(), self.find(&seen.key)?))
    }

    /// Notes what a file is like that was read just now.
    pub(super) fn note(&self, path: &str, file: &Path, key: &str) {
        let Some((bytes, changed)) = fs::metadata(file).ok().and_then(|one| state(&one)) else {
            return;
        };
        let opened = self.opened.duration_since(UNIX_EPOCH).unwrap_or_default();
        if changed + JUST_NOW.as_nanos() < opened.as_nanos() {
            let key = key.to_owned();
            let seen = Seen {
                bytes,
                changed,
                key,
            };
            self.now().insert(path.to_owned(), seen);
        }
    }

    /// What was made of bytes with this key, if all of it is whole.
    pub(super) fn find(&self, key: &str) -> Option<CachedPicture> {
        let kept: Kept = read(&self.folder.join(format!("{key}.json")))?;
        let mut files = Vec::new();
        for file in kept.files {
            if !KEPT.contains(&&*file.ending) {
                return None;
            }
            let path = self.folder.join(file.name(key));
            if digest(&fs::read(&path).ok()?) != file.digest {
                return None;
            }
            files.push((file, Source::File(path)));
        }
        (!files.is_empty()).then_some(CachedPicture {
            width: kept.width,
            height: kept.height,
            files,
        })
    }

    /// Keeps what was made of bytes with this key. Where nothing can be kept, the next run makes it again.
    pub(super) fn keep(&self, key: &str, encoded: Encoded) -> CachedPicture {
        let Encoded {
            width,
            height,
            files,
        } = encoded;
        let files = files.into_iter().map(|file| {
            let kept = KeptFile {
                ending: file.ending,
                width: file.width,
                digest: digest(&file.bytes),
            };
            (kept, file.bytes)
        });
        let files: Vec<_> = files.collect();
        let kept = Kept {
            width,
            height,
            files: files.iter().map(|(file, _)| file.clone()).collect(),
        };
        let is_kept = kept.files.iter().all(|file| KEPT.contains(&&*file.ending));
        let written = is_kept && self.write_all(key, &kept, &files).is_ok();
        let source = |file: &KeptFile, bytes| {
            if written {
                Source::File(self.folder.join(file.name(key)))
            } else {
                Source::Bytes(bytes)
            }
        };
        let files = files.into_iter().map(|(file, bytes)| {
            let source = source(&file, bytes);
            (file, source)
        });
        CachedPicture {
            width,
            height,
            files: files.collect(),
        }
    }

    fn write_all(&self, key: &str, kept: &Kept, files: &[(KeptFile, Vec<u8>)]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        if let Some(outer) = self.folder.parent() {
            let ignored = outer.join(".gitignore");
            if !ignored.exists() {
                fs::write(ignored, "*\n")?;
            }
        }
        for (file, bytes) in files {
            self.write(&file.name(key), bytes)?;
        }
        self.write(&format!("{key}.json"), &serde_json::to_vec(kept)?)
    }

    /// Writes a file whole: another run may be reading it.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let aside = self.folder.join(format!("{name}.{}", process::id()));
        fs::write(&aside, bytes)?;
        let moved = fs::rename(&aside, self.folder.join(name));
        if moved.is_err() {
            let _ = fs::remove_file(&aside);
        }
        moved
    }

    /// Keeps what the files of this run are like. Without that they are read again, and nothing else.
    pub(super) fn remember(&self) {
        let now = self.now();
        if *now != self.before
            && self.folder.is_dir()
            && let Ok(bytes) = serde_json::to_vec(&SeenFiles {
                version: VERSION.to_owned(),
                files: now.clone(),
            })
        {
            let _ = self.write("seen.json", &bytes);
        }
    }

    /// Removes what was made of pictures that are no longer in the content. Only what an entry lists is removed, and the
    /// entry: what else lies in the folder is somebody's. Where something cannot be removed, it stays.
    pub(super) fn retain(&self, keys: &BTreeSet<String>) {
        self.now().retain(|_, seen| keys.contains(&seen.key));
        self.remember();
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name();
            let key = name.to_str().and_then(|name| name.strip_suffix(".json"));
            let Some(key) = key.filter(|key| is_key(key) && !keys.contains(*key)) else {
                continue;
            };
            let Some(kept) = read::<Kept>(&entry.path()) else {
                continue;
            };
            for file in kept.files {
                // An ending that leads elsewhere was written by nobody's build.
                if file.ending.bytes().all(|sign| sign.is_ascii_alphanumeric()) {
                    let _ = fs::remove_file(self.folder.join(file.name(key)));
                }
            }
            let _ = fs::remove_file(entry.path());
        }
    }

    fn now(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Seen>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_key(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|sign| sign.is_ascii_hexdigit())
}

/// A file of the cache; one that cannot be read says nothing.
fn read<T: for<'d> Deserialize<'d>>(path: &Path) -> Option<T> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Size and time of a file.
fn state(file: &Metadata) -> Option<(u64, u128)> {
    let changed = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((file.len(), changed.as_nanos()))
}
