//! What a press means, by what stands under it.

use crate::app::gestures::gesture::Gesture;
use crate::app::gestures::plot::on_plot;
use crate::components::selectors::{
    CARD, CLOSE_NOTE, CONTROLS, EDGE, PEEK, PLOT, STRIP, TO_ENTITY, VIEW, VIEW_OPENER,
};
use crate::platform::attributes::is_mirrored;
use crate::platform::document::{Element, attribute, closest, first, goal, has};
use crate::platform::events::{MouseEvent, is_plain, target};
use crate::platform::host::Host;
use crate::platform::selection;

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
    if closest(&target, CLOSE_NOTE).is_some() {
        return Some(Gesture::CloseNote);
    }
    if closest(&target, CONTROLS).is_some() {
        return None;
    }
    if let Some(edge) = closest(&target, EDGE) {
        let rect = edge.get_bounding_client_rect();
        let down = f64::from(click.client_y()) - rect.top();
        return Some(Gesture::Edge(down / rect.height()));
    }
    if let Some(link) = closest(&target, VIEW_OPENER) {
        return Some(Gesture::View {
            slug: attribute(&link, "data-open-view"),
            about: attribute(&link, "data-value"),
            again: click.detail() > 1,
        });
    }
    let inside = closest(&target, CARD).is_some();
    let view = closest(&target, VIEW).is_some();
    if view && let Some(plot) = closest(&target, PLOT) {
        return Some(on_plot(click, &plot));
    }
    if view && let Some(strip) = closest(&target, STRIP) {
        return along(host, click, &strip);
    }
    if let Some(link) = closest(&target, "a[href]") {
        return follow(link, inside, view, click.detail() > 1);
    }
    if closest(&target, PEEK).is_some() {
        return (!selection::is_any()).then_some(Gesture::Peek);
    }
    // Who drags over words selects them.
    (!inside && !began_inside && !selection::is_any()).then_some(Gesture::Outside)
}

/// What a link means that stands in the card, in a view, or in the page; pressed `again` as a double click does.
fn follow(link: Element, inside: bool, view: bool, again: bool) -> Option<Gesture> {
    let address = attribute(&link, "href");
    let id = address.strip_prefix('#')?;
    if id.starts_with("ent-") || id.starts_with("fn-") {
        let mention = mention(&link);
        return Some(Gesture::Link {
            fragment: id.to_owned(),
            mention,
            inside,
            again,
            link,
        });
    }
    let to_mention = id.starts_with("m-");
    if inside && to_mention {
        return Some(Gesture::Jump(id.to_owned()));
    }
    if (view || inside) && (to_mention || id.starts_with('p') || id.starts_with("fnref-")) {
        return Some(Gesture::Passage {
            id: id.to_owned(),
            words: words(&link),
            link,
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
    let link = first(&closest(strip, "li")?, TO_ENTITY)?;
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

/// The id of the mention that a link in the text is, or is a part of, or of the sign that it is.
pub(super) fn mention(link: &Element) -> Option<String> {
    link.get_attribute("data-part").or_else(|| {
        (has(link, "data-entity") || has(link, "data-sign")).then(|| attribute(link, "id"))
    })
}
