//! Addresses of files, whose names may hold what has a meaning in an address.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a part of a path does not hold as it is: the path percent-encode set and what would end the path or stand for
/// another character ([URL](https://url.spec.whatwg.org/#path-percent-encode-set)).
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address of a file by its path below the site's root, with `/` between parts.
pub(in crate::publish) fn file_address(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_one_name() {
        for (path, address) in [
            ("images/ada.jpg", "images/ada.jpg"),
            ("images/50% off #1?.png", "images/50%25%20off%20%231%3F.png"),
            (
                "images/Қытай (2).png",
                "images/%D2%9A%D1%8B%D1%82%D0%B0%D0%B9%20(2).png",
            ),
        ] {
            assert_eq!(file_address(path), address);
        }
    }
}
