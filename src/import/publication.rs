//! Where works were published, and where on the web they are.

/// The periodical, else the book that it stands in, and who published that.
pub(crate) fn published_by(title: &str, periodical: String, others: [String; 2]) -> String {
    if !periodical.is_empty() && periodical != title {
        return periodical;
    }
    let others = others
        .into_iter()
        .filter(|one| !one.is_empty() && one != title);
    others.collect::<Vec<_>>().join(", ")
}

/// An address among words.
pub(crate) fn address_in(words: &str) -> String {
    let start = words.find("https://").or_else(|| words.find("http://"));
    let address = start.map_or("", |start| &words[start..]);
    let end = address
        .find(|c: char| c.is_whitespace() || matches!(c, '}' | '"' | '>'))
        .unwrap_or(address.len());
    address[..end].trim_end_matches(['.', ',', ';']).to_owned()
}

/// An address of a web archive.
pub(crate) fn is_archive(url: &str) -> bool {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let host = rest.split('/').next().unwrap_or_default();
    let is = |name: &str| host == name || host.ends_with(&format!(".{name}"));
    [
        "web.archive.org",
        "archive.today",
        "archive.ph",
        "archive.is",
        "perma.cc",
        "webcitation.org",
    ]
    .into_iter()
    .any(is)
}
