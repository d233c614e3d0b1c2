//! A message to whoever answers for the page, as an address that mail programs open.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::publish::project::projector::Projector;

/// What RFC 6068 lets stand in an address or a subject as it is: here only what RFC 3986 calls unreserved, and what
/// keeps an address readable.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

/// `mailto:` with the article's title as subject, where the publisher states an address.
pub(super) fn contact(projector: &Projector) -> Option<String> {
    let address = projector.site.contact.as_ref()?;
    Some(message(address, &projector.title()))
}

fn message(address: &str, subject: &str) -> String {
    let encode = |words| utf8_percent_encode(words, ENCODED);
    format!("mailto:{}?subject={}", encode(address), encode(subject))
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn whatever_stands_in_a_subject_or_an_address_arrives_there() {
        assert_eq!(
            message("desk+news@example.org", "“Who?” & what: 5 % of Алматы"),
            "mailto:desk%2Bnews@example.org?subject=%E2%80%9CWho%3F%E2%80%9D%20%26%20what%3A%205%20%25%20of%20\
             %D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B"
        );
        assert_eq!(
            message("o'neil/a@example.org", "a"),
            "mailto:o%27neil%2Fa@example.org?subject=a"
        );
    }
}
