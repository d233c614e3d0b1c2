//! One relation in words, read from the side of the entity that it is told at.

use yew::prelude::*;

/// A row of a list: the predicate with the `other` entity behind it, or before it where the relation is `reversed`; then its
/// date and its marks.
pub(super) fn relation_row(
    other: Html,
    predicate: &str,
    reversed: bool,
    date: Option<&str>,
    citations: Html,
) -> Html {
    let predicate = html! { <i dir="auto">{ predicate }</i> };
    let (first, second) = if reversed {
        (other, predicate)
    } else {
        (predicate, other)
    };
    html! {
        <li>
            { first }{ " " }{ second }
            if let Some(date) = date { { " " }<bdi class="date">{ date }</bdi> }
            { citations }
        </li>
    }
}
