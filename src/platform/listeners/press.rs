//! What a press means, by what stands under it.

use web_sys::{Element, MouseEvent};

use crate::platform::attributes::is_mirrored;
use crate::platform::document::{attribute, closest, first, goal};
use crate::platform::host::Host;
use crate::platform::listeners::gesture::Gesture;
use crate::platform::listeners::target::{mention, target};
use crate::platform::selection;

/// Controls that the explorer has drawn, which call back themselves.
const CONTROLS: &str =
    "#explorer :is(button, input, select, label, [role='button'], [role='option'])";

/// What a click means; modified clicks and other buttons are the browser's.
pub(super) fn press(host: &Host, click: &MouseEvent, began_inside: bool) -> Option<Gesture> {
    if !is_plain(click) {
        return None;
    }
    let target = target(click)?;
    // A press that the explorer has acted on may have taken what was pressed away.
    if !target.is_connected() {
        return None;
    }
    if closest(&target, ".shut").is_some() {
        return Some(Gesture::CloseNote);
    }
    if closest(&target, CONTROLS).is_some() {
        return None;
    }
    if let Some(edge) = closest(&target, ".edge") {
        let rect = edge.get_bounding_client_rect();
        let down = f64::from(click.client_y()) - rect.top();
        return Some(Gesture::Edge(down / rect.height()));
    }
    if let Some(link) = closest(&target, "[data-open-view]") {
        return Some(Gesture::View {
            slug: attribute(&link, "data-open-view"),
            about: attribute(&link, "data-value"),
        });
    }
    let inside = closest(&target, "[data-card]").is_some();
    let view = closest(&target, "[data-view]").is_some();
    if view && let Some(strip) = closest(&target, ".strip") {
        return along(host, click, &strip);
    }
    if let Some(link) = closest(&target, "a[href]") {
        return follow(link, inside, view);
    }
    if closest(&target, "[data-peek]").is_some() {
        return (!selection::is_any()).then_some(Gesture::Peek);
    }
    (!inside && !began_inside).then_some(Gesture::Outside)
}

/// Whether a click is one for the page: neither taken already nor asking the browser for a tab or a menu.
pub(super) fn is_plain(click: &MouseEvent) -> bool {
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    !modified && !click.default_prevented() && click.button() == 0
}

/// What a link means that stands in the card, in a view, or in the page.
fn follow(link: Element, inside: bool, view: bool) -> Option<Gesture> {
    let address = attribute(&link, "href");
    let id = address.strip_prefix('#')?;
    if id.starts_with("ent-") {
        let mention = mention(&link);
        return Some(Gesture::Link {
            fragment: id.to_owned(),
            mention,
            inside,
            link,
        });
    }
    let to_mention = id.starts_with("m-");
    if inside && to_mention {
        return Some(Gesture::Jump(id.to_owned()));
    }
    if view && (to_mention || id.starts_with('p')) {
        return Some(Gesture::Passage {
            id: id.to_owned(),
            words: words(&link),
        });
    }
    let event = id.strip_prefix("event-").filter(|_| view || inside)?;
    Some(Gesture::Event(event.to_owned()))
}

/// The words that a link or its row means: `data-words="FROM TO"`, in UTF-16 units of the block's text.
fn words(link: &Element) -> Option<(u32, u32)> {
    let row = closest(link, "[data-words]")?;
    // Of several blocks the row's words are those of the first.
    (first(&row, "a[href^='#p']")? == *link).then_some(())?;
    let words = row.get_attribute("data-words")?;
    let (from, to) = words.split_once(' ')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// Where along a row's strip it was pressed.
fn along(host: &Host, click: &MouseEvent, strip: &Element) -> Option<Gesture> {
    let link = first(&closest(strip, "li")?, "a[href^='#ent-']")?;
    let rect = strip.get_bounding_client_rect();
    let along = (f64::from(click.client_x()) - rect.left()) / rect.width();
    Some(Gesture::Strip {
        entity: goal(&link, "#ent-")?,
        along: if is_mirrored(host) {
            1.0 - along
        } else {
            along
        },
    })
}
