//! `[allow]` of two entities that are one now: what there is no need to allow any more is taken out.

use toml_edit::{DocumentMut, Item};

use crate::compile::Outcome;
use crate::compile::files::Files;
use crate::compile::toml_edits::edited;

/// Takes out of the file that stays what it did not allow before and need not now; returns lines for people.
pub(super) fn without_unneeded(
    after: &mut Files,
    outcome: &Outcome,
    path: &str,
    before: &Files,
) -> Vec<String> {
    let own = allowed(before, path);
    let unneeded = outcome
        .findings
        .iter()
        .filter(|one| one.code == "bad-allowance" && one.file == path);
    let unneeded: Vec<_> = unneeded.map(|one| &*one.message).collect();
    let mut gone = allowed(after, path);
    gone.retain(|code| {
        let named = format!("`{code}`");
        !own.contains(code) && unneeded.iter().any(|message| message.contains(&named))
    });
    if gone.is_empty() {
        return Vec::new();
    }
    let text = after.lossy(path);
    let changed = edited(&text, |document| {
        let Some(allow) = document.get_mut("allow").and_then(Item::as_table_like_mut) else {
            return;
        };
        for code in &gone {
            allow.remove(code);
        }
        if allow.is_empty() {
            document.remove("allow");
        }
    });
    let Some(changed) = changed else {
        return Vec::new();
    };
    after.files.insert(path.to_owned(), changed.into_bytes());
    let told = |code: &String| format!("`allow.{code}` is left out: there is nothing to allow now");
    gone.iter().map(told).collect()
}

/// What a file allows.
fn allowed(files: &Files, path: &str) -> Vec<String> {
    let text = files.lossy(path);
    let document = text
        .trim_start_matches('\u{FEFF}')
        .parse::<DocumentMut>()
        .ok();
    let allow = document
        .as_ref()
        .and_then(|document| document.get("allow")?.as_table_like());
    let codes = allow.into_iter().flat_map(|allow| allow.iter());
    codes.map(|(code, _)| code.to_owned()).collect()
}
