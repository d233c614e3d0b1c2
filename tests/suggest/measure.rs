//! How well names are found: suggestions for a text against a list of its names that a person made.
//!
//! A text is `NAME.txt`, paragraphs with empty lines between them. Its list is `NAME.tsv`: a head line, then a name, its kind,
//! and all words of the text that mean it with `|` between them.

use std::collections::BTreeSet;

use article_explorer::compile::files::Files;
use article_explorer::compile::lenient;
use article_explorer::model::text::plain;
use article_explorer::suggest::candidate::{Candidate, Tier};
use article_explorer::suggest::refusals::Refusals;
use article_explorer::suggest::{Suggestions, suggest};

/// What came of a text.
#[derive(Debug)]
pub(crate) struct Measure {
    /// Likely names, and how many of them are names.
    pub(crate) likely: usize,
    pub(crate) right: usize,
    /// Names of the list, and how many of them are suggested at all.
    pub(crate) listed: usize,
    pub(crate) found: usize,
    pub(crate) candidates: usize,
    #[expect(dead_code, reason = "printed where a target is missed")]
    pub(crate) wrong: Vec<String>,
    #[expect(dead_code, reason = "printed where a target is missed")]
    pub(crate) missed: Vec<String>,
}

impl Measure {
    pub(crate) fn precision(&self) -> f64 {
        self.right as f64 / self.likely.max(1) as f64
    }

    pub(crate) fn recall(&self) -> f64 {
        self.found as f64 / self.listed.max(1) as f64
    }
}

/// The article of `content`, as it reads: without its mentions, a line before each heading.
pub(crate) fn first_article() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let files = Files::read(folder.as_ref()).expect("the content can be read");
    let site = lenient::site(&files).expect("it has a site.toml");
    let (_, article) = site.articles.iter().next().expect("an article");
    let blocks = article.blocks.iter().map(|block| plain(&block.text));
    blocks.collect::<Vec<_>>().join("\n\n")
}

/// What is suggested for a text.
pub(crate) fn suggested(text: &str, language: &str) -> Suggestions {
    let mut body = String::new();
    for letter in text.chars() {
        if matches!(
            letter,
            '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '\\' | '~' | '^'
        ) {
            body.push('\\');
        }
        body.push(letter);
    }
    let article = format!("+++\ntitle = \"…\"\nlanguage = \"{language}\"\n+++\n{body}\n");
    let site = "format = 1\ntitle = \"T\"\nlanguage = \"en\"\n".to_owned();
    let files = Files::from_texts([("site.toml", site), ("articles/text.md", article)]);
    let site = lenient::site(&files).expect("it has a site.toml");
    suggest(&site, &Refusals::default())
}

/// Compares what is suggested for a text with its list.
pub(crate) fn measure(text: &str, list: &str, language: &str) -> Measure {
    let suggestions = suggested(text, language);
    let listed: Vec<BTreeSet<String>> = list
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').nth(2))
        .map(|forms| forms.split('|').map(key).collect())
        .collect();
    let forms: Vec<BTreeSet<String>> = suggestions.candidates.iter().map(forms).collect();
    let is_name = |forms: &BTreeSet<String>| listed.iter().any(|one| !one.is_disjoint(forms));
    let likely = suggestions
        .candidates
        .iter()
        .zip(&forms)
        .filter(|(one, _)| one.tier == Tier::Likely);
    let (right, wrong): (Vec<_>, Vec<_>) = likely.partition(|(_, forms)| is_name(forms));
    let is_found = |one: &&BTreeSet<String>| forms.iter().any(|forms| !one.is_disjoint(forms));
    let (found, missed): (Vec<_>, Vec<_>) = listed.iter().partition(is_found);
    Measure {
        likely: right.len() + wrong.len(),
        right: right.len(),
        listed: listed.len(),
        found: found.len(),
        candidates: suggestions.candidates.len(),
        wrong: wrong.iter().map(|(one, _)| one.name.clone()).collect(),
        missed: missed
            .iter()
            .map(|forms| forms.iter().next_back().cloned().unwrap_or_default())
            .collect(),
    }
}

fn forms(candidate: &Candidate) -> BTreeSet<String> {
    let forms = candidate.forms.iter().map(|form| &form.words);
    forms
        .chain([&candidate.name])
        .map(|words| key(words))
        .collect()
}

/// Words without what a list leaves out: an article, also one with an apostrophe.
fn key(words: &str) -> String {
    let words = words.replace('’', "'");
    let words = words
        .strip_prefix("the ")
        .or(words.strip_prefix("The "))
        .unwrap_or(&words);
    let elided = words.split_once('\'').filter(|(before, _)| {
        let before = before.to_lowercase();
        ["l", "d", "qu", "n", "s", "j", "c", "m", "t"].contains(&&*before)
    });
    elided.map_or(words, |(_, after)| after).to_owned()
}
