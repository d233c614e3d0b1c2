//! Characters that nobody sees and that do harm: control characters, and marks of direction that end in another
//! paragraph than they begin in, or turn words round.

use crate::compile::findings::Findings;
use crate::compile::source_text::SourceText;

/// What helps and changes put where only an author knows the words.
const PLACEHOLDER: &str = "…";

/// Says where such characters stand in a text, and where it is none yet.
pub(crate) fn check(written: &SourceText<'_>, findings: &Findings) {
    let text = &*written.text;
    if text.trim() == PLACEHOLDER {
        let message = format!("`{PLACEHOLDER}` only marks where words belong");
        findings
            .error("placeholder", &written.span, message)
            .help("write the words themselves, in the quotes");
    }
    if !text
        .chars()
        .any(|c| is_control(c) || direction(c).is_some())
    {
        return;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| is_control(*c)) {
        let message = format!("U+{:04X} is a control character", u32::from(c));
        report("control-character", written, (at, c), message, findings);
    }
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        end += line.len();
        // A paragraph ends at an empty line.
        if line.trim().is_empty() || end == text.len() {
            check_direction(written, start, &text[start..end], findings);
            start = end;
        }
    }
}

fn check_direction(written: &SourceText<'_>, start: usize, text: &str, findings: &Findings) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let marks = text
        .char_indices()
        .filter_map(|(at, c)| Some((start + at, c, direction(c)?)));
    for (at, c, direction) in marks {
        let name = u32::from(c);
        match direction {
            Direction::Override => {
                let message = format!("U+{name:04X} turns the words behind it round");
                report("unbalanced-direction", written, (at, c), message, findings);
                open.push((at, c));
            }
            Direction::Opens => open.push((at, c)),
            Direction::Closes => {
                let is_own = |opened: char| is_isolate(opened) == (c == POP_ISOLATE);
                if open.pop_if(|(_, opened)| is_own(*opened)).is_none() {
                    let message = format!("U+{name:04X} ends no mark of direction");
                    report("unbalanced-direction", written, (at, c), message, findings);
                }
            }
        }
    }
    let left = open.into_iter().filter(|(_, c)| !is_override(*c));
    for (at, c) in left {
        let (name, end) = (
            u32::from(c),
            u32::from(if is_isolate(c) { POP_ISOLATE } else { POP }),
        );
        let message =
            format!("U+{name:04X} is a mark of direction, and no U+{end:04X} ends it here");
        report("unbalanced-direction", written, (at, c), message, findings);
    }
}

fn report(
    code: &'static str,
    written: &SourceText<'_>,
    (at, c): (usize, char),
    message: String,
    findings: &Findings,
) {
    let part = at..at + c.len_utf8();
    let help = if written.is_verbatim(&part) {
        "delete the character, which is invisible here".to_owned()
    } else {
        format!("delete `\\u{:04X}`", u32::from(c))
    };
    findings
        .error(code, &written.span_of(part.clone()), message)
        .change(written.change(part, ""))
        .help(help);
}

/// The first of some words that may not stand in a text: a control character, or a mark of direction over several words.
pub(crate) fn unseen(words: &str) -> Option<char> {
    words
        .chars()
        .find(|c| is_control(*c) || direction(*c).is_some())
}

/// All but tabs and lines' ends; also what stands for no character at all.
fn is_control(c: char) -> bool {
    let stays = matches!(c, '\t' | '\n' | '\r');
    c.is_control() && !stays
        || matches!(c, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Marks of direction that reach over words; those that stand alone (LRM, RLM, ALM) do no harm.
enum Direction {
    Opens,
    Override,
    Closes,
}

fn direction(c: char) -> Option<Direction> {
    match c {
        '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}' => Some(Direction::Opens),
        '\u{202D}' | '\u{202E}' => Some(Direction::Override),
        POP | POP_ISOLATE => Some(Direction::Closes),
        _ => None,
    }
}

const POP: char = '\u{202C}';
const POP_ISOLATE: char = '\u{2069}';

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a text, by the place in it.
    #[track_caller]
    fn check_text(text: &str, said: &[(usize, &str)]) {
        let findings = Findings::default();
        check(&SourceText::whole(text), &findings);
        let found = findings.into_sorted();
        let found: Vec<_> = found.iter().map(|one| (one.span.start, one.code)).collect();
        assert_eq!(found, said, "{text:?}");
    }

    #[test]
    fn control_characters_are_found() {
        let code = "control-character";
        check_text("a\u{0}b\u{1B}[1m\u{85}", &[(1, code), (3, code), (7, code)]);
        check_text("a\u{FEFF}b\u{FFFF}", &[(1, code), (5, code)]);
        check_text("a\tb\r\nc\u{200D}\u{200F}", &[]);
    }

    #[test]
    fn direction_ends_in_its_paragraph() {
        let code = "unbalanced-direction";
        check_text("a \u{2067}b\u{2069} \u{202B}c\u{202C} \u{200E}", &[]);
        check_text("a \u{2067}b\n\nc\u{2069}", &[(2, code), (9, code)]);
        check_text("a \u{202E}b\u{202C} c", &[(2, code)]);
        check_text("\u{202A}a", &[(0, code)]);
        check_text("a\u{202C}", &[(1, code)]);
    }
}
