//! Which format a file is in, by what it holds, then by its name's ending; and of one that is not read, what it is and what
//! to do.

mod data;
mod foreign;

use crate::import::error::ImportError;
use crate::import::format::Format;
use crate::import::imported::Input;
use crate::import::text;

/// The format of a file.
///
/// # Errors
/// If it is none of these: says what it is, and what to do.
pub(crate) fn format(input: &Input) -> Result<Format, ImportError> {
    let Input { name, bytes } = input;
    if bytes.trim_ascii().is_empty() {
        let help = "save what you mean to import into it, or name another file";
        return Err(ImportError::new(name, "the file is empty", help));
    }
    if let Some(known) = foreign::binary(name, bytes) {
        return known;
    }
    let head = text::head(bytes);
    if head.contains('\0') {
        let message = "this is no text, and no format that is read here";
        return Err(ImportError::new(name, message, foreign::CURE));
    }
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let start = head.trim_start_matches('\u{FEFF}').trim_start();
    if let Some(told) = foreign::text(name, start) {
        return Err(told);
    }
    if let Some(found) = markup(start, ending) {
        return found.map_err(|(message, help)| ImportError::new(name, message, help));
    }
    if start.starts_with(['{', '[']) && (ending == "json" || ending.ends_with("jsonld")) {
        return data::json(name, bytes);
    }
    if let Some(found) = data::lines(start, ending) {
        return Ok(found);
    }
    match ending {
        "md" | "markdown" | "mdown" | "mkd" | "mdx" => Ok(Format::Markdown),
        "txt" | "text" | "" => Ok(Format::Text),
        // From a pipe, or a name that says nothing.
        _ if data::is_json(start) => data::json(name, bytes),
        _ => match foreign::named(ending) {
            Some((what, help)) => Err(ImportError::new(name, what, help)),
            None => Ok(Format::Text),
        },
    }
}

