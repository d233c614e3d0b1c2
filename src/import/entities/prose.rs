//! Words of other programs as inline Markdown: every sign is meant as one, but for links to entities.

use crate::compile::read_back;
use crate::compile::slug::is_slug;
use crate::import::entities::known::KnownEntities;
use crate::import::escape::{Surroundings, escaped};

/// Words as inline Markdown; `[[id|words]]` stays where there is such an entity.
pub(crate) fn prose(words: &str, known: &KnownEntities) -> String {
    let parts = parts(words, |link| is_link(link, known));
    let written = |every_sign: bool| {
        let mut out = String::new();
        for part in &parts {
            match part {
                Part::Link(link) => out += &format!("[[{link}]]"),
                Part::Words(words) => {
                    let around = Surroundings {
                        before: out.chars().next_back(),
                        begins_line: out.is_empty(),
                        every_sign,
                        ..Surroundings::default()
                    };
                    out += &escaped(words, around);
                }
            }
        }
        out
    };
    let is_said =
        |markdown: &String| read_back::texts(markdown).is_some_and(|texts| texts == [words]);
    let tries = [written(false), written(true)];
    tries.into_iter().find(is_said).unwrap_or_else(|| {
        // What no text may hold: letters and the commonest signs are left.
        let stays =
            |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '“' | '”' | '’' | '?');
        let plain: String = words.chars().filter(stays).collect();
        escaped(
            plain.trim(),
            Surroundings {
                begins_line: true,
                every_sign: true,
                ..Surroundings::default()
            },
        )
    })
}

enum Part<'w> {
    Words(&'w str),
    /// What stands between the brackets.
    Link(&'w str),
}

fn parts(words: &str, is_link: impl Fn(&str) -> bool) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(start) = words[at..].find("[[").map(|start| at + start) {
        let inner = &words[start + 2..];
        let link = inner.find("]]").map(|end| &inner[..end]);
        match link.filter(|link| is_link(link)) {
            Some(link) => {
                parts.push(Part::Words(&words[from..start]));
                parts.push(Part::Link(link));
                at = start + link.len() + 4;
                from = at;
            }
            None => at = start + 2,
        }
    }
    parts.push(Part::Words(&words[from..]));
    parts
}

fn is_link(link: &str, known: &KnownEntities) -> bool {
    let (id, words) = link.split_once('|').unwrap_or((link, "x"));
    let is_plain = |c: char| c.is_alphanumeric() || " -’'.,".contains(c);
    is_slug(id) && known.holds(id) && !words.is_empty() && words.chars().all(is_plain)
}
