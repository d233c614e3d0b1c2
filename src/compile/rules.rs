//! Rules for single values: addresses, languages, places on earth.

use unic_langid::LanguageIdentifier;

use crate::compile::fields::PLACE;
use crate::compile::findings::Findings;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;
use crate::model::site::Place;

/// A language tag.
pub(crate) fn language(table: &mut TomlTable<'_>, key: &'static str) -> Option<String> {
    Some(check_language(table.string(key)?, table.findings()))
}

/// Says that a language tag is none.
pub(crate) fn check_language(written: SourceText<'_>, findings: &Findings) -> String {
    let tag = written.text.parse::<LanguageIdentifier>();
    if !is_language(&written.text) {
        let message = format!("`{}` is no language tag", written.text);
        let report = findings.error("bad-language", &written.words(), message);
        match tag {
            Ok(tag) => report.write(&written, 0..written.text.len(), &tag.to_string()),
            Err(_) => report.help("write a BCP 47 tag: `en`, `kk`, `zh-Hans`"),
        }
    }
    written.text.into_owned()
}

/// Whether this is a language tag.
pub(crate) fn is_language(text: &str) -> bool {
    text.parse::<LanguageIdentifier>().is_ok() && !text.contains('_')
}

/// A web address, absolute.
pub(crate) fn url(table: &mut TomlTable<'_>, key: &'static str) -> Option<String> {
    let written = table.string(key)?;
    check_url(&written, table.findings());
    Some(written.text.into_owned())
}

/// The address that all of the site's begin with: of a folder, and nobody's password.
pub(crate) fn base_url(table: &mut TomlTable<'_>, key: &'static str) -> Option<String> {
    let written = table.string(key)?;
    check_url(&written, table.findings());
    let text = &*written.text;
    let (_, rest) = text.split_once("://").unwrap_or(("", text));
    let host = rest.split('/').next().unwrap_or_default();
    let is_folder = !rest.contains(['?', '#']) && !rest.ends_with(".html");
    if !is_folder || host.contains('@') {
        let message = "the addresses of all pages begin with this";
        let report = table.findings().error("bad-url", &written.words(), message);
        report.help("write the address of the site's folder alone: `https://example.org/town/`");
    }
    Some(written.text.into_owned())
}

/// Says that an address is none.
pub(crate) fn check_url(written: &SourceText<'_>, findings: &Findings) {
    if !is_url(&written.text) {
        let message = format!("`{}` is no web address", written.text);
        let report = findings.error("bad-url", &written.words(), message);
        let text = &*written.text;
        if names_host(text) {
            report.write(written, 0..text.len(), &["https://", text].concat());
        } else {
            report.help("write the whole address: `https://…`");
        }
    }
}

/// Whether a text is a web address but for its beginning, and no file's name.
fn names_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let last = host
        .rsplit_once('.')
        .map(|(_, last)| last.to_ascii_lowercase());
    text.starts_with(char::is_alphanumeric)
        && !text.contains([':', '@'])
        && !text.contains(is_bad_in_url)
        && last.is_some_and(|last| last.len() > 1 && !FILES.contains(&&*last))
}

/// By what the names of files end that are no hosts.
const FILES: [&str; 10] = [
    "htm", "html", "php", "asp", "aspx", "pdf", "txt", "xml", "jpg", "png",
];

/// Where a link at the foot of a page leads: a web address, or `mailto:` with an e-mail address.
pub(crate) fn foot_link(table: &mut TomlTable<'_>, key: &'static str) -> Option<String> {
    let written = table.string(key)?;
    let text = &*written.text;
    if text.strip_prefix("mailto:").is_some_and(is_address) {
        return Some(written.text.into_owned());
    }
    if !is_url(text) && !names_host(text) {
        let message = format!("`{text}` is no address that every page can lead to");
        let report = table.findings().error("bad-url", &written.words(), message);
        if is_address(text) {
            report.write(&written, 0..text.len(), &["mailto:", text].concat());
        } else {
            report.help("write the whole address, of a page of this site too: `https://example.org/imprint/`; or `mailto:desk@example.org`");
        }
        return None;
    }
    check_url(&written, table.findings());
    Some(written.text.into_owned())
}

