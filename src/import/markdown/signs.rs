//! Signs that other dialects know: comments, marked words, names of blocks, callouts, tasks.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use crate::import::document::{Block, Inline, Style, is_empty};

/// What is read of other dialects.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_WIKILINKS);

/// A name as links are compared: case, spaces and the folder do not count.
pub(super) fn key(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let file = file.strip_suffix(".md").unwrap_or(file);
    let words: Vec<_> = file.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whom the wiki links of a text mean, each in the form in which names are compared.
pub(super) fn links(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, OPTIONS);
    let links = events.filter_map(|event| match event {
        Event::Start(Tag::Link {
            link_type: LinkType::WikiLink { .. },
            dest_url,
            ..
        }) => Some(key(target(&dest_url))),
        _ => None,
    });
    links.collect()
}

/// The note that a link leads to, without the part of it.
pub(super) fn target(link: &str) -> &str {
    link.split(['#', '^', '|'])
        .next()
        .unwrap_or(link)
        .trim()
        .trim_end_matches('\\')
}

/// The text without its comments, `%% … %%`, but for those in code; and how many they were. Lines stay where they are.
pub(super) fn without_comments(text: &str) -> (String, usize) {
    if !text.contains("%%") {
        return (text.to_owned(), 0);
    }
    let code: Vec<_> = Parser::new_ext(text, OPTIONS)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect();
    let is_code = |at: usize| code.iter().any(|range| range.contains(&at));
    let mut out = String::with_capacity(text.len());
    let (mut from, mut count) = (0, 0);
    let mut signs = text
        .match_indices("%%")
        .map(|(at, _)| at)
        .filter(|at| !is_code(*at));
    while let (Some(start), Some(end)) = (signs.next(), signs.next()) {
        if start < from {
            continue;
        }
        out.push_str(&text[from..start]);
        out.extend(text[start..end].chars().filter(|c| *c == '\n'));
        from = end + 2;
        count += 1;
    }
    out.push_str(&text[from..]);
    (out, count)
}

/// Words without the signs `==` around those that are marked.
pub(super) fn unmarked(words: &str) -> String {
    let parts: Vec<&str> = words.split("==").collect();
    let is_pair = parts.len() >= 3 && parts.len() % 2 == 1;
    let is_tight = parts
        .iter()
        .skip(1)
        .step_by(2)
        .all(|part| !part.is_empty() && part.trim() == *part);
    if is_pair && is_tight {
        parts.concat()
    } else {
        words.to_owned()
    }
}

/// Words without the name of their block at the end, ` ^abc123`.
pub(super) fn unnamed(words: &str) -> &str {
    let Some((before, name)) = words.trim_end().rsplit_once('^') else {
        return words;
    };
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_apart = before.is_empty() || before.ends_with(' ');
    if is_name && is_apart {
        before.trim_end()
    } else {
        words
    }
}

/// What stands behind `[!note]` of a callout: its title, if it has one.
pub(super) fn callout(words: &str) -> Option<&str> {
    let rest = words.strip_prefix("[!")?;
    let (name, rest) = rest.split_once(']')?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '|'));
    is_name.then(|| rest.trim_start_matches(['+', '-']).trim_start())
}

/// Takes the sign of a callout off a quotation; its title becomes bold.
pub(super) fn uncalled(blocks: &mut Vec<Block>) {
    let Some(Block::Paragraph(words)) = blocks.first_mut() else {
        return;
    };
    // The brackets come apart while they are read.
    let mut text = String::new();
    let mut taken = 0;
    for inline in words.iter() {
        let Inline::Words(part) = inline else { break };
        if part == " " && !text.is_empty() {
            break;
        }
        text.push_str(part);
        taken += 1;
    }
    let Some(title) = callout(&text) else {
        return;
    };
    let title = title.to_owned();
    words.drain(..taken);
    let is_rest_empty = is_empty(words);
    if is_rest_empty {
        blocks.remove(0);
    }
    if !title.is_empty() {
        let title = Inline::Styled(Style::Strong, vec![Inline::Words(title)]);
        blocks.insert(0, Block::Paragraph(vec![title]));
    }
}

/// The addresses of pictures in a text.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, OPTIONS);
    let images = events.filter_map(|event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => Some(target(&dest_url).to_owned()),
        _ => None,
    });
    images.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_other_dialects_are_taken_off() {
        assert_eq!(
            without_comments("a %%b%% c `%%d%%`\n%%e\nf%%g"),
            ("a  c `%%d%%`\n\ng".to_owned(), 2)
        );
        assert_eq!(unmarked("a ==b c== d"), "a b c d");
        assert_eq!(unmarked("a == b == c"), "a == b == c");
        assert_eq!(unnamed("a ^b-1"), "a");
        assert_eq!(unnamed("2^8"), "2^8");
        assert_eq!(callout("[!tip]- A title"), Some("A title"));
        assert_eq!(callout("[sic]"), None);
        assert_eq!(links("[[ A  b|c]] `[[d]]` [[dir/E#f]]"), ["a b", "e"]);
    }
}
