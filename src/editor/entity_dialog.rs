//! An entity's file as a form.

use yew::prelude::*;

use crate::editor::ask::Server;
use crate::editor::fact_fields::FactFields;
use crate::editor::field::{Chooser, Field};
use crate::editor::modal::Modal;
use crate::editor::name_fields::NameFields;
use crate::editor::rebase::rebased;
use crate::model::editing::{Done, EntityForm, EntityValues, Refusal, Request};

/// Properties for [`EntityDialog`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) server: Server,
    /// Slug of the entity.
    pub(super) id: AttrValue,
    pub(super) ondone: Callback<Result<Done, Refusal>>,
    pub(super) onclose: Callback<()>,
}

/// The form, once the server has sent it. What somebody typed stays when saving fails.
#[component]
pub(super) fn EntityDialog(props: &Props) -> Html {
    crate::components::rendered("EntityDialog");
    let form = use_state(|| None::<EntityForm>);
    let values = use_state(EntityValues::default);
    let failed = use_state_eq(|| None::<String>);
    let is_asked = use_mut_ref(|| false);
    {
        let (form, values, failed) = (form.setter(), values.setter(), failed.setter());
        let server = props.server.clone();
        use_effect_with(props.id.clone(), move |id| {
            let request = Request::Entity { id: id.to_string() };
            server.ask(
                &request,
                move |answer: Result<EntityForm, Refusal>| match answer {
                    Ok(new) => {
                        values.set(new.values.clone());
                        form.set(Some(new));
                    }
                    Err(refusal) => failed.set(Some(refusal.why)),
                },
            );
        });
    }
    let failure = failed
        .as_ref()
        .map(|why| html! { <p class="failed" role="alert">{ why }</p> });
    let Some(shown) = (*form).clone() else {
        let waiting = html! { <p role="status">{ "…" }</p> };
        return html! {
            <Modal heading="Edit" onclose={props.onclose.clone()}>{ failure.unwrap_or(waiting) }</Modal>
        };
    };
    let is_dirty = *values != shown.values;
    let onsubmit = {
        let (server, ondone) = (props.server.clone(), props.ondone.clone());
        let (form, setter, failed) = (form.setter(), values.setter(), failed.setter());
        let (was, now) = (shown.clone(), (*values).clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // A second press before the answer means the same.
            if is_asked.replace(true) {
                return;
            }
            let is_asked = is_asked.clone();
            let request = Request::Save {
                id: was.id.clone(),
                revision: was.revision.clone(),
                values: now.clone(),
            };
            let again = Request::Entity { id: was.id.clone() };
            let (asked, ondone) = (server.clone(), ondone.clone());
            let (form, setter, failed) = (form.clone(), setter.clone(), failed.clone());
            let (was, now) = (was.clone(), now.clone());
            server.ask(&request, move |answer: Result<Done, Refusal>| {
              is_asked.replace(false);
              match answer {
                Err(refusal) if refusal.outdated => {
                    asked.ask(&again, move |answer: Result<EntityForm, Refusal>| match answer {
                        Ok(new) => {
                            setter.set(rebased(&was.values, &now, &new.values));
                            form.set(Some(new));
                            failed.set(Some(
                                "The file was changed meanwhile: what you had not touched is now as the file has it. Look it over, and save again."
                                    .to_owned(),
                            ));
                        }
                        Err(refusal) => failed.set(Some(refusal.why)),
                    });
                }
                Err(refusal) => failed.set(Some(refusal.why)),
                done => ondone.emit(done),
              }
            });
        })
    };
    let changed = |change: fn(&mut EntityValues, String)| {
        let (setter, values) = (values.setter(), (*values).clone());
        Callback::from(move |typed: String| {
            let mut values = values.clone();
            change(&mut values, typed);
            setter.set(values);
        })
    };
    let onnames = {
        let (setter, values) = (values.setter(), (*values).clone());
        Callback::from(move |names| {
            setter.set(EntityValues {
                names,
                ..values.clone()
            });
        })
    };
    let onfacts = {
        let (setter, values) = (values.setter(), (*values).clone());
        Callback::from(move |facts| {
            setter.set(EntityValues {
                facts,
                ..values.clone()
            });
        })
    };
    let ondraft = {
        let (setter, values) = (values.setter(), (*values).clone());
        Callback::from(move |_: Event| {
            let draft = !values.draft;
            setter.set(EntityValues {
                draft,
                ..values.clone()
            });
        })
    };
    let name = shown
        .values
        .names
        .first()
        .map_or(&shown.id, |name| &name.text);
    html! {
        <Modal heading={format!("Edit {name}")} {is_dirty} onclose={props.onclose.clone()}>
            <form {onsubmit}>
                <NameFields names={values.names.clone()} onchange={onnames} />
                <Field label="Aliases" help="further words that mean it, one to a line; found in the text, never shown" lines=2
                    value={values.aliases.join("\n")} oninput={changed(|values, typed| values.aliases = typed.split('\n').map(str::to_owned).collect())} />
                <Chooser label="Kind" choices={shown.kinds.clone()} value={values.kind.clone()} onchange={changed(|values, chosen| values.kind = chosen)} />
                <Field label="Description" help="a few words beside the kind, in small letters: mayor of Riverton" value={values.description.clone()}
                    oninput={changed(|values, typed| values.description = typed)} />
                <Field label="Summary" help="a sentence or two; [[id|words]] links to another entity" lines=3 value={values.summary.clone()}
                    oninput={changed(|values, typed| values.summary = typed)} />
                <FactFields facts={values.facts.clone()} sources={shown.sources.clone()} sentences={shown.sentences.clone()} onchange={onfacts} />
                <label class="check"><input type="checkbox" checked={values.draft} onchange={ondraft} />{ "A draft: not ready to be published" }</label>
                <div class="ends">
                    { failure }
                    <button type="submit" class="main" disabled={!is_dirty}>{ "Save" }</button>
                    <small>{ format!("entities/{}.toml", shown.id) }</small>
                </div>
            </form>
        </Modal>
    }
}
