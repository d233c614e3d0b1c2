//! The interface's messages: Fluent files, read at build time only.

use anyhow::{Result, anyhow, bail};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::model::kind::KindName;
use crate::model::messages::{Messages, messages};
use crate::model::site::{Site, SiteKind};

messages! {
    /// What only publishing says, round the components of a page.
    #[derive(Clone, Debug, PartialEq, Eq)]
    PublishMessages:
    skip, own_page, sections, feed, not_found, not_found_note, to_front, articles, counted, months, before_christ, directions, kilometers, away, of_page,
    of_pages, article_kind, book, report_kind, interview, letter, court_file, archive, recording, kind_open,
}

/// The interface in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What components say.
    pub page: Messages,
    /// What only whole pages say.
    pub publish: PublishMessages,
}

/// The languages that the interface speaks; the first serves where none fits.
const LANGUAGES: [(&str, &str); 1] = [("en", include_str!("../../static/words/en.ftl"))];

/// The interface of a page in `language`.
///
/// # Errors
/// If the file lacks a message or cannot be read: a fault of this program, not of an author.
pub fn of(language: &str) -> Result<Interface> {
    let primary = language.split('-').next().unwrap_or(language);
    let (tag, source) = LANGUAGES
        .iter()
        .find(|(tag, _)| *tag == primary)
        .unwrap_or(&LANGUAGES[0]);
    parse(tag, source)
}

/// The interface of a page of a site, with the kinds that it names.
///
/// # Errors
/// As [`of`] has them.
pub fn of_site(language: &str, site: &Site) -> Result<Interface> {
    let mut interface = of(language)?;
    let open = &interface.publish.kind_open;
    let name = |kind: &SiteKind| match kind.is_named() {
        true => kind.name.clone(),
        false => KindName {
            one: open.clone(),
            many: open.clone(),
        },
    };
    interface.page.own_kinds = site.kinds.iter().map(name).collect();
    Ok(interface)
}

fn parse(tag: &str, source: &str) -> Result<Interface> {
    let resource = FluentResource::try_new(source.to_owned())
        .map_err(|(_, errors)| anyhow!("static/words/{tag}.ftl: {errors:?}"))?;
    let language: LanguageIdentifier = tag.parse()?;
    let mut bundle = FluentBundle::new(vec![language]);
    bundle.set_use_isolating(false);
    bundle
        .add_resource(resource)
        .map_err(|errors| anyhow!("static/words/{tag}.ftl: {errors:?}"))?;
    let mut places = FluentArgs::new();
    places.set("n", "{n}");
    places.set("m", "{m}");
    let message = |key: &str| {
        let key = key.replace('_', "-");
        let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else {
            bail!("static/words/{tag}.ftl: no message for `{key}`");
        };
        let mut errors = Vec::new();
        let words = bundle
            .format_pattern(pattern, Some(&places), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Ok(words)
        } else {
            bail!("static/words/{tag}.ftl: `{key}`: {errors:?}")
        }
    };
    Ok(Interface {
        page: Messages::gather(message)?,
        publish: PublishMessages::gather(message)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test may stop at what it did not expect"
    )]
    use super::*;

    #[test]
    fn every_language_has_every_message_and_no_other() {
        for (tag, source) in LANGUAGES {
            parse(tag, source).unwrap();
            let keys = source
                .lines()
                .filter_map(|line| line.split_once(" = "))
                .map(|(key, _)| key.replace('-', "_"));
            for key in keys {
                let keys = [Messages::KEYS, PublishMessages::KEYS].concat();
                assert!(
                    keys.contains(&key.as_str()),
                    "static/words/{tag}.ftl: nobody uses `{key}`"
                );
            }
        }
    }

    #[test]
    fn an_unknown_language_is_served_by_the_first() {
        assert_eq!(of("tlh-Latn").unwrap().page.notes, "Notes");
    }

    #[test]
    fn the_place_of_a_number_stays_open() {
        assert_eq!(of("en-GB").unwrap().page.fill_paragraph("4"), "paragraph 4");
    }
}
