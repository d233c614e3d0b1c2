//! The zip that a document is: its parts, and how they refer to each other.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::Document as Xml;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::docx::xml;
use crate::import::error::ImportError;
use crate::import::imported::Input;
use crate::import::text;

/// Bytes of a document, of all that is unpacked of it, and of one part with words.
const LARGEST: usize = 50 << 20;
const UNPACKED: u64 = 200 << 20;
const WORDS: u64 = 60 << 20;

/// Files in a document.
const MOST: usize = 5000;

/// What to do about a broken one.
const CURE: &str = "open it in Word or LibreOffice, save it as .docx again, and import that";

pub(super) struct Package<'i> {
    file: &'i str,
    archive: ZipArchive<Cursor<&'i [u8]>>,
    unpacked: u64,
}

/// A part with what it refers to.
#[derive(Default)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) links: Links,
}

/// What a part refers to, by id.
pub(super) type Links = BTreeMap<String, Link>;

#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The last part of its kind's address: `image`, `hyperlink`.
    pub(super) kind: String,
    /// An address, or the path of a part.
    pub(super) to: String,
    pub(super) is_outside: bool,
}

impl<'i> Package<'i> {
    pub(super) fn open(input: &'i Input) -> Result<Self, ImportError> {
        let file = &input.name;
        if input.bytes.len() > LARGEST {
            let message = format!("the document has more than {} MB", LARGEST >> 20);
            let help =
                "make its pictures smaller (in Word: \"Compress Pictures\"), and save it again";
            return Err(ImportError::new(file, message, help));
        }
        let archive = ZipArchive::new(Cursor::new(&*input.bytes))
            .map_err(|error| broken(file, &error.to_string()))?;
        if archive.len() > MOST {
            return Err(broken(file, &format!("it has more than {MOST} parts")));
        }
        Ok(Self {
            file,
            archive,
            unpacked: 0,
        })
    }

    pub(super) fn broken(&self, why: &str) -> ImportError {
        broken(self.file, why)
    }

    /// The path of the part with the text.
    pub(super) fn main(&mut self) -> Result<String, ImportError> {
        let links = self.links("")?;
        let main = links
            .into_values()
            .find(|link| link.kind == "officeDocument" && !link.is_outside);
        Ok(main.map_or_else(|| "word/document.xml".to_owned(), |link| link.to))
    }

    /// The bytes of a part, if there is one.
    pub(super) fn bytes(&mut self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, ImportError> {
        let name = self
            .archive
            .file_names()
            .find(|name| name.eq_ignore_ascii_case(path));
        let Some(name) = name.map(str::to_owned) else {
            return Ok(None);
        };
        let file = self.file;
        let part = match self.archive.by_name(&name) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                let message = "the document is locked by a password";
                return Err(ImportError::new(
                    file,
                    message,
                    "save it without one, and import that",
                ));
            }
            Err(error) => return Err(broken(file, &error.to_string())),
        };
        let limit = limit.min(UNPACKED - self.unpacked);
        let mut bytes = Vec::new();
        let read = part.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| broken(file, &format!("`{name}` in it cannot be unpacked: {error}")))?;
        if bytes.len() as u64 > limit {
            let message = format!("`{name}` in it unpacks to more than {} MB", limit >> 20);
            let help = "no text is so large; make sure where the file comes from, and save it anew";
            return Err(ImportError::new(file, message, help));
        }
        self.unpacked += bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// The text of a part.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, ImportError> {
        let Some(bytes) = self.bytes(path, WORDS)? else {
            return Ok(None);
        };
        let file = self.file;
        let text = text::decoded(file, &bytes).map_err(|error| broken(file, &error.message))?;
        Ok(Some(text))
    }

    pub(super) fn parse<'t>(&self, text: &'t str) -> Result<Xml<'t>, ImportError> {
        xml::parse(text).map_err(|error| broken(self.file, &error))
    }

    /// What a part refers to.
    pub(super) fn links(&mut self, part: &str) -> Result<Links, ImportError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let path = format!("{folder}{slash}_rels/{name}.rels");
        let Some(text) = self.text(&path)? else {
            return Ok(Links::new());
        };
        let xml = self.parse(&text)?;
        let all = xml
            .descendants()
            .filter(|node| node.tag_name().name() == "Relationship");
        let links = all.filter_map(|node| {
            let attr = |name| xml::attr(node, name);
            let kind = attr("Type")?.rsplit('/').next()?.to_owned();
            let is_outside = attr("TargetMode") == Some("External");
            let to = attr("Target")?;
            let to = if is_outside {
                to.to_owned()
            } else {
                resolved(folder, to)?
            };
            let link = Link {
                kind,
                to,
                is_outside,
            };
            Some((attr("Id")?.to_owned(), link))
        });
        Ok(links.collect())
    }

    /// The part of a kind that another refers to, such as its footnotes.
    pub(super) fn related(&mut self, part: &str, kind: &str) -> Result<Option<Part>, ImportError> {
        let links = self.links(part)?;
        let Some(link) = links
            .into_values()
            .find(|link| link.kind == kind && !link.is_outside)
        else {
            return Ok(None);
        };
        let Some(text) = self.text(&link.to)? else {
            return Ok(None);
        };
        let links = self.links(&link.to)?;
        Ok(Some(Part { text, links }))
    }
}

fn broken(file: &str, why: &str) -> ImportError {
    let message = format!("the document is broken, or no .docx: {why}");
    ImportError::new(file, message, CURE)
}

/// A path in the zip, from a folder of it.
fn resolved(folder: &str, to: &str) -> Option<String> {
    let mut parts: Vec<&str> = match to.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in to.split('/') {
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
