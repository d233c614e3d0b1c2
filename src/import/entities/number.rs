//! Numbers by which entities are known elsewhere, in addresses.

use crate::compile::identifiers;

/// Scheme and number in an address: `https://www.wikidata.org/wiki/Q8709`, or the number alone, `Q8709`.
pub(crate) fn number(id: &str) -> Option<(&'static str, String)> {
    const HOSTS: [(&str, &str); 7] = [
        ("wikidata.org/", "wikidata"),
        ("d-nb.info/gnd/", "gnd"),
        ("viaf.org/", "viaf"),
        ("isni.org/", "isni"),
        ("orcid.org/", "orcid"),
        ("geonames.org/", "geonames"),
        ("ror.org/", "ror"),
    ];
    let is_item = |text: &str| {
        text.strip_prefix('Q').is_some_and(|digits| {
            digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    if is_item(id) {
        return Some(("wikidata", id.to_owned()));
    }
    let (_, scheme) = HOSTS.iter().find(|(host, _)| id.contains(host))?;
    let parts = id.split(['/', '#', '?']).rev();
    let mut numbers = parts.filter_map(|part| identifiers::tidied(scheme, part));
    Some((scheme, numbers.next()?))
}
