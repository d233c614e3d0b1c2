//! How many attributes elements have: parsers compare each with all before it.

use crate::import::error::ImportError;

/// Attributes of one element; nobody writes so many.
pub(crate) const MOST: usize = 200;

/// Elements of a page whose words are no markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "xmp"];

/// Says that an element has more.
///
/// # Errors
/// If one has.
pub(crate) fn ensure_few(name: &str, text: &str, is_html: bool) -> Result<(), ImportError> {
    let Some(at) = crowded(text, is_html) else {
        return Ok(());
    };
    let message = format!("an element has more than {MOST} attributes");
    let help = "save it again where it comes from";
    Err(ImportError::new(name, message, help).at_byte(text, at))
}

/// The byte at which an element begins that has more.
pub(crate) fn crowded(text: &str, is_html: bool) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[start + 1..];
        let end = |sign: &str, from: usize| {
            let found = rest.get(from..)?.find(sign)?;
            Some(start + 1 + from + found + sign.len())
        };
        at = if rest.starts_with("!--") {
            end("-->", 1).unwrap_or(text.len())
        } else if rest.starts_with("![CDATA[") && !is_html {
            end("]]>", 0).unwrap_or(text.len())
        } else if rest.starts_with(['/', '!', '?']) || rest.starts_with(char::is_whitespace) {
            start + 1
        } else {
            let (count, end) = attributes(text.as_bytes(), start + 1);
            if count > MOST {
                return Some(start);
            }
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let own = &rest[..length.unwrap_or(rest.len())];
            let is = |name: &&&str| own.eq_ignore_ascii_case(name);
            match RAW.iter().find(is).filter(|_| is_html) {
                Some(name) => closing(text, end, name),
                None => end,
            }
        };
    }
    None
}

/// How many attributes an element has whose name begins at a byte, and where its tag ends.
fn attributes(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let skip = |mut at: usize, is: &dyn Fn(u8) -> bool| {
        while bytes.get(at).is_some_and(|byte| is(*byte)) {
            at += 1;
        }
        at
    };
    let is_gap = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    let is_name = |byte: u8| !is_gap(byte) && byte != b'>' && byte != b'=';
    at = skip(at, &|byte| !is_gap(byte) && byte != b'>');
    let mut count = 0;
    loop {
        at = skip(at, &is_gap);
        match bytes.get(at) {
            None => return (count, bytes.len()),
            Some(b'>') => return (count, at + 1),
            Some(_) => {}
        }
        count += 1;
        // A name may begin with the sign that it else ends at.
        at = skip(at + 1, &is_name);
        let value = skip(at, &|byte| byte.is_ascii_whitespace());
        if bytes.get(value) != Some(&b'=') {
            continue;
        }
        at = skip(value + 1, &|byte| byte.is_ascii_whitespace());
        at = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) => skip(at + 1, &|byte| byte != *quote) + 1,
            _ => skip(at, &|byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
    }
}

/// Where the tag stands that ends an element of raw words; the end of the text where none does.
fn closing(text: &str, from: usize, name: &str) -> usize {
    let mut at = from.min(text.len());
    while let Some(start) = text[at..].find("</").map(|found| at + found) {
        let own = text.get(start + 2..start + 2 + name.len());
        if own.is_some_and(|own| own.eq_ignore_ascii_case(name)) {
            return start;
        }
        at = start + 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_where_elements_have_some() {
        let count = |tag: &str| attributes(tag.as_bytes(), 1);
        assert_eq!(count("<a b c = 'd > e' f=g/>h"), (3, 22));
        assert_eq!(count("<a =b \"c\">"), (2, 10));
        assert_eq!(count("<a b='c"), (1, 7));
    }

    #[test]
    fn what_only_looks_like_attributes_is_none() {
        let many = "a ".repeat(MOST + 1);
        for (text, is_html, is_told) in [
            (format!("x<b {many}>"), true, true),
            (format!("x<b {many}>"), false, true),
            (format!("<script>a<b {many}</script>"), true, false),
            (format!("<SCRIPT>a<b {many}</script><b {many}>"), true, true),
            (format!("<!-- <b {many} -->"), true, false),
            (format!("<![CDATA[<b {many}]]>"), false, false),
            (format!("<p title='<b {many}'>"), true, false),
            (format!("5 < 6 {many}"), true, false),
        ] {
            assert_eq!(crowded(&text, is_html).is_some(), is_told, "{text:.20}");
        }
    }
}
