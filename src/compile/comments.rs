//! Comments: `%% … %%` as Obsidian writes them, and `<!-- … -->`. They are left out of what is published, and counted.
//!
//! In code they are text, as is `%%` in an address. A comment that fills lines of its own takes them with it; within a
//! line it takes one of the spaces around it.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::compile::findings::Findings;
use crate::compile::markdown::OPTIONS;
use crate::compile::source_text::SourceText;

/// The text without its comments; one that has no end is a finding.
pub(crate) fn left_out<'a>(mut written: SourceText<'a>, findings: &Findings) -> SourceText<'a> {
    if !written.text.contains("%%") && !written.text.contains("<!--") {
        return written;
    }
    let found = found(&written.text);
    if let Some(start) = found.unclosed {
        let (sign, end) = match &written.text[start..start + 2] {
            "%%" => ("%%", "%%"),
            _ => ("<!--", "-->"),
        };
        let part = start..start + sign.len();
        let help = format!(
            "write `{end}` where it ends, or `{}` for the signs themselves",
            written.typed(&["\\", sign].concat())
        );
        findings
            .error(
                "unclosed-comment",
                &written.span_of(part.clone()),
                "this comment has no end",
            )
            .change(written.change(part, &["\\", sign].concat()))
            .help(help);
    }
    findings.left_out(written.span.file, found.comments.len());
    let mut text = String::with_capacity(written.text.len());
    let mut from = 0;
    for comment in &found.comments {
        let gone = gone(&written.text, comment, from);
        text.push_str(&written.text[from..gone.start]);
        written.cut(text.len(), gone.len());
        from = gone.end;
    }
    text.push_str(&written.text[from..]);
    written.text = text.into();
    written
}

/// Comments from sign to sign, and where one begins that has no end.
struct Found {
    comments: Vec<Range<usize>>,
    unclosed: Option<usize>,
}

fn found(text: &str) -> Found {
    let mut found = Found {
        comments: Vec::new(),
        unclosed: None,
    };
    let mut code = Code::of(text);
    let bytes = text.as_bytes();
    let mut address = PassedAddress::default();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(end) = code.beginning_at(at) {
            address = PassedAddress::default();
            at = end;
            continue;
        }
        let rest = &text[at..];
        let end = if bytes[at] == b'\\' {
            // The sign behind it stands for itself.
            at += 1;
            if let Some(sign) = rest[1..].chars().next() {
                address.pass(sign, &text[at..]);
                at += sign.len_utf8();
            }
            continue;
        } else if rest.starts_with("%%") && !address.is_begun {
            rest[2..].find("%%").map(|length| at + 4 + length)
        } else if rest.starts_with("<!--") {
            // `<!-->` is a whole comment too.
            rest[2..].find("-->").map(|length| at + 5 + length)
        } else {
            let Some(sign) = rest.chars().next() else {
                break;
            };
            address.pass(sign, rest);
            at += sign.len_utf8();
            continue;
        };
        let Some(end) = end else {
            found.unclosed = Some(at);
            break;
        };
        found.comments.push(at..end);
        code.leave_out(at..end, text);
        at = end;
    }
    found
}

/// Code that is still ahead, in which no comment begins; the next is the last.
struct Code(Vec<(Range<usize>, bool)>);

impl Code {
    fn of(text: &str) -> Self {
        let mut code = Self(Vec::new());
        code.read(text, 0..text.len());
        code
    }

    /// Puts the code of a part ahead, with whether each is a block.
    fn read(&mut self, text: &str, part: Range<usize>) {
        let events = Parser::new_ext(&text[part.clone()], OPTIONS).into_offset_iter();
        let mut read: Vec<_> = events
            .filter_map(|(event, range)| {
                let is_block = match event {
                    Event::Code(_) => false,
                    Event::Start(Tag::CodeBlock(_)) => true,
                    _ => return None,
                };
                Some((part.start + range.start..part.start + range.end, is_block))
            })
            .collect();
        read.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        self.0.extend(read);
    }

    /// Where the code ends that begins at a place.
    fn beginning_at(&mut self, at: usize) -> Option<usize> {
        while self.0.pop_if(|(code, _)| code.start < at).is_some() {}
        let (code, _) = self.0.pop_if(|(code, _)| code.start == at)?;
        (code.end > at).then_some(code.end)
    }

    /// Forgets what begins in a comment. Where that went on behind the comment, a sign in it was taken for the beginning
    /// of code, and what follows is read anew: to the paragraph's end, or all of it behind a block.
    fn leave_out(&mut self, comment: Range<usize>, text: &str) {
        let mut straddling = None;
        while let Some((code, is_block)) = self.0.pop_if(|(code, _)| code.start < comment.end) {
            if code.end > comment.end {
                straddling = Some(is_block);
            }
        }
        let Some(is_block) = straddling else { return };
        let paragraph = text[comment.end..].find("\n\n");
        let end = match paragraph {
            Some(length) if !is_block => comment.end + length,
            _ => text.len(),
        };
        while self.0.pop_if(|(code, _)| code.start < end).is_some() {}
        self.read(text, comment.end..end);
    }
}

