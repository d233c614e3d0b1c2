//! The data island: the page's records as text inside the page, each decoded when it is asked for.
//!
//! ```text
//! article-explorer/island/1      format, refused where it differs
//! KEY TAB RECORD                 sorted by key
//! ```
//!
//! A record is [postcard](https://postcard.jamesmunns.com/wire-format) in an armor that leaves text as it is:
//! what reads as UTF-8 stands for itself, except controls and `<`; every other byte B is the character
//! U+0700 + B. So nothing in it can end a line or the script element, and a page's prose and its records share
//! their words when compressed.
//!
//! The app asks for a record by searching the text for its head, in the browser's own string: nothing is copied or
//! indexed.
//!
//! # Why
//! In WASM serde_json costs 15.6 kB, postcard 1.6 and a hand-written line format 0.7, which would grow with every
//! field. In the page base64 spoils compression; leaving UTF-8 as it is saved 1.8 kB. What the page itself says is no
//! record: as such the first article's notes took 8 kB of brotli, a fifth of the page, to say everything twice.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// First line of an island: the WASM of one build reads the pages of the same format.
pub const FORMAT: &str = "article-explorer/island/1";

/// Key of the frame.
pub const FRAME: &str = "frame";

/// Key of the catalogue of entities.
pub const CATALOGUE: &str = "catalogue";

/// Key of the atlas, in a page that names places.
pub const ATLAS: &str = "atlas";

/// Key of the entities' further names, by the rows of the notes.
pub const ALIASES: &str = "aliases";

/// Key of the reading surface's markup, in a page that comes blank.
pub const SURFACE: &str = "surface";

/// Records on their way into a page.
#[derive(Default)]
pub struct Writer {
    records: BTreeMap<String, String>,
}

impl Writer {
    /// Adds a record under its key.
    pub fn add(&mut self, key: &str, record: &impl Serialize) {
        let bytes = postcard::to_allocvec(record)
            .expect("model types have known lengths and no untagged maps");
        self.records.insert(key.to_owned(), armor(&bytes));
    }

    /// The island's text.
    pub fn finish(self) -> String {
        let mut text = String::from(FORMAT);
        for (key, record) in &self.records {
            text.push('\n');
            text.push_str(key);
            text.push('\t');
            text.push_str(record);
        }
        text
    }
}

/// What stands before a record: the end of the line above, its key, a tab. It occurs once, since a record holds neither.
pub fn head(key: &str) -> String {
    ["\n", key, "\t"].concat()
}

/// Decodes a record; `None` if it is damaged.
pub fn decode<T: DeserializeOwned>(record: &str) -> Option<T> {
    postcard::from_bytes(&disarm(record)).ok()
}

/// Where moved bytes stand: 256 characters of two bytes each, in scripts (Syriac to N'Ko) that seldom occur.
const MOVED: RangeInclusive<u32> = 0x700..=0x7FF;

fn armor(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let moved =
        |text: &mut String, byte: u8| text.extend(char::from_u32(MOVED.start() + u32::from(byte)));
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            if letter < ' ' || letter == '<' || MOVED.contains(&u32::from(letter)) {
                letter
                    .encode_utf8(&mut [0; 4])
                    .bytes()
                    .for_each(|byte| moved(&mut text, byte));
            } else {
                text.push(letter);
            }
        }
        chunk
            .invalid()
            .iter()
            .for_each(|&byte| moved(&mut text, byte));
    }
    text
}

fn disarm(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match u32::from(letter) {
            moved if MOVED.contains(&moved) => bytes.push((moved - MOVED.start()) as u8),
            _ => bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

#[cfg(test)]
mod tests;
