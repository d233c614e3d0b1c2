//! What an author said is no name: kept in `studio.json` beside `site.toml`, which the compiler passes over.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::compile::normal::normal;

/// The file, below the content folder.
pub const FILE: &str = "studio.json";

/// The key of the list in it.
const KEY: &str = "not_names";

/// Words that are no names, and whatever else the file holds.
#[derive(Clone, Debug, Default)]
pub struct Refusals {
    words: BTreeSet<String>,
    file: Map<String, Value>,
}

impl Refusals {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it, for a line that names the file.
    pub fn read(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let Value::Object(file) = value else {
            return Err("it must be an object: `{ \"not_names\": [\"…\"] }`".to_owned());
        };
        let words = match file.get(KEY) {
            None => BTreeSet::new(),
            Some(Value::Array(words)) => {
                let words = words.iter().map(|word| word.as_str().map(str::to_owned));
                words
                    .collect::<Option<_>>()
                    .ok_or_else(|| format!("`{KEY}` must hold words in quotation marks"))?
            }
            Some(_) => return Err(format!("`{KEY}` must be a list: `[\"…\"]`")),
        };
        Ok(Self { words, file })
    }

    /// Refuses words from now on.
    pub fn refuse(&mut self, words: &str) {
        self.words.insert(words.to_owned());
    }

    /// Whether words were refused.
    pub fn holds(&self, words: &str) -> bool {
        let words = normal(words);
        self.words.iter().any(|one| normal(one) == words)
    }

    /// What the file is to hold; all that others wrote into it stays.
    pub fn text(&self) -> String {
        let mut file = self.file.clone();
        let words = self.words.iter().cloned().map(Value::String);
        file.insert(KEY.to_owned(), words.collect());
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_wrote_stays() {
        let mut refusals = Refusals::read("{\"view\": 3}").expect("it is well");
        refusals.refuse("Tuesday’s Child");
        let again = Refusals::read(&refusals.text()).expect("it is well");
        assert!(again.holds("Tuesday's Child"));
        assert!(refusals.text().contains("\"view\": 3"));
    }

    #[test]
    fn a_broken_file_is_told() {
        for text in ["[", "[]", "{\"not_names\": 1}", "{\"not_names\": [1]}"] {
            assert!(Refusals::read(text).is_err(), "{text}");
        }
    }
}
