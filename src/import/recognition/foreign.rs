//! Formats that are not read: what each is, and what to do.

use infer::MatcherType;

use crate::import::error::ImportError;
use crate::import::format::Format;

/// What to do about anything.
pub(super) const CURE: &str = "save it as .docx, as a web page, as Markdown or as text";

const OFFICE: (&str, &str) = (
    "this is a file of an old version of Office, or one with a password",
    "open it in Word or LibreOffice, and save it as .docx without a password",
);

/// What is known of a file by the bytes that it begins with.
pub(super) fn binary(name: &str, bytes: &[u8]) -> Option<Result<Format, ImportError>> {
    let told = |(what, help): (&str, &str)| Some(Err(ImportError::new(name, what, help)));
    if bytes.starts_with(b"%PDF-") {
        return told((
            "this is a PDF, which fixes lines and pages, not paragraphs",
            "export the text from where it was written as .docx or as a web page, or copy it into a text file, and import that",
        ));
    }
    if bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return told((
            "this is RTF",
            "open it in Word, LibreOffice or TextEdit, and save it as .docx or as a web page",
        ));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return told(OFFICE);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return match packed(bytes) {
            Ok(format) => Some(Ok(format)),
            Err(told_so) => told(told_so),
        };
    }
    let kind = infer::get(&bytes[..bytes.len().min(8192)])?;
    let what = match kind.matcher_type() {
        MatcherType::Image => {
            const SHOWN: [&str; 4] = ["jpg", "png", "gif", "webp"];
            if SHOWN.contains(&kind.extension()) {
                return Some(Ok(Format::Picture));
            }
            return Some(Err(ImportError::new(
                name,
                format!(
                    "this is a picture in the format {}",
                    kind.extension().to_uppercase()
                ),
                "save it as JPEG or PNG",
            )));
        }
        MatcherType::Text => return None,
        MatcherType::Audio | MatcherType::Video => "a recording",
        MatcherType::Archive => "an archive",
        MatcherType::Font => "a font",
        MatcherType::App => "a program",
        MatcherType::Book => "an e-book",
        MatcherType::Doc | MatcherType::Custom => "no text",
    };
    let help = match kind.matcher_type() {
        MatcherType::Archive => "unpack it, and import the files in it",
        MatcherType::Book => "import the text that it was made from: .docx, a web page or Markdown",
        _ => "import the text itself: .docx, a web page, Markdown or text",
    };
    let what = format!("this is {what} ({})", kind.mime_type());
    Some(Err(ImportError::new(name, what, help)))
}

/// What a zip holds, by the names in it, which stand in plain letters at its end.
fn packed(bytes: &[u8]) -> Result<Format, (&'static str, &'static str)> {
    const TAIL: usize = 1 << 20;
    let has = |name: &str, part: &[u8]| {
        part.windows(name.len())
            .any(|window| window == name.as_bytes())
    };
    let head = &bytes[..bytes.len().min(200)];
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if has("application/vnd.oasis.opendocument.text", head) {
        return Err((
            "this is an OpenDocument text",
            "open it in LibreOffice or Word, and save it as .docx",
        ));
    }
    if has("application/vnd.oasis.opendocument.spreadsheet", head) {
        return Err((
            "this is an OpenDocument workbook",
            "save each of its sheets as CSV (UTF-8), and import those",
        ));
    }
    if has("application/epub+zip", head) {
        return Err((
            "this is an e-book",
            "import the text that it was made from: .docx, a web page or Markdown",
        ));
    }
    if has("word/document", tail) {
        return Ok(Format::Docx);
    }
    if has("xl/workbook", tail) {
        return Err((
            "this is a workbook",
            "save each of its sheets as CSV (UTF-8), and import those",
        ));
    }
    if has("ppt/presentation", tail) {
        return Err((
            "this is a presentation",
            "save its outline as text or .docx, and import that",
        ));
    }
    if has("Index/Document.iwa", tail) || has("Index.zip", tail) {
        return Err((
            "this is a document of Pages, Numbers or Keynote",
            "export it there as Word, or a table as CSV",
        ));
    }
    Err((
        "this is a zip",
        "unpack it, and import the folder or the files in it",
    ))
}

/// What is known of a text by how it begins.
pub(super) fn text(name: &str, start: &str) -> Option<ImportError> {
    if start.contains("\\documentclass") {
        return Some(latex(name));
    }
    is_archive(start).then(|| {
        let help = "save the page as \"HTML only\" or \"complete\", and import that";
        ImportError::new(name, "this is a web page in an archive (MHTML)", help)
    })
}

fn latex(name: &str) -> ImportError {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let help = format!(
        "make a web page or .docx of it, for instance by `pandoc {file} -o {stem}.docx`, and import that"
    );
    ImportError::new(name, "this is LaTeX", help)
}

/// Whether a text has the headers of a message with parts before anything else.
fn is_archive(start: &str) -> bool {
    let mut lines = start.lines().take(40).map(str::to_ascii_lowercase);
    let first = lines.next().unwrap_or_default();
    let is_header = first
        .split_once(": ")
        .is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '));
    is_header
        && (first.contains("multipart/related")
            || lines.any(|line| line.contains("multipart/related")))
}

/// Texts of other formats, by their ending.
pub(super) fn named(ending: &str) -> Option<(&'static str, &'static str)> {
    const WORD: &str =
        "open it in the program that wrote it, and save it as .docx or as a web page";
    Some(match ending {
        "toml" => (
            "this is TOML",
            "a content folder's own files need no import: copy them into it",
        ),
        "yaml" | "yml" => (
            "this is YAML",
            "write what it says into entities/NAME.toml, or make a CSV of it and import that",
        ),
        "rst" | "adoc" | "asciidoc" | "org" | "typ" | "textile" | "wiki" => (
            "this markup is not read",
            "make Markdown, a web page or .docx of it, for instance by pandoc, and import that",
        ),
        "doc" | "odt" | "rtf" | "pages" | "wpd" | "gdoc" | "webloc" | "url" => {
            ("there is no text in this file", WORD)
        }
        "lock" => (
            "this is what a program keeps for itself",
            "a content folder's own files need no import: copy them into it",
        ),
        "css" | "js" | "ts" | "json" | "geojson" | "ini" | "log" | "xml" | "ics" | "vcf" => (
            "this is data, in a form that is not read",
            "make a CSV of it with a header, such as `name,kind,description`, and import that",
        ),
        _ => return None,
    })
}
