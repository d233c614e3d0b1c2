//! A form that somebody fills in while its file changes on the disk: what they touched stays as they have it, all else is as
//! the file has it now.

use crate::model::editing::{EntityValues, FactValue, NameValue, PictureValue};

/// The values of a form for a file that is another one now. `was` is what the form began with.
pub fn rebased(was: &EntityValues, values: &EntityValues, now: &EntityValues) -> EntityValues {
    fn touched<T: Clone + PartialEq>(was: &T, value: &T, now: &T) -> T {
        if value == was {
            now.clone()
        } else {
            value.clone()
        }
    }
    EntityValues {
        kind: touched(&was.kind, &values.kind, &now.kind),
        names: rows(&was.names, &values.names, &now.names),
        aliases: touched(&was.aliases, &values.aliases, &now.aliases),
        description: touched(&was.description, &values.description, &now.description),
        summary: touched(&was.summary, &values.summary, &now.summary),
        draft: touched(&was.draft, &values.draft, &now.draft),
        facts: rows(&was.facts, &values.facts, &now.facts),
        picture: now.picture.as_ref().map(|now| {
            let of = |values: &EntityValues| values.picture.clone().unwrap_or_default();
            let (was, value) = (of(was), of(values));
            PictureValue {
                file: now.file.clone(),
                alt: touched(&was.alt, &value.alt, &now.alt),
                credit: touched(&was.credit, &value.credit, &now.credit),
                licence: touched(&was.licence, &value.licence, &now.licence),
            }
        }),
    }
}

/// Values that were saved and what is typed now, both with the rows that the file has them in since.
pub fn saved(sent: &EntityValues, values: &EntityValues) -> (EntityValues, EntityValues) {
    let (names, typed_names) = in_file(&sent.names, &values.names);
    let (facts, typed_facts) = in_file(&sent.facts, &values.facts);
    let with = |of: &EntityValues, names, facts| EntityValues {
        names,
        facts,
        ..of.clone()
    };
    (
        with(sent, names, facts),
        with(values, typed_names, typed_facts),
    )
}

/// The file keeps its rows in their order and has new ones behind them.
fn in_file<T: Row>(sent: &[T], values: &[T]) -> (Vec<T>, Vec<T>) {
    let mut filed = sent.to_vec();
    filed.sort_by_key(|one| one.row().unwrap_or(usize::MAX));
    let mut free: Vec<_> = (0..filed.len())
        .filter(|row| filed[*row].row().is_none())
        .collect();
    let mut typed: Vec<_> = values
        .iter()
        .map(|value| {
            let is_it = |one: &T| one.row() == value.row();
            let old = value.row().and_then(|_| filed.iter().position(is_it));
            let new = || {
                let is_it = |row: &usize| value.row().is_none() && filed[*row].says(value);
                let at = free.iter().position(is_it)?;
                Some(free.remove(at))
            };
            value.with_row(old.or_else(new))
        })
        .collect();
    // New rows that say something else by now.
    let changed = typed.iter_mut().zip(values);
    let changed: Vec<_> = changed
        .filter(|(one, value)| one.row().is_none() && value.row().is_none())
        .map(|(one, _)| one)
        .collect();
    for (one, row) in changed.into_iter().zip(free) {
        *one = one.with_row(Some(row));
    }
    let filed = filed.iter().enumerate();
    let filed = filed.map(|(row, one)| one.with_row(Some(row)));
    (filed.collect(), typed)
}

/// A row of a list in a form.
trait Row: Clone {
    /// Which of the file's rows it is.
    fn row(&self) -> Option<usize>;
    fn with_row(&self, row: Option<usize>) -> Self;
    /// Whether both say the same, whichever rows they are.
    fn says(&self, other: &Self) -> bool;
}

impl Row for NameValue {
    fn row(&self) -> Option<usize> {
        self.row
    }

    fn with_row(&self, row: Option<usize>) -> Self {
        Self {
            row,
            ..self.clone()
        }
    }

    fn says(&self, other: &Self) -> bool {
        (&self.text, &self.language) == (&other.text, &other.language)
    }
}

impl Row for FactValue {
    fn row(&self) -> Option<usize> {
        self.row
    }

    fn with_row(&self, row: Option<usize>) -> Self {
        Self {
            row,
            ..self.clone()
        }
    }

    fn says(&self, other: &Self) -> bool {
        let said = |fact: &Self| (fact.text.clone(), fact.source.clone(), fact.date.clone());
        said(self) == said(other)
    }
}

/// The rows of the form on those of the file as it is now, and the rows that came to the file meanwhile.
fn rows<T: Row>(was: &[T], values: &[T], now: &[T]) -> Vec<T> {
    let paired = paired(was, now);
    let mut out = Vec::new();
    for value in values {
        let Some(row) = value.row() else {
            out.push(value.clone());
            continue;
        };
        let is_touched = was.get(row).is_none_or(|old| !old.says(value));
        match (paired.get(row).copied().flatten(), is_touched) {
            (Some(now_row), true) => out.push(value.with_row(Some(now_row))),
            (Some(now_row), false) => out.push(now[now_row].clone()),
            // The file has it no more.
            (None, true) => out.push(value.with_row(None)),
            (None, false) => {}
        }
    }
    let is_new = |row: &usize| !paired.contains(&Some(*row));
    out.extend((0..now.len()).filter(is_new).map(|row| now[row].clone()));
    out
}

