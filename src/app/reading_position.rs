//! Where the article and its blocks stand in the window, and how far they are read.

use crate::components::selectors::{ARTICLE, BAR, BLOCK, EDGE};
use crate::platform::document::{Element, attribute};
use crate::platform::host::Host;
use crate::platform::layout::{self, Sides, place_of, scrolled, seen, set_number};

/// The part of the window below the bar.
pub(super) fn free(host: &Host) -> Sides {
    let (width, height) = seen();
    let top = place_of(host, BAR).map_or(0.0, |bar| bar[3].max(0.0));
    [0.0, top, f64::from(width), f64::from(height)]
}

/// Where elements stand along the article, in thousandths of its height.
pub(super) fn along<T: AsRef<str>>(host: &Host, ids: impl IntoIterator<Item = T>) -> Vec<u32> {
    let Some([_, top, _, bottom]) = place_of(host, ARTICLE) else {
        return Vec::new();
    };
    let mut along = Vec::new();
    for id in ids {
        if let Some(element) = host.element(id.as_ref()) {
            let place = element.get_bounding_client_rect().top();
            along.push(((place - top) * 1000.0 / (bottom - top)) as u32);
        }
    }
    along
}

/// The id of the block that stands that far along the article, from 0 to 1.
pub(super) fn block_along(host: &Host, part: f64) -> Option<String> {
    let [_, top, _, bottom] = place_of(host, ARTICLE)?;
    let place = top + (bottom - top) * part;
    Some(attribute(&block_below(host, place)?.0, "id"))
}

/// Tells the styles how far the article is read.
pub(super) fn show_progress(host: &Host) {
    let (Some([_, top, _, bottom]), Some(edge)) = (place_of(host, ARTICLE), host.find(EDGE)) else {
        return;
    };
    let (_, window) = scrolled();
    let read = ((window - top) * 1000.0 / (bottom - top)).min(1000.0) as i32;
    set_number(&edge, "--read", read);
}

/// Whether any of the article is seen.
pub(super) fn is_seen(host: &Host) -> bool {
    let [_, top, _, bottom] = free(host);
    place_of(host, ARTICLE).is_some_and(|article| article[1] < bottom && article[3] > top)
}

/// How far the page is scrolled, in CSS pixels, while any of the article is seen.
pub(super) fn reached(host: &Host) -> Option<f64> {
    is_seen(host).then(|| scrolled().0)
}

/// To a block that was read before.
pub(super) fn read_on(host: &Host, block: &str) {
    let [_, top, _, bottom] = free(host);
    layout::show(host, block, None, top, bottom);
}

/// The id of the block that is read, and how far below the window's top it stands.
pub(super) fn read_now(host: &Host) -> Option<(String, f64)> {
    let [_, top, _, bottom] = free(host);
    let (block, place) = block_below(host, top)?;
    (place < bottom).then(|| (attribute(&block, "id"), place))
}

/// The first block that ends below a place, and where it begins.
fn block_below(host: &Host, place: f64) -> Option<(Element, f64)> {
    for block in host.list(&[ARTICLE, " ", BLOCK].concat()) {
        let rect = block.get_bounding_client_rect();
        if rect.top() + rect.height() > place {
            return Some((block, rect.top()));
        }
    }
    None
}
