//! A press on the drawing of a timeline, which means the event whose mark stands nearest.

use std::rc::Rc;

use crate::app::gestures::gesture::Gesture;
use crate::model::page::EventList;
use crate::platform::document::Element;
use crate::platform::events::MouseEvent;

/// How far along and down a timeline's drawing it was pressed, from 0 to 1.
pub(super) fn on_plot(click: &MouseEvent, plot: &Element) -> Gesture {
    let rect = plot.get_bounding_client_rect();
    Gesture::Plot {
        along: (f64::from(click.client_x()) - rect.left()) / rect.width(),
        down: (f64::from(click.client_y()) - rect.top()) / rect.height(),
    }
}

/// How far from a mark of the timeline's drawing a press still means it, in the drawing's units.
const REACH: f64 = 16.0;

/// The event whose mark stands nearest to a point of the timeline's drawing.
pub(super) fn nearest_event(list: &EventList, along: f64, down: f64) -> Option<Rc<str>> {
    let drawing = list.drawing.as_ref()?;
    let (x, y) = (
        along * f64::from(drawing.width),
        down * f64::from(drawing.height),
    );
    let (mut nearest, mut least) = (None, REACH);
    for mark in drawing.axes.iter().flat_map(|axis| &axis.marks) {
        let (from, to) = (f64::from(mark.x), f64::from(mark.end.unwrap_or(mark.x)));
        let across = (x - x.max(from).min(to.max(from))).abs();
        let away = across.max((y - f64::from(mark.y)).abs());
        if away < least {
            (nearest, least) = (list.events.get(mark.event as usize), away);
        }
    }
    Some(nearest?.event.as_str().into())
}
