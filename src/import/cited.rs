//! What statements rest on: keys of `sources.toml`, blocks of articles, addresses, and where nothing is said the article or
//! the file that it was found in.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::compile::passages::{Passage, passages};
use crate::compile::rules::is_url;
use crate::compile::sentence;
use crate::compile::slug::{is_slug, slug_of};
use crate::import::sources::KnownWorks;
use crate::import::target::Target;
use crate::import::toml_file;
use crate::import::toml_text::{list, quoted};
use crate::import::work::Work;

/// What can be cited.
pub(crate) struct Citable {
    works: KnownWorks,
    /// Read when one is asked for.
    articles: Option<Vec<CitableArticle>>,
    /// The file that is imported.
    file: String,
    /// The work that this file itself is, once something rests on it.
    own: Option<String>,
    /// Whether `sources.toml` is TOML.
    is_readable: bool,
}

/// An article as statements cite it.
struct CitableArticle {
    slug: String,
    /// How many blocks it has.
    blocks: u32,
    anchors: BTreeSet<String>,
    passages: Vec<CitablePassage>,
}

/// Words of a block, and whom the author's mentions in them mean.
struct CitablePassage {
    block: u32,
    text: String,
    mentions: Vec<(usize, String)>,
}

/// The first words of an article that name something.
pub(crate) struct Named {
    /// `bridge#p2`.
    pub(crate) address: String,
    pub(crate) sentence: String,
}

impl Citable {
    pub(crate) fn of(target: &Target<'_>, file: &str) -> Self {
        let document = toml_file::document("sources.toml", target);
        Self {
            is_readable: document.is_ok(),
            works: KnownWorks::of(&document.unwrap_or_default()),
            articles: None,
            file: file.to_owned(),
            own: None,
        }
    }

    fn articles(&mut self, target: &Target<'_>) -> &[CitableArticle] {
        self.articles.get_or_insert_with(|| {
            let slugs = target.slugs("articles", ".md").into_iter();
            slugs
                .map(|slug| CitableArticle::read(slug, target))
                .collect()
        })
    }

    /// What was written as the source of a statement, as a value of TOML.
    ///
    /// # Errors
    /// What of it is not known.
    pub(crate) fn sources(
        &mut self,
        written: &[String],
        target: &mut Target<'_>,
    ) -> Result<Option<String>, String> {
        let mut cited = Vec::new();
        for one in written {
            let one = self.source(one, target)?;
            if !cited.contains(&one) {
                cited.push(one);
            }
        }
        Ok(match &cited[..] {
            [] => None,
            [one] => Some(quoted(one)),
            many => Some(list(many)),
        })
    }

    fn source(&mut self, written: &str, target: &mut Target<'_>) -> Result<String, String> {
        if let Some(key) = self.works.key(written) {
            return Ok(key.to_owned());
        }
        if let Some((slug, block)) = written.split_once('#')
            && let Some(article) = self
                .articles(target)
                .iter()
                .find(|article| article.slug == slug)
        {
            return match article.holds(block) {
                true => Ok(written.to_owned()),
                false => Err(format!("`{slug}` has no block `{block}`")),
            };
        }
        let address = match written.starts_with("www.") {
            true => format!("https://{written}"),
            false => written.to_owned(),
        };
        if is_url(&address) {
            return self.page(&address, target);
        }
        let slug = slug_of(written);
        match self.works.key(&slug).filter(|_| is_slug(&slug)) {
            Some(key) => Ok(key.to_owned()),
            None => {
                let short: String = written.chars().take(60).collect();
                Err(format!("no source is called `{short}`"))
            }
        }
    }

    /// The page with this address.
    fn page(&mut self, address: &str, target: &mut Target<'_>) -> Result<String, String> {
        if let Some(key) = self.works.page(address) {
            return Ok(key.to_owned());
        }
        let (_, rest) = address.split_once("://").unwrap_or(("", address));
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let host = host.strip_prefix("www.").unwrap_or(host);
        let work = Work {
            key: slug_of(rest),
            kind: "web",
            publisher: host.to_owned(),
            // What the page is called stands in the page.
            title: rest.trim_end_matches('/').to_owned(),
            url: address.to_owned(),
            ..Work::default()
        };
        let key = self.cite(work, target)?;
        target.note(format!(
            "`{key}` of `sources.toml` has an address for a title: write the page's"
        ));
        Ok(key)
    }

    /// The imported file itself, as what statements without a source rest on.
    pub(crate) fn own(&mut self, target: &mut Target<'_>) -> Result<String, String> {
        if let Some(own) = &self.own {
            return Ok(quoted(own));
        }
        let name = self
            .file
            .rsplit('/')
            .next()
            .unwrap_or(&self.file)
            .to_owned();
        let key = slug_of(&name);
        // An import before this one called it so.
        if let Some(key) = self.works.key(&key) {
            self.own = Some(key.to_owned());
            return Ok(quoted(key));
        }
        let held_by = site_title(target);
        let work = Work {
            key: key.clone(),
            kind: "archive",
            title: name.clone(),
            held_by,
            ..Work::default()
        };
        let key = self.cite(work, target)?;
        target.note(format!(
            "what names no source rests on `{key}` of `sources.toml`, which is `{name}` itself: say there who made it, or name better sources"
        ));
        self.own = Some(key.clone());
        Ok(quoted(&key))
    }

