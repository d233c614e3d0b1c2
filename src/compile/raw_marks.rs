//! Signs of markup that stand in a block after everything known was read: what another dialect of Markdown would
//! understand, and what was left open. Published, readers would see the signs.

use crate::compile::findings::Findings;
use crate::compile::flat::Flat;
use crate::compile::source_text::SourceText;

mod beginning;
mod dialect;
mod mark;
mod math;
mod setting;
mod stray;
mod words;

pub(crate) use crate::compile::raw_marks::setting::Setting;
pub(crate) use crate::compile::raw_marks::words::check_words;

/// Says what of a block would be published as signs.
pub(crate) fn check(setting: Setting, flat: &Flat, written: &SourceText<'_>, findings: &Findings) {
    let signs = flat.signs();
    let mut marks = dialect::marks(setting, &signs);
    marks.extend(math::marks(&signs));
    marks.extend(stray::marks(setting.form, &signs));
    marks.extend(stray::doubtful(&signs));
    marks.extend(stray::halves(
        &signs,
        |range| {
            written.text[..range.start].ends_with('*') || written.text[range.end..].starts_with('*')
        },
        flat,
    ));
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    let mut end = 0;
    for mark in marks {
        if mark.range.start >= end {
            end = mark.range.end;
            mark.report(flat, written, findings);
        }
    }
}
