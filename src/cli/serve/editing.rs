//! Edits that a page asks for: the only way in which a request changes a file. Each is a step that can be taken back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};
use serde::Serialize;

use crate::cli::fresh::ensure_unlinked;
use crate::cli::replace::replace_if;
use crate::compile::files::Files;
use crate::edit::{self, Edit};
use crate::model::editing::{Done, Refusal, Request, StepLine, Steps};

/// Where pages ask.
pub(super) const ADDRESS: &str = "/.edit";

/// The header that bears the token.
pub(super) const TOKEN: &str = "X-Edit-Token";

/// Steps that are kept.
const STEPS: usize = 200;

/// The content folder as pages change it.
pub(super) struct Editing {
    content: PathBuf,
    token: String,
    /// Whoever holds it writes; nobody else of this program does.
    history: Mutex<History>,
}

struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Of the next step.
    number: u64,
}

/// What an edit did to files.
struct Step {
    number: u64,
    told: String,
    changes: Vec<FileChange>,
}

/// A file before and after; absent where there was or is none.
struct FileChange {
    path: PathBuf,
    /// As people know it.
    name: String,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
}

/// What is sent back: a status of HTTP, and JSON.
pub(super) type Reply = (u16, Vec<u8>);

impl Editing {
    /// Of a folder. Pages are given the token when they are drawn; nobody else knows it.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub(super) fn of(content: &Path) -> Result<Self> {
        let mut random = [0; 20];
        getrandom::fill(&mut random).map_err(|error| anyhow!("no random bytes: {error}"))?;
        let (first, token) = random.split_at(4);
        let number = first
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        Ok(Self {
            content: content.to_owned(),
            token: token.iter().map(|byte| format!("{byte:02x}")).collect(),
            history: Mutex::new(History {
                done: Vec::new(),
                undone: Vec::new(),
                number,
            }),
        })
    }

    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Answers a request that came with this token.
    pub(super) fn answer(&self, token: Option<&str>, body: &[u8]) -> Reply {
        if token != Some(&*self.token) {
            let why = "this page is of another run of `article-explorer serve`; load it anew";
            return refused(403, why);
        }
        match serde_json::from_slice(body) {
            Ok(request) => self.reply(&request),
            Err(error) => refused(400, &format!("this request cannot be read: {error}")),
        }
    }

    fn reply(&self, request: &Request) -> Reply {
        let mut history = self.history.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || read(&self.content);
        match request {
            Request::Select(selection) => {
                reply(read().and_then(|files| edit::select(&files, selection)))
            }
            Request::Find { article, words } => {
                reply(read().and_then(|files| edit::find(&files, article, words)))
            }
            Request::Choices => reply(read().and_then(|files| edit::choices(&files))),
            Request::Entity { id } => reply(read().and_then(|files| edit::entity_form(&files, id))),
            Request::Link(link) => {
                reply(self.change(&mut history, |files| edit::link(files, link)))
            }
            Request::Save {
                id,
                revision,
                values,
            } => reply(self.change(&mut history, |files| {
                edit::save(files, id, revision, values)
            })),
            Request::Steps => {
                let last = |steps: &[Step]| {
                    steps.last().map(|step| StepLine {
                        number: step.number,
                        told: step.told.clone(),
                    })
                };
                let steps = Steps {
                    undo: last(&history.done),
                    redo: last(&history.undone),
                };
                reply(Ok(steps))
            }
            Request::Undo(number) => reply(read().and_then(|files| history.undo(*number, &files))),
            Request::Redo(number) => reply(read().and_then(|files| history.redo(*number, &files))),
        }
    }

    fn change(
        &self,
        history: &mut History,
        edit: impl FnOnce(&Files) -> Result<Edit, Refusal>,
    ) -> Result<Done, Refusal> {
        let files = read(&self.content)?;
        let Edit {
            files: changed,
            told,
        } = edit(&files)?;
        if changed.is_empty() {
            return Ok(Done { told });
        }
        for (name, _) in &changed {
            let folder = Path::new(name).parent().unwrap_or(Path::new(""));
            ensure_unlinked(&self.content, folder)
                .map_err(|error| unwritten(&error.to_string()))?;
        }
        let changes = changed.into_iter().map(|(name, after)| FileChange {
            path: self.content.join(&name),
            before: files.files.get(&name).cloned(),
            after: Some(after),
            name,
        });
        let step = Step {
            number: history.number,
            told: told.clone(),
            changes: changes.collect(),
        };
        step.make()?;
        history.number += 1;
        history.undone.clear();
        history.done.push(step);
        if history.done.len() > STEPS {
            history.done.remove(0);
        }
        Ok(Done { told })
    }
}

