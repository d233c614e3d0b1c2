//! The content folder that an import writes into: what is there already, and what is new.

use std::collections::BTreeSet;

use toml::de::DeTable;

use crate::compile::files::Files;
use crate::compile::slug::slug_of;
use crate::import::error::ImportError;
use crate::import::imported::{Imported, LeftOut};

/// Letters that a name may have: longer ones say no more, and some systems take none longer than 255 bytes.
const LONGEST: usize = 40;

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A content folder with what an import adds to it.
pub(crate) struct Target<'f> {
    folder: &'f Files,
    /// The bytes of its other files.
    others: &'f dyn Fn(&str) -> Option<Vec<u8>>,
    imported: Imported,
    /// All paths, in small letters: many disks know no others.
    taken: BTreeSet<String>,
    /// What the site is called if this import begins it: as its first article.
    title: Option<String>,
    /// How many articles this import adds.
    articles: usize,
    /// The language of `site.toml`, or of the first article.
    language: Option<String>,
}

impl<'f> Target<'f> {
    #[cfg(test)]
    pub(crate) fn new(folder: &'f Files) -> Self {
        Self::reading(folder, &|_| None)
    }

    /// A folder, and what reads files of it that are neither text nor TOML.
    pub(crate) fn reading(folder: &'f Files, others: &'f dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        let paths = folder.files.keys().chain(folder.others.keys());
        Self {
            folder,
            others,
            imported: Imported::default(),
            taken: paths.map(|path| path.to_lowercase()).collect(),
            title: None,
            articles: 0,
            language: language(folder),
        }
    }

    /// What the site is to be called and which language it has, if this import begins it: a site of several articles is
    /// called by none of them.
    pub(crate) fn begin_site(&mut self, title: &str, language: Option<&str>) {
        self.articles += 1;
        self.title = (self.articles == 1).then(|| title.to_owned());
        if self.language.is_none() {
            self.language = language.map(str::to_owned);
        }
    }

    /// What the only article is called.
    pub(crate) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The site's language, as far as it is known.
    pub(crate) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The bytes of a content file as they will be; a picture's only if it is new.
    pub(crate) fn bytes(&self, path: &str) -> Option<&[u8]> {
        let new = self.imported.files.get(path);
        let bytes = new.or_else(|| self.folder.files.get(path))?;
        Some(bytes)
    }

    /// The picture of the folder that has just these bytes.
    pub(crate) fn picture(&self, bytes: &[u8]) -> Option<&'f str> {
        let folder = self.folder;
        let begins = |(_, head): &(&String, &Vec<u8>)| bytes.starts_with(head);
        let alike = folder.others.iter().filter(begins).map(|(path, _)| path);
        let mut pictures = alike.filter(|path| path.starts_with("images/"));
        let is_same = |path: &&String| match folder.whole(path) {
            Some(whole) => whole == bytes,
            None => (self.others)(path).is_some_and(|whole| whole == bytes),
        };
        pictures.find(is_same).map(String::as_str)
    }

    /// The text of a content file as it will be, if it is one.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(path)?).ok()
    }

    /// Names of the files in a part of the folder, without ending: `slugs("entities", ".toml")`.
    pub(crate) fn slugs(&self, part: &str, ending: &str) -> BTreeSet<String> {
        let old = self.folder.files.keys();
        let paths = old.chain(self.imported.files.keys());
        let slug = |path: &String| {
            let name = path.strip_prefix(part)?.strip_prefix('/')?;
            Some(name.strip_suffix(ending)?.to_owned())
        };
        paths.filter_map(slug).collect()
    }

    pub(crate) fn is_taken(&self, path: &str) -> bool {
        self.taken.contains(&path.to_lowercase())
    }

    /// The slug made of words, whether there is such a file or not.
    pub(crate) fn wanted(words: &str, otherwise: &str) -> String {
        short(words, otherwise)
    }

    /// A slug made of words that no file of a part of the folder has: `slug("entities", "Maria Berg", "entity", ".toml")`.
    /// Where the words have no letter that a slug may have, it is `entity`, `entity-2` and so on.
    pub(crate) fn slug(&self, part: &str, words: &str, otherwise: &str, ending: &str) -> String {
        let slug = short(words, otherwise);
        let path = |slug: &str| format!("{part}/{slug}{ending}");
        if !self.is_taken(&path(&slug)) {
            return slug;
        }
        let mut numbered = (2_u64..).map(|number| format!("{slug}-{number}"));
        let free = numbered.find(|slug| !self.is_taken(&path(slug)));
        free.unwrap_or(slug)
    }

    /// The path of a text that is there already under a slug made of words, with a number or without.
    pub(crate) fn same(
        &self,
        part: &str,
        words: &str,
        otherwise: &str,
        text: &str,
    ) -> Option<String> {
        let slug = short(words, otherwise);
        let numbered = (2_u64..).map(|number| format!("{part}/{slug}-{number}.md"));
        let paths = [format!("{part}/{slug}.md")].into_iter().chain(numbered);
        let mut taken = paths.take_while(|path| self.is_taken(path));
        taken.find(|path| self.text(path) == Some(text))
    }

    /// Writes a file: new, or whole in the place of what it held.
    pub(crate) fn write(&mut self, path: &str, text: impl Into<Vec<u8>>) {
        self.taken.insert(path.to_lowercase());
        self.imported.files.insert(path.to_owned(), text.into());
    }

    /// Writes text at the end of a file, behind an empty line; the file may be new.
    pub(crate) fn append(&mut self, path: &str, text: &str) {
        let mut bytes = self.bytes(path).unwrap_or_default().to_vec();
        let is_crlf = bytes.windows(2).any(|two| two == b"\r\n");
        let end: &[u8] = if is_crlf { b"\r\n" } else { b"\n" };
        if !bytes.is_empty() {
            if !bytes.ends_with(b"\n") {
                bytes.extend(end);
            }
            bytes.extend(end);
        }
        if is_crlf {
            bytes.extend(text.replace('\n', "\r\n").bytes());
        } else {
            bytes.extend(text.bytes());
        }
        self.write(path, bytes);
    }

    /// Tells what was not taken.
    pub(crate) fn leave_out(&mut self, left: LeftOut) {
        self.imported.left_out.push(left);
    }

    /// What was not taken of a file so far.
    pub(crate) fn left_out_of<'a>(&'a self, file: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.imported.left_out.iter();
        all.filter(move |left| left.file == file)
            .map(|left| &*left.what)
    }

    /// Why nothing was written, if nothing was.
    pub(crate) fn idle(&self) -> Option<ImportError> {
        let imported = &self.imported;
        let is_idle = imported.files.is_empty() && imported.notes.is_empty();
        let left = imported.left_out.last().filter(|_| is_idle)?;
        Some(ImportError::new(&left.file, &*left.what, &*left.cure))
    }

    /// Tells of a whole file that was not taken.
    pub(crate) fn refuse(&mut self, error: ImportError) {
        let place = error.at.map(|(line, _)| format!("line {line}"));
        self.leave_out(LeftOut {
            file: error.file,
            place: place.unwrap_or_default(),
            what: error.message,
            cure: error.help,
        });
    }

    /// Tells what the author should know or do.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.imported.notes.push(note.into());
    }

    pub(crate) fn into_imported(self) -> Imported {
        self.imported
    }
}

