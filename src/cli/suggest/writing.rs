//! Files that suggestions write: new ones for entities, which overwrite nothing and bring no error with them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::fresh::{ensure_unlinked, write_new};
use crate::cli::suggest::suggested::Suggested;
use crate::compile::compile;
use crate::compile::files::Files;
use crate::compile::finding::{Finding, Severity};
use crate::model::kind::Kind;
use crate::suggest::candidate::Candidate;
use crate::suggest::stub::{known_words, stub};

/// Writes a file for each candidate. Returns their paths.
///
/// # Errors
/// If one cannot be written, is there already, or would make the content wrong; then none is written.
pub(super) fn write(
    suggested: &Suggested<'_>,
    chosen: &[(&Candidate, Option<Kind>)],
) -> Result<Vec<PathBuf>> {
    let mut taken = known_words(&suggested.site);
    let texts: Vec<(String, String)> = chosen
        .iter()
        .map(|(candidate, kind)| {
            let path = format!("entities/{}.toml", candidate.id);
            let text = stub(candidate, *kind, &suggested.site, &mut taken);
            (path, with_schema(text, suggested.folder))
        })
        .collect();
    if let Some(fault) = fault(&suggested.files, &texts) {
        bail!(
            "nothing is written, for with it the content would have an error that it has not now: {}: {}; {}",
            fault.file,
            fault.message,
            fault.help
        );
    }
    let mut written = Vec::new();
    for (path, text) in &texts {
        let path = suggested.folder.join(path);
        if let Err(error) = write_one(suggested.folder, &path, text) {
            written.iter().for_each(|path: &PathBuf| {
                let _ = fs::remove_file(path);
            });
            return Err(error);
        }
        written.push(path);
    }
    Ok(written)
}

/// A file names its schema where the site has schemas.
fn with_schema(text: String, folder: &Path) -> String {
    if folder
        .join(".article-explorer/schemas/entity.json")
        .exists()
    {
        format!("#:schema ../.article-explorer/schemas/entity.json\n{text}")
    } else {
        text
    }
}

/// The first error that new files would bring.
fn fault(files: &Files, texts: &[(String, String)]) -> Option<Finding> {
    let errors = |files: &Files| -> Vec<Finding> {
        let findings = compile(files).findings.into_iter();
        findings
            .filter(|one| one.severity == Severity::Error)
            .collect()
    };
    let key = |one: &Finding| (one.code, one.file.clone(), one.message.clone());
    let before: BTreeSet<_> = errors(files).iter().map(key).collect();
    let mut after = files.clone();
    for (path, text) in texts {
        after.files.insert(path.clone(), text.clone().into_bytes());
    }
    errors(&after)
        .into_iter()
        .find(|one| !before.contains(&key(one)))
}

fn write_one(folder: &Path, path: &Path, text: &str) -> Result<()> {
    ensure_unlinked(folder, Path::new("entities"))?;
    fs::create_dir_all(folder.join("entities"))
        .and_then(|()| write_new(path, text.as_bytes()))
        .with_context(|| format!("`{}` cannot be written", path.display()))
}