/// Formats that begin with a tag, where it is one.
fn markup(start: &str, ending: &str) -> Option<Result<Format, (&'static str, &'static str)>> {
    let is_html_name = ["html", "htm", "xhtml", "xht"].contains(&ending);
    if !start.starts_with('<') {
        // A fragment from the clipboard may begin with words.
        return is_html_name.then_some(Ok(Format::Html));
    }
    let lower = start.to_lowercase();
    let has = |what: &str| lower.contains(what);
    if has("<tei") || has("tei-c.org/ns/1.0") {
        return Some(Ok(Format::Tei));
    }
    if has("<html") || has("<!doctype html") || is_html_name {
        return Some(Ok(Format::Html));
    }
    if has("<svg") {
        return Some(Ok(Format::Picture));
    }
    let is_xml = lower.starts_with("<?xml") || ending == "xml";
    if has("schemas.microsoft.com/office/2006/xmlpackage") || has("progid=\"word.document\"") {
        let what = "this is a Word document in one XML file";
        return Some(Err((what, "open it in Word and save it as .docx")));
    }
    if is_xml {
        let what = "this is XML, but neither TEI nor a web page";
        return Some(Err((what, "save it as a web page or as text")));
    }
    const TAGS: [&str; 12] = [
        "<p", "<div", "<h1", "<h2", "<article", "<body", "<head", "<meta", "<span", "<b ", "<a ",
        "<!--",
    ];
    let is_fragment = TAGS.iter().any(|tag| lower.starts_with(tag));
    let is_text_name = ["md", "markdown", "mdown", "mkd", "mdx", "csv", "tsv"].contains(&ending);
    (is_fragment && !is_text_name).then_some(Ok(Format::Html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: impl Into<Vec<u8>>, expected: Format) {
        let bytes = bytes.into();
        let name = name.to_owned();
        assert_eq!(format(&Input { name, bytes }), Ok(expected));
    }

    /// What is said of a file that is not read.
    #[track_caller]
    fn check_told(name: &str, bytes: impl Into<Vec<u8>>, said: &str) {
        let (name, bytes) = (name.to_owned(), bytes.into());
        let error = format(&Input { name, bytes }).expect_err("it is not read");
        assert_eq!(format!("{}; {}", error.message, error.help), said);
    }

    #[test]
    fn what_a_file_holds_tells_its_format() {
        check("a.html", "<!DOCTYPE html><p>A", Format::Html);
        check(
            "a",
            "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">",
            Format::Html,
        );
        check("a.txt", "\u{FEFF}<html><p>A", Format::Html);
        check("a.htm", "A <b>b</b>", Format::Html);
        check("a.md", "<div>\n\nA", Format::Markdown);
        check("a.txt", "A\n\nB", Format::Text);
        check("-", "A", Format::Text);
        check(
            "a.xml",
            "<?xml version='1.0'?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
            Format::Tei,
        );
        check("a.csv", "name,kind\nBerg,person\n", Format::Table);
        check(
            "a.csv",
            "UUID,QUOTE_TRANSCRIPTION,ANCHOR,TYPE\n1,Berg,\"char-offset:3\",PERSON\n",
            Format::Recogito,
        );
        check("a.txt", "TY  - JOUR\r\nTI  - A\r\nER  - \r\n", Format::Ris);
        check(
            "a",
            "% by hand\n@article{a,\n title = {A}\n}",
            Format::BibTex,
        );
        check(
            "a.json",
            "{\"entities\": {\"Q15031\": {\"labels\": {}}}}",
            Format::Wikidata,
        );
        check(
            "a.json",
            "{\"text\": \"Berg\", \"ents\": [{\"start\": 0, \"end\": 4, \"label\": \"PER\"}]}",
            Format::Spacy,
        );
        check(
            "a.json",
            "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"A\"}]",
            Format::CslJson,
        );
        check(
            "a.json",
            "[{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"Annotation\"}]",
            Format::WebAnnotation,
        );
        check(
            "a.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            Format::Picture,
        );
        check(
            "a.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            Format::Picture,
        );
        let utf16: Vec<u8> = "\u{FEFF}<html><body>A"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check("a", utf16, Format::Html);
    }

    #[test]
    fn everything_else_is_told_with_its_cure() {
        check_told(
            "a.txt",
            "%PDF-1.7\n",
            "this is a PDF, which fixes lines and pages, not paragraphs; export the text from where it was written as .docx or as a web page, or copy it into a text file, and import that",
        );
        check_told(
            "a.docx",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1____".to_vec(),
            "this is a file of an old version of Office, or one with a password; open it in Word or LibreOffice, and save it as .docx without a password",
        );
        check_told(
            "a",
            "{\\rtf1\\ansi A}",
            "this is RTF; open it in Word, LibreOffice or TextEdit, and save it as .docx or as a web page",
        );
        check_told("a.odt", b"PK\x03\x04\x14\0\0\0\0\0________________________mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), "this is an OpenDocument text; open it in LibreOffice or Word, and save it as .docx");
        check_told(
            "a.pages",
            b"PK\x03\x04____Index/Document.iwaPK".to_vec(),
            "this is a document of Pages, Numbers or Keynote; export it there as Word, or a table as CSV",
        );
        check_told(
            "a.zip",
            b"PK\x03\x04____a.mdPK".to_vec(),
            "this is a zip; unpack it, and import the folder or the files in it",
        );
        check_told(
            "a.xlsx",
            b"PK\x03\x04____xl/workbook.xmlPK".to_vec(),
            "this is a workbook; save each of its sheets as CSV (UTF-8), and import those",
        );
        check_told(
            "a.md",
            "",
            "the file is empty; save what you mean to import into it, or name another file",
        );
        check_told(
            "a.mhtml",
            "MIME-Version: 1.0\nContent-Type: multipart/related;\n",
            "this is a web page in an archive (MHTML); save the page as \"HTML only\" or \"complete\", and import that",
        );
        check_told(
            "a.tex",
            "\\documentclass{article}",
            "this is LaTeX; make a web page or .docx of it, for instance by `pandoc a.tex -o a.docx`, and import that",
        );
        check_told(
            "a.bin",
            b"\x01\x02\0\x03".to_vec(),
            "this is no text, and no format that is read here; save it as .docx, as a web page, as Markdown or as text",
        );
        check_told(
            "a.toml",
            "format = 1",
            "this is TOML; a content folder's own files need no import: copy them into it",
        );
    }
}
