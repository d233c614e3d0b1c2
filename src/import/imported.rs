//! What goes into an import, and what comes out of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::files::Files;

/// A file to import.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its path as it was given, or in the folder that was given, with `/` between parts.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Content files, and what is to be told of them.
#[derive(Debug, Default)]
pub struct Imported {
    /// The whole new bytes of each new or changed file, by its path in the content folder.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What was not taken, in the order in which it was met.
    pub left_out: Vec<LeftOut>,
    /// What the author should know or do, a sentence each.
    pub notes: Vec<String>,
}

impl Imported {
    /// The files in the order in which they are written, so that what is there at any time refers to nothing that is not:
    /// the site, pictures, sources, entities, events, articles. Only an article and entities that are new with it refer to
    /// each other. `before` are the files that are changed by them.
    pub fn steps<'i>(&'i self, before: &'i Files) -> Vec<(&'i str, &'i [u8])> {
        let mut steps = Steps {
            files: &self.files,
            before,
            begun: BTreeSet::new(),
            sorted: Vec::new(),
        };
        let mut paths: Vec<&str> = self.files.keys().map(String::as_str).collect();
        paths.sort_by_key(|path| turn(path));
        for path in paths {
            steps.take(path);
        }
        steps.sorted
    }
}

fn turn(path: &str) -> u8 {
    match path {
        "site.toml" => 0,
        "sources.toml" => 2,
        "events.toml" => 4,
        _ if path.starts_with("images/") => 1,
        _ if path.starts_with("entities/") => 3,
        _ => 5,
    }
}

/// Files while they are put in order.
struct Steps<'i> {
    files: &'i BTreeMap<String, Vec<u8>>,
    before: &'i Files,
    begun: BTreeSet<&'i str>,
    sorted: Vec<(&'i str, &'i [u8])>,
}

impl<'i> Steps<'i> {
    /// Takes a file behind the new entities that it names.
    fn take(&mut self, path: &'i str) {
        let mut open = vec![(path, false)];
        while let Some((path, is_ready)) = open.pop() {
            let Some((path, bytes)) = self.files.get_key_value(path) else {
                continue;
            };
            if is_ready {
                self.sorted.push((path, bytes));
            } else if self.begun.insert(path) {
                open.push((path, true));
                if turn(path) == 3 {
                    open.extend(self.named(bytes).map(|named| (named, false)));
                }
            }
        }
    }

    /// Entities that a text names: their ids stand behind brackets or a quotation mark.
    fn named(&self, bytes: &'i [u8]) -> impl Iterator<Item = &'i str> + use<'i> {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let (files, before) = (self.files, self.before);
        let words = text
            .split(['[', '"', '|', ']'])
            .filter(|word| !word.is_empty());
        words.filter_map(move |word| {
            let (path, _) = files.get_key_value(&format!("entities/{word}.toml"))?;
            (!before.files.contains_key(path)).then_some(path.as_str())
        })
    }
}

/// Something that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file that it stands in.
    pub file: String,
    /// Where in it: `line 12`, `behind "the last words"`; empty where all of the file is meant.
    pub place: String,
    /// What it is: `a picture from the web, https://…`.
    pub what: String,
    /// What can be done about it; may be empty.
    pub cure: String,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.file)?;
        if !self.place.is_empty() {
            write!(out, ", {}", self.place)?;
        }
        write!(out, ": {}", self.what)?;
        if !self.cure.is_empty() {
            write!(out, "; {}", self.cure)?;
        }
        Ok(())
    }
}
