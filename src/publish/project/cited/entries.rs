//! The article as an entry for programs that keep references: [BibTeX](https://www.bibtex.com/g/bibtex-format/) and
//! [RIS](https://en.wikipedia.org/wiki/RIS_(file_format)).

use crate::publish::project::cited::citation_data::CitationData;
use crate::publish::project::cited::dated::numbers;

/// `@article{bridge, author = {Author, Ann}, …}`, one field a line. The title keeps its capitals.
pub(super) fn bibtex(data: &CitationData) -> String {
    let authors: Vec<_> = data
        .authors
        .iter()
        .map(|author| author.bibtex(escaped))
        .collect();
    let (year, month, _) = data.date.map(numbers).unwrap_or_default();
    let field = |name: &str, value: Option<String>| {
        value
            .map(|value| format!("  {name} = {{{value}}},\n"))
            .unwrap_or_default()
    };
    let kind = if data.publisher.is_some() {
        "article"
    } else {
        "misc"
    };
    let authors = Some(authors.join(" and ")).filter(|authors| !authors.is_empty());
    let month = month.map(|month| format!("  month = {},\n", MONTHS[month - 1]));
    let changed = data
        .updated
        .map(|date| format!("Last changed {}", escaped(&date.words)));
    // Braces would end the field; in an address they are percent-encoded.
    let url = data
        .url
        .map(|url| url.replace('{', "%7B").replace('}', "%7D"));
    [
        format!("@{kind}{{{},\n", data.slug),
        field("author", authors),
        field("title", Some(format!("{{{}}}", escaped(data.title)))),
        field("journal", data.publisher.map(escaped)),
        field("year", year),
        month.unwrap_or_default(),
        field("note", changed),
        field("url", url),
        "}".to_owned(),
    ]
    .concat()
}

/// BibTeX's own words for months.
pub(crate) const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Text in which nothing is a command of TeX.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', letter]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(letter),
        }
    }
    out
}

/// `TY  - ELEC` to `ER  - `, one tag a line.
pub(super) fn ris(data: &CitationData) -> String {
    let mut lines = vec![("TY", "ELEC".to_owned())];
    let authors = data.authors.iter();
    lines.extend(authors.map(|author| ("AU", author.ris())));
    lines.push(("TI", data.title.to_owned()));
    lines.extend(data.publisher.map(|publisher| ("T2", publisher.to_owned())));
    if let Some((Some(year), month, day)) = data.date.map(numbers) {
        let two = |number: Option<usize>| {
            number
                .map(|number| format!("{number:02}"))
                .unwrap_or_default()
        };
        lines.push(("PY", year.clone()));
        lines.push(("DA", format!("{year}/{}/{}/", two(month), two(day))));
    }
    lines.extend(
        data.updated
            .map(|date| ("N1", ["Last changed ", &date.words].concat())),
    );
    lines.push(("LA", data.language.to_owned()));
    lines.extend(data.url.map(|url| ("UR", url.to_owned())));
    lines.push(("ER", String::new()));
    let lines: Vec<_> = lines
        .iter()
        .map(|(tag, value)| format!("{tag}  - {value}"))
        .collect();
    lines.join("\n")
}
