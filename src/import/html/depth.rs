//! How deep elements of a page may stand in each other.

use crate::import::error::ImportError;

/// Elements in each other: no page needs more, and what walks the tree goes as deep.
pub(super) const DEPTH: usize = 200;

/// What is said of a page that nests too deep.
pub(super) fn deep(file: &str) -> ImportError {
    let message = format!("elements of this page stand in each other more than {DEPTH} deep");
    let help = "save the page anew from where it was written, and import that";
    ImportError::new(file, message, help)
}

/// Refuses what would make the parser slow before it does: for each tag it looks through all that are open.
pub(super) fn ensure_shallow(file: &str, text: &str) -> Result<(), ImportError> {
    // Those end by themselves where the next begins, or have no end.
    const LONE: [&str; 26] = [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "br", "img",
        "hr", "meta", "link", "input", "wbr", "col", "area", "base", "embed", "source", "track",
        "param", "colgroup",
    ];
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let is_end = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let length = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let name = &name[..length];
        let is_lone = LONE.iter().any(|one| one.eq_ignore_ascii_case(name));
        if name.is_empty() || is_lone {
            continue;
        }
        if is_end {
            depth = depth.saturating_sub(1);
        } else {
            depth += 1;
        }
        if depth > DEPTH * 4 {
            return Err(deep(file).at_byte(text, text.len() - rest.len()));
        }
    }
    Ok(())
}