impl History {
    fn undo(&mut self, number: u64, files: &Files) -> Result<Done, Refusal> {
        let step = last(&self.done, number)?;
        step.is_free_of_errors(files, |one| &one.before)?;
        step.take_back()?;
        let told = format!("Undone: {}", step.told);
        self.undone.extend(self.done.pop());
        Ok(Done { told })
    }

    fn redo(&mut self, number: u64, files: &Files) -> Result<Done, Refusal> {
        let step = last(&self.undone, number)?;
        step.is_free_of_errors(files, |one| &one.after)?;
        step.make()?;
        let told = format!("Done again: {}", step.told);
        self.done.extend(self.undone.pop());
        Ok(Done { told })
    }
}

/// The last of some steps, if it is the one that the page showed.
fn last(steps: &[Step], number: u64) -> Result<&Step, Refusal> {
    let last = steps.last().filter(|step| step.number == number);
    let other = "something else was done or undone meanwhile, in another page; look, and try again";
    last.ok_or_else(|| refusal(other.to_owned()))
}

impl Step {
    /// What rests on an edit by now may keep it from being taken back.
    fn is_free_of_errors(
        &self,
        files: &Files,
        wanted: impl Fn(&FileChange) -> &Bytes,
    ) -> Result<(), Refusal> {
        let changes = self.changes.iter();
        let changed = changes.map(|one| (one.name.clone(), wanted(one).clone()));
        edit::check(files, &changed.collect::<Vec<_>>())
    }

    fn make(&self) -> Result<(), Refusal> {
        let all = self.changes.iter();
        write(all.map(|one| (one, &one.before, &one.after)).collect())
    }

    fn take_back(&self) -> Result<(), Refusal> {
        let all = self.changes.iter().rev();
        write(all.map(|one| (one, &one.after, &one.before)).collect())
    }
}

type Bytes = Option<Vec<u8>>;

/// Writes files that hold what they are known to hold; if one does not, none is written. A file that is to be none is one
/// that this program wrote and nobody changed.
fn write(changes: Vec<(&FileChange, &Bytes, &Bytes)>) -> Result<(), Refusal> {
    let changed = || {
        let mut changes = changes.iter();
        changes.find(|(change, known, _)| fs::read(&change.path).ok() != **known)
    };
    let outdated = |(change, ..): &(&FileChange, &Bytes, &Bytes)| Refusal {
        why: format!(
            "`{}` was changed meanwhile; nothing was written",
            change.name
        ),
        outdated: true,
    };
    if let Some(change) = changed() {
        return Err(outdated(change));
    }
    let mut replaced = Vec::new();
    for (change, _, wanted) in &changes {
        if let Some(bytes) = wanted {
            if let Some(folder) = change.path.parent() {
                fs::create_dir_all(folder).map_err(|error| unwritten(&error.to_string()))?;
            }
            replaced.push((change.path.clone(), bytes.clone()));
        }
    }
    // Somebody may save while ours is written aside.
    let holds = || changed().map_or(Ok(()), |_| Err(anyhow!("changed")));
    if let Err(error) = replace_if(replaced, holds) {
        return Err(match changed() {
            Some(change) => outdated(change),
            None => unwritten(&format!("{error:#}")),
        });
    }
    for (change, _, wanted) in &changes {
        if wanted.is_none() {
            fs::remove_file(&change.path).map_err(|error| unwritten(&error.to_string()))?;
        }
    }
    Ok(())
}

fn unwritten(error: &str) -> Refusal {
    refusal(format!(
        "the change cannot be written: {error}; make it possible and try again"
    ))
}

fn refusal(why: String) -> Refusal {
    Refusal {
        why,
        outdated: false,
    }
}

fn read(content: &Path) -> Result<Files, Refusal> {
    Files::read(content).map_err(|findings| {
        let first = findings
            .first()
            .map(|one| format!("{}; {}", one.message, one.help));
        refusal(first.unwrap_or_default())
    })
}

fn reply<T: Serialize>(answer: Result<T, Refusal>) -> Reply {
    match answer {
        Ok(answer) => json(200, &answer),
        Err(refusal) => json(409, &refusal),
    }
}

fn refused(status: u16, why: &str) -> Reply {
    json(status, &refusal(why.to_owned()))
}

fn json(status: u16, answer: &impl Serialize) -> Reply {
    (status, serde_json::to_vec(answer).unwrap_or_default())
}
