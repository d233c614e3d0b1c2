//! Drawings along the text, which a long page leaves to the app.

use yew::prelude::*;

/// A part of a drawing along the text. A browser attends to every `svg` of a page whenever it draws a frame: with the
/// 5,000 strips of a book that took up to 4 ms each time. Where scripts run, a long page has them as text, and the app
/// draws them for the rows that are seen.
pub(super) fn along_the_text(drawn: Html, long: bool) -> Html {
    if long {
        html! { <noscript>{ drawn }</noscript> }
    } else {
        drawn
    }
}
