//! BibTeX, RIS and CSL JSON into `sources.toml`.

use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::faults::{Fault, tell};
use crate::import::imported::Input;
use crate::import::target::Target;
use crate::import::work::Work;
use crate::import::{bibtex, csl, ris, sources, text};

/// Bytes of a bibliography: some ten thousand works.
const LONGEST: usize = 20 << 20;

/// Takes the works of a BibTeX file.
///
/// # Errors
/// If it is no text, or too long.
pub(crate) fn bibtex(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let text = decoded(input)?;
    take(bibtex::read(&text), input, target)
}

/// Takes the works of a RIS file.
///
/// # Errors
/// If it is no text, or too long.
pub(crate) fn ris(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let text = decoded(input)?;
    take(ris::read(&text), input, target)
}

/// Takes the works of a file of CSL JSON.
///
/// # Errors
/// If it is no JSON, or too long.
pub(crate) fn csl_json(input: &Input, target: &mut Target<'_>) -> Result<(), ImportError> {
    let text = decoded(input)?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        let message = format!("this JSON cannot be read: {error}");
        ImportError::new(&input.name, message, "save it again where it comes from")
            .at_line(error.line().max(1), error.column().max(1))
    })?;
    take(csl::read(csl::items(&value)), input, target)
}

fn decoded(input: &Input) -> Result<String, ImportError> {
    if input.bytes.len() > LONGEST {
        let message = format!("the bibliography has more than {} MB", LONGEST >> 20);
        return Err(ImportError::new(
            &input.name,
            message,
            "part it, and import each by itself",
        ));
    }
    text::decoded(&input.name, &input.bytes)
}

fn take(
    (works, faults): (Vec<Work>, Vec<Fault>),
    input: &Input,
    target: &mut Target<'_>,
) -> Result<(), ImportError> {
    if works.is_empty() && faults.is_empty() {
        return Err(ImportError::new(
            &input.name,
            "no work stands in it",
            "export it again from the program that keeps your sources",
        ));
    }
    tell(faults, &input.name, target);
    sources::add(works, &input.name, target)?;
    Ok(())
}
