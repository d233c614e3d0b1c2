//! Places in the text as browsers count them.

/// Places in a block as browsers count: in UTF-16 units of its text, in which a break is an element and no letter.
/// `bounds` are bytes of the plain text, in ascending order.
pub(super) fn units(text: &str, bounds: impl IntoIterator<Item = usize>) -> Vec<u32> {
    let (mut from, mut count) = (0, 0);
    let units = bounds.into_iter().map(|bound| {
        let letters = text[from..bound].chars().filter(|letter| *letter != '\n');
        count += letters.map(char::len_utf16).sum::<usize>() as u32;
        from = bound;
        count
    });
    units.collect()
}
