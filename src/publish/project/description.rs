//! An article or an entity in a sentence: below a title in lists, and for programs that show links to a page.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::id::Id;
use crate::model::site::{Article, Entity, Form};
use crate::model::text::plain;
use crate::publish::site_index::SiteIndex;

/// Letters a description in a page's head has at most; search engines show about as many.
const LONGEST: usize = 160;

/// What lists say of an article: its author's own description, the standfirst, or how the text begins.
pub(in crate::publish) fn of_article(article: &Article) -> String {
    candidates(article).next().unwrap_or_default()
}

/// The same for programs: the first of these, or of the paragraphs behind, that names no private person.
pub(in crate::publish) fn of_public_article(
    index: &SiteIndex,
    article: &Article,
) -> Option<String> {
    candidates(article).find(|words| !words.is_empty() && !index.private.named_in(words))
}

/// What programs are told of an entity with a page: its summary, or the few words beside its kind.
pub(in crate::publish) fn of_entity(index: &SiteIndex, id: Id<Entity>) -> Option<String> {
    let entity = &index.site.entities[id];
    let summary = entity.summary.as_ref();
    let summary = summary.map(|text| beginning(&plain(text).replace('\n', " "), LONGEST));
    let mut words = summary.into_iter().chain(entity.description.clone());
    words.find(|words| !words.is_empty() && !index.private.named_in(words))
}

fn candidates(article: &Article) -> impl Iterator<Item = String> {
    let standfirst = article.standfirst.iter().map(|text| plain(text));
    let paragraphs = article.blocks.iter();
    let paragraphs =
        paragraphs.filter(|block| block.form == Form::Paragraph && block.within.is_empty());
    let texts = standfirst.chain(paragraphs.map(|block| plain(&block.text)));
    let texts = texts.map(|text| beginning(&text.replace('\n', " "), LONGEST));
    article.description.clone().into_iter().chain(texts)
}

/// A text, or what of it is so many letters long, up to a word's end, with an ellipsis.
fn beginning(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut room = limit - 1;
    let words = text.split_word_bounds().take_while(|word| {
        let length = word.chars().count();
        let fits = length <= room;
        room = room.saturating_sub(length);
        fits
    });
    let whole: String = words.collect();
    let cut = whole.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    [cut, "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_description_ends_at_a_word() {
        for (text, limit, cut) in [
            ("One two three.", 14, "One two three."),
            ("One two three.", 13, "One two…"),
            ("One, two three", 6, "One…"),
            ("Don’t stop here", 8, "Don’t…"),
            ("她昨天走了。", 4, "她昨天…"),
        ] {
            assert_eq!(beginning(text, limit), cut);
        }
    }
}
