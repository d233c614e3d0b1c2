//! The words of the article that somebody has selected.

use crate::components::selectors::{ARTICLE, BLOCK};
use crate::editor::state::Offer;
use crate::model::editing::Selection;
use crate::platform::document::{attribute, closest};
use crate::platform::host::Host;
use crate::platform::{selection, text};

/// What can be offered for the selection; nothing where no words of the article are selected.
pub(super) fn offer(host: &Host) -> Option<Offer> {
    let block = closest(&selection::start()?, BLOCK).filter(|block| host.holds(block))?;
    let article = attribute(&closest(&block, ARTICLE)?, "data-article");
    let (words, place) = selection::text_and_place()?;
    let before = selection::before(&block)?;
    let selected = letters(&words);
    if selected == 0 {
        return None;
    }
    let before = letters(&before);
    let fits = before + selected <= letters(&text::of(&block));
    let number = attribute(&block, "id").strip_prefix('p')?.parse().ok()?;
    let selection = fits.then_some(Selection {
        article,
        block: number,
        before,
        words,
        longer: 0,
    });
    Some(Offer { selection, place })
}

/// White space is not the same in the file.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}
