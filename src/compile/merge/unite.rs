//! The file of one entity, with what stood in another's.

use std::collections::BTreeSet;

use toml_edit::{
    Array, ArrayOfTables, DocumentMut, InlineTable, Item, Key, Table, TableLike, Value,
};

use crate::compile::toml_edits::{edited, words};

/// The two entities, and the site's language.
pub(crate) struct Pair<'p> {
    pub(crate) kept: &'p str,
    pub(crate) gone: &'p str,
    pub(crate) language: &'p str,
}

/// A file's new text, and what was not simply added, in lines for people.
pub(crate) struct United {
    pub(crate) text: String,
    pub(crate) told: Vec<String>,
}

/// Puts what stands in the one file into the other. In both the one is called as the other already. Nothing comes back where
/// one of them cannot be changed without more.
pub(crate) fn unite(kept: &str, gone: &str, pair: &Pair<'_>) -> Option<United> {
    let gone: DocumentMut = gone
        .replace("\r\n", "\n")
        .trim_start_matches('\u{FEFF}')
        .parse()
        .ok()?;
    let mut told = Vec::new();
    let text = edited(kept, |document| {
        let mut uniting = Uniting {
            pair,
            told: Vec::new(),
            differing: Vec::new(),
        };
        uniting.take_all(document.as_table_mut(), gone.as_table());
        uniting.differing.retain(|one| !kept.contains(&**one));
        if !uniting.differing.is_empty() {
            let before = document.trailing().as_str().unwrap_or_default();
            let end = if before.is_empty() || before.ends_with('\n') {
                ""
            } else {
                "\n"
            };
            let head = format!("\n# Of `{}`, where it says something else:\n", pair.gone);
            let trailing = [before, end, &head, &uniting.differing.concat()].concat();
            document.set_trailing(trailing);
        }
        told = uniting.told;
    })?;
    Some(United { text, told })
}

struct Uniting<'u> {
    pair: &'u Pair<'u>,
    told: Vec<String>,
    /// What the other file says instead, as comments.
    differing: Vec<String>,
}

