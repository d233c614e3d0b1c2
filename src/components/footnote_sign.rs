//! The sign of a footnote in the text.

use yew::prelude::*;

use crate::model::text::FootnoteSign;

/// The id of a sign in the page.
pub(super) fn sign_id(sign: FootnoteSign) -> String {
    let number = sign.number.to_string();
    match sign.occurrence {
        1 => ["fnref-", &number].concat(),
        more => ["fnref-", &number, "-", &more.to_string()].concat(),
    }
}

/// A sign: a link to the footnote. Styles write its number, which is no part of the text.
pub(super) fn footnote_sign(sign: FootnoteSign) -> Html {
    let number = sign.number.to_string();
    html! {
        <a class="fn" id={sign_id(sign)} href={["#fn-", &number].concat()} role="doc-noteref" data-sign={number.clone()} aria-label={number}></a>
    }
}