    /// The key of a work, which is entered into `sources.toml` if it is not there.
    ///
    /// # Errors
    /// If nobody could find it, or `sources.toml` cannot be read.
    pub(crate) fn cite(&mut self, work: Work, target: &mut Target<'_>) -> Result<String, String> {
        if !self.is_readable {
            toml_file::document("sources.toml", target).map_err(|error| error.to_string())?;
        }
        let name = work.key.clone();
        let key = self.works.cite(work, target);
        key.ok_or_else(|| format!("`{name}` cannot be cited"))
    }

    /// Where an article first mentions an entity, else where it has one of its names.
    pub(crate) fn named(&mut self, id: &str, names: &[&str], target: &Target<'_>) -> Option<Named> {
        let articles = self.articles(target);
        let names = names.iter().filter(|name| !name.trim().is_empty());
        let names: Vec<_> = names
            .flat_map(|name| [name.nfc().collect::<String>(), (*name).to_owned()])
            .collect();
        let mentioned = |passage: &CitablePassage| {
            let mut mentions = passage.mentions.iter();
            mentions.find(|(_, slug)| slug == id).map(|(at, _)| *at)
        };
        let named = |passage: &CitablePassage| {
            let places = names.iter().filter_map(|name| word(&passage.text, name));
            places.map(|place| place.start).min()
        };
        first(articles, mentioned).or_else(|| first(articles, named))
    }
}

/// The first sentence in which a passage has something.
fn first(
    articles: &[CitableArticle],
    place: impl Fn(&CitablePassage) -> Option<usize>,
) -> Option<Named> {
    articles.iter().find_map(|article| {
        article.passages.iter().find_map(|passage| {
            let at = place(passage)?;
            let sentence = sentence::at(&sentence::sentences(&passage.text), at);
            Some(Named {
                address: format!("{}#p{}", article.slug, passage.block),
                sentence: passage.text[sentence].to_owned(),
            })
        })
    })
}

impl CitableArticle {
    fn read(slug: String, target: &Target<'_>) -> Self {
        let path = format!("articles/{slug}.md");
        let text = target.text(&path).unwrap_or_default();
        let passages = passages(&path, text, |_| None);
        Self {
            blocks: passages.last().map_or(0, |passage| passage.block),
            anchors: anchors(text),
            passages: passages.iter().map(CitablePassage::of).collect(),
            slug,
        }
    }

    /// Whether it has a block of this number or name.
    fn holds(&self, block: &str) -> bool {
        let number = block.strip_prefix('p');
        let number = number.and_then(|number| number.parse::<u32>().ok());
        number.is_some_and(|number| (1..=self.blocks).contains(&number))
            || self.anchors.contains(block)
    }
}

impl CitablePassage {
    fn of(passage: &Passage<'_>) -> Self {
        let mentions = passage
            .mentions
            .iter()
            .map(|(range, slug)| (range.start, slug.clone()));
        Self {
            block: passage.block,
            text: passage.text().to_owned(),
            mentions: mentions.collect(),
        }
    }
}

/// Whether a value of TOML cites articles alone.
pub(crate) fn rests_on_articles(source: &str) -> bool {
    source.split(", ").all(|one| one.contains('#'))
}

/// What is quoted of an article: its words between quotation marks.
pub(crate) fn quoted_sentence(sentence: &str) -> String {
    let short: String = sentence.chars().take(400).collect();
    let cut = if short.len() < sentence.len() {
        " …"
    } else {
        ""
    };
    let words: Vec<_> = short.split_whitespace().collect();
    format!("“{}{cut}”", words.join(" "))
}

/// Where a text holds words that no letter goes on with.
fn word(text: &str, name: &str) -> Option<Range<usize>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(name).map(|(at, _)| at..at + name.len());
    places.find(|place| {
        !is_letter(text[..place.start].chars().next_back())
            && !is_letter(text[place.end..].chars().next())
    })
}

/// Names of blocks, `{#arrest}` at the end of a line.
fn anchors(text: &str) -> BTreeSet<String> {
    let ends = text.match_indices("{#").filter_map(|(at, _)| {
        let rest = &text[at + 2..];
        let name = rest.split('}').next().filter(|name| is_slug(name))?;
        Some(name.to_owned())
    });
    ends.collect()
}

/// The site's name.
fn site_title(target: &Target<'_>) -> String {
    let document = toml_file::document("site.toml", target).ok();
    let title = document
        .as_ref()
        .and_then(|site| site.get("title")?.as_str());
    title.map_or_else(|| "the editors".to_owned(), str::to_owned)
}
