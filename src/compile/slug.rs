//! Slugs: the names by which authors call articles, entities, events and sources. They stand in addresses and file names.

use crate::compile::change::Change;
use crate::compile::findings::Findings;
use crate::compile::source_span::SourceSpan;

/// Small letters, digits and hyphens.
pub(crate) fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && slug
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Words as a slug, as near to them as its letters allow: `习近平` is `xi-jin-ping`. Empty where nothing is left.
pub(crate) fn slug_of(words: &str) -> String {
    let plain = deunicode::deunicode_with_tofu(words, "-");
    let letters = plain.chars().filter(|c| !matches!(c, '\'' | '`' | '’'));
    let letters: String = letters
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
            _ => '-',
        })
        .collect();
    let parts: Vec<_> = letters.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// Says that an article stands where the site's entities do.
pub(crate) fn check_reserved(slug: &str, path: &str, findings: &Findings) {
    if slug != "entities" {
        return;
    }
    let message = "`entities/` is where the site's entities stand";
    let change = Change::Rename {
        file: path.to_owned(),
        to: "articles/about-entities.md".to_owned(),
    };
    let report = findings.error("duplicate-id", &SourceSpan::whole(path), message);
    report.change(change).help("call it `about-entities`");
}

/// Says that a slug is none, and what it could be. `is_taken` tells which others there are; a span of no bytes is a file
/// of that name.
pub(crate) fn check_slug(
    slug: &str,
    span: &SourceSpan<'_>,
    findings: &Findings,
    is_taken: impl Fn(&str) -> bool,
) {
    if is_slug(slug) {
        return;
    }
    let message = format!("`{slug}` may only hold small letters, digits and hyphens");
    let report = findings.error("bad-slug", span, message);
    let tidy = slug_of(slug);
    let numbered = (2..10).map(|number| format!("{tidy}-{number}"));
    let free = [tidy.clone()].into_iter().chain(numbered);
    let mut free = free.filter(|one| is_slug(one) && !is_taken(one));
    let Some(free) = free.next().filter(|_| !tidy.is_empty()) else {
        return report.help("choose a name in the letters a to z, digits and hyphens");
    };
    let change = if span.range.is_empty() {
        let (folder, name) = span.file.rsplit_once('/').unwrap_or(("", span.file));
        let ending = name.strip_prefix(slug).unwrap_or_default();
        Change::Rename {
            file: span.file.to_owned(),
            to: format!("{folder}/{free}{ending}"),
        }
    } else {
        Change::replace(span.file, span.range.clone(), &*free)
    };
    report.change(change).help(format!("call it `{free}`"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_its_nearest_slug() {
        for (words, slug) in [
            ("习近平", "xi-jin-ping"),
            ("Қасым", "kasym"),
            ("Our Town", "our-town"),
            ("the.times", "the-times"),
            ("Straße 5", "strasse-5"),
            ("_-_", ""),
        ] {
            assert_eq!(slug_of(words), slug);
        }
    }
}
