//! Bytes to text: which encoding a file is in.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::import::error::ImportError;

/// Bytes of a text that are read: a long book has a fifth of them.
pub(crate) const LONGEST: usize = 5 << 20;

/// Bytes by which a format is told.
const HEAD: usize = 8192;

/// How a file begins, as well as can be told; a NUL is a sign that it is no text.
pub(crate) fn head(bytes: &[u8]) -> String {
    let part = &bytes[..bytes.len().min(HEAD)];
    match marked(bytes) {
        Some(encoding) => encoding.decode_with_bom_removal(part).0.into_owned(),
        None => String::from_utf8_lossy(part).into_owned(),
    }
}

/// The text of a file, with lines that end in `\n`, without a mark of its encoding.
///
/// # Errors
/// If it is in an encoding that it does not tell.
pub(crate) fn decoded(name: &str, bytes: &[u8]) -> Result<String, ImportError> {
    decoded_as(name, bytes, None)
}

/// The same, in the encoding that the text itself names (`windows-1252`) where no mark tells another.
///
/// # Errors
/// If it is in another encoding than it tells, or in one that is not known.
pub(crate) fn decoded_as(
    name: &str,
    bytes: &[u8],
    label: Option<&str>,
) -> Result<String, ImportError> {
    if let Some(encoding) = marked(bytes) {
        let (text, is_broken) = encoding.decode_with_bom_removal(bytes);
        if is_broken {
            let message = format!("the file says that it is {}, and is not", encoding.name());
            return Err(ImportError::new(name, message, "save it as UTF-8"));
        }
        return Ok(unix(&text));
    }
    let utf8 = std::str::from_utf8(bytes);
    let named = label.map(|label| (label, Encoding::for_label(label.as_bytes())));
    match (utf8, named) {
        // Programs that write UTF-8 leave the name of another encoding in the page.
        (Ok(text), _) => Ok(unix(text)),
        (Err(_), Some((_, Some(encoding)))) if encoding != UTF_8 => {
            let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
            if is_broken {
                let message = format!("the file says that it is {}, and is not", encoding.name());
                return Err(ImportError::new(name, message, "save it as UTF-8"));
            }
            Ok(unix(&text))
        }
        (Err(_), Some((label, None))) => {
            let message = format!("the encoding `{label}` is not known");
            Err(ImportError::new(name, message, "save the file as UTF-8"))
        }
        (Err(error), _) => {
            let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let message = format!("the byte {:#04X} is not UTF-8", bytes[good.len()]);
            let help = "save the file as UTF-8: where it was written, \"Save as\" or \"Export\" asks for the encoding";
            Err(ImportError::new(name, message, help).at_byte(good, good.len()))
        }
    }
}

/// The encoding that a mark at the beginning tells, or every second byte.
fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    // Without a mark: a text in Latin letters has no NUL but these.
    let part = &bytes[..bytes.len().min(64)];
    let nul = |row: usize| part.iter().skip(row).step_by(2).all(|byte| *byte == 0);
    let letters = |row: usize| part.iter().skip(row).step_by(2).all(|byte| *byte != 0);
    match () {
        () if part.len() < 4 => None,
        () if nul(1) && letters(0) => Some(UTF_16LE),
        () if nul(0) && letters(1) => Some(UTF_16BE),
        () => None,
    }
}

fn unix(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}')
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{85}'], "\n")
        .replace('\u{2029}', "\n\n")
}

/// Says that a text is too long.
///
/// # Errors
/// If it is.
pub(crate) fn ensure_short(name: &str, text: &str) -> Result<(), ImportError> {
    if text.len() <= LONGEST {
        return Ok(());
    }
    let message = format!(
        "the text has {} MB, and at most {} are read",
        text.len().div_ceil(1 << 20),
        LONGEST >> 20
    );
    let help = "part it into articles, and import those";
    Err(ImportError::new(name, message, help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], label: Option<&str>, text: Result<&str, &str>) {
        let decoded = decoded_as("a.txt", bytes, label).map_err(|error| error.to_string());
        assert_eq!(
            decoded.as_deref(),
            text.map_err(str::to_owned).as_ref().copied()
        );
    }

    #[test]
    fn encodings_are_told_by_marks_and_names() {
        check("\u{FEFF}é\r\nb\rc".as_bytes(), None, Ok("é\nb\nc"));
        let utf16: Vec<u8> = "\u{FEFF}Жé"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        check(&utf16, None, Ok("Жé"));
        let bare: Vec<u8> = "<p>\r\né"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&bare, None, Ok("<p>\né"));
        check(b"\x93caf\xE9\x94", Some("windows-1252"), Ok("“café”"));
        check(b"\x93caf\xE9\x94", Some("ISO-8859-1"), Ok("“café”"));
        check(b"\xCF\xF0\xE8", Some("windows-1251"), Ok("При"));
        check("é".as_bytes(), Some("windows-1252"), Ok("é"));
    }

    #[test]
    fn an_encoding_that_nothing_tells_is_told() {
        let help = "save the file as UTF-8: where it was written, \"Save as\" or \"Export\" asks for the encoding";
        let said = format!("`a.txt`, line 2, column 3: the byte 0xE9 is not UTF-8; {help}");
        check(b"A\nno\xE9l", None, Err(&said));
        check(
            b"\xE9",
            Some("x-klingon"),
            Err("`a.txt`: the encoding `x-klingon` is not known; save the file as UTF-8"),
        );
    }
}
