//! A dialog over the page. The browser keeps the focus in it and gives it back.

use yew::prelude::*;

use crate::platform::document::Element;
use crate::platform::{dialog, focus, served};

/// Properties for [`Modal`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) heading: AttrValue,
    /// There is something in it that would be lost.
    #[prop_or_default]
    pub(super) is_dirty: bool,
    pub(super) onclose: Callback<()>,
    pub(super) children: Html,
}

/// The dialog with its heading. Esc and the button close it; where something would be lost, they ask first, and Esc goes on.
#[component]
pub(super) fn Modal(props: &Props) -> Html {
    crate::components::rendered("Modal");
    let node = use_node_ref();
    let asks = use_state_eq(|| false);
    use_effect_with(node.clone(), |node| {
        let before = focus::active();
        let element = node.cast::<Element>();
        if let Some(element) = &element {
            dialog::open(element);
        }
        move || {
            // While it is open, nothing behind it takes the focus.
            if let Some(element) = element {
                dialog::close(&element);
            }
            if let Some(before) = before {
                focus::focus_element(&before, true);
            }
        }
    });
    use_effect_with(props.is_dirty, |is_dirty| {
        served::set_dirty(*is_dirty);
        || served::set_dirty(false)
    });
    // Where what had the focus is gone, the dialog has it: keys are not the page's.
    use_effect({
        let node = node.clone();
        move || {
            if focus::active().is_none()
                && let Some(element) = node.cast::<Element>()
            {
                focus::focus_element(&element, true);
            }
        }
    });
    // What had the focus when it was asked.
    let asked_at = use_mut_ref(|| None::<Element>);
    let go_on = use_node_ref();
    use_effect_with(*asks, {
        let (go_on, asked_at) = (go_on.clone(), asked_at.clone());
        move |asks| {
            let to = if *asks {
                asked_at.replace(focus::active());
                go_on.cast::<Element>()
            } else {
                asked_at.take()
            };
            if let Some(to) = to {
                focus::focus_element(&to, true);
            }
        }
    });
    let close = {
        let (is_asking, asks, onclose) = (*asks, asks.setter(), props.onclose.clone());
        use_callback(
            (props.is_dirty, is_asking),
            move |(), (is_dirty, is_asking)| {
                if *is_dirty {
                    asks.set(!is_asking);
                } else {
                    onclose.emit(());
                }
            },
        )
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |key: KeyboardEvent| {
            if key.key() == "Escape" && !key.is_composing() {
                key.prevent_default();
                close.emit(());
            }
        })
    };
    let oncancel = {
        let close = close.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            close.emit(());
        })
    };
    // Whatever closed it: the browser may insist.
    let onclosed = props.onclose.reform(|_: Event| ());
    let onkeep = {
        let asks = asks.setter();
        Callback::from(move |_: MouseEvent| asks.set(false))
    };
    html! {
        <dialog class="modal" ref={node} tabindex="-1" aria-labelledby="modal-heading" {onkeydown} {oncancel} onclose={onclosed}>
            <div class="modal-head">
                <h2 id="modal-heading">{ &props.heading }</h2>
                <button type="button" class="plain" onclick={close.reform(|_: MouseEvent| ())}>{ "Close" }</button>
                if *asks {
                    <div class="asks" role="alert">
                        <p>{ "Your changes are not saved." }</p>
                        <button type="button" class="plain" onclick={props.onclose.reform(|_: MouseEvent| ())}>{ "Discard them" }</button>
                        <button type="button" class="plain" ref={go_on} onclick={onkeep}>{ "Go on" }</button>
                    </div>
                }
            </div>
            { props.children.clone() }
        </dialog>
    }
}
