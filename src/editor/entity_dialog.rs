//! An entity's file as a form.

use yew::prelude::*;

use crate::editor::ask::ask;
use crate::editor::fact_fields::FactFields;
use crate::editor::field::{Chooser, Field};
use crate::editor::filling::{Fill, Filling, Stage};
use crate::editor::modal::Modal;
use crate::editor::name_fields::NameFields;
use crate::editor::picture_fields::PictureFields;
use crate::model::editing::{Done, EntityForm, EntityValues, Refusal, Request};

/// Properties for [`EntityDialog`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Slug of the entity.
    pub(super) id: AttrValue,
    pub(super) ondone: Callback<Result<Done, Refusal>>,
    pub(super) onclose: Callback<()>,
}

/// The form, once the server has sent it. What somebody typed stays when saving fails.
#[component]
pub(super) fn EntityDialog(props: &Props) -> Html {
    crate::components::rendered("EntityDialog");
    let filling = use_filling(&props.id, &props.ondone);
    let failure = filling
        .told
        .as_ref()
        .map(|why| html! { <p class="failed" role="alert">{ why }</p> });
    let Some(form) = &filling.form else {
        let waiting = html! { <p role="status">{ "…" }</p> };
        return html! {
            <Modal heading="Edit" onclose={props.onclose.clone()}>{ failure.unwrap_or(waiting) }</Modal>
        };
    };
    let onsubmit = {
        let filling = filling.dispatcher();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            filling.dispatch(Fill::Save);
        })
    };
    let values = &filling.values;
    let is_dirty = filling.is_dirty();
    let is_saving = filling.stage != Stage::Open;
    let name = form
        .values
        .names
        .first()
        .map_or(&form.id, |name| &name.text);
    html! {
        <Modal heading={format!("Edit {name}")} {is_dirty} onclose={props.onclose.clone()}>
            <form {onsubmit}>
                <NameFields names={values.names.clone()} onchange={typed(&filling, |values, names| values.names = names)} />
                <Field label="Aliases" help="further words that mean it, one to a line; found in the text, never shown" lines=2
                    value={values.aliases.join("\n")} oninput={typed(&filling, |values, typed: String| values.aliases = typed.split('\n').map(str::to_owned).collect())} />
                <Chooser label="Kind" choices={form.kinds.clone()} value={values.kind.clone()} onchange={typed(&filling, |values, chosen| values.kind = chosen)} />
                <Field label="Description" help="a few words beside the kind, in small letters: mayor of Riverton" value={values.description.clone()}
                    oninput={typed(&filling, |values, typed| values.description = typed)} />
                <Field label="Summary" help="a sentence or two; [[id|words]] links to another entity" lines=3 value={values.summary.clone()}
                    oninput={typed(&filling, |values, typed| values.summary = typed)} />
                if let Some(picture) = &values.picture {
                    <PictureFields picture={picture.clone()} onchange={typed(&filling, |values, picture| values.picture = Some(picture))} />
                }
                <FactFields facts={values.facts.clone()} sources={form.sources.clone()} sentences={form.sentences.clone()}
                    onchange={typed(&filling, |values, facts| values.facts = facts)} />
                <label class="check">
                    <input type="checkbox" checked={values.draft} onchange={typed(&filling, |values, _: Event| values.draft = !values.draft)} />
                    { "A draft: not ready to be published" }
                </label>
                <div class="ends">
                    { failure }
                    <button type="submit" class="main" disabled={!is_dirty}>{ if is_saving { "Saving…" } else { "Save" } }</button>
                    <small>{ format!("entities/{}.toml", form.id) }</small>
                </div>
            </form>
        </Modal>
    }
}

/// What a change of a field does to the values.
fn typed<T: 'static>(
    filling: &UseReducerHandle<Filling>,
    change: fn(&mut EntityValues, T),
) -> Callback<T> {
    let (values, filling) = (filling.values.clone(), filling.dispatcher());
    Callback::from(move |typed| {
        let mut values = values.clone();
        change(&mut values, typed);
        filling.dispatch(Fill::Typed(Box::new(values)));
    })
}

/// The form of an entity: comes when the dialog opens, goes to the server and comes again as its stage wants.
#[hook]
fn use_filling(
    id: &AttrValue,
    ondone: &Callback<Result<Done, Refusal>>,
) -> UseReducerHandle<Filling> {
    let filling = use_reducer(Filling::default);
    let come = {
        let filling = filling.dispatcher();
        use_callback(id.clone(), move |(), id| {
            let filling = filling.clone();
            let request = Request::Entity { id: id.to_string() };
            ask(&request, move |answer: Result<EntityForm, Refusal>| {
                filling.dispatch(match answer {
                    Ok(form) => Fill::Came(Box::new(form)),
                    Err(refusal) => Fill::Failed(refusal.why),
                });
            });
        })
    };
    use_effect_with(come.clone(), |come| come.emit(()));
    {
        let (dispatcher, ondone) = (filling.dispatcher(), ondone.clone());
        let revision = filling.form.as_ref().map(|form| form.revision.clone());
        let id = id.to_string();
        use_effect_with(filling.stage.clone(), move |stage| match stage {
            Stage::Open => {}
            Stage::Saving(values) => {
                let request = Request::Save {
                    id,
                    revision: revision.unwrap_or_default(),
                    values: values.clone(),
                };
                ask(&request, move |answer| {
                    dispatcher.dispatch(Fill::Answered(answer));
                });
            }
            Stage::Saved(_) | Stage::Outdated => come.emit(()),
            Stage::Done(done) => ondone.emit(Ok(done.clone())),
        });
    }
    filling
}
