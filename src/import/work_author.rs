//! Whom a work is by.

use crate::import::toml_text::quoted;

/// A person, or an organisation, whose name is not taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WorkAuthor {
    /// As it is read: "Ann Smith".
    pub(crate) name: String,
    pub(crate) is_organisation: bool,
}

impl WorkAuthor {
    pub(crate) fn person(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            is_organisation: false,
        }
    }

    pub(crate) fn organisation(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            is_organisation: true,
        }
    }

    /// As a value of `sources.toml`.
    fn value(&self) -> String {
        if self.is_organisation {
            format!("{{ organisation = {} }}", quoted(&self.name))
        } else {
            quoted(&self.name)
        }
    }
}

/// The line of `sources.toml` that names them; empty where there are none.
pub(crate) fn line(authors: &[WorkAuthor]) -> String {
    let values: Vec<_> = authors.iter().map(WorkAuthor::value).collect();
    match &values[..] {
        [] => String::new(),
        [one] => format!("author = {one}\n"),
        many => format!("author = [{}]\n", many.join(", ")),
    }
}