/// Whether this is a web address, absolute.
pub(crate) fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://");
    let rest = rest.or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !rest.contains(is_bad_in_url)
    })
}

fn is_bad_in_url(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\')
}

/// An e-mail address.
pub(crate) fn contact(table: &mut TomlTable<'_>, key: &'static str) -> Option<String> {
    let written = table.string(key)?;
    if !is_address(&written.text) {
        let bare = written.text.trim().trim_end_matches('>');
        let bare = bare.rsplit(['<', ':']).next().unwrap_or(bare);
        let message = format!("`{}` is no e-mail address", written.text);
        let report = table
            .findings()
            .error("bad-contact", &written.words(), message);
        if is_address(bare) {
            report.write(&written, 0..written.text.len(), bare);
        } else {
            report.help("write it like `desk@example.org`");
        }
    }
    Some(written.text.into_owned())
}

/// Dots and words on both sides of one `@`; quoted names and addresses without a domain are not for readers.
fn is_address(text: &str) -> bool {
    let is_word = |word: &str, others: &str| {
        !word.is_empty()
            && word
                .chars()
                .all(|c| c.is_alphanumeric() || others.contains(c))
    };
    let is_label =
        |label: &str| is_word(label, "-") && !label.starts_with('-') && !label.ends_with('-');
    text.split_once('@').is_some_and(|(name, domain)| {
        name.split('.')
            .all(|word| is_word(word, "!#$%&'*+-/=?^_`{|}~"))
            && domain.contains('.')
            && domain.split('.').all(is_label)
    })
}

/// `{ lat, lon, approximate, extent }`.
pub(crate) fn place(mut table: TomlTable<'_>) -> Option<Place> {
    let latitude = degrees(&mut table, "lat", "latitude-out-of-range", 90.0);
    let longitude = degrees(&mut table, "lon", "longitude-out-of-range", 180.0);
    let approximate = table.flag("approximate", false);
    let extent = extent(&mut table, approximate);
    table.finish(&PLACE);
    Some(Place {
        latitude: latitude?,
        longitude: longitude?,
        approximate,
        extent,
    })
}

/// Kilometers from its middle that a region may reach: Russia's eastern end lies 3,500 from its middle, and a
/// circle that large says nothing any more.
const WIDEST: f64 = 3000.0;

/// The radius of a place that is a region. A circle never is a region's true shape, so the author must say so.
fn extent(table: &mut TomlTable<'_>, approximate: bool) -> Option<f64> {
    let value = table.take("extent")?;
    let (key, span) = (value.key.clone(), value.span.clone());
    let extent = value.number()?;
    if !(extent > 0.0 && extent <= WIDEST) {
        let message = format!("`extent` is {extent}");
        let help = format!("write kilometers from its middle to its edge, at most {WIDEST}");
        table
            .findings()
            .error("extent-out-of-range", &span, message)
            .help(help);
    }
    if !approximate {
        let message = "a place with an `extent` is a region, and its coordinates are approximate";
        table
            .findings()
            .error("exact-extent", &key, message)
            .change(table.added("approximate = true"))
            .help("add `approximate = true`");
    }
    Some(extent)
}

fn degrees(
    table: &mut TomlTable<'_>,
    key: &'static str,
    code: &'static str,
    limit: f64,
) -> Option<f64> {
    let Some(value) = table.take(key) else {
        table.missing(key);
        return None;
    };
    let span = value.span.clone();
    let degrees = value.number()?;
    if !(-limit..=limit).contains(&degrees) {
        let message = format!("`{key}` is {degrees}");
        table
            .findings()
            .error(code, &span, message)
            .help(format!("write degrees from -{limit} to {limit}"));
    }
    Some(degrees)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_has_words_on_both_sides_of_one_at() {
        for good in [
            "desk@example.org",
            "news.desk+o'neil@a-b.example.org",
            "пошта@приклад.укр",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "desk",
            "desk@example",
            "@example.org",
            "desk@",
            "desk@example..org",
            ".desk@example.org",
            "desk@-example.org",
            "desk@example-.org",
            "desk@one@example.org",
            "news desk@example.org",
            "\"desk\"@example.org",
            "desk@example.org?cc=a@b.org",
            "desk@example.org,other@example.org",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
