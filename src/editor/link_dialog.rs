//! Whom selected words mean: found by name or alias, begun anew, or nobody.

use yew::prelude::*;

use crate::editor::ask::ask;
use crate::editor::link_box::LinkBox;
use crate::editor::matching::{is_likely, matching};
use crate::editor::modal::Modal;
use crate::editor::new_entity::NewEntity;
use crate::model::editing::{
    Choices, Done, EntityChoice, Link, Refusal, Request, SelectedWords, Selection, Target,
};
use crate::platform::fields;

/// Properties for [`LinkDialog`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) selection: Selection,
    pub(super) ondone: Callback<Result<Done, Refusal>>,
    pub(super) onclose: Callback<()>,
}

/// What can be chosen in the list.
#[derive(Clone, PartialEq)]
enum Row {
    Entity(EntityChoice),
    New,
    Nobody,
}

/// The words in their sentence, a box to type in, a list to choose from.
#[component]
pub(super) fn LinkDialog(props: &Props) -> Html {
    crate::components::rendered("LinkDialog");
    let selection = use_state_eq(|| props.selection.clone());
    let words = use_state(|| None::<Result<SelectedWords, String>>);
    let choices = use_state(|| None::<Choices>);
    let typed = use_state_eq(String::new);
    // None until somebody moves or types.
    let active = use_state_eq(|| None::<usize>);
    let everywhere = use_state_eq(|| false);
    let keeps_note = use_state_eq(|| false);
    let begins = use_state_eq(|| false);
    let failed = use_state_eq(|| None::<String>);
    let asked = use_mut_ref(|| false);
    let waits = use_state_eq(|| false);
    {
        let words = words.setter();
        use_effect_with((*selection).clone(), move |selection| {
            ask(
                &Request::Select(selection.clone()),
                move |answer: Result<_, Refusal>| {
                    words.set(Some(answer.map_err(|refusal| refusal.why)));
                },
            );
        });
    }
    {
        let choices = choices.setter();
        use_effect_with((), move |()| {
            ask(&Request::Choices, move |answer| choices.set(answer.ok()));
        });
    }
    let onlink = {
        let (ondone, failed, waits) = (props.ondone.clone(), failed.setter(), waits.setter());
        let (selection, everywhere, keeps_note) = ((*selection).clone(), *everywhere, *keeps_note);
        let seen = match &*words {
            Some(Ok(words)) => words.linked.as_ref().map(|linked| linked.entity.clone()),
            _ => None,
        };
        let asked = asked.clone();
        Callback::from(move |target: Target| {
            // A second press before the answer means the same.
            if asked.replace(true) {
                return;
            }
            let link = Link {
                selection: selection.clone(),
                seen: seen.clone(),
                everywhere: everywhere && target != Target::Nobody,
                keeps_note,
                target,
            };
            waits.set(true);
            let (ondone, failed, asked) = (ondone.clone(), failed.clone(), asked.clone());
            let waits = waits.clone();
            ask(&Request::Link(link), move |answer| {
                asked.replace(false);
                waits.set(false);
                match answer {
                    Err(Refusal { why, .. }) => failed.set(Some(why)),
                    done => ondone.emit(done),
                }
            });
        })
    };
    let selected = match &*words {
        None => {
            return html! { <Modal heading="Link words" onclose={props.onclose.clone()}><p role="status">{ "…" }</p></Modal> };
        }
        Some(Err(why)) => {
            return html! { <Modal heading="Link words" onclose={props.onclose.clone()}><p class="failed" role="alert">{ why }</p></Modal> };
        }
        Some(Ok(selected)) => selected,
    };
    let all = choices
        .as_ref()
        .map(|choices| &*choices.entities)
        .unwrap_or_default();
    let fitting = matching(all, &typed, &selected.words).into_iter();
    let rows: Vec<_> = fitting
        .map(|one| Row::Entity(one.clone()))
        .chain([Row::New, Row::Nobody])
        .collect();
    let is_likely = match &rows[0] {
        Row::Entity(one) => is_likely(one, &typed, &selected.words),
        Row::New => true,
        Row::Nobody => false,
    };
    let at = active
        .or(is_likely.then_some(0))
        .map(|at| at.min(rows.len() - 1));
    let choose = {
        let (onlink, begins) = (onlink.clone(), begins.setter());
        Callback::from(move |row: Row| match row {
            Row::Entity(one) => onlink.emit(Target::Entity(one.id)),
            Row::New => begins.set(true),
            Row::Nobody => onlink.emit(Target::Nobody),
        })
    };
    let oninput = {
        let (typed, active) = (typed.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(fields::value(&event));
            active.set(None);
        })
    };
    let onkeydown = {
        let (active, choose, rows) = (active.setter(), choose.clone(), rows.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = fields::key(&event) else {
                return;
            };
            match &*key {
                "ArrowDown" => active.set(Some(at.map_or(0, |at| (at + 1) % rows.len()))),
                "ArrowUp" => active.set(Some((at.unwrap_or(0) + rows.len() - 1) % rows.len())),
                "Enter" => {
                    if let Some(at) = at {
                        choose.emit(rows[at].clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let longer = |by: i32, label: &'static str| {
        let (setter, now) = (selection.setter(), (*selection).clone());
        let longer = (now.longer + by).clamp(selected.reach.0, selected.reach.1);
        // One that can do no more keeps the focus.
        let is_at_end = (longer == now.longer).then_some("true");
        let onclick = Callback::from(move |_: MouseEvent| {
            setter.set(Selection {
                longer,
                ..now.clone()
            });
        });
        html! { <button type="button" class="plain" aria-disabled={is_at_end} {onclick}>{ label }</button> }
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let (state, now) = (state.setter(), **state);
        Callback::from(move |_: Event| state.set(!now))
    };
    let new_name = if typed.trim().is_empty() {
        selected.words.clone()
    } else {
        typed.trim().to_owned()
    };
    html! {
        <Modal heading="Link to…" is_dirty={*begins} onclose={props.onclose.clone()}>
            <p class="in-sentence" dir="auto">{ &selected.before }<mark>{ &selected.words }</mark>{ &selected.after }</p>
            <p class="longer">{ longer(-1, "One word less") }{ longer(1, "One word more") }</p>
            if let Some(linked) = &selected.linked { <p role="status">{ "Linked to " }<bdi>{ &linked.name }</bdi>{ " now." }</p> }
            if let Some(note) = &selected.note {
                <p>{ "In this passage it says: " }<q dir="auto">{ note }</q></p>
                <label class="check"><input type="checkbox" checked={*keeps_note} onchange={toggle(&keeps_note)} />
                    { "Keep this note with the new link; else it goes" }</label>
            }
            <p role="status">{ if *waits { "Linking…" } else { "" } }</p>
            if let Some(why) = &*failed { <p class="failed" role="alert">{ why }</p> }
            if *begins {
                <NewEntity name={new_name} kinds={choices.as_ref().map(|all| all.kinds.clone()).unwrap_or_default()} onbegin={onlink} />
            } else {
                <LinkBox active={at} {oninput} {onkeydown} />
                <ul id="link-rows" class="rows" role="listbox" aria-label="Whom the words mean">
                    { for rows.iter().enumerate().map(|(row, one)| option(row, one, Some(row) == at, &new_name, &choose)) }
                </ul>
                if selected.unlinked > 1 {
                    <label class="check"><input type="checkbox" checked={*everywhere} onchange={toggle(&everywhere)} />
                        { format!("Wherever these words stand unlinked: {} places (they become an alias)", selected.unlinked) }</label>
                }
            }
        </Modal>
    }
}

fn option(row: usize, one: &Row, is_active: bool, new_name: &str, choose: &Callback<Row>) -> Html {
    let onclick = {
        let one = one.clone();
        choose.reform(move |_: MouseEvent| one.clone())
    };
    let (name, about) = match one {
        Row::Entity(one) => (one.name.clone(), one.kind.clone()),
        Row::New => (format!("New: {new_name}"), "begins as a draft".to_owned()),
        Row::Nobody => ("Nobody".to_owned(), "no link here".to_owned()),
    };
    html! {
        <li id={format!("link-row-{row}")} role="option" aria-selected={if is_active { "true" } else { "false" }} {onclick}>
            <bdi>{ name }</bdi><small>{ about }</small>
        </li>
    }
}
