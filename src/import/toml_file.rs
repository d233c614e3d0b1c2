//! TOML files of a content folder, read to be changed: what is not touched keeps every byte.

use toml_edit::DocumentMut;

use crate::import::error::ImportError;
use crate::import::target::Target;

/// A file as it will be; empty where there is none.
///
/// # Errors
/// If it is no TOML.
pub(crate) fn document(path: &str, target: &Target<'_>) -> Result<DocumentMut, ImportError> {
    let Some(bytes) = target.bytes(path) else {
        return Ok(DocumentMut::new());
    };
    let cure = "mend it first: `article-explorer check` says how";
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(ImportError::new(
            path,
            "it is not UTF-8, so nothing can be added to it",
            cure,
        ));
    };
    text.parse::<DocumentMut>().map_err(|error| {
        let message = format!("nothing can be added to it: {}", error.message());
        let at = error.span().map_or(0, |span| span.start);
        ImportError::new(path, message, cure).at_byte(text, at)
    })
}

/// The file with a change, and nothing else of it changed: not the ends of its lines, nor that its last line has none.
///
/// # Errors
/// If it is no TOML.
pub(crate) fn change(
    path: &str,
    target: &mut Target<'_>,
    change: impl FnOnce(&mut DocumentMut),
) -> Result<(), ImportError> {
    let mut document = document(path, target)?;
    change(&mut document);
    let before = target.text(path).unwrap_or_default();
    let after = document.to_string();
    let after = spliced(before, &after);
    if after != before {
        target.write(path, after);
    }
    Ok(())
}

/// The old text with the lines in which the new one differs, in the ends of lines that the old one has.
fn spliced(before: &str, after: &str) -> String {
    let bare = |line: &str| line.trim_end_matches(['\n', '\r']).to_owned();
    let old: Vec<_> = before.split_inclusive('\n').collect();
    let new: Vec<_> = after.split_inclusive('\n').collect();
    let same = |(a, b): &(&&str, &&str)| bare(a) == bare(b);
    let head = old.iter().zip(&new).take_while(same).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(same)
        .count();
    let crlf = old.iter().filter(|line| line.ends_with("\r\n")).count();
    let end = if crlf * 2 > old.len() { "\r\n" } else { "\n" };
    let mut out = old[..head].concat();
    let changed = &new_rest[..new_rest.len() - tail];
    if !changed.is_empty() && !out.is_empty() && !out.ends_with('\n') {
        out += end;
    }
    for line in changed {
        out += &bare(line);
        out += end;
    }
    let is_last = tail == 0;
    if is_last && !changed.is_empty() && !before.is_empty() && !before.ends_with('\n') {
        out.truncate(out.len() - end.len());
    }
    out + &old[old.len() - tail..].concat()
}

#[cfg(test)]
mod tests {
    use toml_edit::value;

    use super::*;
    use crate::compile::files::Files;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let folder = Files::from_texts([("entities/a.toml", before)]);
        let mut target = Target::new(&folder);
        change("entities/a.toml", &mut target, |document| {
            document["description"] = value("mayor");
        })
        .expect("it is TOML");
        assert_eq!(target.text("entities/a.toml"), Some(after));
    }

    #[test]
    fn what_is_not_touched_keeps_every_byte() {
        check(
            "# who\r\nkind   = 'person' # a\r\n\r\n[[facts]]\r\ntext = \"x\"",
            "# who\r\nkind   = 'person' # a\r\ndescription = \"mayor\"\r\n\r\n[[facts]]\r\ntext = \"x\"",
        );
        check(
            "kind = \"person\"",
            "kind = \"person\"\ndescription = \"mayor\"",
        );
        check(
            "description = \"mayor\"\n\tx=1\r\n",
            "description = \"mayor\"\n\tx=1\r\n",
        );
    }

    #[test]
    fn a_file_with_faults_is_left_alone() {
        let folder = Files::from_texts([("sources.toml", "[a]\ntitle = x\n")]);
        let error = document("sources.toml", &Target::new(&folder)).expect_err("it has a fault");
        assert_eq!(error.at, Some((2, 9)));
        assert!(error.help.contains("check"), "{error}");
    }
}
