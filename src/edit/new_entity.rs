//! The draft of an entity that begins with words somebody selected.

use crate::compile::files::Files;
use crate::compile::normal::normal;
use crate::compile::selected::Words;
use crate::compile::sentence;
use crate::compile::slug::slug_of;
use crate::edit::outcome::refusal;
use crate::model::editing::{Refusal, Selection};
use crate::model::site::Site;
use crate::suggest::candidate::{Candidate, Quotation, Tier};
use crate::suggest::refusals::Refusals;
use crate::suggest::stub::{known_words, stub};
use crate::suggest::{gazetteer, kinds, suggest};

/// A file that is to be written.
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) text: String,
}

/// Letters of a name.
const LONGEST_NAME: usize = 200;

/// Letters of an id.
const LONGEST: usize = 40;

/// The file of a new entity: with what the articles say of it where they name it often, else with this sentence.
///
/// # Errors
/// If it has no name, or a kind that the site does not know.
pub(super) fn draft(
    files: &Files,
    site: &Site,
    words: &Words,
    selection: &Selection,
    name: &str,
    kind: &str,
) -> Result<Draft, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(refusal("give it a name"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(refusal(format!(
            "this is longer than a name: {LONGEST_NAME} letters at most"
        )));
    }
    let kinds = kinds::kinds(site);
    let given = kinds.iter().find(|(word, _)| *word == kind);
    let (_, kind) = given
        .ok_or_else(|| refusal(format!("there is no kind `{kind}`; choose one of the list")))?;
    let suggested = suggest(site, &Refusals::default()).candidates.into_iter();
    let names_it = |one: &Candidate| {
        let mut all = one.forms.iter().map(|form| &form.words).chain([&one.name]);
        all.any(|words| normal(words) == normal(name))
    };
    let found = suggested.into_iter().find(names_it);
    let known = found.unwrap_or_else(|| candidate(site, words, selection, name));
    let id = free(files, name);
    let candidate = Candidate {
        id: id.clone(),
        name: name.to_owned(),
        kind: Some(*kind),
        ..known
    };
    let text = stub(&candidate, Some(*kind), site, &mut known_words(site));
    let path = format!("entities/{id}.toml");
    Ok(Draft { id, path, text })
}

/// What is known of words that nobody suggests.
fn candidate(site: &Site, words: &Words, selection: &Selection, name: &str) -> Candidate {
    let block = [&*words.before, &words.words, &words.after].concat();
    let sentences = sentence::sentences(&block);
    let sentence = sentence::at(&sentences, words.before.len());
    let mut articles = site.articles.iter();
    let article = articles.find(|(_, one)| one.slug == selection.article);
    let language = article.map_or(&site.language, |(_, article)| &article.language);
    Candidate {
        id: String::new(),
        name: name.to_owned(),
        language: language.clone(),
        tier: Tier::Possible,
        score: 0.0,
        kind: None,
        forms: Vec::new(),
        occurrences: Vec::new(),
        sentences: vec![Quotation {
            article: selection.article.clone(),
            block: selection.block,
            text: block[sentence].trim().to_owned(),
        }],
        may_mean: Vec::new(),
        places: gazetteer::places(name),
    }
}

/// An id made of a name that no file has.
fn free(files: &Files, name: &str) -> String {
    let slug = slug_of(name);
    let short = match slug.char_indices().nth(LONGEST) {
        Some((end, _)) => slug[..end].trim_end_matches('-').to_owned(),
        None => slug,
    };
    let short = if short.is_empty() {
        "entity".to_owned()
    } else {
        short
    };
    let is_free = |id: &String| {
        let path = format!("entities/{id}.toml");
        !files.files.keys().any(|one| one.to_lowercase() == path)
    };
    if is_free(&short) {
        return short;
    }
    let mut numbered = (2_u64..).map(|number| format!("{short}-{number}"));
    numbered.find(is_free).unwrap_or(short)
}