/// Whether what was passed last is the beginning of an address: `https://example.org/100%%25`. Brackets, quotation marks and
/// letters beyond ASCII end one.
#[derive(Default)]
struct PassedAddress {
    is_begun: bool,
}

impl PassedAddress {
    /// Passes a letter or sign; `rest` begins with it.
    fn pass(&mut self, sign: char, rest: &str) {
        let ends = !sign.is_ascii_graphic() || "()[]<>\"'`".contains(sign);
        self.is_begun = !ends && (self.is_begun || rest.starts_with("://"));
    }
}

/// What goes with a comment; nothing before `from`, where another comment ended.
fn gone(text: &str, comment: &Range<usize>, from: usize) -> Range<usize> {
    let before = &text[from..comment.start];
    let line = before.rsplit_once('\n').map_or_else(
        || (from == 0 || text[..from].ends_with('\n')).then_some(before),
        |(_, line)| Some(line),
    );
    let after = &text[comment.end..];
    let rest = after.trim_start_matches([' ', '\t']);
    let ends_line = rest.is_empty() || rest.starts_with(['\n', '\r']);
    // Signs of a quotation may stand before a line that is all comment.
    let begins_line = line.filter(|line| line.chars().all(|c| matches!(c, ' ' | '\t' | '>')));
    let spaces = after.len() - rest.len();
    match begins_line {
        Some(line) if ends_line => {
            let words = &text[comment.clone()];
            let is_block = words.starts_with('<') || words.contains('\n');
            if is_block {
                // It parts what is above it from what is below.
                comment.start..comment.end + spaces
            } else {
                let newline = rest.find('\n').map_or(rest.len(), |at| at + 1);
                comment.start - line.len()..comment.end + spaces + newline
            }
        }
        Some(_) => comment.start..comment.end + spaces,
        None => {
            let words = before.trim_end_matches([' ', '\t']);
            let closes = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '…');
            if spaces == 0 && rest.starts_with(closes) || ends_line {
                comment.start - (before.len() - words.len())..comment.end
            } else if words.len() < before.len() {
                comment.start..comment.end + spaces
            } else {
                comment.clone()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stays of a text, and that each of its bytes is still found where it stands.
    #[track_caller]
    fn check(text: &str, stays: &str) {
        let findings = Findings::default();
        let left = left_out(SourceText::whole(text), &findings);
        assert_eq!(left.text, stays);
        for (byte, c) in stays.char_indices() {
            let span = left.span_of(byte..byte + c.len_utf8());
            assert_eq!(&text[span.range], c.to_string(), "byte {byte} of {stays:?}");
        }
        assert_eq!(findings.into_sorted(), []);
    }

    #[test]
    fn a_comment_within_a_line_takes_one_space_with_it() {
        check("One %%ask the lawyer%% two.", "One two.");
        check("One%%x%% two.", "One two.");
        check("One %%x%%.", "One.");
        check("One %%x%%", "One");
        check("%%x%% One.", "One.");
        check("One <!-- x --> two %%y%% three.", "One two three.");
        check("她%%x%%走了", "她走了");
        check("One<!-->two", "Onetwo");
        check("[One](https://x.example)%%x%%", "[One](https://x.example)");
        check(
            "见https://x.example。她%%x%%走了",
            "见https://x.example。她走了",
        );
    }

    #[test]
    fn lines_that_are_all_comment_go() {
        check("One\n%%x%%\ntwo", "One\ntwo");
        check("One\n\n%%x%%\n\ntwo", "One\n\n\ntwo");
        check("One\n%%\nx\n\ny\n%%\ntwo", "One\n\ntwo");
        check("One\n<!-- x -->\ntwo", "One\n\ntwo");
        check("> One\n> %%x%%\n> two", "> One\n> two");
        check("%%x%%\n%%y%%\nOne", "One");
    }

    #[test]
    fn in_code_and_addresses_the_signs_are_text() {
        for text in [
            "`%%x%%` and `<!-- x -->`",
            "```\n%%x%%\n```\n",
            "<https://example.org/100%%25%%>",
            "50\\%% or 60\\%%",
            "\\<!-- x -->",
        ] {
            check(text, text);
        }
        check("%%a ` b%% c `%%d%%` e", "c `%%d%%` e");
    }

    #[test]
    fn a_comment_without_an_end_is_a_finding() {
        for (text, help) in [
            (
                "One %%two.",
                "write `%%` where it ends, or `\\%%` for the signs themselves",
            ),
            (
                "One <!-- two.",
                "write `-->` where it ends, or `\\<!--` for the signs themselves",
            ),
        ] {
            let findings = Findings::default();
            left_out(SourceText::whole(text), &findings);
            let found = findings.into_sorted();
            assert_eq!(
                (found[0].code, found[0].help.as_str()),
                ("unclosed-comment", help)
            );
            assert_eq!(found[0].span.start, 4);
        }
    }
}