impl Uniting<'_> {
    fn take_all(&mut self, kept: &mut Table, gone: &Table) {
        self.without_itself(kept);
        for (name, item) in gone {
            let Some((key, _)) = gone.get_key_value(name) else {
                continue;
            };
            match name {
                // What is said of the file alone goes with it.
                "kind" | "private" | "draft" | "autolink" => {}
                "names" => self.names(kept, item),
                "aliases" => add_words(kept, "aliases", words(item)),
                "former" => add_words(kept, "former", words(item)),
                "facts" | "relations" => self.rows(kept, name, item),
                "identifiers" | "allow" => self.entries(kept, key, item),
                _ => self.value(kept, key, item),
            }
        }
        add_words(kept, "former", vec![self.pair.gone.to_owned()]);
    }

    /// Takes out relations of the two with each other.
    fn without_itself(&mut self, kept: &mut Table) {
        let is_itself = |row: &dyn TableLike| string(row, "object") == Some(self.pair.kept);
        let mut gone = 0;
        match kept.get_mut("relations") {
            Some(Item::ArrayOfTables(rows)) => {
                let before = rows.len();
                rows.retain(|row| !is_itself(row));
                gone = before - rows.len();
            }
            Some(Item::Value(Value::Array(rows))) => {
                let before = rows.len();
                rows.retain(|row| !row.as_inline_table().is_some_and(|row| is_itself(row)));
                gone = before - rows.len();
            }
            _ => {}
        }
        (0..gone).for_each(|_| self.tell_itself());
    }

    fn tell_itself(&mut self) {
        let Pair { kept, gone, .. } = self.pair;
        self.told
            .push(format!("a relation of `{kept}` and `{gone}` is left out"));
    }

    /// A name in a language that has one already becomes an alias: nobody has two first names.
    fn names(&mut self, kept: &mut Table, item: &Item) {
        let language = |row: &Table| string(row, "lang").unwrap_or(self.pair.language).to_owned();
        let named = tables(kept.get("names"));
        let known: Vec<_> = named.iter().filter_map(|row| string(row, "text")).collect();
        let known: Vec<_> = known.into_iter().map(str::to_owned).collect();
        let languages: Vec<_> = named.iter().map(language).collect();
        for row in tables(Some(item)) {
            let Some(text) = string(&row, "text").map(str::to_owned) else {
                continue;
            };
            if known.contains(&text) {
                continue;
            }
            if languages.contains(&language(&row)) {
                add_words(kept, "aliases", vec![text]);
            } else {
                push(kept, "names", row);
            }
        }
    }

    fn rows(&mut self, kept: &mut Table, name: &str, item: &Item) {
        let known: BTreeSet<_> = tables(kept.get(name)).iter().map(said).collect();
        for row in tables(Some(item)) {
            if name == "relations" && string(&row, "object") == Some(self.pair.kept) {
                self.tell_itself();
            } else if known.contains(&said(&row)) {
                self.differing.extend(remarks(&row));
            } else {
                push(kept, name, row);
            }
        }
    }

    /// The entries of a table, each by its key.
    fn entries(&mut self, kept: &mut Table, key: &Key, item: &Item) {
        let Some(theirs) = item.as_table_like() else {
            return;
        };
        let Some(ours) = kept.get_mut(key).and_then(Item::as_table_like_mut) else {
            kept.insert_formatted(key, unplaced(item.clone()));
            return;
        };
        for (name, value) in theirs.iter() {
            match ours.get(name) {
                None => drop(ours.insert(name, value.clone())),
                Some(own) if meant(own) == meant(value) => {}
                // The finding is gone with the file.
                Some(_) if name == "likely-duplicate" => {}
                Some(_) => {
                    let whole = format!("{}.{name}", key.get());
                    self.keep_aside(&whole, value);
                }
            }
        }
    }

    fn value(&mut self, kept: &mut Table, key: &Key, item: &Item) {
        match kept.get(key) {
            None => drop(kept.insert_formatted(key, unplaced(item.clone()))),
            Some(own) if meant(own) == meant(item) => {}
            Some(_) => self.keep_aside(key.get(), item),
        }
    }

    fn keep_aside(&mut self, name: &str, item: &Item) {
        let Pair { kept, gone, .. } = self.pair;
        self.told.push(format!(
            "`{name}` differs: that of `{kept}` stays, that of `{gone}` is a comment at the end"
        ));
        let whole = match item.clone().into_value() {
            Ok(value) => format!("{name} = {}", value.to_string().trim()),
            Err(other) => format!("{name} = {}", other.to_string().trim()),
        };
        let lines = whole.lines().map(|line| format!("# {line}\n"));
        self.differing.push(lines.collect());
    }
}

fn string<'t>(row: &'t dyn TableLike, key: &str) -> Option<&'t str> {
    row.get(key)?.as_str()
}

/// What is first called of those that a file names.
pub(super) fn first_name(file: &DocumentMut) -> Option<String> {
    let names = tables(file.get("names"));
    string(names.first()?, "text").map(str::to_owned)
}

/// What an item says, however it is written: quotation marks, spaces, remarks and the order of keys do not count.
fn meant(item: &Item) -> String {
    match item {
        Item::Value(value) => meant_value(value),
        Item::Table(table) => said(table),
        Item::ArrayOfTables(rows) => rows.iter().map(said).collect::<Vec<_>>().join(","),
        Item::None => String::new(),
    }
}

fn meant_value(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{:?}", text.value()),
        Value::Array(all) => {
            let all: Vec<_> = all.iter().map(meant_value).collect();
            format!("[{}]", all.join(","))
        }
        Value::InlineTable(table) => said(&table.clone().into_table()),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.clone().decorated("", "").to_string()
        }
    }
}

