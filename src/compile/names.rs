//! Names that automatic linking could not use well: those that half of all texts hold, and those that no text can.

use unicode_segmentation::UnicodeSegmentation;

use crate::compile::entity::Declaration;
use crate::compile::findings::Findings;
use crate::compile::normal::{is_word, normal};
use crate::compile::source_text::SourceText;

/// Checks names and aliases of all entities that are linked automatically. `language` is the site's.
pub(crate) fn check(declarations: &[Declaration<'_>], language: &str, findings: &Findings) {
    for declaration in declarations.iter().filter(|one| one.entity.autolink) {
        let names = &declaration.entity.names;
        for (row, written) in declaration.words.iter().enumerate() {
            let own = names.get(row).map(|name| &*name.language);
            let slug = &declaration.entity.slug;
            let languages = [own.unwrap_or(language), language];
            check_name(written, slug, row >= names.len(), languages, findings);
        }
    }
}

/// Checks a name that an article gives to an entity.
pub(crate) fn check_own(written: &SourceText<'_>, slug: &str, language: &str, findings: &Findings) {
    check_name(written, slug, true, [language, language], findings);
}

fn check_name(
    written: &SourceText<'_>,
    slug: &str,
    is_alias: bool,
    languages: [&str; 2],
    findings: &Findings,
) {
    let name = normal(&written.text);
    let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        if is_alias {
            findings
                .error("unmatchable-name", &written.span, "this alias is empty")
                .help("leave it out");
        }
        return;
    }
    if tidy != name {
        let message = "no text holds this name: its words stand a tab, a line or two spaces apart";
        let words: Vec<_> = written.text.split_whitespace().collect();
        return findings
            .error("unmatchable-name", &written.words(), message)
            .write(written, 0..written.text.len(), &words.join(" "));
    }
    let Some(why) = common(&name, languages) else {
        return;
    };
    let message = format!("every `{}` would mean `{slug}`: {why}", written.text);
    let help = if is_alias {
        "leave it out of `aliases`".to_owned()
    } else {
        "add `autolink = false`".to_owned()
    };
    let help = format!(
        "{help}; where it is meant, write `[[{slug}|{}]]`",
        written.text
    );
    findings
        .error("common-name", &written.words(), message)
        .help(help);
}

/// Whether a name is in half of all texts of these languages.
pub(crate) fn is_common(name: &str, languages: [&str; 2]) -> bool {
    common(&normal(name), languages).is_some()
}

/// Why a name is in half of all texts.
pub(crate) fn common(name: &str, languages: [&str; 2]) -> Option<&'static str> {
    if !name.chars().any(is_word) {
        return Some("it holds no letter");
    }
    if name.graphemes(true).count() == 1 {
        return Some("it is a single sign");
    }
    let is_stop_word = languages.iter().any(|language| {
        let language = language.split(['-', '_']).next().unwrap_or(language);
        let words = stop_words::lookup(language).unwrap_or_default();
        words
            .iter()
            .any(|word| *word == name || is_capitalised(word, name))
    });
    is_stop_word.then_some("it is among the commonest words")
}

/// `The`, as sentences begin.
fn is_capitalised(word: &str, name: &str) -> bool {
    let (mut word, mut name) = (word.chars(), name.chars());
    let (Some(small), Some(first)) = (word.next(), name.next()) else {
        return false;
    };
    small.to_uppercase().eq([first]) && word.eq(name)
}
