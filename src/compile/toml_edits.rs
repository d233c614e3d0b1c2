//! Changes of TOML in which every value that is not touched keeps its bytes: comments, order, line ends and all.

use toml_edit::{DocumentMut, Item, Value};

/// Changes a file's text; nothing where it is written so that more than what is touched would change.
pub(crate) fn edited(text: &str, edit: impl FnOnce(&mut DocumentMut)) -> Option<String> {
    let (mark, body) = match text.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", text),
    };
    let plain = body.replace("\r\n", "\n");
    let mut document: DocumentMut = plain.parse().ok()?;
    if as_ended(document.to_string(), &plain) != plain {
        return None;
    }
    edit(&mut document);
    let edited = as_ended(document.to_string(), &plain);
    Some([mark, &with_line_ends_of(&edited, body)].concat())
}

/// A file that had no line's end at its end has none after.
fn as_ended(mut text: String, before: &str) -> String {
    if !before.ends_with('\n') && text.ends_with('\n') {
        text.pop();
    }
    text
}

/// Lines that were there keep their ends; new ones end as most do.
fn with_line_ends_of(text: &str, before: &str) -> String {
    let returns = before.matches("\r\n").count();
    if returns == 0 {
        return text.to_owned();
    }
    let all = before.matches('\n').count();
    if returns == all {
        return text.replace('\n', "\r\n");
    }
    let usual = if returns * 2 > all { "\r\n" } else { "\n" };
    let old: Vec<_> = before.split_inclusive('\n').collect();
    let mut next = 0;
    let mut out = String::with_capacity(text.len() + returns);
    for line in text.split_inclusive('\n') {
        let Some(words) = line.strip_suffix('\n') else {
            out.push_str(line);
            continue;
        };
        let is_same = |old: &&str| old.trim_end_matches(['\r', '\n']) == words;
        if let Some(ahead) = old[next..].iter().position(is_same) {
            out.push_str(old[next + ahead]);
            next += ahead + 1;
        } else {
            out.push_str(words);
            out.push_str(usual);
        }
    }
    out
}

/// A string, or the strings of a list.
pub(crate) fn words(item: &Item) -> Vec<String> {
    match item {
        Item::Value(Value::Array(all)) => {
            let all = all.iter().filter_map(Value::as_str);
            all.map(str::to_owned).collect()
        }
        _ => item.as_str().map(str::to_owned).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let added = |document: &mut DocumentMut| {
            document.insert("b", toml_edit::value("two"));
        };
        assert_eq!(edited(before, added).as_deref(), Some(after));
    }

    #[test]
    fn what_is_not_touched_keeps_its_bytes() {
        check(
            "# Head.\n\n  a   =  'one'  # Why.\n\n# Of c.\n[c]\nd.e=1\nd.f = \"\"\"\nx\"\"\"\n# End.",
            "# Head.\n\n  a   =  'one'  # Why.\nb = \"two\"\n\n# Of c.\n[c]\nd.e=1\nd.f = \"\"\"\nx\"\"\"\n# End.",
        );
    }

    #[test]
    fn line_ends_and_the_mark_at_the_beginning_stay() {
        check("\u{FEFF}a = 1\r\n", "\u{FEFF}a = 1\r\nb = \"two\"\r\n");
        check("a = 1", "a = 1\nb = \"two\"");
        check(
            "a = 1\r\n[c]\nd = 2\r\n",
            "a = 1\r\nb = \"two\"\r\n[c]\nd = 2\r\n",
        );
    }

    #[test]
    fn what_cannot_be_read_is_not_changed() {
        assert_eq!(edited("a = ", |_| {}), None);
    }
}
