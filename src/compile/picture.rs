//! Pictures, known by what is in their files.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::compile::change::Change;
use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::source_text::{Quotes, SourceText};
use crate::compile::suggestion;

/// Formats that are published: endings, and what they are called.
const FORMATS: &[(&[&str], &str)] = &[
    (&["jpg", "jpeg"], "JPEG"),
    (&["png"], "PNG"),
    (&["gif"], "GIF"),
    (&["webp"], "WebP"),
    (&["svg"], "SVG"),
];

/// Whether words are the name of a file that other programs show within a text.
pub(crate) fn is_file_name(words: &str) -> bool {
    let ending = words
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let also = [
        "avif", "heic", "bmp", "tif", "tiff", "pdf", "mp3", "mp4", "webm",
    ];
    ending.is_some_and(|ending| {
        let mut pictures = FORMATS.iter().flat_map(|(endings, _)| *endings);
        also.contains(&&*ending) || pictures.any(|one| *one == ending)
    })
}

/// The path of a picture below the content folder, as the disk has it; else says what is wrong.
pub(crate) fn path<'f>(
    written: &SourceText<'_>,
    files: &'f Files,
    findings: &Findings,
) -> Option<&'f str> {
    let name: String = written.text.nfc().collect();
    let exact = files.others.get_key_value(&*written.text);
    // A letter with a sign over it may be one character or two.
    let found = exact.or_else(|| {
        let mut others = files.others.iter();
        others.find(|(path, _)| path.nfc().eq(name.chars()))
    });
    // In Markdown it is an address, in which some signs are written as `%20`.
    let found = found.or_else(|| {
        let decoded = percent_decode_str(&written.text).decode_utf8().ok()?;
        files.others.get_key_value(&*decoded)
    });
    let Some((path, head)) = found else {
        let message = format!("there is no file `{}`", written.text);
        let report = findings.error("missing-image", &written.words(), message);
        let is_markdown = written.quotes == Quotes::None;
        let decoded = percent_decode_str(&written.text).decode_utf8();
        let named = decoded.ok().filter(|_| is_markdown);
        let named = named.unwrap_or_else(|| (&*written.text).into());
        let known = files.others.keys().map(String::as_str);
        match suggestion::nearest(&named, known) {
            Some(meant) if is_markdown => {
                report.write(written, 0..written.text.len(), &in_markdown(meant));
            }
            Some(meant) => report.write(written, 0..written.text.len(), meant),
            None => report.help(place(&named)),
        }
        return None;
    };
    check(path, head, written, findings);
    Some(path)
}

/// A file's name as it is typed between the parentheses of Markdown.
fn in_markdown(path: &str) -> String {
    let typed = path.chars().map(|c| match c {
        ' ' | '%' | '(' | ')' | '<' | '>' | '\\' => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    });
    typed.collect()
}

/// Where to put a picture that is nowhere.
fn place(written: &str) -> String {
    // Windows parts folders by backslashes.
    let parted = written.replace('\\', "/");
    let is_other = parted != written;
    let written = &*parted;
    let is_elsewhere = written.contains(':')
        || written.starts_with('/')
        || written.split('/').any(|part| part == "..");
    if is_other && !is_elsewhere {
        return format!(
            "put the picture at `{written}` below the content folder, and write `{written}` here"
        );
    }
    if !is_elsewhere {
        return format!("put the picture at `{written}` below the content folder");
    }
    let address = written.split(['?', '#']).next().unwrap_or_default();
    let name = address.rsplit('/').next().unwrap_or_default();
    let name = if name.is_empty() { "x.jpg" } else { name };
    format!(
        "put the picture at `images/{name}` below the content folder, and write `images/{name}` here"
    )
}

fn check(path: &str, head: &[u8], written: &SourceText<'_>, findings: &Findings) {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    let named = FORMATS
        .iter()
        .find(|(endings, _)| endings.contains(&&*ending));
    let held = content(head);
    let format = match &held {
        Ok(format) => FORMATS.iter().find(|(_, name)| name == format),
        Err(_) => None,
    };
    match (format, held) {
        (Some((_, name)), _) if named.is_some_and(|(_, ours)| ours == name) => {}
        (Some((endings, name)), _) => {
            let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            let message = format!("`{path}` is a picture in the format {name}");
            let help = format!("call the file `{stem}.{}`, here too", endings[0]);
            let to = format!("{stem}.{}", endings[0]);
            findings
                .warning("bad-image", &written.words(), message)
                .change(written.change(0..written.text.len(), &to))
                .change(Change::Rename {
                    file: path.to_owned(),
                    to,
                })
                .help(help);
        }
        (None, held) => {
            let what = held.unwrap_or_else(|what| what);
            let message = format!("`{path}` is no picture that can be published, but {what}");
            findings
                .error("bad-image", &written.words(), message)
                .help("save the picture as JPEG, PNG, WebP, GIF or SVG, and put it there");
        }
    }
}

/// The format by what the file begins with, or what it is instead.
fn content(head: &[u8]) -> Result<String, String> {
    if head.is_empty() {
        return Err("empty".to_owned());
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let is_markup = text.starts_with('<');
    if is_markup && text.contains("<svg") && !text.contains("<html") {
        return Ok("SVG".to_owned());
    }
    if is_markup {
        return Err("HTML or XML".to_owned());
    }
    let Some(kind) = infer::get(head) else {
        return Err("something else".to_owned());
    };
    let known = FORMATS
        .iter()
        .find(|(endings, _)| endings.contains(&kind.extension()));
    match known {
        Some((_, name)) => Ok((*name).to_owned()),
        None => Err(kind.extension().to_uppercase()),
    }
}
