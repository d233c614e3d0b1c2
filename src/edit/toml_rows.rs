//! Lists of tables in TOML, written `[[facts]]` or `facts = [{ … }]`, and strings in them. What is not touched keeps its
//! bytes; a string that changes keeps its quotes.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value};

use crate::edit::toml_lines::{Line, Lines};

/// The tables of a list.
pub(super) fn rows(item: Option<&Item>) -> Vec<&dyn TableLike> {
    match item {
        Some(Item::ArrayOfTables(all)) => all.iter().map(|one| one as &dyn TableLike).collect(),
        Some(Item::Value(Value::Array(all))) => {
            let tables = all.iter().filter_map(Value::as_inline_table);
            tables.map(|one| one as &dyn TableLike).collect()
        }
        _ => Vec::new(),
    }
}

/// Makes a list hold these rows: each is a row that it has, to be changed, or a new one. The others go.
pub(super) fn arrange<'v, V>(
    table: &mut Table,
    key: &str,
    wanted: &'v [V],
    row_of: impl Fn(&V) -> Option<usize>,
    fill: impl Fn(&'v V, &mut dyn TableLike),
) {
    if !table.contains_key(key) {
        if wanted.is_empty() {
            return;
        }
        table.insert(key, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(all)) => {
            arrange_tables(all, wanted, row_of, fill);
        }
        Some(Item::Value(Value::Array(all))) => arrange_inline(all, wanted, row_of, fill),
        _ => return,
    }
    if rows(table.get(key)).is_empty() {
        table.remove(key);
    }
}

fn arrange_tables<'v, V>(
    all: &mut ArrayOfTables,
    wanted: &'v [V],
    row_of: impl Fn(&V) -> Option<usize>,
    fill: impl Fn(&'v V, &mut dyn TableLike),
) {
    let stays = kept(all.len(), wanted, &row_of);
    for value in wanted {
        if let Some(table) = row_of(value).and_then(|row| all.get_mut(row)) {
            fill(value, table);
        }
    }
    for row in (0..all.len()).rev().filter(|row| !stays[*row]) {
        all.remove(row);
    }
    for value in wanted.iter().filter(|value| row_of(value).is_none()) {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        fill(value, &mut table);
        all.push(table);
    }
}

fn arrange_inline<'v, V>(
    all: &mut Array,
    wanted: &'v [V],
    row_of: impl Fn(&V) -> Option<usize>,
    fill: impl Fn(&'v V, &mut dyn TableLike),
) {
    let mut lines = Lines::of(all);
    let is_table = |line: &Line| line.value.is_inline_table();
    let tables = lines.rows.iter().filter(|line| is_table(line)).count();
    let mut stays = kept(tables, wanted, &row_of).into_iter();
    for value in wanted {
        let mut tables = lines.rows.iter_mut();
        let mut tables = tables
            .by_ref()
            .filter_map(|line| line.value.as_inline_table_mut());
        if let Some(table) = row_of(value).and_then(|row| tables.nth(row)) {
            let count = table.len();
            fill(value, table);
            if table.len() > count {
                move_space_to_end(table);
            }
        }
    }
    let added = wanted.iter().filter(|value| row_of(value).is_none());
    let added = added.map(|value| {
        let mut table = InlineTable::new();
        fill(value, &mut table);
        lines.line(Value::InlineTable(table))
    });
    let added: Vec<_> = added.collect();
    lines
        .rows
        .retain(|line| !is_table(line) || stays.next().unwrap_or_default());
    lines.rows.extend(added);
    lines.put(all);
}

/// Makes a list hold these words, in their order; those that it has keep their bytes and the comments about them, and what
/// is written in the place of others has theirs.
pub(super) fn arrange_words(all: &mut Array, words: &[&str]) {
    let mut lines = Lines::of(all);
    let old: Vec<_> = lines.rows.iter().map(|line| line.value.as_str()).collect();
    let mut of_word = vec![None; words.len()];
    for (word, of) in words.iter().zip(&mut of_word) {
        let is_free = |row: &usize| old[*row] == Some(*word);
        *of = (0..old.len()).find(is_free);
    }
    // Between the same neighbours, and as many: they were written over.
    let is_kept = |row: usize| words.iter().any(|word| old[row] == Some(*word));
    let mut at = 0;
    while at < words.len() {
        let next = (at..words.len()).find(|word| of_word[*word].is_some());
        let next = next.unwrap_or(words.len());
        let start = at
            .checked_sub(1)
            .map_or(Some(0), |before| Some(of_word[before]? + 1));
        let end = of_word.get(next).map_or(Some(old.len()), |row| *row);
        if let (Some(start), Some(end)) = (start, end)
            && start + (next - at) == end
            && (start..end).all(|row| !is_kept(row))
        {
            (at..next)
                .zip(start..end)
                .for_each(|(word, row)| of_word[word] = Some(row));
        }
        at = next + 1;
    }
    let rows = words.iter().zip(of_word).map(|(word, row)| {
        let Some(row) = row else {
            return lines.line(Value::from(*word));
        };
        let mut line = lines.rows[row].clone();
        if line.value.as_str() != Some(word) {
            put_words(&mut line.value, word);
        }
        line
    });
    lines.rows = rows.collect();
    lines.put(all);
}

