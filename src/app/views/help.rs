//! What the signs mean, and the keys.

use yew::prelude::*;

use crate::app::reading::Action;
use crate::app::views::{ViewProps, use_sender};
use crate::components::messages::use_messages;
use crate::components::view::View;

/// The help.
#[component]
pub(super) fn HelpView(props: &ViewProps) -> Html {
    crate::components::rendered("HelpView");
    let messages = use_messages();
    let onclose = use_sender(|()| Action::CloseView);
    let keys: [(&[&str], &str); 6] = [
        (&["Tab", "Enter"], &messages.help_open),
        (&["Esc"], &messages.help_close),
        (&["[", "]"], &messages.help_step),
        (&["b"], &messages.help_back),
        (&["Ctrl K"], &messages.help_search),
        (&["/", "?"], &messages.help_single),
    ];
    let rows = keys.iter().map(|(keys, does)| {
        let keys = keys
            .iter()
            .map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> });
        html! { <><dt>{ for keys }</dt><dd>{ *does }</dd></> }
    });
    let controls = html! {
        <>
            <p>{ &messages.key_note }</p>
            <dl class="keys">{ for rows }</dl>
        </>
    };
    html! {
        <View slug="help" name={messages.help.clone()} covers={props.covers} {controls} {onclose} />
    }
}
