//! The picture of an entity.

use yew::prelude::*;

use crate::model::page::Note;

/// The picture over who made it and under which licence; nothing where there is none.
pub(super) fn picture(note: &Note) -> Html {
    let Some(image) = &note.image else {
        return Html::default();
    };
    html! {
        <figure>
            <img src={image.src.clone()} alt={image.alt.clone()} loading="lazy" />
            <figcaption>{ &image.credit }{ " · " }{ &image.licence }</figcaption>
        </figure>
    }
}
