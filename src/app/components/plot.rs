//! Drawings that never change, made on the build machine: the dates to scale, and the whole graph of relations.

use yew::prelude::*;

use crate::app::components::lists::entity_link;
use crate::model::messages::Messages;
use crate::model::page::{
    Axis, Class, EventList, Graph, GraphNode, GraphWords, Mark, Page, Timeline,
};

/// Draws all dates above their list, which says the same: a mark for each row, in the same order.
pub fn timeline(list: &EventList) -> Html {
    let Some(timeline) = &list.drawing else {
        return Html::default();
    };
    let Timeline {
        width,
        height,
        axes,
        lens,
    } = timeline;
    let lens = lens.zip(axes.get(1)).map(|(lens, below)| {
        let y = axes[0].y;
        let path = format!("M{} {y}H{}L{} {}H8z", lens.x, lens.end, width - 8, below.y);
        html! { <path class="lens" d={path} /> }
    });
    let mut marks: Vec<&Mark> = axes.iter().flat_map(|axis| &axis.marks).collect();
    marks.sort_by_key(|mark| mark.event);
    html! {
        <svg class="plot" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
            { for lens }
            { for axes.iter().map(|one| axis(one, *width)) }
            { for marks.into_iter().map(|one| mark(one, list)) }
        </svg>
    }
}

fn axis(axis: &Axis, width: u32) -> Html {
    let line = format!("M8 {}H{}", axis.y, width - 8);
    let ticks: String = axis
        .ticks
        .iter()
        .map(|tick| format!("M{} {}v5", tick.x, axis.y))
        .collect();
    let labels = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).map(|tick| {
        html! { <text x={tick.x.to_string()} y={(axis.y + 18).to_string()}>{ tick.label.as_str() }</text> }
    });
    html! { <><path d={line + &ticks} />{ for labels }</> }
}

/// A dot, filled where the article tells of it; a bar where the date is no day.
fn mark(mark: &Mark, list: &EventList) -> Html {
    let told = list.events[mark.event as usize].class == Class::Article;
    let class = told.then_some("told");
    match mark.end {
        Some(end) => html! {
            <rect {class} x={mark.x.to_string()} y={(mark.y - 2).to_string()} width={(end - mark.x).max(4).to_string()} />
        },
        None => {
            html! { <circle {class} cx={mark.x.to_string()} cy={mark.y.to_string()} /> }
        }
    }
}

/// Draws the whole graph into a template; the table says the same.
pub fn graph(page: &Page) -> Html {
    let Graph {
        width,
        height,
        nodes,
        path,
        words,
    } = &page.relations.graph;
    html! {
        <template id="graph">
            <svg class="graph" width={width.to_string()} height={height.to_string()} role="group" aria-label={page.messages.whole_graph.clone()}>
                <path d={path.clone()} />
                { for words.iter().map(predicate) }
                { for nodes.iter().map(node) }
            </svg>
        </template>
    }
}

fn predicate(words: &GraphWords) -> Html {
    html! { <text x={words.x.to_string()} y={words.y.to_string()}>{ words.predicate.as_str() }</text> }
}

/// A box round the same link, letter for letter, as in the list of entities.
fn node(node: &GraphNode) -> Html {
    html! {
        <foreignObject x={node.x.to_string()} y={node.y.to_string()} width={node.width.to_string()} height="24">
            { entity_link(&node.link) }
        </foreignObject>
    }
}

/// What the signs of the drawing mean.
pub fn key(words: &Messages) -> Html {
    html! {
        <p class="plot-key"><span data-class="article">{ words.plot_told.as_str() }</span><span data-class="background">{ words.background.as_str() }</span><span data-vague="">{ words.plot_vague.as_str() }</span></p>
    }
}
