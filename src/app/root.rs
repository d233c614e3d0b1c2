//! The root of the tree: what all components of the explorer share, around the explorer.
//!
//! It is drawn once. Between a provider of a context and what stands in it Yew may let the browser go first once 16 ms have
//! passed: with the providers below what changes, a reader on a slow machine would see a frame or two without the card.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use crate::app::explorer::Explorer;
use crate::app::reader::Reader;
use crate::app::records::Records;
use crate::app::search_index::SearchIndex;
use crate::model::messages::Messages;
use crate::model::page::Frame;
use crate::platform::host::Host;

/// Properties for [`Root`]: they come with the page and never change.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) host: Rc<Host>,
    pub(super) frame: Rc<Frame>,
    pub(super) messages: Rc<Messages>,
    pub(super) records: Records,
    /// The page came without its article, notes and lists: they are drawn here.
    pub(super) blank: bool,
    /// Called with the explorer once it is there.
    pub(super) onstart: Callback<Scope<Explorer>>,
}

/// The explorer in what its components share.
#[component]
pub(super) fn Root(props: &Props) -> Html {
    crate::components::rendered("Root");
    let Props { host, records, .. } = props;
    let explorer = use_memo((), |()| OnceCell::<Scope<Explorer>>::new());
    let reader = use_memo((), |()| Reader {
        host: host.clone(),
        frame: props.frame.clone(),
        records: records.clone(),
        dispatch: {
            let explorer = explorer.clone();
            Callback::from(move |action| {
                if let Some(explorer) = explorer.get() {
                    explorer.send_message(action);
                }
            })
        },
    });
    let search = use_memo((), |()| SearchIndex::new(host.clone(), records.clone()));
    let onstart = use_callback((), {
        let onstart = props.onstart.clone();
        move |started: Scope<Explorer>, ()| {
            if explorer.set(started.clone()).is_ok() {
                onstart.emit(started);
            }
        }
    });
    html! {
        <ContextProvider<Rc<Messages>> context={props.messages.clone()}>
        <ContextProvider<Reader> context={(*reader).clone()}>
        <ContextProvider<SearchIndex> context={(*search).clone()}>
            <Explorer reader={(*reader).clone()} blank={props.blank} {onstart} />
        </ContextProvider<SearchIndex>>
        </ContextProvider<Reader>>
        </ContextProvider<Rc<Messages>>>
    }
}
