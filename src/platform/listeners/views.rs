//! What is pressed, typed and pointed at in views.

use std::cell::Cell;

use web_sys::{Element, Event, MouseEvent};

use crate::platform::document::is_mirrored;
use crate::platform::listeners::{Gesture, closest, target};

/// The words that a link or its row means: `data-words="FROM TO"`, in UTF-16 units of the block's text.
pub(super) fn words(link: &Element) -> Option<(u32, u32)> {
    let row = closest(link, "[data-words]")?;
    // Of several blocks the row's words are those of the first.
    let first = row.query_selector("a[href^='#p']").ok().flatten()?;
    if first != *link {
        return None;
    }
    let words = row.get_attribute("data-words")?;
    let (from, to) = words.split_once(' ')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// Where along a row's strip it was pressed.
pub(super) fn along(click: &MouseEvent, strip: &Element) -> Option<Gesture> {
    let row = strip.closest("li").ok()??;
    let link = row.query_selector("a[href^='#ent-']").ok()??;
    let rect = strip.get_bounding_client_rect();
    let along = (f64::from(click.client_x()) - rect.left()) / rect.width();
    Some(Gesture::Strip {
        entity: link.get_attribute("href")?.split_off("#ent-".len()),
        along: if is_mirrored() { 1.0 - along } else { along },
    })
}

/// A field of a view: words as they are typed, everything else once it is chosen.
pub(super) fn field(event: &Event, kind: &str) -> Option<Gesture> {
    let field = target(event)?;
    closest(&field, "[data-view]")?;
    let typed = field.has_attribute("role");
    (typed == (kind == "input")).then_some(())?;
    let value = js_sys::Reflect::get(&field, &"value".into()).ok()?;
    Some(Gesture::Field {
        name: field.get_attribute("name")?,
        value: value.as_string()?,
    })
}

/// Tells which entity's row in a view the pointer or focus is on, when that changes.
pub(super) fn row() -> impl Fn(&Event) -> Option<Gesture> {
    let last = Cell::new(false);
    move |event| {
        let link = target(event)
            .and_then(|target| closest(&target, "[data-view] li"))
            .and_then(|row| row.query_selector("a[href^='#ent-']").ok()?)
            .and_then(|link| link.get_attribute("href"));
        let had = last.replace(link.is_some());
        (had || link.is_some())
            .then(|| Gesture::Row(link.map(|mut link| link.split_off("#ent-".len()))))
    }
}
