//! The data that a page carries for the app: serde records as text, each read when it is needed.
//!
//! ```text
//! article-explorer/data/7                  the format; the app leaves a page of another format alone
//! KEY TAB LENGTH TAB CHECKSUM TAB TEXT     one record a line
//! ```
//!
//! A record is [postcard](https://postcard.jamesmunns.com/wire-format), turned into text that an HTML parser leaves as
//! it is inside a `<script>`: valid UTF-8 stays literal; every other byte, all control characters, `<` and the escape sign itself
//! are escaped ([`escape`]). The length counts the record's bytes; the checksum is their Adler-32 (RFC 1950) in hexadecimal.
//! A damaged record is told from a whole one, so it costs its own card and nothing else.
//!
//! Postcard names no fields: both ends must be built from the same types. [`FORMAT`] changes with them.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// First line of a page's data.
pub const FORMAT: &str = "article-explorer/data/7";

/// Keys of the records that a page has once. A note's key is [`note_key`].
pub mod key {
    /// [`Frame`](crate::model::page::Frame).
    pub const FRAME: &str = "frame";
    /// [`Messages`](crate::model::messages::Messages).
    pub const MESSAGES: &str = "messages";
    /// [`PageArticle`](crate::model::page::PageArticle), in a page that comes blank.
    pub const ARTICLE: &str = "article";
    /// [`FootnoteList`](crate::model::page::FootnoteList), in a page that has footnotes.
    pub const FOOTNOTES: &str = "footnotes";
    /// [`EntityList`](crate::model::page::EntityList).
    pub const ENTITIES: &str = "entities";
    /// [`EventList`](crate::model::page::EventList).
    pub const TIMELINE: &str = "timeline";
    /// [`PlaceList`](crate::model::page::PlaceList).
    pub const PLACES: &str = "places";
    /// [`RelationList`](crate::model::page::RelationList).
    pub const RELATIONS: &str = "relations";
    /// [`WorkList`](crate::model::page::WorkList).
    pub const WORKS: &str = "works";
    /// [`CitingList`](crate::model::page::CitingList).
    pub const CITING: &str = "citing";
}

/// Key of the [`Note`](crate::model::page::Note) on an entity.
pub fn note_key(entity: &str) -> String {
    ["note ", entity].concat()
}

/// What stands before a record: the end of the line above, its key, a tab. It occurs once, since a record holds neither.
pub fn head(key: &str) -> String {
    ["\n", key, "\t"].concat()
}

/// A record as the rest of its line, after [`head`].
///
/// # Panics
/// If the type cannot be serialised by postcard, which none of the model does.
pub fn write(record: &impl Serialize) -> String {
    let bytes = postcard::to_allocvec(record).expect("a model type can be serialised");
    format!(
        "{}\t{:08x}\t{}",
        bytes.len(),
        adler2::adler32_slice(&bytes),
        escape(&bytes)
    )
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its line lacks the length or the checksum, or its text has an escape that means nothing.
    Text,
    /// It is longer or shorter than it was.
    Length,
    /// Its bytes are others than they were.
    Checksum,
    /// Its bytes are no record of this type.
    Shape,
}

/// Reads a record from the rest of its line, after [`head`].
///
/// # Errors
/// If it is not, byte for byte, what [`write`] wrote for this type.
pub fn read<T: DeserializeOwned>(line: &str) -> Result<T, Damage> {
    let mut parts = line.splitn(3, '\t');
    let mut part = || parts.next().ok_or(Damage::Text);
    let length: usize = part()?.parse().map_err(|_| Damage::Text)?;
    let checksum = u32::from_str_radix(part()?, 16).map_err(|_| Damage::Text)?;
    let bytes = unescape(part()?).ok_or(Damage::Text)?;
    if bytes.len() != length {
        return Err(Damage::Length);
    }
    if adler2::adler32_slice(&bytes) != checksum {
        return Err(Damage::Checksum);
    }
    let (record, rest) = postcard::take_from_bytes(&bytes).map_err(|_| Damage::Shape)?;
    if rest.is_empty() {
        Ok(record)
    } else {
        Err(Damage::Shape)
    }
}

/// The escape sign.
const ESCAPE: char = '\\';

/// Bytes as text. The controls U+0000 to U+001F, frequent as postcard's small numbers, are the escape sign and the character 64
/// places on (`\@` to `\_`, as in caret notation) unless that is the sign itself; anything else that may not stand is the sign and two
/// lower-case hexadecimal digits a byte.
pub fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '<' | ESCAPE | '\x1c' => escape_byte(letter as u8, &mut text),
                '\0'..='\x1f' => text.extend([ESCAPE, (letter as u8 + b'@') as char]),
                letter if letter.is_control() => {
                    let mut encoded = [0; 2];
                    for byte in letter.encode_utf8(&mut encoded).bytes() {
                        escape_byte(byte, &mut text);
                    }
                }
                letter => text.push(letter),
            }
        }
        for &byte in chunk.invalid() {
            escape_byte(byte, &mut text);
        }
    }
    text
}

fn escape_byte(byte: u8, text: &mut String) {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    text.extend([ESCAPE, digit(byte >> 4), digit(byte & 15)]);
}

/// The bytes that a text stands for; `None` if an escape in it means nothing.
pub fn unescape(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split(ESCAPE);
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let part = part.as_bytes();
        let (&first, rest) = part.split_first()?;
        if let b'@'..=b'_' = first {
            bytes.push(first - b'@');
            bytes.extend_from_slice(rest);
        } else {
            let (&second, rest) = rest.split_first()?;
            let digit = |letter: u8| char::from(letter).to_digit(16);
            bytes.push((digit(first)? << 4 | digit(second)?) as u8);
            bytes.extend_from_slice(rest);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests;
