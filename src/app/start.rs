//! Attaching the explorer to a page: take its data, draw the tree, listen; each in a task of its own, so that none is long.

use crate::app::explorer::{Explorer, Props};
use crate::app::gestures;
use crate::app::records::Records;
use crate::platform::data::Data;
use crate::platform::{document, fault, task};

/// Starts the app in the page that loaded it.
pub fn start() {
    fault::install();
    task::next(|| match Data::of_element("data").and_then(Records::of) {
        Some(records) => task::next(|| draw(records)),
        None => fault::give_up("this page's data is missing or of another format"),
    });
}

fn draw(records: Records) {
    let (Some(frame), Some(messages), Some(explorer), Some(reading)) = (
        records.frame(),
        records.messages(),
        document::element("explorer"),
        document::element("reading"),
    ) else {
        return fault::give_up("this page's data is damaged");
    };
    let props = Props {
        frame,
        messages,
        records,
        blank: document::is_blank(&reading),
    };
    let app = yew::Renderer::<Explorer>::with_root_and_props(explorer, props).render();
    task::next(move || gestures::attach(app));
}
