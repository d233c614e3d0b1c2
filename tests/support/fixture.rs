//! Fixtures of findings: archives of a small site's files with what the compiler says of them, and what an author does
//! about it. `tests/findings.rs` tells how they are written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a site by path.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// A file of a fixture, and what is said of it.
#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    missing: bool,
    said: Vec<Said>,
}

/// What the compiler says of a place, and what an author does about it.
pub(crate) struct Said {
    /// `PATH:LINE:COLUMNS SEVERITY CODE: MESSAGE`, and the help below.
    pub(crate) text: String,
    pub(crate) deeds: Vec<Deed>,
}

/// What an author does about a finding, where only an author knows the words.
#[derive(Clone, Debug)]
pub(crate) enum Deed {
    /// Types a line anew, or takes it away.
    Type {
        path: String,
        line: usize,
        text: Option<String>,
    },
    /// Writes a whole file.
    Write {
        path: String,
        text: String,
    },
    Remove {
        path: String,
    },
    Rename {
        path: String,
        to: String,
    },
}

impl Deed {
    /// Does it.
    pub(crate) fn follow(&self, site: &mut Site) {
        match self {
            Self::Type { path, line, text } => {
                let bytes = site.get_mut(path).expect("a file of the fixture");
                let mut lines: Vec<_> = bytes
                    .split_inclusive(|byte| *byte == b'\n')
                    .map(<[u8]>::to_vec)
                    .collect();
                match text {
                    Some(text) => lines[line - 1] = [text.as_bytes(), b"\n"].concat(),
                    None => drop(lines.remove(line - 1)),
                }
                *bytes = lines.concat();
            }
            Self::Write { path, text } => {
                site.insert(path.clone(), text.clone().into_bytes());
            }
            Self::Remove { path } => {
                site.remove(path).expect("a file of the fixture");
            }
            Self::Rename { path, to } => {
                let bytes = site.remove(path).expect("a file of the fixture");
                site.insert(to.clone(), bytes);
            }
        }
    }

    fn parse(remark: &str, path: &str, line: usize) -> Option<Self> {
        let path = path.to_owned();
        let remark = remark.trim_end_matches('\n');
        if remark == "typed" {
            return Some(Self::Type {
                path,
                line,
                text: None,
            });
        }
        let (word, rest) = remark.split_once(' ')?;
        let pair = rest.split_once(": ");
        match word {
            "typed:" => Some(Self::Type {
                path,
                line,
                text: Some(plain(rest)),
            }),
            "file" => pair.map(|(path, text)| Self::Write {
                path: path.to_owned(),
                text: plain(text),
            }),
            "removed" => Some(Self::Remove {
                path: rest.to_owned(),
            }),
            "renamed" => pair.map(|(path, to)| Self::Rename {
                path: path.to_owned(),
                to: to.to_owned(),
            }),
            _ => None,
        }
    }
}

/// `\n` as a line's end, two backslashes as one.
fn plain(text: &str) -> String {
    let parts = text.split("\\\\").map(|part| part.replace("\\n", "\n"));
    parts.collect::<Vec<_>>().join("\\")
}

/// The site of a fixture, which is laid over the base, and all that is said of it.
pub(crate) fn site(name: &str) -> (Site, Vec<Said>) {
    let mut site = Site::new();
    for (path, file) in parse(&read("base.txt")) {
        site.insert(path, file.bytes);
    }
    let mut said = Vec::new();
    if name == "base.txt" {
        return (site, said);
    }
    for (path, file) in parse(&read(name)) {
        said.extend(file.said);
        if file.missing {
            site.remove(&path);
        } else if path != "(folder)" {
            site.insert(path, file.bytes);
        }
    }
    (site, said)
}

/// The files of an archive, without what is said of them.
fn parse(archive: &str) -> BTreeMap<String, File> {
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    let mut path = String::new();
    let mut raw = false;
    let mut line_number = 0;
    for line in archive.split_inclusive('\n') {
        let file = files.entry(path.clone()).or_default();
        let remark = line.strip_prefix("//~ ");
        if let Some(deed) = remark.and_then(|remark| Deed::parse(remark, &path, line_number)) {
            let said = file.said.last_mut().expect("help is followed");
            said.deeds.push(deed);
        } else if let Some(header) = line.strip_prefix("--- ") {
            let header = header.trim_end();
            raw = header.ends_with(" (not utf-8)");
            path = header
                .trim_end_matches(" (missing)")
                .trim_end_matches(" (not utf-8)")
                .to_owned();
            files.entry(path.clone()).or_default().missing = header.ends_with(" (missing)");
            line_number = 0;
        } else if let Some(help) = line.strip_prefix("//~ help: ") {
            let said = file.said.last_mut().expect("help follows a finding");
            said.text += &format!("\n    help: {}", help.trim_end());
        } else if let Some(more) = line.strip_prefix("//~ | ") {
            let said = file.said.last_mut().expect("help goes on");
            said.text += &format!("\n{}", more.trim_end());
        } else if line.starts_with("//~") {
            let text = expectation(line.trim_end(), line_number);
            file.said.push(Said {
                text: format!("{path}:{text}"),
                deeds: Vec::new(),
            });
        } else {
            line_number += 1;
            file.bytes.extend(if raw {
                unescape(line)
            } else {
                line.as_bytes().to_vec()
            });
        }
    }
    files.remove("");
    files
}

/// `//~   ^^^ error code: message` as the place in a line and the rest.
fn expectation(line: &str, line_number: usize) -> String {
    let rest = line["//~".len()..].trim_start();
    let carets = rest.len() - rest.trim_start_matches('^').len();
    if carets > 0 {
        let first = line.len() - rest.len() + 1;
        return format!(
            "{line_number}:{first}-{}{}",
            first + carets - 1,
            &rest[carets..]
        );
    }
    match rest.split_once(' ') {
        Some((columns, said)) if columns.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{line_number}:{columns} {said}")
        }
        _ => format!(" {rest}"),
    }
}

/// `\xFF` as the byte.
pub(crate) fn unescape(line: &str) -> Vec<u8> {
    let mut parts = line.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two digits"));
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}

pub(crate) fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("a fixture")
}

/// All fixtures.
pub(crate) fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the fixtures");
    let mut names: Vec<_> = entries
        .map(|entry| {
            entry
                .expect("a fixture")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
