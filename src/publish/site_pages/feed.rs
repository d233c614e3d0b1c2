//! The feed: the latest articles as [Atom](https://www.rfc-editor.org/rfc/rfc4287), for readers' programs. No private
//! person is named in it.

use html_escape::{encode_double_quoted_attribute as attribute, encode_text as escape};

use crate::model::calendar;
use crate::model::id::Id;
use crate::model::site::Article;
use crate::model::when::When;
use crate::publish::project::description;
use crate::publish::site_index::SiteIndex;
use crate::publish::site_parts::FEED;

/// Entries it has at most.
const MOST: usize = 50;

/// The feed of a site whose root is at `base`.
pub(super) fn feed(index: &SiteIndex, base: &str) -> String {
    let site = index.site;
    let told = index
        .dated()
        .take(MOST)
        .map(|(id, date)| FeedEntry::new(index, id, date, base));
    let told: Vec<_> = told.collect();
    let changed = told.iter().map(|entry| &*entry.changed).max();
    let mut lines = vec![
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_owned(),
        format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">",
            attribute(&site.language)
        ),
        element("id", base),
        element("title", &site.title),
        element("updated", changed.unwrap_or_default()),
        format!(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}{FEED}\"/>",
            attribute(base)
        ),
        format!("<link href=\"{}\"/>", attribute(base)),
        format!("<author>{}</author>", element("name", &site.title)),
    ];
    lines.extend(told.into_iter().map(|entry| entry.text));
    lines.push("</feed>\n".to_owned());
    lines.join("\n")
}

/// An article as the feed tells of it.
struct FeedEntry {
    changed: String,
    text: String,
}

impl FeedEntry {
    fn new(index: &SiteIndex, id: Id<Article>, date: &When, base: &str) -> Self {
        let article = &index.site.articles[id];
        let is_public = |words: &&str| !words.is_empty() && !index.private.named_in(words);
        let url = [base, &article.slug, "/"].concat();
        let published = moment(date);
        let changed = article.updated.as_ref().map(moment);
        let changed = changed.max(Some(published.clone())).unwrap_or_default();
        let mut lines = vec![
            format!("<entry xml:lang=\"{}\">", attribute(&article.language)),
            element("id", &url),
            element("title", &index.title(id).replace('\n', " ")),
            format!("<link href=\"{}\"/>", attribute(&url)),
            element("published", &published),
            element("updated", &changed),
        ];
        lines.extend(article.byline.iter().map(|author| {
            let url = author.url.as_ref().map(|url| element("uri", url));
            let name = element("name", &author.name);
            format!("<author>{name}{}</author>", url.unwrap_or_default())
        }));
        let topics = article.section.iter().chain(&article.tags);
        let topics = topics.map(|topic| &*topic.name).filter(is_public);
        lines.extend(topics.map(|name| format!("<category term=\"{}\"/>", attribute(name))));
        let description = description::of_public_article(index, article);
        lines.extend(description.map(|words| element("summary", &words)));
        lines.push("</entry>".to_owned());
        Self {
            changed,
            text: lines.join("\n"),
        }
    }
}

fn element(name: &str, words: &str) -> String {
    format!("<{name}>{}</{name}>", escape(words))
}

/// 1 January of the year 1, in days since 1970: RFC 3339 knows no year before.
const FIRST: i32 = -719_162;

/// The first day that a date may mean, as RFC 3339 has moments.
fn moment(date: &When) -> String {
    let days = i64::from(date.earliest.max(FIRST));
    let year = calendar::year(days);
    let first = |month: i64| calendar::day(year, month, 1).unwrap_or(days);
    let mut months = (1..=12).rev();
    let month = months.find(|month| first(*month) <= days).unwrap_or(1);
    let day = days - first(month) + 1;
    format!("{year:04}-{month:02}-{day:02}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_first_day_that_it_may_mean() {
        for (earliest, moment) in [
            (0, "1970-01-01T00:00:00Z"),
            (19_782, "2024-02-29T00:00:00Z"),
            (-1, "1969-12-31T00:00:00Z"),
            (i32::MIN, "0001-01-01T00:00:00Z"),
        ] {
            let when = When {
                edtf: String::new(),
                words: String::new(),
                earliest,
                latest: earliest,
                vague: false,
            };
            assert_eq!(self::moment(&when), moment);
        }
    }
}
