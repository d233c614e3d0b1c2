//! The editor's tree.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::components::selectors::CARD;
use crate::editor::ask::ask;
use crate::editor::entity_dialog::EntityDialog;
use crate::editor::find_dialog::FindDialog;
use crate::editor::link_dialog::LinkDialog;
use crate::editor::offer::OfferBar;
use crate::editor::selected;
use crate::editor::state::{Action, Dialog, State, Told};
use crate::editor::toolbar::Toolbar;
use crate::model::editing::{Done, Refusal, Request, Steps};
use crate::platform::document::{attribute, closest};
use crate::platform::events::{keyboard, target};
use crate::platform::host::Host;
use crate::platform::{fields, served, storage, task};

/// How long a selection must stay as it is before something is offered, in milliseconds.
const SETTLED: i32 = 150;

/// Properties for [`Editor`].
#[derive(Clone, PartialEq, Properties)]
struct Props {
    host: Rc<Host>,
    /// Slug of the article.
    article: AttrValue,
}

/// Starts the editor of a page, if its server takes edits.
pub fn start(host: &Rc<Host>, article: &str) {
    if served::token().is_none() {
        return;
    }
    if let Some(root) = served::mount("editor") {
        let props = Props {
            host: host.clone(),
            article: article.to_owned().into(),
        };
        yew::Renderer::<Editor>::with_root_and_props(root, props).render();
    }
}

#[component]
fn Editor(props: &Props) -> Html {
    crate::components::rendered("Editor");
    let Props { host, article } = props;
    let state = use_reducer(State::default);
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let steps = use_steps(&dispatch);
    use_told(host, &dispatch);
    let is_open = state.dialog != Dialog::Shut;
    use_effect_with(is_open, |is_open| served::hold(*is_open));
    let onclose = dispatch.reform(|()| Action::Close);
    let ondone = {
        let (host, dispatch, steps) = (host.clone(), dispatch.clone(), steps.clone());
        use_callback((), move |done: Result<Done, Refusal>, ()| {
            if let Ok(done) = &done {
                // The page is loaded anew in a moment.
                storage::remember_in_visit(&host, TOLD, &done.told);
            }
            dispatch.emit(Action::Told(match done {
                Ok(done) => Told::Done(done.told),
                Err(refusal) => Told::Failed(refusal.why),
            }));
            steps.emit(());
        })
    };
    let onstep = {
        let ondone = ondone.clone();
        use_callback((), move |request: Request, ()| {
            let ondone = ondone.clone();
            ask(&request, move |done| ondone.emit(done));
        })
    };
    let shown = use_mut_ref(Steps::default);
    shown.replace(state.steps.clone());
    use_listeners(host, &dispatch, &onstep, &shown);
    let onopen = dispatch.reform(Action::Open);
    let dialog = match &state.dialog {
        Dialog::Shut => Html::default(),
        Dialog::Find => {
            html! { <FindDialog {article} {onopen} {onclose} /> }
        }
        Dialog::Link(selection) => html! {
            <LinkDialog selection={selection.clone()} {ondone} {onclose} />
        },
        Dialog::Entity(id) => html! {
            <EntityDialog key={id.clone()} id={id.clone()} {ondone} {onclose} />
        },
    };
    html! {
        <aside class="editor" aria-label="Editor" lang="en" dir="ltr">
            if let Some(offer) = &state.offer {
                <OfferBar host={host.clone()} offer={offer.clone()} onopen={dispatch.reform(Action::Open)} />
            }
            <Toolbar steps={state.steps.clone()} told={state.told.clone()} onopen={dispatch.reform(Action::Open)} {onstep} />
            { dialog }
        </aside>
    }
}

/// Under this what was done is kept until the page that shows it is there.
const TOLD: &str = "edited";

/// Says what was done just before this page was loaded.
#[hook]
fn use_told(host: &Rc<Host>, dispatch: &Callback<Action>) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let told = storage::remembered_in_visit(&host, TOLD);
        if let Some(told) = told.filter(|told| !told.is_empty()) {
            storage::remember_in_visit(&host, TOLD, "");
            dispatch.emit(Action::Told(Told::Done(told)));
        }
    });
}

/// Hears selections, presses of "Edit" on cards, and the keys for linking, undoing, redoing.
#[hook]
fn use_listeners(
    host: &Rc<Host>,
    dispatch: &Callback<Action>,
    onstep: &Callback<Request>,
    shown: &Rc<RefCell<Steps>>,
) {
    let (host, dispatch, onstep) = (host.clone(), dispatch.clone(), onstep.clone());
    let shown = shown.clone();
    use_effect_with((), move |()| {
        let offer = {
            let (host, dispatch) = (host.clone(), dispatch.clone());
            move || dispatch.emit(Action::Offer(selected::offer(&host)))
        };
        let changes = Rc::new(Cell::new(0_u32));
        {
            let offer = offer.clone();
            served::listen("selectionchange", move |_| {
                changes.set(changes.get().wrapping_add(1));
                let (changes, mine, offer) = (changes.clone(), changes.get(), offer.clone());
                task::later(SETTLED, move || {
                    if changes.get() == mine {
                        offer();
                    }
                });
            });
        }
        {
            let dispatch = dispatch.clone();
            served::listen("click", move |event| {
                let button = target(event).and_then(|at| closest(&at, "[data-act='edit']"));
                if let Some(card) = button.and_then(|button| closest(&button, CARD)) {
                    let entity = attribute(&card, "data-card");
                    dispatch.emit(Action::Open(Dialog::Entity(entity)));
                }
            });
        }
        served::listen("keydown", move |event| {
            let Some(key) = keyboard(event) else { return };
            let held = (key.ctrl_key() || key.meta_key()) && !key.alt_key();
            let in_field = target(event).is_some_and(|at| fields::is_field(&at));
            if !held || in_field || key.repeat() || served::is_held() {
                return;
            }
            // Where the letters are others, the place of the key counts.
            match &*key.code() {
                "KeyL" if key.shift_key() => {
                    let selected = selected::offer(&host).and_then(|offer| offer.selection);
                    let dialog = selected.map_or(Dialog::Find, Dialog::Link);
                    dispatch.emit(Action::Open(dialog));
                }
                "KeyZ" => {
                    let Steps { undo, redo } = &*shown.borrow();
                    let request = if key.shift_key() {
                        redo.as_ref().map(|step| Request::Redo(step.number))
                    } else {
                        undo.as_ref().map(|step| Request::Undo(step.number))
                    };
                    match request {
                        Some(request) => onstep.emit(request),
                        None => {
                            let nothing = "There is no such step.".to_owned();
                            dispatch.emit(Action::Told(Told::Failed(nothing)));
                        }
                    }
                }
                _ => return,
            }
            key.prevent_default();
        });
    });
}

/// Asks what can be taken back: now, and whenever what comes back is called.
#[hook]
fn use_steps(dispatch: &Callback<Action>) -> Callback<()> {
    let dispatch = dispatch.clone();
    let steps = use_callback((), move |(), ()| {
        let dispatch = dispatch.clone();
        ask(&Request::Steps, move |steps| {
            if let Ok(steps) = steps {
                dispatch.emit(Action::Steps(steps));
            }
        });
    });
    {
        let steps = steps.clone();
        use_effect_with((), move |()| steps.emit(()));
    }
    steps
}