/// For each old row the row that it is now: those that say the same, in their order; then, between two of these, one after
/// the other, as rows that were changed.
fn paired<T: Row>(was: &[T], now: &[T]) -> Vec<Option<usize>> {
    let mut paired = vec![None; was.len()];
    let mut from = 0;
    for (row, old) in was.iter().enumerate() {
        if let Some(ahead) = now[from..].iter().position(|one| one.says(old)) {
            paired[row] = Some(from + ahead);
            from += ahead + 1;
        }
    }
    let mut start = 0;
    let mut row = 0;
    while row < was.len() {
        if let Some(at) = paired[row] {
            start = at + 1;
            row += 1;
            continue;
        }
        let next = (row..was.len()).find(|row| paired[*row].is_some());
        let end = next.and_then(|row| paired[row]).unwrap_or(now.len());
        let until = next.unwrap_or(was.len());
        for (old, new) in (row..until).zip(start..end) {
            paired[old] = Some(new);
        }
        row = until;
    }
    paired
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(row: Option<usize>, text: &str) -> FactValue {
        FactValue {
            row,
            text: text.to_owned(),
            ..FactValue::default()
        }
    }

    fn file(texts: &[&str]) -> EntityValues {
        let facts = texts.iter().enumerate();
        EntityValues {
            facts: facts.map(|(row, text)| fact(Some(row), text)).collect(),
            ..EntityValues::default()
        }
    }

    #[track_caller]
    fn check(was: &[&str], values: &[FactValue], now: &[&str], expected: &[FactValue]) {
        let mut mine = file(was);
        mine.facts = values.to_vec();
        assert_eq!(rebased(&file(was), &mine, &file(now)).facts, expected);
    }

    #[test]
    fn what_is_touched_stays_and_all_else_is_the_files() {
        let was = EntityValues {
            summary: "Old.".to_owned(),
            description: "old".to_owned(),
            ..EntityValues::default()
        };
        let mut values = was.clone();
        values.summary = "Mine.".to_owned();
        let now = EntityValues {
            summary: "Theirs.".to_owned(),
            description: "new".to_owned(),
            ..EntityValues::default()
        };
        let found = rebased(&was, &values, &now);
        assert_eq!((&*found.summary, &*found.description), ("Mine.", "new"));
    }

    #[test]
    fn each_fact_goes_with_its_own_row_of_the_file() {
        let mine = [fact(Some(0), "One."), fact(Some(1), "Two, mine.")];
        let rows = [
            fact(Some(1), "One."),
            fact(Some(2), "Two, mine."),
            fact(Some(0), "Zero."),
        ];
        check(&["One.", "Two."], &mine, &["Zero.", "One.", "Two."], &rows);
        // They mend another one.
        let mine = [fact(Some(0), "One, mine."), fact(Some(1), "Two.")];
        let rows = [fact(Some(0), "One, mine."), fact(Some(1), "Two, theirs.")];
        check(&["One.", "Two."], &mine, &["One.", "Two, theirs."], &rows);
        // They mend the same: mine is in its row, which keeps whose view it is.
        let rows = [fact(Some(0), "One, mine."), fact(Some(1), "Two.")];
        check(&["One.", "Two."], &mine, &["One, theirs.", "Two."], &rows);
        // They take one away that I did not touch.
        check(&["One.", "Two."], &mine, &["One."], &rows[..1]);
    }

    #[test]
    fn a_fact_that_is_gone_from_the_file_is_a_new_one() {
        let mine = [fact(Some(0), "One, mine.")];
        check(&["One."], &mine, &[], &[fact(None, "One, mine.")]);
    }

    #[test]
    fn facts_that_say_the_same_keep_their_order() {
        let mine = [
            fact(Some(0), "Same."),
            fact(Some(1), "Same."),
            fact(None, "New."),
        ];
        check(&["Same.", "Same."], &mine, &["Same.", "Same."], &mine);
    }

    #[test]
    fn names_that_came_to_the_file_stay() {
        let name = |row: Option<usize>, text: &str| NameValue {
            row,
            text: text.to_owned(),
            language: String::new(),
        };
        let with = |names: Vec<NameValue>| EntityValues {
            names,
            ..EntityValues::default()
        };
        let was = with(vec![name(Some(0), "Maria")]);
        let mine = with(vec![name(Some(0), "Maria"), name(None, "Mine")]);
        let now = with(vec![name(Some(0), "Maria"), name(Some(1), "Theirs")]);
        let found = rebased(&was, &mine, &now).names;
        let texts: Vec<_> = found.iter().map(|name| &*name.text).collect();
        assert_eq!(texts, ["Maria", "Mine", "Theirs"]);
    }
}
