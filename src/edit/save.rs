//! A form's values go to the entity's file.

use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::toml_edits::edited;
use crate::edit::entity_form::{document, file, revision};
use crate::edit::outcome::{Edit, refusal};
use crate::edit::{checked, entity_values};
use crate::model::editing::{EntityValues, Refusal};

/// Changes an entity's file so that it says these values, and nothing else of it.
///
/// # Errors
/// If the file is no longer the one that the form was made of, or the content would have an error that it has not now.
pub fn save(files: &Files, id: &str, of: &str, values: &EntityValues) -> Result<Edit, Refusal> {
    let (path, text) = file(files, id)?;
    if revision(text) != of {
        return Err(Refusal {
            why: format!("`{path}` was changed since this form was opened; nothing was written"),
            outdated: true,
        });
    }
    document(&path, text)?;
    let told = |what: &str| format!("{what} {}", name(values, id));
    let after = edited(text, |document| entity_values::write(document, values));
    let cannot = || {
        refusal(format!(
            "`{path}` is written so that this cannot change it without touching more; change it in the file"
        ))
    };
    let after = after.ok_or_else(cannot)?;
    if after == text {
        return Ok(Edit {
            files: Vec::new(),
            told: told("Nothing changed in"),
        });
    }
    let changed = vec![(path, after.into_bytes())];
    let after = checked::with(files, &changed);
    checked::brings_no_error(&compile(files).findings, &compile(&after).findings)?;
    Ok(Edit {
        files: changed,
        told: told("Changed"),
    })
}

fn name<'v>(values: &'v EntityValues, id: &'v str) -> &'v str {
    let name = values.names.first().map(|name| name.text.trim());
    name.filter(|name| !name.is_empty()).unwrap_or(id)
}
