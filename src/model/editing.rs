//! What an editor in the browser and the program that writes for it say to each other: one request, one answer, as JSON.

use serde::{Deserialize, Serialize};

/// Words of an article as somebody selected them in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Slug of the article.
    pub article: String,
    /// Number of the block, counted from 1.
    pub block: u32,
    /// Letters of the block before the words. White space does not count: a browser shows other than was written.
    pub before: usize,
    pub words: String,
    /// So many words more at the end than were selected, or fewer.
    pub longer: i32,
}

/// What an editor asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// [`SelectedWords`]: which words those are in the file.
    Select(Selection),
    /// A list of [`FoundWords`]: where words stand in an article.
    Find { article: String, words: String },
    /// [`Choices`]: whom words may be linked to.
    Choices,
    /// [`Done`]: words become a mention.
    Link(Link),
    /// [`EntityForm`]: an entity's file as a form.
    Entity { id: String },
    /// [`Done`]: a form's values go to the entity's file.
    Save {
        id: String,
        /// Of the form that was filled in.
        revision: String,
        values: EntityValues,
    },
    /// [`Steps`]: what can be undone.
    Steps,
    /// [`Done`]: the step of this number is taken back, if it is the latest.
    Undo(u64),
    /// [`Done`]: the step of this number is made again, if it was taken back last.
    Redo(u64),
}

/// Words that somebody selected, as whole words of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelectedWords {
    pub words: String,
    /// What stands around them in the block, as much as tells where they are.
    pub before: String,
    pub after: String,
    /// Whom they mean already.
    pub linked: Option<LinkedTo>,
    /// What their mention says of its entity in this passage.
    pub note: Option<String>,
    /// In how many places the articles have these words where they mean nobody, and an alias would link them.
    pub unlinked: usize,
    /// The least and the most that [`Selection::longer`] can be.
    pub reach: (i32, i32),
}

/// Whom words mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedTo {
    pub entity: String,
    pub name: String,
}

/// Words of an article that were looked for, in their surroundings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundWords {
    pub selection: Selection,
    pub before: String,
    pub after: String,
    pub linked: Option<LinkedTo>,
}

/// What an editor chooses from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    pub entities: Vec<EntityChoice>,
    pub kinds: Vec<Choice>,
}

/// An entity that words may be linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityChoice {
    pub id: String,
    pub name: String,
    /// Its further names and its aliases.
    pub others: Vec<String>,
    /// "Person", "Ship".
    pub kind: String,
}

/// One of several values: as files have it, and as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// Words that are to become a mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub selection: Selection,
    pub target: Target,
    /// The entity that they were seen to mean; else somebody changed that meanwhile.
    pub seen: Option<String>,
    /// Not only here: the words become an alias, which is linked wherever it stands.
    pub everywhere: bool,
    /// The note that the words have for this passage stays; else it goes, for it is about another entity.
    #[serde(default)]
    pub keeps_note: bool,
}

/// Whom words are to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// The entity of this id.
    Entity(String),
    /// One that is not there yet, which begins as a draft.
    New { name: String, kind: String },
    /// No entity.
    Nobody,
}

/// An entity's file as a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityForm {
    pub id: String,
    /// Tells the file's bytes from others.
    pub revision: String,
    pub values: EntityValues,
    pub kinds: Vec<Choice>,
    /// What a fact may rest on: works, and sentences of articles. Values are TOML.
    pub sources: Vec<Choice>,
    /// Sentences that mention it, for facts: the words, and the source as TOML.
    pub sentences: Vec<Choice>,
}

/// What a form shows of an entity's file. Empty means that the file has no such key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityValues {
    pub kind: String,
    pub names: Vec<NameValue>,
    pub aliases: Vec<String>,
    pub description: String,
    pub summary: String,
    pub draft: bool,
    pub facts: Vec<FactValue>,
    /// What is said of its picture, if it has one.
    pub picture: Option<PictureValue>,
}

/// A name in a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameValue {
    /// Which of the file's names it is, counted from 0; none of a new one.
    pub row: Option<usize>,
    pub text: String,
    /// BCP 47; empty for the site's language.
    pub language: String,
}

/// A fact in a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactValue {
    /// Which of the file's facts it is, counted from 0; none of a new one.
    pub row: Option<usize>,
    pub text: String,
    /// As TOML: `"key"`, `"slug#p4"`, `{ article = "slug", quote = "words" }`, or a list of these.
    pub source: String,
    /// EDTF.
    pub date: String,
}

/// A picture in a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureValue {
    /// Its file, which the form does not change.
    pub file: String,
    pub alt: String,
    pub credit: String,
    pub licence: String,
}

/// What was done, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    pub told: String,
}

/// What can be undone and done again, if there is such a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    pub undo: Option<StepLine>,
    pub redo: Option<StepLine>,
}

/// A step in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLine {
    /// No other step has it, nor one of another run of the program.
    pub number: u64,
    pub told: String,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Cause and cure, as people read them.
    pub why: String,
    /// The file is no longer the one that the form was made of.
    pub outdated: bool,
}
