//! A picture: in a size that suits the window, under a link to the largest one.

use yew::prelude::*;

use crate::model::page::Picture;

/// How wide a picture is shown in a card or note, as the attribute `sizes` says it.
pub(super) const CARD: &str = "25rem";

/// How wide a picture is shown in the article.
pub(super) const TEXT: &str = "(min-width: 48rem) 42rem, 100vw";

/// Draws a picture over its words, if it has any, and over who made it.
pub(super) fn inside(picture: &Picture, words: Option<Html>, lazy: bool) -> Html {
    html! {
        <>
            { img(picture, TEXT, lazy) }
            if words.is_some() || picture.credit.is_some() {
                <figcaption>
                    { words }
                    if let Some(credit) = &picture.credit { { " " }<small>{ credit }</small> }
                </figcaption>
            }
        </>
    }
}

/// Draws the site's logo before its name, which says what it is. Its room is kept for it.
pub(super) fn logo(picture: &Picture) -> Html {
    let (width, height) = size(picture);
    html! { <img class="logo" src={picture.src.clone()} {width} {height} alt="" /> }
}

/// Width and height as attributes.
pub(super) fn size(picture: &Picture) -> (Option<String>, Option<String>) {
    let size = picture.size;
    size.map(|(width, height)| (width.to_string(), height.to_string()))
        .unzip()
}

/// Draws a picture whose place is as wide as `sizes` says. One that is `lazy` is loaded when it comes near. Its room is kept
/// for it until then.
pub(super) fn img(picture: &Picture, sizes: &'static str, lazy: bool) -> Html {
    let (width, height) = size(picture);
    let sizes = picture.srcset.is_some().then_some(sizes);
    let img = html! {
        <img src={picture.src.clone()} srcset={picture.srcset.clone()} {sizes} {width} {height} alt={picture.alt.clone()}
            loading={lazy.then_some("lazy")} />
    };
    // Of a picture that says nothing a link would have no name.
    if picture.alt.is_empty() {
        return img;
    }
    html! { <a href={picture.large.clone()}>{ img }</a> }
}
