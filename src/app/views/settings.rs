//! Settings: how the page looks and what it does, kept for the next visit.

use yew::prelude::*;

use crate::app::reader::use_reader;
use crate::app::reading::Action;
use crate::app::views::{ViewProps, use_sender};
use crate::components::kind_boxes::KindBoxes;
use crate::components::messages::use_messages;
use crate::components::segments::{Segment, Segments};
use crate::components::switch::Switch;
use crate::components::view::View;
use crate::model::kind::Kind;
use crate::model::messages::Messages;

/// The settings as they hold now.
#[component]
pub(super) fn SettingsView(props: &ViewProps) -> Html {
    crate::components::rendered("SettingsView");
    let reader = use_reader();
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let setting = |name: &str| props.settings.get(name).map(|value| value.to_string());
    let onchoose = use_sender(|(name, value): (&'static str, AttrValue)| {
        Action::Set(name.into(), (&*value).into())
    });
    let onturn = use_sender(|(name, on): (&'static str, bool)| match name {
        "peeks" => Action::TogglePeeks,
        "print" => Action::Set("print".into(), if on { "" } else { "article" }.into()),
        "find" => Action::Set("find".into(), if on { "" } else { "off" }.into()),
        name => Action::Set(name.into(), if on { "on" } else { "" }.into()),
    });
    let scope = reader.scope();
    let choices = choices(&messages)
        .into_iter()
        .map(|(name, label, options)| {
            let chosen = AttrValue::from(setting(name).unwrap_or_default());
            html! {
                <fieldset key={name}>
                    <legend>{ label }</legend>
                    <Segments {name} scope={scope.clone()} {options} {chosen} onchoose={onchoose.clone()} />
                    if name == "marks" { <p>{ &messages.marks_note }</p> }
                </fieldset>
            }
        });
    let plain = setting("plain").unwrap_or_default();
    let without: Vec<Kind> = plain.split(' ').filter_map(Kind::from_slug).collect();
    let onkind = use_callback(
        (without.clone(), reader.dispatch.clone()),
        |kind, (without, dispatch)| {
            dispatch.emit(Action::Set("plain".into(), toggled(without, kind).into()));
        },
    );
    let controls = html! {
        <>
            { for choices }
            <fieldset>
                <legend>{ &messages.marks_kinds }</legend>
                <div class="filters">
                    if let Some(list) = reader.records.entities() { <KindBoxes name="plain" by_sign=true {list} {without} onchoose={onkind} /> }
                </div>
            </fieldset>
            <fieldset>
                <legend>{ &messages.reading }</legend>
                <Switch name="peeks" label={messages.peeks.clone()} on={setting("peeks").is_none()} onturn={onturn.clone()} />
                <Switch name="skim" label={messages.skim_mode.clone()} on={setting("skim").is_some()} onturn={onturn.clone()} />
                <Switch name="print" label={messages.print_notes.clone()} on={setting("print").is_none()} onturn={onturn.clone()} />
                <Switch name="find" label={messages.find_on.clone()} on={setting("find").is_none()} onturn={onturn.clone()} />
                <Switch name="keys" label={messages.keys_on.clone()} on={setting("keys").is_some()} {onturn} />
            </fieldset>
            <p><a href="#help" data-open-view="help">{ &messages.help }</a></p>
        </>
    };
    html! {
        <View slug="settings" name={messages.settings.clone()} covers={props.covers} {controls} {onclose} />
    }
}

/// The kinds whose marks are off, once one of them is switched, as the setting has them.
fn toggled(without: &[Kind], kind: Kind) -> String {
    let mut kinds = without.to_vec();
    match kinds.iter().position(|one| *one == kind) {
        Some(row) => {
            kinds.remove(row);
        }
        None => kinds.push(kind),
    }
    let slugs: Vec<&str> = kinds.iter().map(|kind| kind.slug()).collect();
    slugs.join(" ")
}

/// Settings with several values: name, label, and each value with its words; the empty value is as if never set.
fn choices(messages: &Messages) -> [(&'static str, AttrValue, Vec<Segment>); 4] {
    let of = |values: &[(&'static str, &str)]| {
        let segment = |(value, label): &(&'static str, &str)| Segment {
            value,
            label: AttrValue::from((*label).to_owned()),
        };
        values.iter().map(segment).collect()
    };
    let name = |name: &String| AttrValue::from(name.clone());
    [
        (
            "theme",
            name(&messages.theme),
            of(&[
                ("", &messages.theme_auto),
                ("light", &messages.theme_light),
                ("sepia", &messages.theme_sepia),
                ("dark", &messages.theme_dark),
            ]),
        ),
        (
            "size",
            name(&messages.size),
            of(&[("s", "A"), ("", "A"), ("l", "A"), ("x", "A")]),
        ),
        (
            "width",
            name(&messages.width),
            of(&[
                ("narrow", &messages.width_narrow),
                ("", &messages.width_normal),
                ("wide", &messages.width_wide),
            ]),
        ),
        (
            "marks",
            name(&messages.marks),
            of(&[
                ("all", &messages.marks_all),
                ("section", &messages.marks_section),
                ("first", &messages.marks_first),
                ("none", &messages.marks_none),
            ]),
        ),
    ]
}
