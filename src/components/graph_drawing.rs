//! The whole graph of relations; the table says the same.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::messages::use_messages;
use crate::components::relation_line::{RelationLine, in_words};
use crate::components::sign::sign;
use crate::model::page::{Graph, GraphEdge, GraphNode, RelationList};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub list: Rc<RelationList>,
    /// Called when a line is pressed, with the relation's row.
    pub onrelation: Callback<usize>,
}

#[component]
pub fn GraphDrawing(props: &Props) -> Html {
    crate::components::rendered("GraphDrawing");
    let messages = use_messages();
    let Graph {
        width,
        height,
        nodes,
        edges,
    } = &props.list.graph;
    html! {
        <svg class="graph" width={width.to_string()} height={height.to_string()} role="group" aria-label={messages.whole_graph.clone()}>
            for one in edges { { edge(one, props) } }
            for one in nodes { { node(one) } }
        </svg>
    }
}

fn edge(edge: &GraphEdge, props: &Props) -> Html {
    let row = edge.row as usize;
    html! {
        <RelationLine path={edge.path.clone()} title={in_words(&props.list, row)} onpress={props.onrelation.reform(move |()| row)}>
            <text x={edge.x.to_string()} y={edge.y.to_string()}>{ &edge.predicate }</text>
        </RelationLine>
    }
}

/// The namespace of HTML elements, which Yew does not return to by itself inside a drawing.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A box round a link as in the list of entities.
fn node(node: &GraphNode) -> Html {
    let link = &node.link;
    html! {
        <foreignObject x={node.x.to_string()} y={node.y.to_string()} width={node.width.to_string()} height="24">
            <a xmlns={XHTML} class="name" href={["#ent-", &link.entity].concat()} data-kind={link.kind.slug()}>
                { sign() }
                <bdi lang={link.language.clone()}>{ &link.name }</bdi>
            </a>
        </foreignObject>
    }
}
