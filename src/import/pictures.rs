//! Pictures of documents: within them, or files beside them, made files of the content folder.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use image::ImageReader;
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use crate::import::imported::Input;
use crate::import::target::Target;

/// What the compiler takes: bytes of a picture, and points.
const BYTES: usize = 40 << 20;
const POINTS: u64 = 50_000_000;

/// The pictures that came with documents.
#[derive(Default)]
pub(crate) struct Pictures<'i> {
    beside: BTreeMap<&'i str, &'i [u8]>,
    shown: BTreeSet<&'i str>,
    /// The same by their names alone, in small letters.
    by_name: BTreeMap<String, Vec<&'i str>>,
    /// Written ones by their digests: what is shown twice is written once.
    written: BTreeMap<Vec<u8>, String>,
    /// How many each document has.
    counts: BTreeMap<String, usize>,
}

impl<'i> Pictures<'i> {
    /// Keeps a picture for the documents that show it.
    pub(crate) fn add(&mut self, input: &'i Input) {
        self.beside.insert(&input.name, &input.bytes);
        let name = file_name(&input.name).to_lowercase();
        self.by_name.entry(name).or_default().push(&input.name);
    }

    /// Those that no document shows.
    pub(crate) fn unshown(&self) -> impl Iterator<Item = &'i str> + '_ {
        let all = self.beside.keys().copied();
        all.filter(|name| !self.shown.contains(name))
    }

    /// The picture that an address in a document leads to, by a path or, in notes, by its name alone: of several the one
    /// whose path ends as the address does, then the nearest to the document.
    pub(crate) fn find(&mut self, document: &str, address: &str) -> Option<&'i [u8]> {
        let path = below(document, address)?;
        let named = self.by_name.get(&file_name(&path).to_lowercase());
        let own = below("", address).unwrap_or_default();
        let nearness = |name: &&&str| {
            let parts = name.split('/').zip(document.split('/'));
            let shared = parts.take_while(|(one, other)| one == other).count();
            let is_meant = **name == own || name.ends_with(&format!("/{own}"));
            (
                **name == path,
                is_meant,
                shared,
                std::cmp::Reverse(name.len()),
            )
        };
        let name = *named?.iter().max_by_key(nearness)?;
        self.shown.insert(name);
        self.beside.get(name).copied()
    }

    /// Writes a picture into the content folder and returns its path there; or says why it cannot be published.
    pub(crate) fn write(
        &mut self,
        bytes: &[u8],
        document: &str,
        target: &mut Target<'_>,
    ) -> Result<String, String> {
        let digest = Sha256::digest(bytes).to_vec();
        if let Some(path) = self.written.get(&digest) {
            return Ok(path.clone());
        }
        let ending = ending(bytes)?;
        let file = file_name(document);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let number = self.counts.entry(document.to_owned()).or_default();
        *number += 1;
        if let Some(path) = target.picture(bytes) {
            self.written.insert(digest, path.to_owned());
            return Ok(path.to_owned());
        }
        let slug = target.slug(
            "images",
            &format!("{stem} {number}"),
            "image",
            &format!(".{ending}"),
        );
        let path = format!("images/{slug}.{ending}");
        target.write(&path, bytes);
        self.written.insert(digest, path.clone());
        Ok(path)
    }
}

/// The ending of a picture's file, or why it is none that can be published.
fn ending(bytes: &[u8]) -> Result<&'static str, String> {
    if bytes.len() > BYTES {
        return Err(format!("a picture of more than {} MB", BYTES >> 20));
    }
    let kind = infer::get(bytes);
    let ending = match kind.map(|kind| kind.extension()) {
        Some("jpg") => "jpg",
        Some("png") => "png",
        Some("gif") => "gif",
        Some("webp") => "webp",
        Some(other) => return Err(format!("a picture in the format {}", other.to_uppercase())),
        None => return Err("a drawing, or a picture in a format that is not known".to_owned()),
    };
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    match size {
        None => Err("a picture whose file is broken".to_owned()),
        Some((width, height)) if u64::from(width) * u64::from(height) > POINTS => {
            Err("a picture of more than 50 million points".to_owned())
        }
        Some(_) => Ok(ending),
    }
}

/// An address in a document as a path like those of inputs; nothing where it leads elsewhere.
pub(crate) fn below(document: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = percent_decode_str(address)
        .decode_utf8_lossy()
        .replace('\\', "/");
    let is_elsewhere =
        address.is_empty() || address.starts_with('/') || address.contains([':', '\0']);
    if is_elsewhere {
        return None;
    }
    let folder = document.rsplit_once('/').map(|(folder, _)| folder);
    let mut parts: Vec<&str> = folder.map_or(Vec::new(), |folder| folder.split('/').collect());
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn addresses_lead_to_files_beside_a_document() {
        for (document, address, path) in [
            ("a/b.html", "b_files/x%20y.png?1", Some("a/b_files/x y.png")),
            ("b.html", "./x.png", Some("x.png")),
            ("a/b.html", "..\\x.png", Some("x.png")),
            ("b.html", "../x.png", None),
            ("b.html", "https://a.example/x.png", None),
            ("b.html", "/etc/passwd", None),
            ("b.html", "c:/x.png", None),
        ] {
            assert_eq!(below(document, address).as_deref(), path, "{address}");
        }
    }
}
