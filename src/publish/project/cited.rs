//! How to cite the article: APA (Publication Manual, 7th edition), Chicago (Manual of Style, 18th edition, an entry
//! of a bibliography), and entries for programs. A title keeps the publisher's capitals, which APA would lower: nothing here knows which of its
//! words are names.
//!
//! # Why
//! The crate hayagriva knows a thousand styles. It brings thirty crates, of which two take 87 seconds one after the
//! other, and made of this one kind of work "Final Days?.", "(2025,)", "Preprint", and of a magazine the author where
//! none is named.

use crate::model::text::{Span, Text, plain};
use crate::model::work::{Cited, CitingList, Style};
use crate::publish::project::projector::Projector;

pub(crate) mod author;
mod citation_data;
pub(crate) mod dated;
pub(crate) mod entries;

#[cfg(test)]
mod tests;

use author::Author;
use citation_data::CitationData;
use entries::{bibtex, ris};

/// The article in each style. Its address is where it was first published, else its place in this site. What a reader
/// cites of a note begins with the note's name and ends with its address.
pub(super) fn cited(projector: &Projector) -> CitingList {
    let article = projector.article;
    let base = projector.site.base_url.as_ref();
    let here = base.map(|base| [base, article.slug.as_str(), "/"].concat());
    let names = article.byline.iter();
    let data = CitationData {
        authors: names
            .map(|author| Author::new(&author.name, projector.is_group(&author.name)))
            .collect(),
        title: &projector.title(),
        publisher: article.publisher.as_deref(),
        date: article.date.as_ref(),
        updated: article.updated.as_ref(),
        url: article.url.as_deref().or(here.as_deref()),
        slug: &article.slug,
        language: &article.language,
    };
    let entry = |text| vec![Span::Code(text)];
    let styles = [
        (Style::Apa, apa(&data)),
        (Style::Chicago, chicago(&data)),
        (Style::Bibtex, entry(bibtex(&data))),
        (Style::Ris, entry(ris(&data))),
    ];
    let article = CitationData { url: None, ..data };
    CitingList {
        styles: styles.map(|(style, text)| Cited { style, text }).into(),
        note: ["Note to ", &plain(&chicago(&article))].concat(),
    }
}

impl Projector<'_> {
    /// Whether a name is known to be no person's.
    fn is_group(&self, name: &str) -> bool {
        self.article.publisher.as_deref() == Some(name) || self.index.is_group(name)
    }
}

/// "Rickleton, C. (2025, December 4). Title. *The Diplomat*. https://…". Without an author the title comes first,
/// without a publisher it is in italics.
fn apa(data: &CitationData) -> Text<String> {
    let date = format!("({}).", dated::apa(data.updated.or(data.date)));
    let mut text = TextBuilder::default();
    if let Some(authors) = author::apa(&data.authors) {
        text.say(&stopped(&authors)).say(" ").say(&date).say(" ");
    }
    match data.publisher {
        Some(_) => text.say(data.title),
        None => text.slant(data.title),
    };
    text.say(stop(data.title));
    if data.authors.is_empty() {
        text.say(" ").say(&date);
    }
    if let Some(publisher) = data.publisher {
        text.say(" ").slant(publisher).say(stop(publisher));
    }
    if let Some(url) = data.url {
        text.say(" ").say(url);
    }
    text.0
}

/// "Rickleton, Chris. “Title.” *The Diplomat*, December 4, 2025. https://…."
fn chicago(data: &CitationData) -> Text<String> {
    let mut text = TextBuilder::default();
    if let Some(authors) = author::chicago(&data.authors) {
        text.say(&stopped(&authors)).say(" ");
    }
    let title = data.title.replace('“', "‘").replace('”', "’");
    text.say("“").say(&stopped(&title)).say("” ");
    if let Some(publisher) = data.publisher {
        text.slant(publisher).say(", ");
    }
    text.say(&dated::chicago(data.date));
    if data.updated.is_some() {
        text.say(", last modified ")
            .say(&dated::chicago(data.updated));
    }
    text.say(stop(&plain(&text.0)));
    if let Some(url) = data.url {
        text.say(" ").say(url).say(".");
    }
    text.0
}

/// The full stop after words that do not end in a mark of their own.
fn stop(words: &str) -> &'static str {
    if words.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    }
}

fn stopped(words: &str) -> String {
    [words, stop(words)].concat()
}

/// Text that grows.
#[derive(Default)]
struct TextBuilder(Text<String>);

impl TextBuilder {
    fn say(&mut self, words: &str) -> &mut Self {
        self.0.push(Span::Words(words.to_owned()));
        self
    }

    /// Adds words in italics.
    fn slant(&mut self, words: &str) -> &mut Self {
        let words = Span::Words(words.to_owned());
        self.0.push(Span::Emphasis(vec![words]));
        self
    }
}
