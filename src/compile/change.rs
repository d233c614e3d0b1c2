//! What a finding tells the author to type, as an editor can do it at a press.

use std::collections::BTreeMap;
use std::ops::Range;

/// A change of the content folder that a finding proposes. Paths are below the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Other text in the place of these bytes; an empty range only inserts.
    Replace {
        file: String,
        start: usize,
        end: usize,
        text: String,
    },
    /// More text at the end of a file, which need not be there yet.
    Append { file: String, text: String },
    /// Another name for a file.
    Rename { file: String, to: String },
}

impl Change {
    pub(crate) fn replace(file: &str, range: Range<usize>, text: impl Into<String>) -> Self {
        Self::Replace {
            file: file.to_owned(),
            start: range.start,
            end: range.end,
            text: text.into(),
        }
    }
}

/// Makes all changes of one finding. What does not fit the files is left undone.
pub fn apply(changes: &[Change], files: &mut BTreeMap<String, Vec<u8>>) {
    // From the end of each file to its beginning, so that places stay what they are.
    let mut ordered: Vec<_> = changes.iter().collect();
    ordered.sort_by_key(|change| match change {
        Change::Replace { start, .. } => (0, std::cmp::Reverse(*start)),
        Change::Append { .. } => (1, std::cmp::Reverse(0)),
        Change::Rename { .. } => (2, std::cmp::Reverse(0)),
    });
    for change in ordered {
        match change {
            Change::Replace {
                file,
                start,
                end,
                text,
            } => {
                if let Some(bytes) = files.get_mut(file)
                    && start <= end
                    && *end <= bytes.len()
                {
                    bytes.splice(*start..*end, text.bytes());
                }
            }
            Change::Append { file, text } => {
                let bytes = files.entry(file.clone()).or_default();
                if !bytes.is_empty() && !bytes.ends_with(b"\n") {
                    bytes.push(b'\n');
                }
                bytes.extend(text.bytes());
            }
            Change::Rename { file, to } => {
                if !files.contains_key(to)
                    && let Some(bytes) = files.remove(file)
                {
                    files.insert(to.clone(), bytes);
                }
            }
        }
    }
}
