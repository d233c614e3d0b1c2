//! The file of an entity that an author begins with: what the text tells, and room for what only the author knows.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::compile::names::common;
use crate::compile::normal::normal;
use crate::compile::source_text::escaped;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::suggest::candidate::{Candidate, either};
use crate::suggest::gazetteer::KnownPlace;
use crate::suggest::kinds;

/// Places that are listed where a name may be any of them.
const CHOICES: usize = 5;

/// What entities are called already, as it is linked.
pub fn known_words(site: &Site) -> BTreeSet<String> {
    let all = site.entities.iter().flat_map(|(_, entity)| {
        let names = entity.names.iter().map(|name| &name.text);
        names.chain(&entity.aliases)
    });
    all.map(|words| normal(words)).collect()
}

/// The file of a candidate's entity. `kind` is what the author says it is; the site's language needs no naming. Of its forms those
/// that are `taken` by another entity become no aliases; the others are added to these.
pub fn stub(
    candidate: &Candidate,
    kind: Option<Kind>,
    site: &Site,
    taken: &mut BTreeSet<String>,
) -> String {
    let site_language = &*site.language;
    let mut out = String::from(
        "# A draft: fill in what you know, add a fact, and take the next line out.\ndraft = true\n",
    );
    let kinds: Vec<_> = kinds::kinds(site).iter().map(|(word, _)| *word).collect();
    match kind {
        Some(kind) => line(
            &mut out,
            format_args!("kind = \"{}\"", escaped(kinds::word(kind, site))),
        ),
        None => line(
            &mut out,
            format_args!("# kind = \"…\"   # {}", kinds.join(" ")),
        ),
    }
    let name = escaped(&candidate.name);
    if candidate.language == site_language {
        line(&mut out, format_args!("names = [{{ text = \"{name}\" }}]"));
    } else {
        let language = escaped(&candidate.language);
        line(
            &mut out,
            format_args!("names = [{{ text = \"{name}\", lang = \"{language}\" }}]"),
        );
    }
    if !candidate.may_mean.is_empty() {
        let names = either(&candidate.may_mean);
        line(
            &mut out,
            format_args!(
                "# It may stand for {names}: then write `[[id|{}]]` where it does, and take this file away.",
                candidate.name
            ),
        );
    }
    taken.insert(normal(&candidate.name));
    let is_common =
        |words: &str| common(&normal(words), [&candidate.language, site_language]).is_some();
    if is_common(&candidate.name) {
        out.push_str("autolink = false   # the name is an everyday word too: where it is meant, write a mention\n");
    }
    let forms = candidate.forms.iter().map(|form| &form.words);
    let aliases: Vec<_> = forms
        .filter(|words| !is_common(words) && taken.insert(normal(words)))
        .map(|words| format!("\"{}\"", escaped(words)))
        .collect();
    if !aliases.is_empty() {
        line(&mut out, format_args!("aliases = [{}]", aliases.join(", ")));
    }
    out.push_str(
        "# description = \"…\"   # a few words beside the kind, lower case\n# summary = \"…\"\n",
    );
    if kind.is_none_or(|kind| kind.like() == Kind::Place) {
        place(&mut out, candidate.places, kind);
    }
    out.push_str("\n# A fact at least, each with its source: a key of sources.toml, or a place in an article. The text says:\n");
    for quotation in &candidate.sentences {
        let text = escaped(&quotation.text);
        out.push_str("\n# [[facts]]\n");
        line(&mut out, format_args!("# text = \"{text}\""));
        let article = &quotation.article;
        // Words hold where the number of a block changes.
        line(
            &mut out,
            format_args!("# source = {{ article = \"{article}\", quote = \"{text}\" }}"),
        );
    }
    out
}

fn line(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{words}");
}

/// Where it is: told where only one place has the name, else proposed.
fn place(out: &mut String, places: &[KnownPlace], kind: Option<Kind>) {
    let located: Vec<_> = places.iter().filter(|place| place.at.is_some()).collect();
    match &located[..] {
        [] => {}
        [only] if kind.is_some() && places.len() == 1 => {
            line(out, format_args!("# {}", origin(only)));
            line(out, format_args!("{}", position(only)));
            if let Some(number) = only.geonames {
                line(
                    out,
                    format_args!("identifiers = {{ geonames = \"{number}\" }}"),
                );
            }
        }
        several => {
            out.push_str("# If it is one of these, take out the sign before its two lines:\n");
            for one in several.iter().take(CHOICES) {
                let country = if one.country.is_empty() { "" } else { ", " };
                line(
                    out,
                    format_args!("# {}{country}{}: {}", one.name, one.country, origin(one)),
                );
                line(out, format_args!("# {}", position(one)));
                if let Some(number) = one.geonames {
                    line(
                        out,
                        format_args!("# identifiers = {{ geonames = \"{number}\" }}"),
                    );
                }
            }
        }
    }
}

fn position(place: &KnownPlace) -> String {
    let (north, east) = place.at.unwrap_or_default();
    let extent = place.extent.map(|extent| format!(", extent = {extent}"));
    format!(
        "place = {{ lat = {north}, lon = {east}, approximate = true{} }}",
        extent.unwrap_or_default()
    )
}

/// Whom the coordinates are from.
fn origin(place: &KnownPlace) -> String {
    match place.geonames {
        Some(number) => {
            format!("Coordinates by GeoNames, https://www.geonames.org/{number}, CC BY 4.0")
        }
        None => "Its middle and extent by Natural Earth, public domain".to_owned(),
    }
}
