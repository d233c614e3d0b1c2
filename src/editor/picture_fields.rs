//! What is said of an entity's picture.

use yew::prelude::*;

use crate::editor::field::Field;
use crate::model::editing::PictureValue;

/// Properties for [`PictureFields`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) picture: PictureValue,
    pub(super) onchange: Callback<PictureValue>,
}

/// What it shows, who made it, its licence; its file is chosen in the entity's own.
#[component]
pub(super) fn PictureFields(props: &Props) -> Html {
    crate::components::rendered("PictureFields");
    let picture = &props.picture;
    let changed = |change: fn(&mut PictureValue, String)| {
        let picture = picture.clone();
        props.onchange.reform(move |typed: String| {
            let mut picture = picture.clone();
            change(&mut picture, typed);
            picture
        })
    };
    html! {
        <fieldset class="picture-fields">
            <legend>{ "Picture" }</legend>
            <small>{ &picture.file }</small>
            <Field label="What it shows" help="for those who do not see it" lines=2 is_required=true value={picture.alt.clone()} oninput={changed(|picture, typed| picture.alt = typed)} />
            <Field label="Who made it" is_required=true value={picture.credit.clone()} oninput={changed(|picture, typed| picture.credit = typed)} />
            <Field label="Licence" is_required=true value={picture.licence.clone()} oninput={changed(|picture, typed| picture.licence = typed)} />
        </fieldset>
    }
}
