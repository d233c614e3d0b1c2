//! Drawings that never change, made on the build machine: the dates to scale, and the whole graph of relations.

use yew::prelude::*;

use crate::model::page::{Axis, Class, Mark, Page, Timeline};
use crate::model::page::{Graph, GraphEdge, GraphNode};
use crate::model::words::Words;

/// Draws all dates above their list, which says the same; `data-row` ties a mark to its row.
pub fn timeline(page: &Page) -> Html {
    let Some(timeline) = &page.timeline else {
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
    html! {
        <svg class="plot" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
            { for lens }
            { for axes.iter().map(|one| axis(one, *width, page)) }
        </svg>
    }
}

fn axis(axis: &Axis, width: u32, page: &Page) -> Html {
    let line = format!("M8 {}H{}", axis.y, width - 8);
    let ticks: String = axis
        .ticks
        .iter()
        .map(|tick| format!("M{} {}v5", tick.x, axis.y))
        .collect();
    let labels = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).map(|tick| {
        html! { <text x={tick.x.to_string()} y={(axis.y + 18).to_string()}>{ tick.label.as_str() }</text> }
    });
    html! { <><path d={line + &ticks} />{ for labels }{ for axis.marks.iter().map(|one| mark(one, page)) }</> }
}

/// A dot, filled where the article tells of it; a bar where the date is no day.
fn mark(mark: &Mark, page: &Page) -> Html {
    let told = page.events[mark.event as usize].class == Class::Article;
    let (class, row) = (told.then_some("told"), mark.event.to_string());
    match mark.end {
        Some(end) => html! {
            <rect {class} data-row={row} x={mark.x.to_string()} y={(mark.y - 2).to_string()} width={(end - mark.x).max(4).to_string()} height="4" />
        },
        None => {
            html! { <circle {class} data-row={row} cx={mark.x.to_string()} cy={mark.y.to_string()} r="3.5" /> }
        }
    }
}

/// Draws the whole graph into a template; the table says the same.
pub fn graph(page: &Page) -> Html {
    let Graph {
        width,
        height,
        nodes,
        edges,
    } = &page.graph;
    let told = page.notes.iter().flat_map(|note| &note.relations);
    let told = told.filter(|relation| relation.told_here && relation.other.is_some());
    let edges = edges
        .iter()
        .zip(told)
        .map(|(edge, relation)| self::edge(edge, &relation.predicate));
    html! {
        <template id="graph">
            <svg class="graph" width={width.to_string()} height={height.to_string()} role="group" aria-label={page.frame.words.whole_graph().to_owned()}>
                { for edges }
                { for nodes.iter().map(|node| self::node(node, page)) }
            </svg>
        </template>
    }
}

fn edge(edge: &GraphEdge, predicate: &str) -> Html {
    html! { <><path d={edge.path.clone()} /><text x={edge.x.to_string()} y={edge.y.to_string()}>{ predicate }</text></> }
}

fn node(node: &GraphNode, page: &Page) -> Html {
    let note = &page.notes[node.note as usize];
    let sign = ["#k-", note.kind.slug()].concat();
    html! {
        <a href={["#ent-", &note.entity].concat()} data-kind={note.kind.slug()} transform={format!("translate({} {})", node.x, node.y)}>
            <rect height="24" width={node.width.to_string()} />
            <use x="6" y="6" width="12" height="12" href={sign} />
            <text x="23" y="17">{ note.name.text.as_str() }</text>
        </a>
    }
}

/// What the signs of the drawing mean.
pub fn key(words: &Words) -> Html {
    html! {
        <p class="plot-key"><span data-class="article">{ words.plot_told() }</span><span data-class="background">{ words.background() }</span><span data-vague="">{ words.plot_vague() }</span></p>
    }
}
