//! An article's file: front matter and text, made of a document.

use crate::compile::source_text::escaped;
use crate::import::byline;
use crate::import::document::{Block, Document, Inline, is_empty, plain};
use crate::import::error::ImportError;
use crate::import::imported::LeftOut;
use crate::import::language;
use crate::import::target::Target;
use crate::import::value;
use crate::import::writer::{self, Written};

/// Writes the article that a document is, and returns its slug.
///
/// # Errors
/// If there is no text in it.
pub(crate) fn write(
    mut document: Document,
    name: &str,
    target: &mut Target<'_>,
) -> Result<String, ImportError> {
    take_title(&mut document);
    byline::take(&mut document);
    let file_name = stem(name);
    let title = if is_empty(&document.title) {
        writer::line(&[Inline::Words(file_name.clone())])
    } else {
        writer::line(&document.title)
    };
    let title_words = match plain(&document.title).trim() {
        "" => file_name,
        words => words.to_owned(),
    };
    let Written {
        text,
        undescribed,
        unreferred,
        unset,
    } = writer::write(&document.blocks, &document.footnotes);
    if text.trim().is_empty() {
        let left: Vec<_> = target.left_out_of(name).take(3).collect();
        let message = match left.as_slice() {
            [] => "there is no text in this file".to_owned(),
            left => format!("there is no text in this file but {}", left.join(", ")),
        };
        let help = "save it again with its text, or name another file";
        return Err(ImportError::new(name, message, help));
    }
    let declared = document.language.as_deref().and_then(language::tag);
    let language = declared.or_else(|| language::guess(&text).map(str::to_owned));
    let front = front(&document, &title, language.as_deref(), target);
    target.begin_site(&title_words, language.as_deref());
    let file = format!("{front}{text}");
    let wanted = Target::wanted(&title_words, "article");
    if let Some(path) = target.same("articles", &title_words, "article", &file) {
        target.note(format!(
            "`{path}` is there already, with just these words: `{name}` adds nothing to it"
        ));
        return Ok(slug_in(&path).to_owned());
    }
    let slug = target.slug("articles", &title_words, "article", ".md");
    if slug != wanted {
        let path = format!("articles/{wanted}.md");
        target.note(format!(
            "`{path}` is there already, so this article is `articles/{slug}.md`; keep one of them if they are the same"
        ));
    }
    let path = format!("articles/{slug}.md");
    let head = front.lines().count();
    for line in undescribed {
        target.note(format!(
            "{path}:{}: nothing in `{name}` says what this picture shows: write it between the brackets, for those who do not see it",
            head + line
        ));
    }
    for row in unreferred {
        let words = document.footnotes[row].iter().map(|words| plain(words));
        let words: Vec<_> = words.collect();
        target.leave_out(LeftOut {
            file: name.to_owned(),
            place: format!("footnote {}", row + 1),
            what: format!(
                "no sign refers to it: \"{}\"",
                value::short(&words.join(" "))
            ),
            cure: "write it into the text if it is needed".to_owned(),
        });
    }
    if !unset.is_empty() {
        let shown = unset.iter().take(5).map(|words| format!("\"{words}\""));
        let more = match unset.len().saturating_sub(5) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        target.note(format!(
            "{path}: Markdown cannot set these words as `{name}` does: {}{more}",
            shown.collect::<Vec<_>>().join(", ")
        ));
    }
    target.write(&path, file);
    Ok(slug)
}

/// What the article of a file is called.
fn slug_in(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

/// The first heading is the title where the document names none; where it names the same, it is not said twice.
fn take_title(document: &mut Document) {
    let is_text = |block: &Block| match block {
        Block::Heading { words, .. } | Block::Paragraph(words) => !is_empty(words),
        _ => true,
    };
    let Some(first) = document.blocks.iter().position(is_text) else {
        return;
    };
    let Block::Heading { level, words } = &document.blocks[first] else {
        return;
    };
    // One of several is the heading of a part.
    let mut others = document.blocks[first + 1..].iter();
    let is_only =
        !others.any(|block| matches!(block, Block::Heading { level: other, .. } if other <= level));
    let same = |words: &[Inline]| {
        plain(words)
            .split_whitespace()
            .collect::<String>()
            .to_lowercase()
    };
    if is_empty(&document.title) && is_only || same(words) == same(&document.title) {
        document.title = words.clone();
        document.blocks.remove(first);
    }
}

/// The file's own name, without folder and ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match stem.trim_matches(['-', ' ']) {
        "" => "Untitled".to_owned(),
        stem => stem.to_owned(),
    }
}

fn front(document: &Document, title: &str, language: Option<&str>, target: &Target<'_>) -> String {
    let mut front = format!("+++\ntitle = \"{}\"\n", escaped(title));
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            front += &format!("{key} = {value}\n");
        }
    };
    let quoted = |words: &str| format!("\"{}\"", escaped(words));
    let words = |words: &Option<String>| {
        let words = value::plain(words.as_deref()?);
        (!words.is_empty()).then(|| quoted(&words))
    };
    let list = |all: &[String]| {
        let all = all.iter().map(|one| value::plain(one));
        let all: Vec<String> = all
            .filter(|one| !one.is_empty())
            .map(|one| quoted(&one))
            .collect();
        match all.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(format!("[{}]", several.join(", "))),
        }
    };
    line("byline", list(&document.byline));
    line("publisher", words(&document.publisher));
    let date = |date: &Option<String>| {
        date.as_deref()
            .and_then(value::date)
            .map(|date| quoted(&date))
    };
    line("date", date(&document.date));
    line("updated", date(&document.updated));
    line("section", words(&document.section));
    let tags = list(&document.tags);
    let tags = tags.map(|tags| {
        if tags.starts_with('[') {
            tags
        } else {
            format!("[{tags}]")
        }
    });
    line("tags", tags);
    if document.draft {
        line("draft", Some("true".to_owned()));
    }
    // English of another country is no other language.
    let main = |language: &str| language.split('-').next().map(str::to_owned);
    let is_other = |language: &&str| {
        let site = target.language();
        site.is_some_and(|site| main(site) != main(language) || language.len() > 5)
            && site != Some(*language)
    };
    line("language", language.filter(is_other).map(quoted));
    let is_web = |url: &&String| value::is_web_address(url);
    line(
        "url",
        document.url.as_ref().filter(is_web).map(|url| quoted(url)),
    );
    line("description", words(&document.description));
    front + "+++\n\n"
}
