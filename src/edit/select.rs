//! Selected words of a page as whole words of the file.

use crate::compile::files::Files;
use crate::compile::look::{Looked, look};
use crate::compile::selected::{NotFound, Words};
use crate::edit::linked::linked;
use crate::edit::outcome::refusal;
use crate::edit::surroundings::{head, tail};
use crate::edit::unlinked::unlinked;
use crate::model::editing::{Refusal, SelectedWords, Selection};
use crate::model::site::Site;

/// Finds the words that somebody selected.
///
/// # Errors
/// If the file has other words there, or the selection no word that could be linked.
pub fn select(files: &Files, selection: &Selection) -> Result<SelectedWords, Refusal> {
    let looked = look(files, selection);
    let (words, site) = found(&looked)?;
    Ok(SelectedWords {
        words: words.words.clone(),
        before: tail(&words.before),
        after: head(&words.after),
        linked: words.mention.as_ref().map(|one| linked(site, one.entity)),
        note: words
            .mention
            .as_ref()
            .and_then(|one| Some(one.note.as_ref()?.text.clone())),
        unlinked: unlinked(files, &words.words),
        reach: words.reach,
    })
}

/// The words, and the site that they are of.
///
/// # Errors
/// If there are none.
pub(super) fn found(looked: &Looked) -> Result<(&Words, &Site), Refusal> {
    let why = match (&looked.words, &looked.site) {
        (Ok(words), Some(site)) => return Ok((words, site)),
        (_, None) => "`site.toml` cannot be read; mend it first",
        (Err(NotFound::Changed), _) => {
            "the file has other words there than this page shows; load the page anew and select them again"
        }
        (Err(NotFound::Cells), _) => {
            "select words of one cell: a mention cannot reach into another"
        }
        (Err(NotFound::NoWord), _) => "there is no word among these signs; select words",
    };
    Err(refusal(why))
}
