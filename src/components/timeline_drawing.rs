//! All dates to scale, above their list, which says the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::page::{Axis, Class, EventList, EventRow, Mark, Timeline};
use crate::model::text::plain;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<EventList>,
    /// Whether each row of the list is listed; all where nothing was chosen.
    #[prop_or_default]
    pub listed: Option<Rc<Vec<bool>>>,
    /// The row that the reader has chosen.
    #[prop_or_default]
    pub chosen: Option<usize>,
}

/// Draws a mark for each row of the list, in the same order.
#[component]
pub fn TimelineDrawing(props: &Props) -> Html {
    crate::components::rendered("TimelineDrawing");
    let Some(drawing) = &props.list.drawing else {
        return Html::default();
    };
    let Timeline { width, height, .. } = drawing;
    let mut marks: Vec<&Mark> = drawing.axes.iter().flat_map(|axis| &axis.marks).collect();
    marks.sort_by_key(|mark| mark.event);
    html! {
        <svg class="plot" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
            if let Some(path) = lens(drawing) { <path class="lens" d={path} /> }
            for one in &drawing.axes { { axis(one, *width) } }
            for one in marks { { mark(one, props) } }
        </svg>
    }
}

/// What of the first axis the second enlarges, and rays to its ends.
fn lens(drawing: &Timeline) -> Option<String> {
    let (lens, [above, below, ..]) = (drawing.lens?, &*drawing.axes) else {
        return None;
    };
    let (from, to, y) = (lens.x, lens.end, above.y);
    let right = drawing.width - 8;
    Some(format!("M{from} {y}H{to}L{right} {}H8z", below.y))
}

fn axis(axis: &Axis, width: u32) -> Html {
    let mut line = format!("M8 {}H{}", axis.y, width - 8);
    for tick in &axis.ticks {
        line.push_str(&format!("M{} {}v5", tick.x, axis.y));
    }
    let labelled = axis.ticks.iter().filter(|tick| !tick.label.is_empty());
    html! {
        <>
            <path d={line} />
            for tick in labelled {
                <text x={tick.x.to_string()} y={(axis.y + 18).to_string()}>{ &tick.label }</text>
            }
        </>
    }
}

/// A dot, filled where the article tells of it; a bar where the date is no day.
fn mark(mark: &Mark, props: &Props) -> Html {
    let row = mark.event as usize;
    let event = props.list.events.get(row);
    let told = event.is_some_and(|event| event.class == Class::Article);
    let class = told.then_some("told");
    let listed = props
        .listed
        .as_ref()
        .is_none_or(|listed| listed.get(row) == Some(&true));
    let hidden = !listed;
    let chosen = (props.chosen == Some(row)).then_some("");
    // In the view a resting mouse is told what a mark means.
    let title = props.listed.as_ref().and(event);
    let title = title.map(|event| html! { <title>{ title_of(event) }</title> });
    match mark.end {
        Some(end) => html! {
            <rect {class} x={mark.x.to_string()} y={(mark.y - 2).to_string()} width={(end - mark.x).max(4).to_string()}
                {hidden} data-chosen={chosen}>{ title }</rect>
        },
        None => {
            html! { <circle {class} cx={mark.x.to_string()} cy={mark.y.to_string()} {hidden} data-chosen={chosen}>{ title }</circle> }
        }
    }
}

/// Date and words of an event.
fn title_of(event: &EventRow) -> String {
    [&*event.date.words, ": ", &plain(&event.text)].concat()
}
