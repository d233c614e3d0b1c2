//! A form while somebody fills it in. What they typed stays, whatever the server answers and whenever it does.

use std::rc::Rc;

use yew::Reducible;

use crate::editor::rebase::{rebased, saved};
use crate::model::editing::{Done, EntityForm, EntityValues, Refusal};

/// The form, what is typed in it, and how far saving has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filling {
    /// As the server sent it last; none until it comes.
    pub form: Option<EntityForm>,
    /// As they are typed now.
    pub values: EntityValues,
    pub stage: Stage,
    /// What came of saving, and what to do now.
    pub told: Option<String>,
}

/// How far saving has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nothing is on its way.
    #[default]
    Open,
    /// These values are on their way to the file.
    Saving(EntityValues),
    /// These values are in the file, but more was typed meanwhile: the form of the file as it is now is on its way.
    Saved(EntityValues),
    /// Somebody else changed the file: its form as it is now is on its way.
    Outdated,
    /// All of it is in the file.
    Done(Done),
}

/// What changes it.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    Came(Box<EntityForm>),
    Typed(Box<EntityValues>),
    /// "Save" is pressed; a second press before the answer means the same.
    Save,
    Answered(Result<Done, Refusal>),
    Failed(String),
}

impl Filling {
    /// Whether there is something that would be lost.
    pub fn is_dirty(&self) -> bool {
        let form = self.form.as_ref();
        form.is_some_and(|form| form.values != self.values) && !matches!(self.stage, Stage::Done(_))
    }

    fn came(&mut self, new: EntityForm) {
        let was = self.form.take().map(|form| form.values);
        let stage = std::mem::take(&mut self.stage);
        match (was, stage) {
            (None, _) => self.values = new.values.clone(),
            (Some(_), Stage::Saved(sent)) => {
                let (was, mine) = saved(&sent, &self.values);
                self.values = rebased(&was, &mine, &new.values);
                self.told = Some("Saved, but for what you typed since: save again.".to_owned());
            }
            (Some(was), _) => {
                self.values = rebased(&was, &self.values, &new.values);
                self.told = Some(
                    "The file was changed meanwhile: what you had not touched is now as the file has it. Look it over, and save again."
                        .to_owned(),
                );
            }
        }
        self.form = Some(new);
    }
}

impl Reducible for Filling {
    type Action = Fill;

    fn reduce(self: Rc<Self>, action: Fill) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Fill::Came(form) => next.came(*form),
            Fill::Typed(values) => next.values = *values,
            Fill::Save => {
                if next.stage == Stage::Open && next.is_dirty() {
                    next.stage = Stage::Saving(next.values.clone());
                    next.told = None;
                }
            }
            Fill::Answered(answer) => {
                let Stage::Saving(sent) = std::mem::take(&mut next.stage) else {
                    return self;
                };
                match answer {
                    Ok(done) if sent == next.values => next.stage = Stage::Done(done),
                    Ok(_) => next.stage = Stage::Saved(sent),
                    Err(refusal) if refusal.outdated => next.stage = Stage::Outdated,
                    Err(refusal) => next.told = Some(refusal.why),
                }
            }
            Fill::Failed(why) => {
                next.stage = Stage::Open;
                next.told = Some(why);
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::editing::FactValue;

    fn form(revision: &str, summary: &str, facts: &[&str]) -> EntityForm {
        let facts = facts.iter().enumerate().map(|(row, text)| FactValue {
            row: Some(row),
            text: (*text).to_owned(),
            ..FactValue::default()
        });
        EntityForm {
            id: "ada".to_owned(),
            revision: revision.to_owned(),
            values: EntityValues {
                summary: summary.to_owned(),
                facts: facts.collect(),
                ..EntityValues::default()
            },
            kinds: Vec::new(),
            sources: Vec::new(),
            sentences: Vec::new(),
        }
    }

    fn came(form: EntityForm) -> Fill {
        Fill::Came(Box::new(form))
    }

    fn done() -> Fill {
        Fill::Answered(Ok(Done {
            told: "Changed Ada".to_owned(),
        }))
    }

    fn typed(filling: &Filling, change: impl FnOnce(&mut EntityValues)) -> Fill {
        let mut values = filling.values.clone();
        change(&mut values);
        Fill::Typed(Box::new(values))
    }

    /// The form of a file with one fact, to which somebody added "Mine." and pressed "Save".
    fn saving() -> Rc<Filling> {
        let open = Rc::new(Filling::default()).reduce(came(form("1", "Old.", &["One."])));
        let new = FactValue {
            text: "Mine.".to_owned(),
            ..FactValue::default()
        };
        let filled = typed(&open, |values| values.facts.push(new));
        open.reduce(filled).reduce(Fill::Save)
    }

    fn texts(filling: &Filling) -> Vec<(Option<usize>, &str)> {
        let facts = filling.values.facts.iter();
        facts.map(|fact| (fact.row, &*fact.text)).collect()
    }

    #[test]
    fn what_is_typed_before_the_answer_comes_stays() {
        let more = typed(&saving(), |values| {
            values.summary = "New.".to_owned();
            values.facts[1].text = "Mine, better.".to_owned();
        });
        let answered = saving().reduce(more).reduce(done());
        assert!(matches!(answered.stage, Stage::Saved(_)) && answered.is_dirty());
        let open = answered.reduce(came(form("2", "Old.", &["One.", "Mine."])));
        assert_eq!(open.values.summary, "New.");
        assert_eq!(
            texts(&open),
            [(Some(0), "One."), (Some(1), "Mine, better.")]
        );
        assert_eq!(open.form.as_ref().map(|form| &*form.revision), Some("2"));
        assert!(open.stage == Stage::Open && open.is_dirty());
    }

    #[test]
    fn what_is_typed_while_the_changed_file_comes_stays_too() {
        let outdated = Refusal {
            why: String::new(),
            outdated: true,
        };
        let asked = saving().reduce(Fill::Answered(Err(outdated)));
        let more = typed(&asked, |values| values.summary = "New.".to_owned());
        let open = asked
            .reduce(more)
            .reduce(came(form("2", "Theirs.", &["One, theirs."])));
        assert_eq!(open.values.summary, "New.");
        assert_eq!(texts(&open), [(Some(0), "One, theirs."), (None, "Mine.")]);
    }

    #[test]
    fn what_is_all_saved_is_done_and_nothing_is_lost() {
        let saved = saving().reduce(done());
        assert!(matches!(saved.stage, Stage::Done(_)) && !saved.is_dirty());
        let failed = saving().reduce(Fill::Failed("full".to_owned()));
        assert_eq!(texts(&failed), [(Some(0), "One."), (None, "Mine.")]);
        assert!(failed.stage == Stage::Open && failed.is_dirty());
    }
}