/// The language that `site.toml` names.
fn language(folder: &Files) -> Option<String> {
    let text = std::str::from_utf8(folder.files.get("site.toml")?).ok()?;
    let (table, _) = DeTable::parse_recoverable(text);
    let value = table.get_ref().get("language")?.get_ref().as_str()?;
    Some(value.to_owned())
}

/// Words as a slug of whole words, not too long.
fn short(words: &str, otherwise: &str) -> String {
    let cut = words.floor_char_boundary(1000);
    let mut slug = slug_of(&words[..cut]);
    if slug.len() > LONGEST {
        let end = slug[..LONGEST].rfind('-').filter(|end| *end > 0);
        slug.truncate(end.unwrap_or(LONGEST));
    }
    let is_port = ["com", "lpt"].iter().any(|port| {
        slug.strip_prefix(port)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    if slug.is_empty() || is_port || DEVICES.contains(&&*slug) {
        let plain = slug_of(otherwise);
        return [&*plain, &*slug]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_another() {
        let folder = Files::from_texts([("entities/maria-berg.toml", "")]);
        let mut target = Target::new(&folder);
        let slug = |target: &Target<'_>, words| target.slug("entities", words, "entity", ".toml");
        assert_eq!(slug(&target, "Maria Berg"), "maria-berg-2");
        target.write("entities/maria-berg-2.toml", "");
        assert_eq!(slug(&target, "MARIA Berg"), "maria-berg-3");
        assert_eq!(slug(&target, "..."), "entity");
        assert_eq!(slug(&target, "../../etc/passwd"), "etc-passwd");
        assert_eq!(slug(&target, "Con"), "entity-con");
        assert_eq!(slug(&target, "Lpt1"), "entity-lpt1");
        let long = slug(
            &target,
            "The bridge that nobody wanted and everybody paid for",
        );
        assert_eq!(long, "the-bridge-that-nobody-wanted-and");
    }

    #[test]
    fn text_goes_behind_what_is_there() {
        let folder = Files::from_texts([("sources.toml", "[a]\r\ntitle = \"A\"")]);
        let mut target = Target::new(&folder);
        target.append("sources.toml", "[b]\ntitle = \"B\"\n");
        target.append("events.toml", "[[events]]\n");
        let text = target.text("sources.toml");
        assert_eq!(
            text,
            Some("[a]\r\ntitle = \"A\"\r\n\r\n[b]\r\ntitle = \"B\"\r\n")
        );
        assert_eq!(target.text("events.toml"), Some("[[events]]\n"));
    }
}
