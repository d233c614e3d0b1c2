//! A list in brackets, value by value, each with the comments that are about it: those on lines above it, and the one behind
//! it on its line, which TOML's own readers give to the value after it.

use toml_edit::{Array, Value};

/// A list, taken apart.
pub(super) struct Lines {
    /// Behind the opening bracket, on its line.
    head: String,
    pub(super) rows: Vec<Line>,
    /// Before the closing bracket, without what is about the last value.
    end: String,
    /// What stood before the first value.
    first: String,
}

/// A value with what is about it.
#[derive(Clone)]
pub(super) struct Line {
    /// Above the value, and its indent.
    lead: String,
    pub(super) value: Value,
    /// Behind the value, on its line.
    tail: String,
    was_first: bool,
}

impl Lines {
    /// Takes a list apart.
    pub(super) fn of(all: &Array) -> Self {
        let mut head = String::new();
        let mut rows: Vec<Line> = Vec::new();
        // What stands on the line goes to what is before it; the rest comes back.
        let mut parted = |rows: &mut Vec<Line>, text: &str| {
            let (tail, rest) = text.split_at(text.find('\n').unwrap_or(0));
            let before = rows.last_mut().map_or(&mut head, |last| &mut last.tail);
            before.push_str(tail);
            rest.to_owned()
        };
        for value in all {
            let prefix = value.decor().prefix().and_then(|text| text.as_str());
            let lead = parted(&mut rows, prefix.unwrap_or_default());
            let mut value = value.clone();
            value.decor_mut().set_prefix("");
            rows.push(Line {
                lead,
                value,
                tail: String::new(),
                was_first: rows.is_empty(),
            });
        }
        let mut trailing = all.trailing().as_str().unwrap_or_default().to_owned();
        if let Some(last) = rows.last_mut().filter(|_| !all.trailing_comma()) {
            let suffix = last.value.decor().suffix().and_then(|text| text.as_str());
            trailing.insert_str(0, suffix.unwrap_or_default());
            last.value.decor_mut().set_suffix("");
        }
        let end = parted(&mut rows, &trailing);
        let first = rows.first().map(|row| row.lead.clone()).unwrap_or_default();
        Self {
            head,
            rows,
            end,
            first,
        }
    }

    /// A new value, which looks as the last one does.
    pub(super) fn line(&self, mut value: Value) -> Line {
        value.decor_mut().clear();
        let lead = match self.rows.last().map(|row| &*row.lead) {
            Some(lead) if lead.contains('\n') => &lead[lead.rfind('\n').unwrap_or(0)..],
            Some(lead) if self.rows.len() > 1 => lead,
            Some(_) => " ",
            None => "",
        };
        Line {
            lead: lead.to_owned(),
            value,
            tail: String::new(),
            was_first: false,
        }
    }

    /// Puts a list together again.
    pub(super) fn put(self, all: &mut Array) {
        let has_comma = all.trailing_comma() && !self.rows.is_empty();
        all.clear();
        // What follows a comment stands on another line.
        let joined = |before: String, text: String| {
            let breaks = before.contains('#') && !text.starts_with('\n');
            [&*before, if breaks { "\n" } else { "" }, &*text].concat()
        };
        let mut before = self.head;
        for (row, mut line) in self.rows.into_iter().enumerate() {
            let lead = match (row, line.was_first) {
                _ if line.lead.contains('\n') => line.lead,
                (0, false) => self.first.clone(),
                (1.., true) => " ".to_owned(),
                _ => line.lead,
            };
            line.value.decor_mut().set_prefix(joined(before, lead));
            before = line.tail;
            all.push_formatted(line.value);
        }
        let end = joined(before, self.end);
        all.set_trailing_comma(has_comma);
        all.set_trailing(end);
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::*;

    const LISTS: [&str; 7] = [
        "a = []\n",
        "a = [ # none\n]\n",
        "a = [\"x\" ,\"y\", 'z' ] # all\n",
        "a = [ # of\n  # over x\n  \"x\", # x\n\n  \"y\" # y\n , \"z\"\n  # below\n]\n",
        "a = [\n  \"x\", # x\n  \"y\", # y\n  # below\n]\n",
        "a = [ \"x\", ]\n",
        "a = [\n  \"x\" # x\n]\n",
    ];

    /// A list after a change of its rows.
    fn after(text: &str, change: impl FnOnce(&mut Lines)) -> String {
        let mut document: DocumentMut = text.parse().expect("TOML");
        let all = document["a"].as_array_mut().expect("a list");
        let mut lines = Lines::of(all);
        change(&mut lines);
        lines.put(all);
        document.to_string()
    }

    #[test]
    fn a_list_that_nobody_changes_keeps_its_bytes() {
        for text in LISTS {
            assert_eq!(after(text, |_| {}), text);
        }
    }

    #[test]
    fn whatever_rows_come_and_go_it_is_a_list_with_the_others() {
        for text in LISTS {
            let count = Lines::of(
                text.parse::<DocumentMut>().expect("TOML")["a"]
                    .as_array()
                    .expect("a list"),
            )
            .rows
            .len();
            for gone in 0..count {
                let found = after(text, |lines| {
                    lines.rows.remove(gone);
                    lines.rows.push(lines.line(Value::from("new")));
                });
                let read: DocumentMut = found
                    .parse()
                    .unwrap_or_else(|error| panic!("{found}{error}"));
                let read = read["a"].as_array().expect("a list");
                let words: Vec<_> = read.iter().filter_map(Value::as_str).collect();
                let mut wanted = ["x", "y", "z"][..count].to_vec();
                wanted.remove(gone);
                wanted.push("new");
                assert_eq!(words, wanted, "{found}");
            }
        }
    }

    #[test]
    fn a_comment_goes_with_its_value() {
        let text = LISTS[4];
        let found = after(text, |lines| drop(lines.rows.remove(0)));
        assert_eq!(found, "a = [\n  \"y\", # y\n  # below\n]\n");
        let found = after(text, |lines| drop(lines.rows.pop()));
        assert_eq!(found, "a = [\n  \"x\", # x\n  # below\n]\n");
        let found = after(LISTS[6], |lines| {
            lines.rows.push(lines.line(Value::from("y")));
        });
        assert_eq!(found, "a = [\n  \"x\", # x\n  \"y\"\n]\n");
    }
}
