//! Every mention of the articles with its sentence and why it is one, for authors who look them over.

use serde::Serialize;

use crate::compile::normal::normal;
use crate::model::site::{Article, Entity, Linking, Mention, Site};
use crate::model::text::plain;

/// A mention as it is listed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ListedMention {
    /// Slug of the article.
    pub article: String,
    /// The block, counted from 1: `#pN`.
    pub block: u32,
    pub entity: String,
    /// As the article has them.
    pub words: String,
    pub found: LinkedBy,
    pub sentence: String,
}

/// Why words are a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkedBy {
    /// The author wrote `[[id|words]]`.
    Mark,
    /// They are one of the entity's names.
    Name,
    /// They are one of its aliases.
    Alias,
    /// They are an alias that the article gives it.
    ArticleAlias,
}

impl LinkedBy {
    /// As people read it.
    pub fn words(self) -> &'static str {
        match self {
            LinkedBy::Mark => "the author's mark",
            LinkedBy::Name => "a name",
            LinkedBy::Alias => "an alias",
            LinkedBy::ArticleAlias => "an alias of the article",
        }
    }
}

/// All mentions, article by article, in the order of the text.
pub fn mentions(site: &Site) -> Vec<ListedMention> {
    let articles = site.articles.iter();
    let listed = articles.flat_map(|(_, article)| in_article(site, article));
    listed.collect()
}

/// The mentions of an article, in its order.
pub fn in_article(site: &Site, article: &Article) -> Vec<ListedMention> {
    let blocks = article.blocks.iter().map(|block| plain(&block.text));
    let blocks: Vec<_> = blocks.collect();
    let mentions = article.mentions.iter();
    let listed = mentions.map(|(_, mention)| listed(site, article, mention, &blocks));
    listed.collect()
}

fn listed(site: &Site, article: &Article, mention: &Mention, blocks: &[String]) -> ListedMention {
    let entity = &site.entities[mention.entity];
    let sentence = mention.sentence.start as usize..mention.sentence.end as usize;
    let block = (mention.block as usize).checked_sub(1);
    let sentence = block.and_then(|row| blocks.get(row)?.get(sentence));
    let words: Vec<_> = sentence.unwrap_or_default().split_whitespace().collect();
    ListedMention {
        article: article.slug.clone(),
        block: mention.block,
        entity: entity.slug.clone(),
        words: mention.words.clone(),
        found: linked_by(entity, mention),
        sentence: words.join(" "),
    }
}

fn linked_by(entity: &Entity, mention: &Mention) -> LinkedBy {
    if mention.linking == Linking::Authored {
        return LinkedBy::Mark;
    }
    let words = normal(&mention.words);
    if entity.names.iter().any(|name| normal(&name.text) == words) {
        LinkedBy::Name
    } else if entity.aliases.iter().any(|alias| normal(alias) == words) {
        LinkedBy::Alias
    } else {
        LinkedBy::ArticleAlias
    }
}
