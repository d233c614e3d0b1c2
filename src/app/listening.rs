//! From what a reader does in the page to actions of the reducer.

use std::rc::Rc;

use yew::AppHandle;

use crate::app::explorer::Explorer;
use crate::app::reading::{Action, Address, Card, Found, Opener, Press, Why};
use crate::platform::listeners::{self, Gesture};
use crate::platform::{address, document};

/// Attaches the listeners, takes over a note that is already open, and says that the app is ready.
pub(super) fn attach(app: AppHandle<Explorer>) {
    arrive(&app);
    listeners::attach(move |gesture| hear(&app, gesture));
    document::set_ready();
}

/// Tells the reducer where the page is.
fn arrive(app: &AppHandle<Explorer>) {
    let (address, pushed) = (here(app), address::is_ours());
    app.send_message(Action::Arrive { address, pushed });
}

/// Sends what a gesture means; `false` leaves it to the browser.
fn hear(app: &AppHandle<Explorer>, gesture: Gesture) -> bool {
    match gesture {
        Gesture::Link {
            fragment,
            mention,
            inside,
        } => {
            let Some(entity) = entity(app, &fragment) else {
                return false;
            };
            let opener = mention.and_then(|id| Opener::from_id(&id));
            app.send_message(Action::Press(Press {
                entity,
                opener,
                inside,
            }));
            true
        }
        Gesture::Close => dismiss(app, Why::Close),
        Gesture::Escape => dismiss(app, Why::Escape),
        Gesture::Outside => {
            dismiss(app, Why::Outside);
            false
        }
        Gesture::Moved => {
            arrive(app);
            false
        }
    }
}

fn dismiss(app: &AppHandle<Explorer>, why: Why) -> bool {
    let open = app
        .get_component()
        .is_some_and(|explorer| explorer.card() != &Card::Shut);
    if open {
        app.send_message(Action::Dismiss(why));
    }
    open
}

fn here(app: &AppHandle<Explorer>) -> Address {
    let fragment = address::fragment();
    match entity(app, &fragment) {
        Some(entity) => Address::Entity(Found {
            opener: document::nearest_mention(&entity).and_then(|id| Opener::from_id(&id)),
            target: document::is_target(&fragment),
            entity,
        }),
        None if fragment.is_empty() || fragment == "read" => Address::Page,
        None => Address::Elsewhere,
    }
}

/// The entity a fragment names, if it has a note in this page.
fn entity(app: &AppHandle<Explorer>, fragment: &str) -> Option<Rc<str>> {
    let entity = fragment.strip_prefix("ent-")?;
    let explorer = app.get_component()?;
    explorer.records().has_note(entity).then(|| entity.into())
}
