//! Selected words of the article as an address: a text fragment (URL Fragment Text Directives, WICG), after the block's
//! own fragment, which serves browsers that know none.

use crate::app::whole_words::whole_words;
use crate::components::selectors::BLOCK;
use crate::platform::document::{Element, attribute, closest};
use crate::platform::host::Host;
use crate::platform::{address, selection};

/// Words at each end that name a long quotation.
const ENDS: usize = 5;

/// Whether words of the article are selected.
pub(super) fn is_selected(host: &Host) -> bool {
    block(host).is_some()
}

/// The fragment of the selected words: `p4:~:text=FIRST,LAST`.
pub(super) fn fragment(host: &Host) -> Option<String> {
    let block = block(host)?;
    let end = closest(&selection::end()?, BLOCK);
    let before = selection::before(&block).unwrap_or_default();
    let after = end.and_then(|end| selection::after(&end));
    let text = whole_words(&before, &selection::words()?, &after.unwrap_or_default());
    let words: Vec<&str> = text
        .split([' ', '\n', '\t', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .collect();
    let mut quote = [&*attribute(&block, "id"), ":~:text="].concat();
    let whole = words.len() <= 2 * ENDS;
    for (place, word) in words.iter().enumerate() {
        let rest = words.len() - place;
        if whole || place < ENDS || rest <= ENDS {
            if place > 0 {
                quote.push_str(if !whole && rest == ENDS { "," } else { "%20" });
            }
            quote.push_str(&address::encode(word));
        }
    }
    Some(quote)
}

/// The block that the selection begins in.
fn block(host: &Host) -> Option<Element> {
    closest(&selection::start()?, BLOCK).filter(|block| host.holds(block))
}