/// What a row says.
fn said(row: &Table) -> String {
    let mut said: Vec<_> = row
        .iter()
        .map(|(key, value)| format!("{key}={}", meant(value)))
        .collect();
    said.sort_unstable();
    format!("{{{}}}", said.join(","))
}

/// The remarks in a row, a line each.
fn remarks(row: &Table) -> Vec<String> {
    let mut alone = ArrayOfTables::new();
    let mut row = row.clone();
    row.set_position(None);
    alone.push(row);
    let mut file = DocumentMut::new();
    file.insert("row", Item::ArrayOfTables(alone));
    let text = file.to_string();
    let lines = text.lines().filter_map(|line| {
        // What stands in a string is none.
        let at = line
            .match_indices('#')
            .map(|(at, _)| at)
            .find(|at| line[..*at].parse::<DocumentMut>().is_ok())?;
        Some(format!("{}\n", line[at..].trim_end()))
    });
    lines.collect()
}

/// The tables of a list, however it is written.
fn tables(item: Option<&Item>) -> Vec<Table> {
    match item {
        Some(Item::ArrayOfTables(rows)) => rows.iter().cloned().collect(),
        Some(Item::Value(Value::Array(rows))) => {
            let rows = rows.iter().filter_map(Value::as_inline_table);
            rows.map(|row| row.clone().into_table()).collect()
        }
        _ => Vec::new(),
    }
}

/// Adds words that are not there yet, nor among the names.
fn add_words(table: &mut Table, key: &str, more: Vec<String>) {
    let names = tables(table.get("names"));
    let names: Vec<_> = names.iter().filter_map(|row| string(row, "text")).collect();
    let mut all = table.get(key).map(words).unwrap_or_default();
    for word in more {
        let is_name = key == "aliases" && names.contains(&&*word);
        if is_name || all.contains(&word) {
            continue;
        }
        all.push(word.clone());
        match table.get_mut(key) {
            Some(Item::Value(Value::Array(list))) => push_value(list, Value::from(word)),
            Some(Item::Value(one @ Value::String(_))) => {
                let mut list = Array::new();
                list.push(one.as_str().unwrap_or_default());
                list.push(word);
                *one = Value::Array(list);
            }
            _ => {
                let list = Array::from_iter([word]);
                table.insert(key, Item::Value(Value::Array(list)));
            }
        }
    }
}

/// Adds a table to a list, as the others in it are written.
fn push(table: &mut Table, key: &str, mut row: Table) {
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(rows)) => {
            row.set_position(None);
            if row
                .decor()
                .prefix()
                .and_then(|prefix| prefix.as_str())
                .is_none()
            {
                row.decor_mut().set_prefix("\n");
            }
            rows.push(row);
        }
        Some(Item::Value(Value::Array(rows))) => {
            let mut inline = InlineTable::new();
            for (key, value) in row.iter() {
                if let Ok(value) = value.clone().into_value() {
                    inline.insert(key, value.decorated(" ", ""));
                }
            }
            inline.fmt();
            push_value(rows, Value::InlineTable(inline));
        }
        _ => {
            let mut rows = ArrayOfTables::new();
            row.set_position(None);
            row.decor_mut().set_prefix("\n");
            rows.push(row);
            table.insert(key, Item::ArrayOfTables(rows));
        }
    }
}

/// Adds a value to a list: on a line of its own where the last one has one.
fn push_value(list: &mut Array, value: Value) {
    let before = list
        .iter()
        .last()
        .and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
    match before {
        Some(before) if before.contains('\n') => {
            let indent = before.rsplit('\n').next().unwrap_or_default();
            list.push_formatted(value.decorated(format!("\n{indent}"), ""));
        }
        _ => list.push(value),
    }
}

/// Without its place in another file.
fn unplaced(mut item: Item) -> Item {
    if let Item::Table(table) = &mut item {
        table.set_position(None);
    }
    item
}
