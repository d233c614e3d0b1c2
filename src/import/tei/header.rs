//! What the header of a TEI file says of the text.

use roxmltree::Node;

use crate::import::document::{Document, Inline};
use crate::import::tei::node::{is, words};

/// A document with what its header says.
pub(super) fn document(root: Node<'_, '_>) -> Document {
    let find =
        |node: Node<'_, '_>, name: &str| words_of(node.descendants().find(|one| is(*one, name)));
    let header = root.descendants().find(|node| is(*node, "teiHeader"));
    let statement =
        header.and_then(|header| header.descendants().find(|node| is(*node, "titleStmt")));
    let published = header.and_then(|header| {
        header
            .descendants()
            .find(|node| is(*node, "publicationStmt"))
    });
    let titles = statement
        .into_iter()
        .flat_map(|statement| statement.children().filter(|node| is(*node, "title")));
    let titles: Vec<_> = titles.collect();
    let main = titles
        .iter()
        .find(|title| title.attribute("type") == Some("main"))
        .or(titles.first());
    let title = main.map(|title| words(*title)).unwrap_or_default();
    let authors = statement
        .into_iter()
        .flat_map(|statement| statement.children().filter(|node| is(*node, "author")));
    let authors = authors.map(|author| {
        let name = author
            .children()
            .find(|child| is(*child, "name") || is(*child, "persName"));
        name_of(name.unwrap_or(author))
    });
    let dated = published.and_then(|node| node.descendants().find(|one| is(*one, "date")));
    let date = dated.map(|date| {
        date.attribute("when")
            .map_or_else(|| words(date), str::to_owned)
    });
    let text = root.descendants().find(|node| is(*node, "text"));
    let language = text.and_then(language).or_else(|| language(root));
    Document {
        title: if title.is_empty() {
            Vec::new()
        } else {
            vec![Inline::Words(title)]
        },
        byline: authors.filter(|author| !author.is_empty()).collect(),
        publisher: published
            .map(|node| find(node, "publisher"))
            .filter(|publisher| !publisher.is_empty()),
        date: date.filter(|date| !date.is_empty()),
        language,
        ..Document::default()
    }
}

fn words_of(node: Option<Node<'_, '_>>) -> String {
    node.map(words).unwrap_or_default()
}

/// A name whose parts are marked, as it is read: a forename before a surname.
pub(super) fn name_of(node: Node<'_, '_>) -> String {
    let parts: Vec<_> = node
        .descendants()
        .filter(|one| is(*one, "forename") || is(*one, "surname"))
        .collect();
    let is_whole = parts.iter().map(|part| words(*part).len()).sum::<usize>() + parts.len()
        > words(node).len().saturating_sub(2);
    if parts.len() < 2 || !is_whole {
        return words(node);
    }
    let mut parts = parts;
    parts.sort_by_key(|part| is(*part, "surname"));
    parts.into_iter().map(words).collect::<Vec<_>>().join(" ")
}

fn language(node: Node<'_, '_>) -> Option<String> {
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    node.attribute((XML, "lang")).map(str::to_owned)
}

/// Whether a text says anything beside lists of names.
pub(super) fn has_words(body: Node<'_, '_>) -> bool {
    let lists = [
        "listPerson",
        "listPlace",
        "listOrg",
        "listNym",
        "listRelation",
        "listEvent",
    ];
    body.descendants().any(|node| {
        let says = node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty());
        says && !node
            .ancestors()
            .any(|outer| lists.iter().any(|list| is(outer, list)) || is(outer, "head"))
    })
}
