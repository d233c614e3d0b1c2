//! Lists and tables in which both of two entities stand, once they are one.

use std::ops::Range;

use toml_edit::{DocumentMut, Item, Table, Value};

use crate::compile::files::Files;
use crate::compile::findings::Findings;
use crate::compile::front;
use crate::compile::toml_edits::{edited, words};

/// Below `[aliases]` of an article both may have names: one has all of them.
///
/// # Errors
/// If a file cannot be changed without more; what to do about it, in a line.
pub(super) fn unite(files: &mut Files, kept: &str, gone: &str) -> Result<(), String> {
    for (path, bytes) in &mut files.files {
        let Some((text, part)) = article(path, bytes) else {
            continue;
        };
        let is_both = |table: &Table| table.contains_key(kept) && table.contains_key(gone);
        let front = &text[part.clone()];
        let document = front.replace("\r\n", "\n").parse::<DocumentMut>();
        let aliases = document.ok().and_then(|document| {
            let aliases = document.get("aliases")?.as_table()?;
            is_both(aliases).then(|| aliases.clone())
        });
        if aliases.is_none() {
            continue;
        }
        let united = edited(front, |document| {
            if let Some(aliases) = document.get_mut("aliases").and_then(Item::as_table_mut) {
                let more = aliases
                    .remove(gone)
                    .map(|item| words(&item))
                    .unwrap_or_default();
                let mut all = aliases.get(kept).map(words).unwrap_or_default();
                all.extend(more);
                let all: toml_edit::Array = all.into_iter().collect();
                aliases.insert(kept, toml_edit::value(all));
            }
        });
        let Some(united) = united else {
            let message = format!(
                "`{path}` has names for both below `[aliases]`; put them into one line for `{kept}`, and merge again"
            );
            return Err(message);
        };
        let text = [&text[..part.start], &united, &text[part.end..]].concat();
        *bytes = text.into_bytes();
    }
    Ok(())
}

/// Takes doubles of an id out of the lists of events, and of what articles do not link.
pub(super) fn without_doubles(files: &mut Files, kept: &str) {
    for (path, bytes) in &mut files.files {
        let (text, part) = match article(path, bytes) {
            Some(found) => found,
            None if path == "events.toml" => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let end = text.len();
                (text, 0..end)
            }
            None => continue,
        };
        if text.matches(kept).count() < 2 {
            continue;
        }
        let mut is_changed = false;
        let united = edited(&text[part.clone()], |document| {
            if let Some(list) = document.get_mut("autolink_except") {
                is_changed |= single(list, kept);
            }
            if let Some(Item::ArrayOfTables(events)) = document.get_mut("events") {
                for event in events.iter_mut() {
                    is_changed |= event
                        .get_mut("entities")
                        .is_some_and(|list| single(list, kept));
                }
            }
        });
        if let Some(united) = united.filter(|_| is_changed) {
            *bytes = [&text[..part.start], &united, &text[part.end..]]
                .concat()
                .into_bytes();
        }
    }
}

/// Keeps the first of a word in a list; says whether there were more.
fn single(list: &mut Item, word: &str) -> bool {
    let Item::Value(Value::Array(list)) = list else {
        return false;
    };
    let before = list.len();
    let mut is_first = true;
    list.retain(|one| one.as_str() != Some(word) || std::mem::take(&mut is_first));
    list.len() < before
}

/// An article's text and where its front matter stands.
fn article(path: &str, bytes: &[u8]) -> Option<(String, Range<usize>)> {
    if !path.starts_with("articles/") {
        return None;
    }
    let text = String::from_utf8(bytes.to_vec()).ok()?;
    let (front, _) = front::split(path, &text, &Findings::default())?;
    Some((text, front))
}
