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

/// Lines that were there keep their ends; new ones end as the line before them does.
fn with_line_ends_of(text: &str, before: &str) -> String {
    if !before.contains("\r\n") {
        return text.to_owned();
    }
    let old: Vec<_> = before.split_inclusive('\n').collect();
    let new: Vec<_> = text.split_inclusive('\n').collect();
    let stays = stays(&old, &new);
    let first = stays.iter().flatten().next().map(|row| old[*row]);
    let mut end = line_end(first.unwrap_or("\r\n"));
    let mut out = String::with_capacity(text.len() + old.len());
    for (line, row) in new.iter().zip(stays) {
        // The last line of a file may have no end.
        if let Some(row) = row.filter(|row| old[*row].ends_with('\n')) {
            end = line_end(old[row]);
        }
        out.push_str(words_of(line));
        out.push_str(if line.ends_with('\n') { end } else { "" });
    }
    out
}

fn words_of(line: &str) -> &str {
    line.trim_end_matches(['\r', '\n'])
}

fn line_end(line: &str) -> &'static str {
    if line.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Pairs of lines that are compared one by one at most.
const COMPARED: usize = 4_000_000;

/// For each new line the old one that it is: at both ends those that are the same, between them the longest sequence that
/// both have.
fn stays(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let is_same = |old: &str, new: &str| words_of(old) == words_of(new);
    let heads = old.iter().zip(new);
    let head = heads.take_while(|(old, new)| is_same(old, new)).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(|(old, new)| is_same(old, new)).count();
    let mut stays = vec![None; new.len()];
    (0..head).for_each(|row| stays[row] = Some(row));
    (1..=tail).for_each(|back| stays[new.len() - back] = Some(old.len() - back));
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    if old.len().saturating_mul(new.len()) > COMPARED {
        return stays;
    }
    // How many lines both have from here on.
    let mut shared = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for (i, old) in old.iter().enumerate().rev() {
        for (j, new) in new.iter().enumerate().rev() {
            shared[i][j] = if is_same(old, new) {
                shared[i + 1][j + 1] + 1
            } else {
                shared[i + 1][j].max(shared[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if is_same(old[i], new[j]) {
            stays[head + j] = Some(head + i);
            (i, j) = (i + 1, j + 1);
        } else if shared[i + 1][j] >= shared[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    stays
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
