//! `[colours]` of `site.toml`: a publisher's own, as long as everything can be read.

use crate::compile::fields::COLOURS;
use crate::compile::findings::Findings;
use crate::compile::source_text::SourceText;
use crate::compile::toml_table::TomlTable;
use crate::model::site::Colour;

/// The reader's own colours, each `--name: light-dark(#…, #…);` in a line.
const TOKENS: &str = include_str!("../../static/css/tokens.css");

/// What WCAG 2.2 asks of text against its ground (success criterion 1.4.3).
const CONTRAST: f64 = 4.5;

/// Grounds on which words stand.
const GROUNDS: [&str; 3] = ["paper", "surface", "tint"];
/// Words on them: text, and the hues of kinds.
const INKS: [&str; 11] = [
    "ink",
    "ink-2",
    "ink-3",
    "person",
    "people",
    "place",
    "policy",
    "organisation",
    "law",
    "event",
    "concept",
];

/// Reads the colours: `paper` is the ground of pages, `ink` the text, `accent` the site's name. Each is one, or two for light
/// and dark.
pub(crate) fn read(table: &mut TomlTable<'_>) -> Vec<Colour> {
    let findings = table.findings();
    let Some(mut table) = table.table("colours") else {
        return Vec::new();
    };
    let mut colours = Vec::new();
    for name in ["paper", "ink", "accent"] {
        let written = table.strings(name);
        let read: Vec<_> = written.iter().map(|one| colour(one, findings)).collect();
        let (light, dark) = match (&*read, &*written) {
            ([], _) => continue,
            ([Some(_)], [one]) => (one, one),
            ([Some(_), Some(_)], [light, dark]) => (light, dark),
            ([_, _, more @ ..], [.., last]) if !more.is_empty() => {
                let report = findings.error("bad-colour", &last.span, "this is one too many");
                report.help("write two: for light pages and for dark ones");
                continue;
            }
            _ => continue,
        };
        colours.push((name, light.clone(), dark.clone()));
    }
    table.finish(&COLOURS);
    let chosen: Vec<Colour> = colours
        .iter()
        .map(|(name, light, dark)| Colour {
            name,
            light: light.text.to_lowercase(),
            dark: dark.text.to_lowercase(),
        })
        .collect();
    for (name, light, dark) in &colours {
        for (is_dark, written) in [(false, light), (true, dark)] {
            if let Some((other, contrast)) = lowest(name, is_dark, &chosen) {
                let theme = if is_dark { "dark" } else { "light" };
                let message = format!(
                    "`{}` as `{name}` of {theme} pages has a contrast of {contrast:.1} to `{other}`, and {CONTRAST} is the least that can be read",
                    written.text
                );
                let help = match (is_dark, GROUNDS.contains(name)) {
                    (false, true) | (true, false) => {
                        "write a lighter colour, or another for the other theme: `[\"#light\", \"#dark\"]`"
                    }
                    (true, true) | (false, false) => {
                        "write a darker colour, or another for the other theme: `[\"#light\", \"#dark\"]`"
                    }
                };
                findings
                    .error("bad-colour", &written.words(), message)
                    .help(help);
                break;
            }
        }
    }
    chosen
}

/// Says that words are no colour.
fn colour(written: &SourceText<'_>, findings: &Findings) -> Option<[f64; 3]> {
    let read = channels(&written.text);
    if read.is_none() {
        let message = format!("`{}` is no colour", written.text);
        let report = findings.error("bad-colour", &written.words(), message);
        report.help("write `#` and six digits, such as `#1b1c1f`");
    }
    read
}

/// The least contrast of a colour to those that it stands with, where it is too low.
fn lowest(name: &str, is_dark: bool, chosen: &[Colour]) -> Option<(&'static str, f64)> {
    let others: &[&'static str] = if GROUNDS.contains(&name) {
        &INKS
    } else {
        &GROUNDS
    };
    let own = luminance(name, is_dark, chosen)?;
    let contrasts = others.iter().filter_map(|other| {
        let other_luminance = luminance(other, is_dark, chosen)?;
        let (high, low) = (own.max(other_luminance), own.min(other_luminance));
        Some((*other, (high + 0.05) / (low + 0.05)))
    });
    let least = contrasts.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (least.1 < CONTRAST).then_some(least)
}

/// The relative luminance of a colour by its name (WCAG 2.2).
fn luminance(name: &str, is_dark: bool, chosen: &[Colour]) -> Option<f64> {
    let chosen = chosen.iter().find(|one| one.name == name);
    let text = match chosen {
        Some(colour) if is_dark => &*colour.dark,
        Some(colour) => &*colour.light,
        None => token(name, is_dark)?,
    };
    let linear = channels(text)?.map(|channel| {
        if channel <= 0.04045 {
            channel / 12.92
        } else {
            ((channel + 0.055) / 1.055).powf(2.4)
        }
    });
    let weighted = linear.iter().zip([0.2126, 0.7152, 0.0722]);
    Some(weighted.map(|(channel, weight)| channel * weight).sum())
}

/// One of the reader's own colours.
fn token(name: &str, is_dark: bool) -> Option<&'static str> {
    let (_, rest) = TOKENS.split_once(&format!("--{name}:"))?;
    let pair = rest.trim_start().strip_prefix("light-dark(")?;
    let (light, dark) = pair.split_once(')')?.0.split_once(',')?;
    Some(if is_dark { dark.trim() } else { light.trim() })
}

/// Red, green and blue, from 0 to 1, of `#` and three or six digits.
fn channels(text: &str) -> Option<[f64; 3]> {
    let digits = text.strip_prefix('#')?;
    let each = match digits.len() {
        3 => 1,
        6 => 2,
        _ => return None,
    };
    let mut channels = [0.0; 3];
    for (channel, at) in channels.iter_mut().zip((0..).step_by(each)) {
        let digits = digits.get(at..at + each)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let value = u8::from_str_radix(&digits.repeat(3 - each), 16).ok()?;
        *channel = f64::from(value) / 255.0;
    }
    Some(channels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_s_own_colours_pass() {
        for name in GROUNDS.into_iter().chain(INKS) {
            for is_dark in [false, true] {
                assert!(luminance(name, is_dark, &[]).is_some(), "{name}");
                assert_eq!(lowest(name, is_dark, &[]), None, "{name}");
            }
        }
    }
}