/// The space before the closing brace stands there still when keys were added.
fn move_space_to_end(table: &mut InlineTable) {
    let mut space = None;
    for (_, value) in table.iter_mut() {
        let suffix = value.decor().suffix().and_then(|suffix| suffix.as_str());
        let suffix = suffix.filter(|suffix| !suffix.is_empty() && suffix.trim().is_empty());
        if let Some(suffix) = suffix.map(str::to_owned) {
            value.decor_mut().set_suffix("");
            space = Some(suffix);
        }
    }
    let last = table.iter_mut().last();
    if let (Some((_, last)), Some(space)) = (last, space) {
        last.decor_mut().set_suffix(space);
    }
}

/// Which of so many rows are wanted still.
fn kept<V>(count: usize, wanted: &[V], row_of: impl Fn(&V) -> Option<usize>) -> Vec<bool> {
    let mut kept = vec![false; count];
    for row in wanted.iter().filter_map(row_of) {
        if let Some(is_kept) = kept.get_mut(row) {
            *is_kept = true;
        }
    }
    kept
}

/// A string of a table; empty where there is none.
pub(super) fn string(table: &dyn TableLike, key: &str) -> String {
    let value = table.get(key).and_then(Item::as_str);
    value.unwrap_or_default().to_owned()
}

/// Sets a string of a table, or takes it out where it is empty. The same words change nothing, nor do others that differ by
/// the white space around them alone.
pub(super) fn set_string(table: &mut dyn TableLike, key: &str, words: &str) {
    let words = words.trim();
    if string(table, key).trim() == words {
        return;
    }
    if words.is_empty() {
        table.remove(key);
        return;
    }
    match table.get_mut(key) {
        Some(Item::Value(value)) => put_words(value, words),
        _ => drop(table.insert(key, Item::Value(quoted(words, "")))),
    }
}

/// Puts words in the place of a value.
fn put_words(value: &mut Value, words: &str) {
    let mut new = quoted(words, &value.to_string());
    *new.decor_mut() = value.decor().clone();
    *value = new;
}

/// A value as TOML, without what stands around it; empty where there is none. A table is told in one line, however it is
/// written.
pub(super) fn toml(table: &dyn TableLike, key: &str) -> String {
    let value = match table.get(key) {
        Some(Item::Value(Value::InlineTable(table))) if table.is_dotted() => {
            let mut table = table.clone();
            table.set_dotted(false);
            table.fmt();
            Some(Value::InlineTable(table))
        }
        Some(Item::Value(value)) => Some(value.clone()),
        Some(Item::Table(table)) => {
            let mut table = table.clone().into_inline_table();
            table.set_dotted(false);
            table.fmt();
            Some(Value::InlineTable(table))
        }
        _ => None,
    };
    let told = value.map(|value| value.to_string().trim().to_owned());
    told.unwrap_or_default()
}

/// Sets a value that is given as TOML, or takes it out where that is empty. What is no TOML is set as words.
pub(super) fn set_toml(table: &mut dyn TableLike, key: &str, text: &str) {
    if toml(table, key) == text {
        return;
    }
    if text.is_empty() {
        table.remove(key);
        return;
    }
    let mut new: Value = text.parse().unwrap_or_else(|_| Value::from(text));
    match table.get_mut(key) {
        Some(Item::Value(value)) if !is_dotted(value) => {
            *new.decor_mut() = value.decor().clone();
            *value = new;
        }
        _ => {
            new.decor_mut().clear();
            table.insert(key, Item::Value(new));
        }
    }
}

/// Whether its keys are written `source.id = …`.
fn is_dotted(value: &Value) -> bool {
    value.as_inline_table().is_some_and(InlineTable::is_dotted)
}

/// Words in quotes of the sort that an older value has, where these can hold them.
fn quoted(words: &str, older: &str) -> Value {
    let older = older.trim_start();
    let is_plain = !words.contains('\'') && !words.contains(|c: char| c.is_control());
    let literal = if older.starts_with("'''") && !words.contains("'''") && !words.ends_with('\'') {
        Some(format!("'''{words}'''"))
    } else if older.starts_with('\'') && is_plain {
        Some(format!("'{words}'"))
    } else if older.starts_with("\"\"\"") || words.contains('\n') {
        let safe = words
            .replace('\\', "\\\\")
            .replace("\"\"\"", "\\\"\\\"\\\"");
        let begins = if words.starts_with('\n') { "\n" } else { "" };
        let ends = if safe.ends_with('"') && !safe.ends_with("\\\"") {
            1
        } else {
            0
        };
        let (safe, last) = safe.split_at(safe.len() - ends);
        let last = if last.is_empty() { "" } else { "\\\"" };
        Some(format!("\"\"\"{begins}{safe}{last}\"\"\""))
    } else {
        None
    };
    let parsed = literal.and_then(|text| text.parse::<Value>().ok());
    let is_it = |value: &Value| value.as_str() == Some(words);
    parsed.filter(is_it).unwrap_or_else(|| Value::from(words))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_come_back_from_quotes_of_any_sort(words in any::<String>(), sort in 0..4_usize) {
            let older = ["\"a\"", "'a'", "'''a'''", "\"\"\"a\"\"\""][sort];
            let value = quoted(&words, older);
            let text = format!("key = {value}\n");
            let read: toml_edit::DocumentMut = text.parse().expect("TOML");
            prop_assert_eq!(read["key"].as_str(), Some(&*words));
        }
    }
}
