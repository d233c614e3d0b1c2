//! An entity's file with further aliases: everything else in it stays as it is, to the byte.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::compile::source_text::escaped;

/// The text of an entity's file with one more alias. Nothing comes back where the file is not TOML, or its aliases no list.
pub fn with_alias(text: &str, alias: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let table = table.get_ref();
    let word = format!("\"{}\"", escaped(alias));
    let (at, inserted) = match table.get("aliases") {
        Some(aliases) => {
            let DeValue::Array(items) = aliases.get_ref() else {
                return None;
            };
            match items.iter().last() {
                Some(last) => (last.span().end, format!(", {word}")),
                None => (aliases.span().start + 1, word),
            }
        }
        None => {
            let (at, line_end) = line_behind(text, table.get("names").map(|names| names.span()));
            (at, format!("aliases = [{word}]{line_end}"))
        }
    };
    let mut after = text.to_owned();
    after.insert_str(at, &inserted);
    holds(&after, alias).then_some(after)
}

/// Where a line of its own can be put in: below the names, else at the top. And what ends lines here.
fn line_behind(text: &str, names: Option<Range<usize>>) -> (usize, &'static str) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let below = names.and_then(|names| {
        // A list in brackets; `[[names]]` would take the line into its own table.
        let is_value = text.get(names.clone())?.starts_with('[')
            && !text.get(names.clone())?.starts_with("[[");
        let end = text.get(names.end..)?.find('\n')?;
        is_value.then_some(names.end + end + 1)
    });
    let top = if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    (below.unwrap_or(top), line_end)
}

/// Whether the file is TOML still, and has the alias.
fn holds(text: &str, alias: &str) -> bool {
    let Ok(table) = DeTable::parse(text) else {
        return false;
    };
    let aliases = table
        .get_ref()
        .get("aliases")
        .map(|aliases| aliases.get_ref());
    let Some(DeValue::Array(items)) = aliases else {
        return false;
    };
    items
        .iter()
        .any(|item| matches!(item.get_ref(), DeValue::String(word) if word == alias))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        assert_eq!(with_alias(before, "x \"y\"").as_deref(), Some(after));
    }

    #[test]
    fn an_alias_is_put_in_and_nothing_else_changes() {
        check("aliases = []\n", "aliases = [\"x \\\"y\\\"\"]\n");
        check(
            "aliases = ['a', # why\n]\nkind = 1",
            "aliases = ['a', \"x \\\"y\\\"\", # why\n]\nkind = 1",
        );
        check(
            "names = [{ text = \"a\" }] # so\r\n\r\n[[facts]]\r\n",
            "names = [{ text = \"a\" }] # so\r\naliases = [\"x \\\"y\\\"\"]\r\n\r\n[[facts]]\r\n",
        );
        check(
            "[[names]]\ntext = \"a\"\n",
            "aliases = [\"x \\\"y\\\"\"]\n[[names]]\ntext = \"a\"\n",
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_alone() {
        assert_eq!(with_alias("names = [", "x"), None);
        assert_eq!(with_alias("aliases = 3", "x"), None);
    }
}
