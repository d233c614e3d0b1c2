//! In how many places words would be linked that mean nobody there.

use crate::compile::files::Files;
use crate::compile::finding::Severity;
use crate::compile::look::look;
use crate::compile::source_text::escaped;
use crate::model::editing::Selection;
use crate::model::site::Linking;

/// The id of the entity whose alias they would be.
const NEW: &str = "whose-alias-is-only-counted";

/// In how many places of the articles these words would be linked if they were an alias, of nobody who is there. None where
/// they are no alias, such as a single sign of Chinese.
pub(super) fn unlinked(files: &Files, words: &str) -> usize {
    let path = format!("entities/{NEW}.toml");
    let names = format!(
        "names = [{{ text = \"a new name\" }}]\naliases = [\"{}\"]\n",
        escaped(words)
    );
    let mut with = files.clone();
    with.files.insert(
        path.clone(),
        ["draft = true\n", &names].concat().into_bytes(),
    );
    let looked = look(&with, &Selection::default());
    let is_refused = looked
        .findings
        .iter()
        .any(|one| one.severity == Severity::Error && one.file == path);
    let Some(site) = looked.site.filter(|_| !is_refused) else {
        return 0;
    };
    let articles = site.articles.iter();
    let mentions = articles.flat_map(|(_, article)| article.mentions.iter());
    let is_new =
        |linking, entity| linking == Linking::Automatic && site.entities[entity].slug == NEW;
    mentions
        .filter(|(_, one)| is_new(one.linking, one.entity))
        .count()
}
