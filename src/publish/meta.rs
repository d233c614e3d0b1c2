//! Elements that the head of a page is made of.

use html_escape::encode_double_quoted_attribute as attribute;

/// What a page says of itself, `by` its name or property.
pub(in crate::publish) fn named(by: &str, name: &str, content: &str) -> String {
    format!("<meta {by}=\"{name}\" content=\"{}\">", attribute(content))
}

/// The one address of a page.
pub(in crate::publish) fn canonical(url: &str) -> String {
    format!("<link rel=\"canonical\" href=\"{}\">", attribute(url))
}
