//! A form that somebody fills in while its file changes on the disk: what they touched stays as they have it, all else is as
//! the file has it now.

use crate::model::editing::{EntityValues, FactValue, NameValue};

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
        names: if values.names == was.names {
            now.names.clone()
        } else {
            values
                .names
                .iter()
                .map(|name| name_in(name, was, now))
                .collect()
        },
        aliases: touched(&was.aliases, &values.aliases, &now.aliases),
        description: touched(&was.description, &values.description, &now.description),
        summary: touched(&was.summary, &values.summary, &now.summary),
        draft: touched(&was.draft, &values.draft, &now.draft),
        facts: if values.facts == was.facts {
            now.facts.clone()
        } else {
            facts_in(values, was, now)
        },
    }
}

/// The facts of the form, and those that came to the file meanwhile.
fn facts_in(values: &EntityValues, was: &EntityValues, now: &EntityValues) -> Vec<FactValue> {
    let same = |one: &FactValue, other: &FactValue| {
        (&one.text, &one.source, &one.date) == (&other.text, &other.source, &other.date)
    };
    let row_now = |row: usize| {
        let old = was.facts.get(row)?;
        now.facts.iter().position(|fact| same(fact, old))
    };
    let mut facts = values.facts.clone();
    for fact in &mut facts {
        fact.row = fact.row.and_then(row_now);
    }
    let is_new = |fact: &&FactValue| !was.facts.iter().any(|old| same(old, fact));
    facts.extend(now.facts.iter().filter(is_new).cloned());
    facts
}

fn name_in(name: &NameValue, was: &EntityValues, now: &EntityValues) -> NameValue {
    let row = name.row.and_then(|row| {
        let old = was.names.get(row)?;
        let same = |one: &NameValue| (&one.text, &one.language) == (&old.text, &old.language);
        now.names.iter().position(same)
    });
    NameValue {
        row,
        ..name.clone()
    }
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

    #[test]
    fn what_is_touched_stays_and_all_else_is_the_files() {
        let was = EntityValues {
            summary: "Old.".to_owned(),
            description: "old".to_owned(),
            facts: vec![fact(Some(0), "One."), fact(Some(1), "Two.")],
            ..EntityValues::default()
        };
        let mut values = was.clone();
        values.summary = "Mine.".to_owned();
        values.facts[1].text = "Two, mended.".to_owned();
        let now = EntityValues {
            summary: "Theirs.".to_owned(),
            description: "new".to_owned(),
            facts: vec![
                fact(Some(0), "Zero."),
                fact(Some(1), "One."),
                fact(Some(2), "Two."),
            ],
            ..EntityValues::default()
        };
        let found = rebased(&was, &values, &now);
        assert_eq!((&*found.summary, &*found.description), ("Mine.", "new"));
        let facts = [
            fact(Some(1), "One."),
            fact(Some(2), "Two, mended."),
            fact(Some(0), "Zero."),
        ];
        assert_eq!(found.facts, facts);
    }

    #[test]
    fn a_fact_that_is_gone_from_the_file_is_a_new_one() {
        let was = EntityValues {
            facts: vec![fact(Some(0), "One.")],
            ..EntityValues::default()
        };
        let mut values = was.clone();
        values.facts[0].text = "One, mended.".to_owned();
        let found = rebased(&was, &values, &EntityValues::default());
        assert_eq!(found.facts, [fact(None, "One, mended.")]);
    }
}
